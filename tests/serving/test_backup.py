"""A backup made under load is whole, and has all that was acknowledged before it."""

import sqlite3
import stat
import threading

import pytest
from sqlalchemy import make_url, select

from quiz.accounts.models import User
from quiz.backup import BackupError, create, restore, verify
from quiz.web.clock import now
from tests.databases import fresh_database
from tests.patience import joined

pytestmark = pytest.mark.slow


def add(app, number):
    with app.extensions["quiz.sessions"].writing.begin() as session:
        name = f"somebody {number}"
        session.add(User(name=name, password_hash="x", created_at=now()))


def names(app):
    with app.extensions["quiz.sessions"].reading() as session:
        return set(session.scalars(select(User.name)))


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_what_is_put_back_is_one_moment_of_a_busy_server(
    request, new_app, tmp_path, engine
):
    (tmp_path / "one").mkdir()
    app = new_app(fresh_database(request, engine, tmp_path / "one"))
    key, file = tmp_path / "secret_key", tmp_path / "kept.tar"
    key.write_text("a key that signs cookies")
    done, stop = [], threading.Event()

    def keep_writing():
        while not stop.is_set() and len(done) < 3000:
            add(app, len(done))
            done.append(len(done))

    for number in range(20):
        add(app, number)
        done.append(number)
    writer = threading.Thread(target=keep_writing)
    writer.start()
    before = len(done)
    made = create(app.extensions["quiz.sessions"].engine.url, key, file, now())
    stop.set()
    joined([writer])
    assert made.engine == engine
    assert verify(file) == made
    after = names(app)

    app.extensions["quiz.sessions"].engine.dispose()
    other = tmp_path / "two" / "secret_key"
    restore(file, app.extensions["quiz.sessions"].engine.url, other)
    found = names(app)
    assert {f"somebody {number}" for number in range(before)} <= found <= after
    numbers = sorted(int(name.split()[1]) for name in found)
    assert numbers == list(range(len(numbers)))  # nothing in between is missing
    add(app, 9_999)
    assert other.read_text() == key.read_text()
    assert {stat.S_IMODE(each.stat().st_mode) for each in (other, file)} == {0o600}


@pytest.fixture
def kept(request, new_app, tmp_path):
    app = new_app(fresh_database(request, "sqlite", tmp_path))
    add(app, 1)
    url, file = app.extensions["quiz.sessions"].engine.url, tmp_path / "kept.tar"
    create(url, tmp_path / "none", file, now())
    return file


def test_a_damaged_backup_is_put_back_nowhere(kept, tmp_path):
    raw = bytearray(kept.read_bytes())
    at = raw.index(b"somebody 1")
    raw[at] ^= 1
    kept.write_bytes(raw)
    target = tmp_path / "untouched.sqlite"
    with pytest.raises(BackupError, match="damaged"):
        restore(kept, make_url(f"sqlite:///{target}"), tmp_path / "key")
    assert not target.exists()


@pytest.mark.parametrize("content", [b"", b"no backup at all" * 100])
def test_what_is_no_backup_is_refused(tmp_path, content):
    file = tmp_path / "x.tar"
    file.write_bytes(content)
    with pytest.raises(BackupError, match="no backup"):
        verify(file)


def test_a_backup_is_for_its_own_kind_of_database_and_overwrites_none(kept, tmp_path):
    with pytest.raises(BackupError, match="sqlite"):
        restore(kept, make_url("postgresql://nobody@localhost/x"), tmp_path / "key")
    with pytest.raises(BackupError, match="already"):
        create(make_url(f"sqlite:///{tmp_path}/q"), tmp_path / "key", kept, now())


def test_the_commands_say_what_they_did(request, new_app, tmp_path):
    app = new_app(fresh_database(request, "sqlite", tmp_path))
    runner, file = app.test_cli_runner(), str(tmp_path / "kept.tar")
    add(app, 1)
    assert runner.invoke(args=["backup", "create", file]).exit_code == 0
    assert "is whole" in runner.invoke(args=["backup", "verify", file]).output
    add(app, 2)
    app.extensions["quiz.sessions"].engine.dispose()
    again = runner.invoke(args=["backup", "create", file])
    assert "already" in again.output
    with sqlite3.connect(app.extensions["quiz.sessions"].engine.url.database) as here:
        assert here.execute("SELECT count(*) FROM users").fetchone() == (2,)
    here.close()
