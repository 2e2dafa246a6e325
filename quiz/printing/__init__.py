"""Pages as files to print or to change."""
