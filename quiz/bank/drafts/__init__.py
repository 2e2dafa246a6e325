"""A set before it is published: choose its questions, change them, publish."""
