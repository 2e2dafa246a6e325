"""The item rules, one function each."""
