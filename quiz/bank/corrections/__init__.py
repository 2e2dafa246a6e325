"""Putting right a question that was played."""
