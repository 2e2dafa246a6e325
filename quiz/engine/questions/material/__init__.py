"""What an article gives to ask about, and what proves it."""
