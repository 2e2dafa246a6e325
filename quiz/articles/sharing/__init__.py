"""Working on an article together."""
