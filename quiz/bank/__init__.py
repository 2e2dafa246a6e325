"""Question sets: questions that were made from an article and kept."""
