"""Words inside a clause that say where it comes from: laut, zufolge, nach Angaben."""

from dataclasses import dataclass, replace

from quiz.engine.claims.claim import NAMED
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.clauses.subject import antecedent
from quiz.engine.claims.frames.bare_object import without_object
from quiz.engine.claims.frames.document import is_occasion, is_statement, tells
from quiz.engine.claims.frames.postposition import phrase_before
from quiz.engine.claims.frames.source_end import source_end
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, name_at, phrase_at, quoted_phrase
from quiz.engine.claims.phrases.prenominal import other_head
from quiz.engine.claims.phrases.proper_names import past_nouns
from quiz.engine.claims.words.noun import is_body, is_title
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case


@dataclass(frozen=True, slots=True)
class Attribution:
    """A phrase that names where a statement comes from.

    Attributes:
        first, end: all its tokens, which are not part of what is said.
        cue: the words that mark it ("laut", "nach Angaben").
        phrase: who or what it names; None for the speech verb's own ("eigenen").
        segment: index of its segment.
        back: it points to an earlier claim's speaker ("demnach").
        leans: it says whom a reporter relies on ("unter Berufung auf"), so that it
            stands beside a frame and never alone.
    """

    first: int
    end: int
    cue: tuple[int, ...]
    phrase: Phrase | None
    segment: int
    back: bool = False
    leans: bool = False


def attributions_in(
    reading: Reading, segments: tuple[Segment, ...]
) -> list[Attribution]:
    """All of a sentence, in order, outside quotation marks."""
    found: list[Attribution] = []
    for index, segment in enumerate(segments):
        if segment.quotation is not None:
            continue
        at = segment.first
        while at < segment.end:
            hit = None
            if at not in reading.quoted:
                hit = _at(reading, segment, at, index)
                hit = _whole(reading, segments, _less_object(reading, segments, hit))
            if hit is not None:
                found = [a for a in found if a.end <= hit.first]
                found.append(hit)
                at = max(at + 1, hit.end)
            else:
                at += 1
    return found


def _whole(
    reading: Reading, segments: tuple[Segment, ...], hit: Attribution | None
) -> Attribution | None:
    """With whom a relative word stands for, and all that belongs to the source."""
    if hit is None:
        return None
    if hit.back:
        return _in_document(reading, segments, hit)
    if hit.phrase is None and not hit.leans:
        # "eine Studie, der zufolge Tee gesund ist": what it is about
        hit = replace(hit, phrase=antecedent(reading, segments, hit.segment))
    end = source_end(reading, segments[hit.segment], (hit.first, hit.end))
    return replace(hit, end=end)


def _in_document(
    reading: Reading, segments: tuple[Segment, ...], hit: Attribution
) -> Attribution:
    """As in "ein Gutachten, wonach die Brücke morsch ist": it says so."""
    further = reading.lexicon.words.quotation.points_back_inside  # "demnach"
    if not hit.segment or reading.lower[hit.first] in further:
        return hit
    phrase = antecedent(reading, segments, hit.segment)
    if phrase is None or phrase.pronoun:
        return hit
    known = tells(reading, phrase) or is_statement(reading, phrase)
    return replace(hit, phrase=phrase, back=False) if known else hit


def _less_object(
    reading: Reading, segments: tuple[Segment, ...], hit: Attribution | None
) -> Attribution | None:
    """As in "meldete laut NNA Schäden": the source is NNA."""
    if hit is None or hit.phrase is None:
        return hit
    if reading.lower[hit.first] not in reading.lexicon.words.quotation.before_noun:
        return hit
    phrase = without_object(reading, segments, hit.segment, hit.phrase)
    return hit if phrase == hit.phrase else replace(hit, phrase=phrase, end=phrase.end)


def _at(reading: Reading, segment: Segment, at: int, index: int) -> Attribution | None:
    word = reading.lower[at]
    marks = reading.lexicon.words.quotation
    if word in marks.before_noun:
        return _before_noun(reading, segment, at, index)
    if word in marks.before_speaker:
        found = _before_noun(reading, segment, at, index)
        return found if found and _can_speak(reading, found.phrase) else None
    if word in marks.behind_noun:
        return _zufolge(reading, segment, at, index)
    if word in marks.around_noun:
        return _nach(reading, segment, at, index)
    if word in marks.points_back:
        if at != segment.first and word not in marks.points_back_inside:
            return None
        return Attribution(at, at + 1, (at,), None, index, back=True)
    if word in marks.for_whom and at == segment.first and index == 0:
        return _for_whom(reading, segment, index)
    return _leaning(reading, segment, at, index)


def _for_whom(reading: Reading, segment: Segment, index: int) -> Attribution | None:
    """As in "Für Försterin Moos sei das Eis zu dünn": her view, in the Konjunktiv."""
    found = _before_noun(reading, segment, segment.first, index)
    if found is None or found.end >= segment.end:
        return None
    copula = reading.lexicon.words.wording.copula
    says = reading.lower[found.end] in copula and reading.is_strict_mood(found.end)
    return found if says and _can_speak(reading, found.phrase) else None


def _leaning(
    reading: Reading, segment: Segment, at: int, index: int
) -> Attribution | None:
    """Whom a reporter relies on: "unter Berufung auf …", "aus Regierungskreisen"."""
    marks = reading.lexicon.words.quotation
    behind = reading.lower[at + 1] if at + 1 < segment.end else ""
    leans = behind in marks.leaning_on
    if leans and reading.lower[at] in reading.lexicon.nouns.references:
        governed = at > segment.first and reading.is_preposition(at - 1)
        return _on_whom(reading, segment, (at - 1, at), index) if governed else None
    if leans and reading.lower[at] in marks.leaning:
        return _on_whom(reading, segment, (at, at), index)
    if reading.lower[at] in marks.out_of:
        view = _view_of(reading, segment, at, index)
        return view or _circles(reading, segment, at, index)
    return None


def _view_of(
    reading: Reading, segment: Segment, at: int, index: int
) -> Attribution | None:
    """As in "aus Sicht der Stadt": how somebody sees it."""
    phrase = phrase_at(reading, at + 1, segment.end)
    if phrase is None or phrase.genitive is None:
        return None
    if reading.word(phrase.core_end - 1) not in reading.lexicon.nouns.sights:
        return None
    return Attribution(at, phrase.end, (at, phrase.core), phrase, index)


def _before_noun(
    reading: Reading, segment: Segment, at: int, index: int
) -> Attribution | None:
    phrase = phrase_at(reading, at + 1, segment.end)
    if phrase is None and at + 1 < segment.end and at + 1 in reading.quoted:
        phrase = quoted_phrase(reading, (at + 1, at + 1), segment.end)
    if phrase is None:
        return None
    return Attribution(at, phrase.end, (at,), phrase, index)


def _can_speak(reading: Reading, phrase: Phrase | None) -> bool:
    """A person, a body, an outlet or a document, no rule or article with a number."""
    if phrase is None or phrase.pronoun:
        return False
    last, end = phrase.core_end - 1, phrase.core_end
    if end < len(reading.words) and reading.word(end)[0].isdigit():
        return False
    if reading.word(last) in reading.lexicon.nouns.documents:
        return True
    bare = phrase.first == phrase.core and not _has_owner(reading, phrase)
    if bare and (_is_named(reading, phrase) or reading.word(last) in reading.surnames):
        return True
    if is_statement(reading, phrase) or is_media(reading, phrase):
        return True
    return any(
        is_title(reading, at) or is_body(reading, at)
        for at in range(phrase.core, phrase.core_end)
    )


def _has_owner(reading: Reading, phrase: Phrase) -> bool:
    """As in "gemäß Thorndikes Gesetz der Wirkung": a thing, for names have none."""
    behind = phrase.end < len(reading.words)
    return behind and Case.GENITIVE in reading.cases(phrase.end)


def _is_named(reading: Reading, phrase: Phrase) -> bool:
    """As in "gemäss Ida Moos", "gemäss Demos Bern", "gemäss SBB"."""
    naming = naming_of(reading, phrase)
    several = naming.kind is None and phrase.core_end - phrase.core > 1
    return (naming.kind in NAMED or several) and bool(naming.names)


def _on_whom(
    reading: Reading, segment: Segment, words: tuple[int, int], index: int
) -> Attribution:
    """As in "unter Berufung auf die Polizei"; without a phrase where none is read.

    Args:
        reading: the text.
        segment: the clause.
        words: the first and the last token before "auf".
        index: of the segment.
    """
    first, at = words
    behind = at + 2
    phrase = people_behind(reading, at + 1, segment.end)
    end = behind if phrase is None else phrase.end
    cue = tuple(range(first, behind))
    return Attribution(first, end, cue, phrase, index, leans=True)


def people_behind(reading: Reading, at: int, end: int) -> Phrase | None:
    """Whom the words behind "auf" or "von" name.

    As in "auf die Polizei", "auf mit der Sache vertraute Personen", where no article
    opens the phrase, and "auf gut informierte Kreise".
    """
    phrase = name_at(reading, at + 1, end)
    if phrase is not None or at + 1 >= end:
        return phrase
    if reading.is_plain(at + 1):
        return phrase_at(reading, at + 2, end)
    head = other_head(reading, at, at + 1, end)
    if head >= end or not reading.is_preposition(at + 1):
        return None
    last = past_nouns(reading, head, end)
    return Phrase(at + 1, last, head, last, Case.DATIVE + Case.ACCUSATIVE)


def _circles(
    reading: Reading, segment: Segment, at: int, index: int
) -> Attribution | None:
    """As in "aus Regierungskreisen": people whom a reporter does not name."""
    phrase = phrase_at(reading, at + 1, segment.end)
    circles = reading.lexicon.nouns.circle_endings
    if phrase is None or not reading.lower[phrase.core_end - 1].endswith(circles):
        return None
    return Attribution(at, phrase.end, (at,), phrase, index, leans=True)


def _zufolge(
    reading: Reading, segment: Segment, at: int, index: int
) -> Attribution | None:
    phrase = phrase_before(reading, at, segment.first)
    if phrase is not None:
        return Attribution(phrase.first, at + 1, (at,), phrase, index)
    relative = reading.lexicon.words.conjunctions.relative
    if at == segment.first + 1 and reading.lower[segment.first] in relative and index:
        return Attribution(segment.first, at + 1, (at,), None, index)
    return _before_noun(reading, segment, at, index)


def _nach(
    reading: Reading, segment: Segment, at: int, index: int
) -> Attribution | None:
    """As in "nach Angaben der Polizei", "seiner Ansicht nach"."""
    phrase = phrase_at(reading, at + 1, segment.end)
    if phrase is not None and is_statement(reading, phrase):
        if is_occasion(reading, phrase, segment.end):
            return None
        cue = (at, phrase.core) if phrase.genitive else (at,)
        return Attribution(at, phrase.end, cue, phrase, index)
    before = phrase_before(reading, at, segment.first)
    views = reading.lexicon.nouns.views  # "Meinung", "Ansicht"
    if before is not None and reading.word(before.core_end - 1) in views:
        return Attribution(before.first, at + 1, (before.core, at), before, index)
    return None
