"""Wer sagt was? A news article becomes a game of who said it and who reported it."""
