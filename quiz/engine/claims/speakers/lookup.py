"""Whom a phrase names: a figure of the cast, added where it is new."""

from collections.abc import Iterator

from quiz.engine.claims.candidates.candidate import Candidate, Via
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.doubt import NAME_SHARED, VOICES_JOINED
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.ground import Doubt
from quiz.engine.claims.phrases.chunks import is_joined, is_told_apart
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.phrases.unknown_outlet import is_surely_somebody
from quiz.engine.claims.speakers.authorship import behind_statement, speaker_in_compound
from quiz.engine.claims.speakers.identified import Link
from quiz.engine.claims.words.reading import Reading

_IN_COMPOUNDS = (EntityKind.ORGANISATION, EntityKind.GROUP)


class Lookup:
    """Finds the figures of a text's phrases."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.cast = cast

    def figure(self, phrase: Phrase) -> Figure:
        """Whom it names; somebody new where nobody of the cast is called so."""
        inside = speaker_in_compound(self.reading, phrase)
        theirs = inside is not None and inside.kind in _IN_COMPOUNDS
        figure = None if theirs else self.cast.of(phrase)
        if figure is not None:
            return figure
        naming = inside or naming_of(self.reading, phrase)
        figure = self.cast.add(naming, naming.kind or self._unknown_kind(naming))
        figure.is_vague = naming.kind is None
        return figure

    def meant(self, phrase: Phrase, figure: Figure) -> Figure:
        """The figure, or who with a name is called so once more ("die Politikerin")."""
        is_role = figure.kind is EntityKind.PERSON and not figure.names
        return (is_role and self.cast.meant(phrase, figure)) or figure

    def links(self, candidate: Candidate) -> tuple[Link, ...]:
        """The sources beside the speaker, each once."""
        found: list[Link] = []
        for via in candidate.via:
            figure = self._source_figure(via)
            if figure is not None and all(figure is not x.figure for x in found):
                found.append(Link(figure, via.phrase, via.cue))
        return tuple(found)

    def doubts(self, phrase: Phrase) -> Iterator[Doubt]:
        """Whether two share the name, or another voice joins in."""
        tokens = range(phrase.core, phrase.core_end)
        if any(at in self.cast.shared_names for at in tokens):
            yield NAME_SHARED
        elif is_joined(self.reading, phrase) or is_told_apart(self.reading, phrase):
            yield VOICES_JOINED

    def _source_figure(self, via: Via) -> Figure | None:
        phrase = via.phrase
        if phrase.pronoun:
            return None
        if via.written:
            return self.figure(phrase)
        named = behind_statement(self.reading, phrase)
        if named is None or named.pronoun:
            return None
        figure = self.figure(named)
        if figure.kind is EntityKind.PERSON and self._is_on_air(via):
            figure.kind = EntityKind.OUTLET
        return figure

    def _is_on_air(self, via: Via) -> bool:
        """As in "im Morgenprogramm von Welle Süd", which looks like somebody's name."""
        channels = self.reading.lexicon.words.quotation.channels
        heard = any(self.reading.lower[at] in channels for at in via.cue)
        return heard and not is_surely_somebody(self.reading, via.phrase)

    def _unknown_kind(self, naming: Naming) -> EntityKind:
        """A person where the word stands alone as names do, else nobody known."""
        phrase = naming.phrase
        word = self.reading.word(phrase.core)
        alone = phrase.first == phrase.core and phrase.genitive is None
        known = self.reading.lexicon.nouns.documents | self.reading.common_nouns
        return EntityKind.PERSON if alone and word not in known else EntityKind.UNNAMED
