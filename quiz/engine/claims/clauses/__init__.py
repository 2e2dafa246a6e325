"""A sentence cut into clauses: which depend on which, and who does what in them."""
