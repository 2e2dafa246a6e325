"""One set of several articles, made at once."""
