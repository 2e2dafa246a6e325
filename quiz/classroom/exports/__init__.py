"""A report to take along, and the page of a single seat."""
