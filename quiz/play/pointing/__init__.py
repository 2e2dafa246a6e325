"""Pointing at the sentence that shows an answer, and having its paragraph shown."""
