"""A game that many play at the same time: its course, its points, its ranks."""
