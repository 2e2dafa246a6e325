"""A set that many play at the same time: its lobby, its questions, its podium."""
