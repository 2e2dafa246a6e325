"""What introduces words: verbs and nouns of speech with their subjects, and *laut*."""
