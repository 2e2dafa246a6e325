"""A set on paper: text, tasks and solutions."""
