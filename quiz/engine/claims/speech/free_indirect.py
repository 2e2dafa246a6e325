"""A sentence in the Konjunktiv without any frame: somebody's speech goes on."""

from functools import partial

from quiz.engine.claims.candidates.candidate import Candidate, SentenceView, carried_on
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.dependence import is_subordinate
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.lexicon.grammar import Mood

_goes_on = partial(Rule, gives=ClaimType.INDIRECT_FREE_INDIRECT, talk=Talk.SPEAKS)
MOOD_GOES_ON = {
    Mood.STRICT: _goes_on(id="mood_goes_on_strict", share=0.9, stands_alone=True),
    Mood.LOOSE: _goes_on(id="mood_goes_on_loose", share=0.65),
}


def bare_candidates(view: SentenceView) -> list[Candidate]:
    """A sentence in Konjunktiv without any frame: somebody's speech goes on."""
    main = _main_segment(view)
    if main is None:
        return []
    mood = view.reading.has_mood(main.first, main.end)
    content = view.trim(view.sentence.first, view.sentence.end)
    if not mood or content is None or (mood is Mood.LOOSE and _is_wish(view, main)):
        return []
    return [carried_on(view, content, MOOD_GOES_ON[mood])]


def _is_wish(view: SentenceView, segment: Segment) -> bool:
    """As in "Kolb hätte gern einen Garten": what somebody would like, no speech."""
    wishing = view.reading.lexicon.words.quotation.wishing
    return any(
        view.reading.lower[at] in wishing for at in range(segment.first, segment.end)
    )


def _is_phrase(view: SentenceView, segment: Segment) -> bool:
    """No infinitive: "um" or "ohne" is a preposition here."""
    marker = view.reading.lexicon.inflection.conjugation.marker
    return marker not in view.reading.lower[segment.first : segment.end]


def _main_segment(view: SentenceView) -> Segment | None:
    """The first segment that is no subordinate clause.

    Behind a condition the main clause begins with its verb.
    """
    reading = view.reading
    words = reading.lexicon.words
    front = reading.lower[view.segments[0].first] if view.segments else ""
    conditional = front in words.quotation.conditions
    for segment in view.segments[int(conditional) :]:
        opener = reading.lower[segment.first]
        if segment.quotation is not None:
            continue
        if conditional and not reading.is_plain(segment.first):
            continue
        if opener in words.conjunctions.purpose and not _is_phrase(view, segment):
            continue  # "statt zu bauen, …"
        if not is_subordinate(reading, segment):
            return segment
    return None
