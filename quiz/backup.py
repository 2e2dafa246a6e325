"""Backups of all that a server knows: made while it runs, checked, put back.

One file has the database, the key that signs cookies, and what both must be like.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL

from quiz.databases.sqlite import driver

_MANIFEST, _KEY = "manifest.json", "secret_key"
_DATABASES = {"sqlite": "database.sqlite", "postgresql": "database.dump"}
_PLACES = "/usr/lib/postgresql/*/bin"
_COPIED_PAGES = 512
LONGEST_S = 3_600


class BackupError(Exception):
    """It cannot be made, is damaged, or is of another kind of database."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself.

    Attributes:
        engine: "sqlite" or "postgresql".
        made_at: when it was begun, as ISO 8601.
        digests: SHA-256 of each of its files.
    """

    engine: str
    made_at: str
    digests: dict[str, str]


def create(url: URL, key: Path, target: Path, now: datetime) -> Backup:
    """A backup of one moment, though others go on writing.

    Args:
        url: of the database.
        key: the file with the key that signs cookies; left out where there is none.
        target: the file to write; only its owner can read it.
        now: when.

    Raises:
        BackupError: the target is there already, or the database's program fails.
    """
    if target.exists():
        raise BackupError(f"{target} is there already.")
    with tempfile.TemporaryDirectory(dir=target.parent) as name:
        folder, engine = Path(name), url.get_backend_name()
        _dump(url, folder / _DATABASES[engine])
        if key.exists():
            shutil.copyfile(key, folder / _KEY)
        digests = {each.name: _digest(each) for each in sorted(folder.iterdir())}
        made = Backup(engine, now.isoformat(), digests)
        _write_manifest(folder / _MANIFEST, made)
        _pack(folder, target)
    return made


def verify(file: Path) -> Backup:
    """What the backup says of itself, once it is whole and its database sound.

    Raises:
        BackupError: it is not.
    """
    with _unpacked(file) as (_folder, found):
        return found


def restore(file: Path, url: URL, key: Path) -> Backup:
    """Put the backup in the place of all that the database has; in one transaction.

    Raises:
        BackupError: it is damaged, or of another kind of database.
    """
    with _unpacked(file) as (folder, found):
        if found.engine != url.get_backend_name():
            raise BackupError(f"It is a backup of {found.engine}.")
        _load(url, folder / _DATABASES[found.engine])
        if _KEY in found.digests:
            key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            aside = key.with_name(f"{key.name}.{os.getpid()}")
            shutil.copyfile(folder / _KEY, aside)
            aside.chmod(0o600)
            aside.replace(key)
    return found


def _dump(url: URL, into: Path) -> None:
    if url.get_backend_name() == "sqlite":
        _copy(Path(str(url.database)), into)
    else:
        _run(url, "pg_dump", "--format=custom", "--no-owner", f"--file={into}")


def _load(url: URL, dump: Path) -> None:
    if url.get_backend_name() == "sqlite":
        _copy(dump, Path(str(url.database)), at_once=True)
    else:
        how = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
        _run(url, "pg_restore", *how, str(dump))


def _copy(source: Path, target: Path, *, at_once: bool = False) -> None:
    """SQLite's own copy, which begins anew where somebody writes in between."""
    sqlite = driver()
    if not source.exists():
        raise BackupError(f"There is no {source}.")
    opened = sqlite.connect(source, timeout=30)
    made = sqlite.connect(target, timeout=30)
    try:
        made.execute("PRAGMA journal_mode")
        opened.execute("BEGIN")  # one moment: writers go on in the log beside it
        opened.execute("SELECT 1 FROM sqlite_master").fetchone()
        opened.backup(made, pages=-1 if at_once else _COPIED_PAGES, sleep=0.01)
    except sqlite.Error as error:
        raise BackupError(f"SQLite says: {error}") from None
    finally:
        made.close()
        opened.close()


def _check(engine: str, database: Path) -> None:
    if engine == "postgresql":
        _run(None, "pg_restore", "--list", str(database))
        return
    sqlite = driver()
    opened = sqlite.connect(database)
    try:
        said = [row[0] for row in opened.execute("PRAGMA integrity_check")]
        loose = opened.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite.Error as error:
        raise BackupError(f"SQLite says: {error}") from None
    finally:
        opened.close()
    if said != ["ok"] or loose:
        raise BackupError(f"The database in it is damaged: {said[0]}")


def _run(url: URL | None, program: str, *arguments: str) -> None:
    """One of PostgreSQL's programs; the password is not among its arguments."""
    command, around = [_found(program), *arguments], dict(os.environ)
    if url is not None:
        plain = url.set(drivername="postgresql", password=None)
        command.append(f"--dbname={plain.render_as_string(hide_password=False)}")
        around["PGPASSWORD"] = str(url.password or "")
    done = subprocess.run(  # noqa: S603 (a program of the database)
        command,
        env=around,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode:
        raise BackupError(f"{program} says: {done.stderr.strip()[-500:]}")


def _found(program: str) -> str:
    root, _, pattern = _PLACES.lstrip("/").partition("/")
    beside = sorted(Path("/", root).glob(f"{pattern}/{program}"))
    known = shutil.which(program) or (str(beside[-1]) if beside else None)
    if known is None:
        raise BackupError(f"There is no {program} on this machine.")
    return known


@contextmanager
def _unpacked(file: Path) -> Iterator[tuple[Path, Backup]]:
    """A folder with the files of a backup that is whole."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            with tarfile.open(file) as packed:
                packed.extractall(folder, filter="data")
            told = json.loads((folder / _MANIFEST).read_text("utf-8"))
            found = Backup(told["engine"], told["made_at"], told["digests"])
            database = folder / _DATABASES[found.engine]
        except (OSError, tarfile.TarError, ValueError, KeyError) as error:
            raise BackupError(f"{file} is no backup: {error}") from None
        for each, digest in found.digests.items():
            there = folder / Path(each).name
            if not there.exists() or _digest(there) != digest:
                raise BackupError(f"{each} in {file} is damaged.")
        _check(found.engine, database)
        yield folder, found


def _write_manifest(file: Path, made: Backup) -> None:
    told = {"engine": made.engine, "made_at": made.made_at, "digests": made.digests}
    file.write_text(json.dumps(told, indent=2), "utf-8")


def _pack(folder: Path, target: Path) -> None:
    """All files of the folder, in place only once they are all there."""
    aside = target.with_name(f"{target.name}.{os.getpid()}")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened, tarfile.open(fileobj=opened, mode="w") as t:
        for each in sorted(folder.iterdir()):
            t.add(each, arcname=each.name)
    aside.replace(target)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
