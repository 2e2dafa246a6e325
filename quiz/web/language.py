"""Which language the page speaks: chosen, else the browser's, else German."""

from flask import Flask, has_request_context, request, session
from flask_babel import Babel, get_locale

from quiz.config import LANGUAGES

NAMES = {"de": "Deutsch", "en": "English"}


def language() -> str:
    """The language of this request's pages, "de" or "en"."""
    return str(get_locale() or LANGUAGES[0])


def choose(code: str) -> None:
    """Remember the language for this browser; unknown ones change nothing."""
    if code in LANGUAGES:
        session["language"] = code
        session.permanent = True


def init_app(app: Flask) -> None:
    """Let gettext speak the reader's language, in code and in templates."""
    Babel(app, locale_selector=_select)
    app.jinja_env.globals.update(language=language, language_names=NAMES)


def _select() -> str:
    if not has_request_context():
        return "en"  # the command line
    chosen = session.get("language")
    if chosen in LANGUAGES:
        return str(chosen)
    # best_match() would prefer a plain "en" to a better liked "de-AT".
    for accepted in request.accept_languages.values():
        code = accepted.partition("-")[0].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]
