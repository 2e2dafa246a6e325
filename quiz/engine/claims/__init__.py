"""Who says what, and via whom: claims with their evidence and their entities."""
