"""The least a live game could cost: one loop, no framework, answers committed together.

It holds streams, tells all of them what phase it is, and keeps answers in a file of
SQLite with every commit on the disk. It knows no players, no rights and no questions.
"""

import asyncio
import json
import os
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor

QUESTION = "x" * 2_500
"""As long as what the game sends of a question."""
_INSERT = "INSERT OR IGNORE INTO answers VALUES (?, ?, ?)"


class Floor:
    """The streams, and the line of answers that wait for the next commit."""

    def __init__(self, file: str) -> None:
        self.streams: list[tuple[str, asyncio.StreamWriter]] = []
        self._line: list[tuple[tuple[str, ...], asyncio.Future[None]]] = []
        self._thread = ThreadPoolExecutor(1)
        self._is_writing = False
        self._file = sqlite3.connect(
            file, isolation_level=None, check_same_thread=False
        )
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.execute(
            "CREATE TABLE answers (who, number, chosen, PRIMARY KEY (who, number))"
        )

    async def serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """One connection, request after request."""
        while head := await _head(reader):
            line = head.split(b"\r\n", 1)[0].decode()
            _method, path, _version = line.split(" ")
            body = (await reader.readexactly(_length(head))).decode()
            if path.startswith("/news/"):
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
                )
                self.streams.append((path.rpartition("/")[2], writer))
                return
            if path == "/answer":
                await self._keep(tuple(body.split("&")))
            if path.startswith("/next/"):
                self._tell(*path.split("/")[2:])
            writer.write(b"HTTP/1.1 204 OK\r\ncontent-length: 0\r\n\r\n")

    def _tell(self, phase: str, key: str) -> None:
        told = json.dumps({"phase": phase, "key": key, "html": QUESTION})
        common = f"id: {key}\nevent: state\ndata: {told}\n\n".encode()
        for who, stream in self.streams:
            own = json.dumps({"html": who}) if phase == "reveal" else ""
            stream.write(common + (f"event: you\ndata: {own}\n\n" * bool(own)).encode())

    async def _keep(self, answer: tuple[str, ...]) -> None:
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._line.append((answer, kept))
        if not self._is_writing:
            self._is_writing = True
            asyncio.ensure_future(self._write())  # noqa: RUF006 (it is waited for)
        await kept

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._line:
            batch, self._line = self._line, []
            rows = [answer for answer, _kept in batch]
            await loop.run_in_executor(self._thread, self._commit, rows)
            for _answer, kept in batch:
                kept.set_result(None)
        self._is_writing = False

    def _commit(self, rows: list[tuple[str, ...]]) -> None:
        self._file.execute("BEGIN IMMEDIATE")
        self._file.executemany(_INSERT, rows)
        self._file.execute("COMMIT")


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    return 0


async def _main(port: int, file: str) -> None:
    server = await asyncio.start_server(
        Floor(file).serve, "127.0.0.1", port, backlog=2_000
    )
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_main(int(os.environ["PORT"]), sys.argv[1]))
