"""Signing in with a user name and a password."""

from tests.cast import PASSWORD


def sign_in(client, name="Frau Ahorn", password=PASSWORD, **more):
    form = {"name": name, "password": password} | more
    return client.post("/account/sign-in", data=form)


def test_a_teacher_signs_in_and_goes_home(teacher, client):
    response = sign_in(client)
    assert response.status_code == 303
    assert response.location == "/"
