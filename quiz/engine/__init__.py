"""The game as pure functions over frozen values; reads in the order the data flows.

lexicon → text → claims → questions → rounds → mastery. Standard library only: no web,
no database, no clock, no global randomness.
"""
