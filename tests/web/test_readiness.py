"""/readyz says what is missing before it is."""


def test_a_database_that_was_never_migrated_is_not_ready(new_app, tmp_path):
    response = new_app(f"sqlite:///{tmp_path}/new.sqlite").test_client().get("/readyz")
    assert (response.status_code, response.json) == (503, {"status": "no database"})


def test_a_database_that_is_away_is_not_ready(new_app, tmp_path):
    url = f"postgresql://nobody@/nothing?host={tmp_path}"
    response = new_app(url).test_client().get("/readyz")
    assert (response.status_code, response.json) == (503, {"status": "no database"})


def test_a_server_whose_cookies_cannot_be_signed_is_not_ready(real_app):
    real_app.secret_key = None
    real_app.test_client_class.sends_csrf = False
    response = real_app.test_client().get("/readyz")
    real_app.test_client_class.sends_csrf = True
    assert (response.status_code, response.json) == (503, {"status": "no secret key"})
