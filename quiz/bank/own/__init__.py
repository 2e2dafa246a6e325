"""Questions that a teacher writes."""
