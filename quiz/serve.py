"""Sets everything up and serves the app: `make run` and `python app.py`."""
