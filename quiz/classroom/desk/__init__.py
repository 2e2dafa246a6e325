"""The home of those who teach: what this is, three ways in, a class to try."""
