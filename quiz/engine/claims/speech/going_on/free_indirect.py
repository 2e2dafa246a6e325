"""A sentence in the Konjunktiv without any frame: somebody's speech goes on."""

from functools import partial

from quiz.engine.claims.candidates.candidate import (
    Candidate,
    Range,
    SentenceView,
    carried_on,
)
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.dependence import is_subordinate
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Fit, Mood

_goes_on = partial(Rule, gives=ClaimType.INDIRECT_FREE_INDIRECT, talk=Talk.SPEAKS)
MOOD_GOES_ON = {
    Mood.STRICT: _goes_on(id="mood_goes_on_strict", share=0.9, stands_alone=True),
    Mood.LOOSE: _goes_on(id="mood_goes_on_loose", share=0.65),
}

# In the plural such a form stands for one of the Konjunktiv I that looks like none.
PLURAL_GOES_ON = _goes_on(id="mood_goes_on_plural", share=0.87)
# As in "Kräfte fehlten, heuer seien acht gegangen": behind somebody's words only.
BESIDE_GOES_ON = _goes_on(id="mood_goes_on_beside", share=0.87)
MAY_BE_MOOD = (MOOD_GOES_ON[Mood.LOOSE], PLURAL_GOES_ON)
MOODS_GO_ON = (*MOOD_GOES_ON.values(), PLURAL_GOES_ON, BESIDE_GOES_ON)


def bare_candidates(view: SentenceView) -> list[Candidate]:
    """A sentence in Konjunktiv without any frame: somebody's speech goes on."""
    main = _main_segment(view)
    if main is None:
        return []
    mood = view.reading.has_mood(main.first, main.end)
    content = view.trim(view.sentence.first, view.sentence.end)
    if not mood and content is not None and _is_beside_mood(view, main):
        return [carried_on(view, content, BESIDE_GOES_ON)]
    if not mood or content is None or (mood is Mood.LOOSE and _is_wish(view, main)):
        return []
    rule = MOOD_GOES_ON[mood]
    if mood is Mood.LOOSE and stands_for_mood(view.reading, content):
        rule = PLURAL_GOES_ON
    return [carried_on(view, content, rule)]


def _is_beside_mood(view: SentenceView, main: Segment) -> bool:
    """As in "Kräfte fehlten, heuer seien acht gegangen".

    The past of a plural looks like the Konjunktiv; a clause behind it that is no
    complement and surely in it tells that the first is, too.
    """
    reading, words = view.reading, view.reading.lexicon.words
    complement = words.conjunctions.content | words.conjunctions.asking
    told = any(
        segment.first >= main.end
        and segment.mark == ","
        and reading.lower[segment.first] not in complement
        and not is_subordinate(reading, segment)
        and reading.has_mood(segment.first, segment.end) is Mood.STRICT
        for segment in view.segments
    )
    return told and _may_be_mood(reading, main)


def _may_be_mood(reading: Reading, segment: Segment) -> bool:
    """As in "lohnten", "fehlten": the past of several, and no other finite verb."""
    words, ends = reading.lexicon.words, reading.lexicon.inflection.verbs
    places = [at for at in range(segment.first, segment.end) if reading.is_plain(at)]
    if any(reading.lower[at] in words.auxiliaries for at in places):
        return False
    plural = tuple(past for past in ends.past if past.endswith(ends.infinitive))
    return any(
        reading.lower[at].endswith(plural)
        and at > segment.first
        and not (reading.is_preposition(at - 1) or reading.is_determiner(at - 1))
        and at + 1 < segment.end
        and not reading.is_plain(at + 1)
        for at in places
    )


def stands_for_mood(reading: Reading, content: Range) -> bool:
    """As in "Die Balken hätten Risse", not "Ein Neubau wäre besser".

    In the singular, of "wir" and under a condition the form may be the article's own.
    """
    places = range(*content)
    if any(_may_be_unreal(reading, at) for at in places):
        return False
    return all(reading.is_plural_verb(at) for at in places if reading.is_loose_mood(at))


def _may_be_unreal(reading: Reading, at: int) -> bool:
    """As in "Sollte es regnen, …", "wir könnten …", "hätten öffnen sollen"."""
    words, lower = reading.lexicon.words, reading.lower[at]
    pronoun = words.pronouns.get(lower)
    if pronoun is not None and pronoun.fits == Fit.FIRST_PERSON:
        return True
    opens = at in reading.starts or reading.word(at - 1) == ","
    if opens and lower in words.quotation.conditions:
        return True
    closes = at + 1 >= len(reading.lower) or not reading.text.tokens[at + 1].is_word
    held = lower in words.states.modals and lower not in words.passive.auxiliaries
    infinitive = reading.lexicon.inflection.verbs.infinitive
    return closes and held and reading.lower[at - 1].endswith(infinitive)


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


def _is_condition(view: SentenceView, segment: Segment) -> bool:
    """As in "Wenn es regne, …", "Auch wenn es regne, …"."""
    reading, first = view.reading, segment.first
    conditions = reading.lexicon.words.quotation.conditions
    passed = reading.lower[first] in reading.lexicon.words.front
    return reading.lower[min(first + passed, segment.end - 1)] in conditions


def _main_segment(view: SentenceView) -> Segment | None:
    """The first segment that is no subordinate clause.

    Behind a condition the main clause begins with its verb.
    """
    reading = view.reading
    words = reading.lexicon.words
    conditional = bool(view.segments) and _is_condition(view, view.segments[0])
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
