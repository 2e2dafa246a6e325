"""Teaching a class together: a link to pass on, and the page behind it."""
