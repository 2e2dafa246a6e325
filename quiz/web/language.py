"""Which language the page speaks: chosen, else the browser's, else German."""

from functools import cache, lru_cache

from babel.support import NullTranslations, Translations
from flask import Flask, g, has_app_context, has_request_context, request, session
from flask_babel import Babel, Domain
from markupsafe import Markup

from quiz.config import LANGUAGES, ROOT

NAMES = {"de": "Deutsch", "en": "English"}
_PHRASES = 4096  # of templates, in each language; there are about a thousand


def language() -> str:
    """The language of this request's pages, "de" or "en"."""
    try:
        found: str = g.language
    except (AttributeError, RuntimeError):  # not asked before; no app runs
        if not has_app_context():
            return LANGUAGES[0]
        found = g.language = _select()
    return found


def choose(code: str) -> None:
    """Remember the language for this browser; unknown ones change nothing."""
    if code in LANGUAGES:
        session["language"] = code
        session.permanent = True


def init_app(app: Flask) -> None:
    """Let gettext speak the reader's language, in code and in templates."""
    babel = Babel(app, locale_selector=_select)
    babel.domain_instance = Phrases()
    app.jinja_env.globals.update(language=language, language_names=NAMES)
    app.jinja_env.globals.update(_=phrase, gettext=phrase)


class Phrases(Domain):  # type: ignore[misc]
    """What gettext looks into; a page asks it hundreds of times."""

    def get_translations(self) -> NullTranslations:
        """The catalogue of the reader's language, without looking for it anew."""
        return _catalogue(language())


def phrase(english: str, /, **values: object) -> Markup:
    """A phrase of a template in the reader's language, with the values in it."""
    said = _said(language(), english)
    return said % values if values or "%" in said else said


@lru_cache(_PHRASES)
def _said(language: str, english: str) -> Markup:
    """What the catalogue of that language has, whatever the request speaks."""
    return Markup(_catalogue(language).gettext(english))  # noqa: S704 (our own words)


@cache
def _catalogue(language: str) -> NullTranslations:
    return Translations.load(ROOT / "quiz" / "translations", [language])


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
