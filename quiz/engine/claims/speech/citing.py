"""Words that an outlet cites: "zitiert die Nordpost den Förster"."""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.engine.claims.candidates.candidate import Candidate, SentenceView, Via
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.subject import subject_in_front
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.agreement import can_be_subject
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at, quoted_phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Mood

NEAR = 2  # sentences back in which an outlet is looked for
CLAUSE_CITED = Rule(id="clause_cited", share=0.75)


@dataclass(frozen=True, slots=True)
class Citation:
    """Who is cited, by whom, and the tokens of the verb."""

    speaker: Phrase
    via: tuple[Via, ...]
    cue: tuple[int, ...]


def citation_for(view: SentenceView, index: int) -> Citation | None:
    """The citation whose words the segment of that index gives; None for none.

    As in "„…“, zitiert die Nordpost den Förster" and "Förster Moos wird von der
    Nordpost mit den Worten zitiert: „…“": the one cited speaks, the outlet passes on.
    """
    for at in (index + 1, index - 1):
        if 0 <= at < len(view.segments) and view.segments[at].quotation is None:
            found = _passive(view, at) or _active(view, at)
            if found is not None:
                return found
    return None


def cited_candidates(view: SentenceView) -> list[Candidate]:
    """As in "Man habe nichts gewusst, zitiert die Nordpost den Förster"."""
    for index, segment in enumerate(view.segments[:-1]):
        if segment.quotation is not None:
            return []
        citation = citation_for(view, index)
        mood = view.reading.has_mood(segment.first, segment.end)
        if citation is None or mood is not Mood.STRICT:
            continue
        return [
            Candidate(
                content=view.without(view.segments[0].first, segment.end),
                speaker=citation.speaker,
                cue=citation.cue,
                type=ClaimType.INDIRECT,
                rule=CLAUSE_CITED,
                sentence=view.index,
                via=citation.via,
            )
        ]
    return []


def _active(view: SentenceView, index: int) -> Citation | None:
    verb = _verb(view, index)
    if verb is None:
        return None
    reading, segment = view.reading, view.segments[index]
    phrases = phrases_in(reading, segment.first, segment.end)
    plain = [phrase for phrase, preposition in phrases if preposition is None]
    citing = [p for p in plain if _cites(view, p)]
    cited = [p for p in plain if p not in citing and p.can_be(Case.ACCUSATIVE)]
    if citing and not cited:
        cited = [*_texts(view, citing[0], phrases)]
        citing = [p._replace(end=min(p.end, p.core_end)) for p in citing]
    if not citing or not cited:
        return None
    via = tuple(Via(p, (verb,)) for p in citing if not p.pronoun)
    return Citation(cited[0], via, (verb,))


def _texts(
    view: SentenceView, citing: Phrase, phrases: list[tuple[Phrase, int | None]]
) -> Iterator[Phrase]:
    """As in "zitiert das Portal aus dem Papier": the text that says so.

    Not where it is a talk with an outlet ("aus dem Gespräch mit der Nordpost").
    """
    reading, inner = view.reading, None
    if citing.core_end < citing.end:
        inner = phrase_at(reading, citing.core_end + 1, citing.end)
    every = [(inner, citing.core_end), *phrases] if inner is not None else phrases
    for phrase, governed in every:
        if governed is None or phrase.pronoun:
            continue
        last = reading.lower[phrase.core_end - 1]
        spoken = last.endswith(reading.lexicon.nouns.interviews)
        if reading.lower[governed] in reading.lexicon.words.origins and not spoken:
            yield phrase


def _passive(view: SentenceView, index: int) -> Citation | None:
    verb = _verb(view, index)
    forms = view.reading.lexicon.words.wording.passive
    reading, segment = view.reading, view.segments[index]
    places = range(segment.first, segment.end)
    aux = next((at for at in places if reading.lower[at] in forms), None)
    if verb is None or aux is None:
        return None
    phrases = phrases_in(reading, segment.first, segment.end)
    plain = [
        p for p, governed in phrases if governed is None and can_be_subject(reading, p)
    ]
    speaker = subject_in_front(reading, view.segments, index)
    speaker = speaker or next(iter(plain), None)
    if speaker is None:
        return None
    via = [
        Via(p, (verb,))
        for p, governed in phrases
        if governed is not None and _passes_on(view, p, governed)
    ]
    there = [at for at in places if reading.lower[at] in _inside(view)]
    before = _outlet_before(view) if there and not via else None
    via += [Via(before, (there[0],))] if before is not None else []
    return Citation(speaker, tuple(via), tuple(sorted((aux, verb))))


def _passes_on(view: SentenceView, phrase: Phrase, preposition: int) -> bool:
    """An outlet or a paper; and whoever does the citing: "wird von NNA zitiert"."""
    if _cites(view, phrase) or _is_paper(view, phrase):
        return True
    agent = view.reading.lower[preposition] in view.reading.lexicon.words.origins
    return agent and not phrase.pronoun


def _inside(view: SentenceView) -> frozenset[str]:
    """As in "wird sie dort zitiert"."""
    return view.reading.lexicon.words.quotation.inside


def _outlet_before(view: SentenceView) -> Phrase | None:
    """The outlet that the sentences before name last, in the same paragraph."""
    reading, here = view.reading, view.sentence
    for index in range(view.index - 1, max(-1, view.index - 1 - NEAR), -1):
        before = reading.text.sentences[index]
        if before.paragraph != here.paragraph:
            return None
        phrases = _named_in(reading, before.first, before.end)
        media = [p for p in phrases if p.quoted_name or is_media(reading, p)]
        if media:
            return media[-1]
    return None


def _named_in(reading: Reading, first: int, end: int) -> list[Phrase]:
    """Phrases of a sentence, those that only quotation marks open among them."""
    quoted = [
        phrase
        for at in range(first, end)
        if at in reading.quoted and at - 1 not in reading.quoted
        if (phrase := quoted_phrase(reading, (at, at), end)) is not None
    ]
    return [*(phrase for phrase, _ in phrases_in(reading, first, end)), *quoted]


def _verb(view: SentenceView, index: int) -> int | None:
    """The token of the verb in that segment."""
    cites = view.reading.lexicon.words.wording.cites
    segment = view.segments[index]
    for at in range(segment.first, segment.end):
        if view.reading.lower[at] in cites and at not in view.reading.quoted:
            return at
    return None


def _is_paper(view: SentenceView, phrase: Phrase) -> bool:
    """As in "wird in einer Mitteilung des Vereins zitiert"."""
    last = view.reading.word(phrase.core_end - 1)
    return last in view.reading.lexicon.nouns.documents


def _cites(view: SentenceView, phrase: Phrase) -> bool:
    """An outlet, a name in quotation marks, or "man"."""
    words = view.reading.lexicon.words
    anybody = view.reading.lower[phrase.first] in words.anybody
    return anybody or phrase.quoted_name is not None or is_media(view.reading, phrase)
