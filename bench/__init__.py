"""Measurements: quality against a corpus, speed against floors measured beside it."""
