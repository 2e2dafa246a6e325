"""Classes and their seats: codes instead of names."""
