"""Things that tests need, made as people would make them, with defaults.

Every function takes a session first and returns the row; each room adds its own.
"""
