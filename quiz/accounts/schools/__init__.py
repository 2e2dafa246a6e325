"""Schools: found one, invite colleagues, leave."""
