"""What the engine knows of a language, read from the data files beside this module."""
