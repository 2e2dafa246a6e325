"""How the app behaves on each of its two databases, without the app."""
