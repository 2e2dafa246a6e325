"""What an answer is worth, how it is typed and how long it takes."""
