"""Decisions of people, laid over what was found."""
