"""Doubts that pupils raise about a question, and what becomes of them."""
