"""Crests for classes and teams: a shield with a thing on it, by which a team is called.

The shields are symbols of `static/img/crests.svg`. A name is one of these, never free
text, so neither a person nor an insult.
"""

from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID


class Crest(NamedTuple):
    """What is on the shield in both languages, and the colour of the shield."""

    de: str
    en: str
    ground: str


# White and a pale yellow stand out from each ground by 4.5 to 1.
CRESTS = MappingProxyType(
    {
        "anchor": Crest("Anker", "Anchor", "#0b4f8a"),
        "compass": Crest("Kompass", "Compass", "#9c2a1c"),
        "lighthouse": Crest("Leuchtturm", "Lighthouse", "#b23c00"),
        "feather": Crest("Feder", "Feather", "#14683a"),
        "comet": Crest("Komet", "Comet", "#3d2c8d"),
        "lantern": Crest("Laterne", "Lantern", "#7b2a8b"),
        "sail": Crest("Segel", "Sail", "#0a6372"),
        "bridge": Crest("Brücke", "Bridge", "#5a4632"),
        "summit": Crest("Gipfel", "Summit", "#44525e"),
        "wave": Crest("Welle", "Wave", "#1d63b8"),
        "spark": Crest("Funke", "Spark", "#8a1f55"),
        "oak": Crest("Eiche", "Oak", "#3f6212"),
        "bell": Crest("Glocke", "Bell", "#8a5200"),
        "clover": Crest("Kleeblatt", "Clover", "#0f7040"),
        "sun": Crest("Sonne", "Sun", "#a3431a"),
        "moon": Crest("Mond", "Moon", "#26325e"),
    }
)


def crest(key: str) -> Crest:
    """What it looks like."""
    return CRESTS[key]


def crest_name(key: str, language: str) -> str:
    """What it is called: "Leuchtturm", "Lighthouse"."""
    return CRESTS[key].de if language == "de" else CRESTS[key].en


def drawn_for(class_id: UUID) -> str:
    """The crest of a class for which nobody has chosen one; always the same."""
    return list(CRESTS)[class_id.int % len(CRESTS)]
