"""Somebody a text names, and the list of all of them, quick to look up by name."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import islice

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.office import Role
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.phrases.personal_name import initials_of
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.lexicon.vocabulary.inflection import NameEndings
from quiz.engine.lexicon.vocabulary.places import AGENCY

NAMESAKES = 24  # who share a word of a name are looked at; so time stays linear


class Figure:
    """Somebody in the making: namings gathered until the whole text is read."""

    def __init__(
        self, kind: EntityKind, names: tuple[str, ...], ends: NameEndings
    ) -> None:
        self._bare = ends.bare
        self.kind = kind
        self.names = names
        self.nicknames: set[str] = set()
        self.namings: list[Naming] = []
        self.places: list[int] = []  # tokens where it is named, in order
        self.roles: dict[Role, None] = {}  # each once, in order
        self.heads: dict[str, None] = {}  # its nouns in small letters, each once
        self.gender = ""
        self._genders: set[str] = set()
        # A lone capitalised word that nothing else explains, or "das Unternehmen".
        self.is_vague = False
        self.can_speak = True  # False for a noun that may be a thing

    def add(self, naming: Naming) -> None:
        """Take in one more naming."""
        self.namings.append(naming)
        if naming.head:
            self.heads[naming.head.lower()] = None
        insort(self.places, naming.phrase.core)

    def learn_gender(self, gender: str) -> None:
        """Take in what one naming tells; two that disagree tell nothing.

        As in "HDP-Chef Moor und die Ko-Chefin", where a role may be read as his.
        """
        if gender:
            self._genders.add(gender)
        self.gender = gender if len(self._genders) == 1 and gender else self.gender
        if len(self._genders) > 1:
            self.gender = ""

    def drop(self, naming: Naming) -> None:
        """Give away a naming that turned out to be somebody else's."""
        self.namings.remove(naming)
        self.places.remove(naming.phrase.core)

    def last_before(self, index: int) -> int:
        """The token before that index where it was last named; -1 if only later."""
        at = bisect_left(self.places, index)
        return self.places[at - 1] if at else -1

    def is_named_in(self, first: int, end: int) -> bool:
        """Whether one of its namings stands among the tokens `[first, end)`."""
        at = bisect_left(self.places, first)
        return at < len(self.places) and self.places[at] < end

    def is_called(self, names: tuple[str, ...]) -> bool:
        """Whether the words are part of its name, case endings aside."""
        own = {*self.names, *self.nicknames}
        return all(name in own or self._bare(name) in own for name in names)


class Persons:
    """The persons of a text under each word of their names."""

    def __init__(self, ends: NameEndings) -> None:
        self._bare = ends.bare
        self._by_word: dict[str, dict[Figure, None]] = {}
        self._by_initials: dict[str, dict[Figure, None]] = {}

    def enter(self, figure: Figure, words: Iterable[str]) -> None:
        """Make the figure findable by these words, and by its initials."""
        for word in words:
            self._by_word.setdefault(self._bare(word), {})[figure] = None
        if len(figure.names) > 1 and not initials_of(figure.names):
            letters = figure.names[0][0] + figure.names[-1][0]
            self._by_initials.setdefault(letters, {})[figure] = None

    def called(self, names: tuple[str, ...]) -> list[Figure]:
        """Whoever has all these words in the name, case endings aside."""
        return [f for f in self._sharing(names[:1]) if f.is_called(names)]

    def akin(self, names: tuple[str, ...]) -> Figure | None:
        """Whoever has a longer or shorter form of this name, or alone its initials."""
        meant = [*self._by_initials.get(initials_of(names), {})]
        if len(meant) == 1:
            return meant[0]
        for figure in self._sharing(names):
            if figure.is_called(names) or set(figure.names) <= set(names):
                return figure
        return None

    def _sharing(self, names: tuple[str, ...]) -> list[Figure]:
        under = (self._by_word.get(self._bare(name), {}) for name in names)
        return list(dict.fromkeys(f for fs in under for f in islice(fs, NAMESAKES)))


def called_so(noun: str, outlets: list[Figure], lexicon: Lexicon) -> list[Figure]:
    """Those of the outlets that "der Sender", "die Agentur" can mean, as ordered."""
    if any(part in noun for part in lexicon.nouns.agency_parts):
        return [f for f in outlets if is_agency(f, lexicon)] or outlets
    kind = type_of(noun, lexicon)
    return [f for f in outlets if not kind or outlet_type(f, lexicon) in ("", kind)]


def outlet_type(figure: Figure, lexicon: Lexicon) -> str:
    """As in "paper" of "die Zeitung Nordpost": which kind it is; "" if open."""
    outlet = lexicon.outlets.get(" ".join(figure.names))
    if outlet is not None:
        return outlet.type
    words = (*figure.heads, *map(str.lower, figure.names[-1:]))
    return next((each for word in words if (each := type_of(word, lexicon))), "")


def type_of(noun: str, lexicon: Lexicon) -> str:
    """As in "broadcaster" of "sender": what the noun says of an outlet; or ""."""
    types = lexicon.nouns.outlet_types.items()
    return next((kind for kind, ends in types if noun.endswith(ends)), "")


def is_agency(figure: Figure, lexicon: Lexicon) -> bool:
    """Whether it is a news agency: known as one, or called so in the text."""
    outlet = lexicon.outlets.get(" ".join(figure.names))
    if outlet is not None:
        return outlet.type == AGENCY
    words = (*figure.heads, *map(str.lower, figure.names))
    return any(part in word for word in words for part in lexicon.nouns.agency_parts)


def can_speak(reading: Reading, naming: Naming) -> bool:
    """Whether whoever has no known name is somebody, or something written.

    As in "die Reederei Hinrichs", "eine Camperin", "der Wochenbericht", "das Umfeld".
    """
    phrase, nouns = naming.phrase, reading.lexicon.nouns
    head = naming.head.lower()
    written = (*nouns.document_endings, *nouns.circle_endings, *nouns.finding_endings)
    if naming.head in nouns.documents or head.endswith(written):
        return True
    if head.endswith(nouns.voice_endings):
        return True
    named = phrase.core_end - phrase.core > 1 and reading.has_article(phrase.first)
    return named and not reading.is_adjective(phrase.core)
