"""The questions of a round that went wrong, tried again: nothing of it is kept."""
