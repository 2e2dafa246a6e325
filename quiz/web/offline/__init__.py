"""The game as an app that is patient where there is no net."""
