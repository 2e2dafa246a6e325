"""Files of a language read into types, and what is wrong with them."""
