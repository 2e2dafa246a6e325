"""Makes `.venv` and fills it from the locked list, with the standard library."""
