"""Questions that people write or change."""
