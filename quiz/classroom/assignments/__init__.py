"""What a class is given to play, and what of it each seat has played."""
