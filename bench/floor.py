"""The least a Flask page and a stored answer can cost: the floors of `bench.web`."""

import os
import sqlite3
import threading

from flask import Flask, request

app = Flask(__name__)
here = threading.local()  # SQLite's connections stay in their thread
PAGE = "<!doctype html><title>Floor</title><h1>Floor</h1>" + "<p>text</p>" * 200


def connection() -> sqlite3.Connection:
    """A connection as the game opens it: WAL, every commit on the disk."""
    found = sqlite3.connect(os.environ["FLOOR_DATABASE"], isolation_level=None)
    found.execute("PRAGMA journal_mode = WAL")
    found.execute("PRAGMA synchronous = FULL")
    found.execute("CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, text)")
    return found


@app.get("/")
def page() -> str:
    """A page of fixed text."""
    return PAGE


@app.post("/answers")
def answer() -> tuple[str, int]:
    """One committed insert."""
    if not hasattr(here, "connection"):
        here.connection = connection()
    here.connection.execute(
        "INSERT INTO answer (text) VALUES (?)", (request.form["choice"],)
    )
    return "kept", 201
