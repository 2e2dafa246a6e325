"""Bring an article in, keep it as it is, show who says what in it."""
