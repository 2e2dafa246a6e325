"""The least a Flask page and a stored answer can cost: the floor of other benches.

`FLOOR_DATABASE` is a file of SQLite, or the address of a database of PostgreSQL.
"""

import os
import sqlite3
import threading
from typing import Any

import psycopg
from flask import Flask, request

from quiz import serve
from quiz.server.gateway import Gateway, Size
from quiz.server.process import Server

app = Flask(__name__)
here = threading.local()  # SQLite's connections stay in their thread
PAGE = "<!doctype html><title>Floor</title><h1>Floor</h1>" + "<p>text</p>" * 200


CREATE = "CREATE TABLE IF NOT EXISTS floor_answer (id {} PRIMARY KEY, text VARCHAR(9))"
INSERT = "INSERT INTO floor_answer (text) VALUES ({})"


def connection() -> Any:  # noqa: ANN401 (either driver's)
    """A connection as the game opens it: every commit on the disk."""
    place = os.environ["FLOOR_DATABASE"]
    if place.startswith("postgresql"):
        return psycopg.connect(place, autocommit=True)
    found = sqlite3.connect(place, isolation_level=None)
    found.execute("PRAGMA journal_mode = WAL")
    found.execute("PRAGMA synchronous = FULL")
    return found


def prepare() -> str:
    """Make the table; the statement that adds a row to it."""
    opened = connection()
    is_sqlite = isinstance(opened, sqlite3.Connection)
    opened.execute(CREATE.format("INTEGER" if is_sqlite else "SERIAL"))
    opened.close()
    return INSERT.format("?" if is_sqlite else "%s")


@app.get("/")
def page() -> str:
    """A page of fixed text."""
    return PAGE


@app.post("/answers")
def answer() -> tuple[str, int]:
    """One committed insert."""
    if not hasattr(here, "connection"):
        here.connection = connection()
    here.connection.execute(app.config["INSERT"], (request.form["choice"],))
    return "kept", 201


if __name__ == "__main__":
    app.config["INSERT"] = prepare()
    size = Size(serve.THREADS, serve.WAITING, body_bytes=10_000)
    Server(serve.listen(os.environ), Gateway(app, size), begun=lambda: None).run()
