"""Reported speech, form by form: each finds candidates in a sentence."""
