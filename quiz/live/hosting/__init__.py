"""The host's side of a live game: opening it, leading it, turning somebody out."""
