"""What is sent to who is in a live game, as soon as there is something new."""
