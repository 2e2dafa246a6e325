"""The least a Flask page and a stored answer can cost: the floors of `bench.web`."""

import os
import sqlite3
import threading

from flask import Flask, request

from quiz import serve
from quiz.server.gateway import Gateway, Size
from quiz.server.process import Server

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


if __name__ == "__main__":
    size = Size(serve.THREADS, serve.WAITING, body_bytes=10_000)
    Server(serve.listen(os.environ), Gateway(app, size), begun=lambda: None).run()
