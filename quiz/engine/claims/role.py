"""Offices: which title, of which country or body, names the same person."""

from dataclasses import dataclass

from quiz.engine.claims.naming import Naming
from quiz.engine.lexicon.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is: "Machthaber" of Nordkorea is its head of state.

    Attributes:
        title: the word itself, feminine or masculine as it stands.
        office: what it shares with other titles; the title itself where none.
        country: of which country, None where the text says none.
    """

    title: str
    office: str
    country: str | None

    def fits(self, other: "Role") -> bool:
        """Whether both can be one person's: same office, countries not at odds."""
        if self.office != other.office and not _ends_alike(self.title, other.title):
            return False
        if self.country is None or other.country is None:
            return True
        return self.country == other.country


def role_of(naming: Naming, lexicon: Lexicon) -> Role | None:
    """The role a phrase ascribes; None where it has no title."""
    if not naming.head:
        return None
    title = naming.head.rpartition("-")[2]
    if title not in lexicon.titles and title.removesuffix("s") in lexicon.titles:
        title = title.removesuffix("s")
    office = lexicon.offices.get(title)
    if office is None and title.endswith(("chef", "chefin")):
        part = title.removesuffix("in").removesuffix("chef").removesuffix("s")
        if part in lexicon.countries:
            office = "head_of_state"
    if office is None:
        office = _masculine(title)
    return Role(title, office, naming.country)


def _masculine(title: str) -> str:
    return title.removesuffix("in").lower()


def _ends_alike(one: str, other: str) -> bool:
    """As in "Sprecherin" and "Polizeisprecherin": the shorter is the longer's head."""
    short, long = sorted((_masculine(one), _masculine(other)), key=len)
    return len(short) > 4 and long.endswith(short)
