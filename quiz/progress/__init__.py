"""What a player has learnt, derived from the answers alone."""
