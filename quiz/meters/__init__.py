"""What is measured while the app runs: how much and how long, never who."""
