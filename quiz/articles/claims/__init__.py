"""The claims of an article: shown, explained, corrected by its teacher."""
