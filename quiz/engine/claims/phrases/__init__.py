"""Noun phrases: where they begin and end, and whom or what they call by name."""
