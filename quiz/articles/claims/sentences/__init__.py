"""What is said of claims, in words for people."""
