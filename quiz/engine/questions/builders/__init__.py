"""What the kinds of question are built with."""
