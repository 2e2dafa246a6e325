"""Questions for a draft from another article, or out of the library."""
