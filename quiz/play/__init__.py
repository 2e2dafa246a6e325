"""A round for one player: start it, answer, see what was right and why."""
