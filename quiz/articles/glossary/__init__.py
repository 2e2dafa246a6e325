"""Hard words of an article, explained."""
