"""Whose words each candidate is: by name, by pronoun, or carried on."""
