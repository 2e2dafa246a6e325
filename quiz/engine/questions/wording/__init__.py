"""The words in which a question quotes the article, and explains its answer."""
