"""What a pupil has to play."""
