"""Where an article comes from: pasted, out of a file, or from a web page."""
