"""Getting an account as a teacher."""

import threading

import pytest

from quiz.accounts.models import User
from tests.browser import text_of

DUCKS = "zwölf blaue Enten"


def register(browser, name="Herr Zeder", password=DUCKS, **more):
    form = {"name": name, "password": password} | more
    return browser.post("/account/register", data=form)


def test_a_teacher_registers_and_is_signed_in(client, session):
    assert register(client).status_code == 303
    assert client.get("/articles").status_code == 200
    user = session.query(User).one()
    assert (user.name, user.role, user.email) == ("herr zeder", "teacher", None)
    assert user.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("spelling", ["HERR  ZEDER", "Ｈｅｒｒ　ｚｅｄｅｒ"])
def test_a_name_belongs_to_one_person_however_it_is_written(
    client, app, session, spelling
):
    register(client)
    second = register(app.test_client(), name=spelling)
    assert second.status_code == 400
    assert session.query(User).count() == 1


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("7 chars", "8"),
        ("x" * 201, "200"),
        ("Passwort123", "common"),
        ("Ｐａｓｓｗｏｒｔ１２３", "common"),
        ("schmetterling", "common"),
        ("TrustNo1", "common"),
        ("ａａａａａａａａ", "common"),
        ("herr zeder", "user name"),
        ("Ｈｅｒｒ　Ｚｅｄｅｒ", "user name"),
        ("", "Enter"),
    ],
)
def test_bad_passwords_are_refused_and_never_shown_again(
    client, session, password, word
):
    with client.session_transaction() as chosen:
        chosen["language"] = "en"
    response = register(client, password=password)
    assert response.status_code == 400
    assert word in text_of(response)
    if password:
        page = response.get_data(as_text=True)
        assert f'value="{password}"' not in page
    assert session.query(User).count() == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "password", ["ßäöü 8 €", "x" * 64, "        8", "🦆🦆🦆🦆🦆🦆🦆🦆"]
)
def test_passwords_of_any_letters_and_64_characters_work(client, app, password):
    assert register(client, password=password).status_code == 303
    again = app.test_client().post(
        "/account/sign-in", data={"name": "herr zeder", "password": password}
    )
    assert again.status_code == 303


@pytest.mark.parametrize("name", ["", "ab", "x" * 61, "two\nlines", "\x00\x00\x00\x00"])
def test_bad_names_are_refused(client, session, name):
    assert register(client, name=name).status_code == 400
    assert session.query(User).count() == 0


def test_what_was_typed_is_kept_except_the_password(client):
    page = register(client, name="Ümit <b>", password="typo42", email="a@b.example")
    html = page.get_data(as_text=True)
    assert 'value="Ümit &lt;b&gt;"' in html
    assert 'value="a@b.example"' in html
    assert "typo42" not in html


def test_nobody_becomes_an_administrator_by_asking_for_it(client, session):
    register(client, role="admin")
    assert session.query(User).one().role == "teacher"


def test_of_two_who_want_a_name_at_once_one_gets_it(real_app):
    barrier, statuses = threading.Barrier(4), []

    def work():
        browser = real_app.test_client()
        barrier.wait()
        statuses.append(register(browser).status_code)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [303, 400, 400, 400]
