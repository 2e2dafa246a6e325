"""A question of a draft, played before it is published."""
