"""What the files of a language hold, table by table."""
