"""What is kept about whom and for how long; deleting it when the time is over."""
