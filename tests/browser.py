"""The client of all tests: a browser that looks at every page it is given."""

import re
from uuid import UUID

from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from quiz.access import GUEST, Actor
from tests.page import problems

CSRF = "0123456789abcdef0123456789abcdef01234567"


class Browser(FlaskClient):
    """Inspects every HTML page; sends a form token with every form.

    Attributes:
        actor: whose browser it is, for calling services beside it.
        sends_csrf: whether forms carry their token; switch off to try without.
        inspects: switch off for a page that is broken on purpose.
    """

    actor: Actor = GUEST
    sends_csrf = True
    inspects = True

    def open(self, *args, **kwargs) -> TestResponse:
        if self.sends_csrf and kwargs.get("method") in ("POST", "PUT", "DELETE"):
            headers = dict(kwargs.get("headers") or {})
            headers.setdefault("X-CSRFToken", self.csrf_token())
            kwargs["headers"] = headers
        kwargs.setdefault("buffered", True)  # reads files to the end and closes them
        response = super().open(*args, **kwargs)
        held = self.application.extensions["lock_watch"].take()
        assert not held, held
        if self.inspects and response.mimetype == "text/html":
            body = response.get_data(as_text=True)
            if body and not 300 <= response.status_code < 400:
                found = problems(body)
                assert not found, f"{response.request.path}: {found}"
        return response

    def csrf_token(self) -> str:
        """A token as a page of this browser's session would carry it."""
        with self.session_transaction() as session:
            raw = session.setdefault("csrf_token", CSRF)
        key = self.application.secret_key
        return URLSafeTimedSerializer(key, salt="wtf-csrf-token").dumps(raw)

    @property
    def user_id(self) -> UUID | None:
        return self.actor.user_id


def text_of(response: TestResponse) -> str:
    """What a reader sees of a page, roughly: without tags, blanks collapsed."""
    body = response.get_data(as_text=True)
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", body, flags=re.DOTALL)
    body = re.sub(r"<[^>]+>", " ", body)
    for entity, sign in (("&#39;", "'"), ("&#34;", '"'), ("&lt;", "<"), ("&gt;", ">")):
        body = body.replace(entity, sign)
    return " ".join(body.replace("&amp;", "&").split())
