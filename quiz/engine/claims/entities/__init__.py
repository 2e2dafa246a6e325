"""Everybody a text names, each once: names and offices that mean the same."""
