"""Offices: which title, of which country or body, names the same person."""

from dataclasses import dataclass

from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.words.noun import is_title_word
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.lexicon.vocabulary.inflection import without


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is: "Machthaber" of Nordkorea is its head of state.

    Attributes:
        title: the word itself, feminine or masculine as it stands.
        masculine: the same for a man, in small letters.
        office: what it shares with other titles; the title itself where none.
        country: of which country, None where the text says none.
        standing: what makes it another's than the holder's ("former", "deputy"), or "".
    """

    title: str
    masculine: str
    office: str
    country: str | None
    standing: str = ""

    def fits(self, other: "Role") -> bool:
        """Whether both can be one person's: same office, countries not at odds."""
        if self.standing != other.standing:
            return False
        if self.office != other.office and not _ends_alike(
            self.masculine, other.masculine
        ):
            return False
        if self.country is None or other.country is None:
            return True
        return self.country == other.country


def role_of(reading: Reading, naming: Naming) -> Role | None:
    """The role a phrase ascribes; None where it has no title."""
    if not naming.head:
        return None
    lexicon = reading.lexicon
    standing, head = _standing(reading, naming)
    title = head.rpartition("-")[2]
    subject = title.removesuffix(lexicon.inflection.names.genitive)
    if title not in lexicon.titles and subject in lexicon.titles:
        title = subject
    masculine = without(title, lexicon.inflection.titles.feminine).lower()
    office = lexicon.offices.get(title) or _of_country(title, lexicon) or masculine
    return Role(title, masculine, office, naming.country, standing)


def _standing(reading: Reading, naming: Naming) -> tuple[str, str]:
    """As in "frühere", "Ex-", "a. D.": whose the office is not; and the bare office."""
    office, _, mark = naming.head.partition(" ")
    phrase, lexicon = naming.phrase, reading.lexicon
    if mark:
        return lexicon.office_marks[mark.replace(" ", "")], office
    before = reading.lower[phrase.first : phrase.core_end]
    for standing, words in lexicon.standings.items():
        if any(word.startswith(words.adjectives) for word in before):
            return standing, office
        for front in words.fronts:
            rest = office.removeprefix(front).removeprefix("-")
            held = rest[:1].upper() + rest[1:]
            if rest != office and is_title_word(held, lexicon):
                return standing, held
    return "", office


def _of_country(title: str, lexicon: Lexicon) -> str | None:
    """As in "Kremlchef": the office of whoever heads that country."""
    part = without(title, lexicon.country_chiefs)
    country = part.removesuffix(lexicon.inflection.nouns.linking)
    if part == title or country not in lexicon.countries:
        return None
    return lexicon.chief_office


def _ends_alike(one: str, other: str) -> bool:
    """As in "sprecher" and "polizeisprecher": the shorter is the longer's head."""
    short, long = sorted((one, other), key=len)
    return len(short) > 4 and long.endswith(short)
