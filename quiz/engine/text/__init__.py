"""A raw article becomes paragraphs, sentences and tokens that point back into it."""
