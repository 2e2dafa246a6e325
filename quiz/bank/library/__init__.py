"""Sets to find: those that come with the game, those others show, and favourites."""
