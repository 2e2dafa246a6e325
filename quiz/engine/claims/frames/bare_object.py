"""An object without an article right behind a source: "meldete laut NNA Schäden"."""

from quiz.engine.claims.clauses.dependence import is_relative
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import looks_like_outlet
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.phrases.unknown_outlet import may_be_outlet
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Form, Trait


def without_object(
    reading: Reading, segments: tuple[Segment, ...], index: int, source: Phrase
) -> Phrase:
    """The source alone, where the noun behind its name is what its verb still lacks.

    As in "Das Amt meldete laut NNA Schäden an zwölf Häusern"; in "Der Steg sei laut
    ORF Tirol zu" nothing is lacking, and both words are the name.
    """
    alone = source._replace(end=source.core + 1, core_end=source.core + 1)
    two = source.first == source.core and source.core_end == alone.end + 1
    kind = reading.word(alone.core) in reading.lexicon.nouns.outlet_nouns
    if not two or kind or source.quoted_name is not None:
        return source
    if not (may_be_outlet(reading, alone) or looks_like_outlet(reading, alone)):
        return source
    lacks = _lacks_object(reading, segments, index, source)
    return alone if lacks and reading.is_noun(alone.end) else source


def _lacks_object(
    reading: Reading, segments: tuple[Segment, ...], index: int, source: Phrase
) -> bool:
    """A verb of saying stands before, and nothing else in the clause is its object."""
    segment, before = segments[index], source.first - 1
    behind = segments[index + 1 : index + 2]
    ends = not behind or is_relative(reading, behind[0])
    verb = next(
        (n for n in range(segment.first + 1, before) if _says(reading, n)), None
    )
    if verb is None or not ends:
        return False
    pointing = reading.lexicon.words.quotation.pointing
    if verb == segment.first + 1 and reading.lower[segment.first] in pointing:
        return False  # "Das meldete laut ORF Tirol"
    stretches = ((verb + 1, before), (source.core_end, segment.end))
    return not any(
        _is_object(reading, phrase, first)
        for first, end in stretches
        for phrase, _ in phrases_in(reading, first, end)
    )


def _says(reading: Reading, at: int) -> bool:
    """A finite verb of saying whose object stands without a preposition."""
    return any(
        each.form is Form.FINITE and Trait.TOPIC not in each.verb.frames
        for each in reading.verbs(at)
    )


def _is_object(reading: Reading, phrase: Phrase, floor: int) -> bool:
    """In the accusative, and behind no preposition: "an zwölf Häusern" is none."""
    at = phrase.first - 1
    while at >= floor and not (reading.is_noun(at) or reading.is_preposition(at)):
        at -= 1
    governed = at >= floor and reading.is_preposition(at)
    return phrase.can_be(Case.ACCUSATIVE) and not governed
