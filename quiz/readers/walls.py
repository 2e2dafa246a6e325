"""What a site puts before its article: a wall of consent, an offer to subscribe."""

import re
from itertools import pairwise
from typing import NamedTuple

_FEWEST_SIGNS = 2  # from which on a paragraph that speaks to its reader is an offer
_FEWEST_CONSENTS = 3
_MOST_WORDS_EACH = 10  # of a consent's words at least every tenth is such a sign
_LONGEST_HEADING = 9  # words of "Weiterlesen mit dem Digitalabo"
_MOST_BETWEEN = 2  # paragraphs of praise between those of an offer
_FEWEST_BEHIND = 40  # words behind an offer, from which on the article goes on there

_TO_READERS = re.compile(r"\b(?:Sie|Ihr(?:e[nmrs]?)?|[Uu]nser(?:e[nmrs]?)?|[Ww]ir)\b")
_CONSENT = re.compile(
    r"cookies?\b|tracking|datenschutzerklärung|privacy|zustimm|einwillig|akzeptier"
    r"|widerruf|partner\b|endgerät|personalisiert|zielgruppe|werbung|anzeigen\b"
    r"|technologien|drittanbieter|consent|präferenz|verarbeitungszweck|pur-abo",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b\w*-?abos?\b|abonn\w+|weiterlesen|anmelden|einloggen|registrier\w+|login"
    r"|freischalten|probemonat|gratismonat|testen|kündbar|(?:im|pro) monat|monatlich"
    r"|e-?paper|podcasts?|sparen sie|journalismus|alle (?:artikel|inhalte|texte)"
    r"|\w*-?zugang|angebot|kostenlos|exklusiv|bezahl\w+|konto\b|nur \S+ euro",
    re.IGNORECASE,
)
_GOES_ON_THERE = re.compile(
    r"\bweiterlesen\b|\b(?:nur )?für (?:\w+-?)?abonnent|\bartikel ist (?:\S+ ){0,4}abo",
    re.IGNORECASE,
)
_QUOTED = re.compile('[„»"][^„“”»«"]*[“”«"]')
_NEWSLETTER = re.compile(r"newsletter", re.IGNORECASE)


class Opened(NamedTuple):
    """An article's paragraphs without what stood before it.

    Attributes:
        paragraphs: those of the article.
        left_out: the others.
        is_cut: it seems to go on for subscribers.
    """

    paragraphs: list[str]
    left_out: list[str]
    is_cut: bool


def without_consent(paragraphs: list[str]) -> Opened:
    """Less what asks for leave to set cookies."""
    kept = [each for each in paragraphs if not _asks_consent(each)]
    return Opened(kept, [each for each in paragraphs if each not in kept], is_cut=False)


def without_offers(paragraphs: list[str]) -> Opened:
    """Less what offers a subscription, and the praise that stands beside it."""
    offers = [at for at, each in enumerate(paragraphs) if _offers(each)]
    gone: set[int] = set()
    for at, following in pairwise([*offers, len(paragraphs)]):
        between = range(at + 1, following)
        is_last = following == len(paragraphs)
        words = sum(len(paragraphs[each].split()) for each in between)
        gone.add(at)
        if words < _FEWEST_BEHIND if is_last else len(between) <= _MOST_BETWEEN:
            gone.update(between)
    texts = list(enumerate(paragraphs))
    return Opened(
        [text for at, text in texts if at not in gone],
        [text for at, text in texts if at in gone],
        is_cut=any(not _NEWSLETTER.search(paragraphs[at]) for at in offers),
    )


def _asks_consent(text: str) -> bool:
    signs = [each.casefold() for each in _CONSENT.findall(text)]
    is_dense = len(signs) * _MOST_WORDS_EACH >= len(text.split())
    return (
        is_dense
        and len({*signs}) >= _FEWEST_CONSENTS
        and bool(_TO_READERS.search(text))
    )


def _offers(text: str) -> bool:
    if _GOES_ON_THERE.search(text) and len(text.split()) <= _LONGEST_HEADING:
        return True
    unquoted = _QUOTED.sub("", text)
    signs = {each.casefold() for each in _OFFER.findall(unquoted)}
    return len(signs) >= _FEWEST_SIGNS and bool(_TO_READERS.search(unquoted))
