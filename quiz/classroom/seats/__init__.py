"""Seats of a class: the card, the code on it, the made-up name."""
