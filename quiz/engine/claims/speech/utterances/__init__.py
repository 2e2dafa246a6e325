"""Whole stretches that are somebody's: answers of an interview, posts, paragraphs."""
