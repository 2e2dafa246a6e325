"""All candidates of a text, sentence by sentence."""

from dataclasses import replace

from quiz.engine.claims.candidates.accounting import accounted
from quiz.engine.claims.candidates.candidate import Candidate, SentenceView, Via
from quiz.engine.claims.candidates.leaning import is_open, is_reporter, relies
from quiz.engine.claims.candidates.statement import as_statement
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.doubt import MAYBE_TOLD, REPORTER_LEANS
from quiz.engine.claims.speech.according_to import attributed_candidates
from quiz.engine.claims.speech.citing import cited_candidates
from quiz.engine.claims.speech.direct import direct_candidates, pointed_at
from quiz.engine.claims.speech.fragment import loose_candidates, nested_candidates
from quiz.engine.claims.speech.free_indirect import MOOD_GOES_ON, bare_candidates
from quiz.engine.claims.speech.hearsay import (
    HEARSAY_GOES_ON,
    hearsay_candidates,
    self_told_candidates,
)
from quiz.engine.claims.speech.indirect import framed_candidates, pointing_candidates
from quiz.engine.claims.speech.overlap import (
    also_attributed,
    contested,
    with_clear_marks,
    with_whole_lines,
)
from quiz.engine.claims.speech.talked_of import talked_of_candidates
from quiz.engine.claims.speech.utterances.alternation import interview_in_turn
from quiz.engine.claims.speech.utterances.headed import headed_interview
from quiz.engine.claims.speech.utterances.posting import posts_in
from quiz.engine.claims.speech.utterances.utterance import Utterances, together
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Trait
from quiz.engine.text.text import Part

# Rules for a sentence that names nobody: whoever is named behind it is surer.
UNNAMED = (HEARSAY_GOES_ON, *MOOD_GOES_ON.values())


def find_candidates(reading: Reading) -> list[Candidate]:
    """The candidates in order of the text; for headings see `heading`."""
    found: list[Candidate] = []
    before: SentenceView | None = None
    relying: set[int] = set()
    utterances = utterances_in(reading)
    for index, sentence in enumerate(reading.text.sentences):
        if index in utterances.said:
            found.append(utterances.said[index])
        if reading.text.paragraphs[sentence.paragraph].part is not Part.BODY:
            before = None
            continue
        view = SentenceView(reading, index)
        candidates = utterances.left_of(index, sentence_candidates(view))
        if relies(view):
            relying.add(index)
        if before is not None and not candidates:
            candidates = pointing_candidates(view, before)
            candidates += nested_candidates(before, candidates)
        elif found and not candidates and found[-1].sentence == index - 1:
            found[-1] = _pointed_at(view, found[-1])
        before = None if candidates else view
        found += candidates
    leaning = (_leaning_beside(reading, d, relying) for d in _named_later(found))
    clear = (with_clear_marks(reading, candidate) for candidate in leaning)
    return [with_whole_lines(reading, candidate) for candidate in clear]


def utterances_in(reading: Reading) -> Utterances:
    """Whole sentences and paragraphs that are somebody's words."""
    interview = headed_interview(reading)
    if not interview.answers:
        interview = interview_in_turn(reading)
    every = (*interview.answers, *posts_in(reading))
    return together(every, interview.asked, interview.heads)


def _leaning_beside(
    reading: Reading, candidate: Candidate, relying: set[int]
) -> Candidate:
    """As in "…, schreibt die Nordpost. Sie beruft sich auf Insider.": not its own."""
    near = {candidate.sentence - 1, candidate.sentence + 1}
    leans = not near.isdisjoint(relying) and is_reporter(reading, candidate.speaker)
    return candidate.doubted(REPORTER_LEANS) if leans else candidate


def _pointed_at(view: SentenceView, said: Candidate) -> Candidate:
    """What was said before, with the speaker whom this sentence names for it.

    As in "Er soll geflohen sein. Das berichtet die Nordpost.": whoever is named so
    is surer than a speaker carried on.
    """
    if said.rule in UNNAMED:
        before = SentenceView(view.reading, view.index - 1)
        named = pointing_candidates(view, before)
        confirmed = said.rule is not HEARSAY_GOES_ON and any(
            Trait.SUMMARY in f.frames for f in view.frames
        )
        return named[0] if named and not confirmed else said
    return pointed_at(view, said) or _reported(view, said)


def _reported(view: SentenceView, said: Candidate) -> Candidate:
    """As in "Das meldete am Abend die Agentur Nord.": it passed on what was said."""
    for frame in view.frames:
        front = view.segments[frame.segment].first
        points = view.reading.lexicon.words.quotation.pointing
        back = view.reading.lower[front] in points and frame.at == front + 1
        reports = Trait.REPORT in frame.frames and is_reporter(
            view.reading, frame.subject
        )
        if back and reports and frame.subject is not None and not said.inside:
            return replace(said, via=(*said.via, Via(frame.subject, frame.cue)))
    return said


def _may_be_told(view: SentenceView, candidate: Candidate) -> bool:
    """As in "sagte ein Lotse der „Woge“": of the ship, or to the paper?"""
    speaker = candidate.speaker
    owner = None if speaker is None else speaker.genitive
    if speaker is None or owner is None or owner.quoted_name is None:
        return False
    head = view.reading.lower[speaker.core_end - 1]
    works = head.endswith(view.reading.lexicon.nouns.outlet_compound_endings)
    return owner.can_be(Case.DATIVE) and not works


def _named_later(found: list[Candidate]) -> list[Candidate]:
    """A quotation that the next paragraph opens again has that one's speaker.

    As in "„Wir bauen neu." with "„Im Mai geht es los“, sagte Lenk." behind it.
    """
    named = list(found)
    for at in range(len(named) - 2, -1, -1):
        said, later = named[at], named[at + 1]
        if not (said.carried and said.type is later.type is ClaimType.DIRECT):
            continue
        opened_again = said.content[-1][1] == later.content[0][0] - 1
        if opened_again and later.speaker is not None and not later.inside:
            speaker, via = later.speaker, later.via
            named[at] = replace(said, speaker=speaker, via=via, carried=False)
    return named


def sentence_candidates(view: SentenceView) -> list[Candidate]:
    """What one sentence gives, outer claims before the fragments inside them."""
    direct = direct_candidates(view)
    used = {at for candidate in direct for at in candidate.cue}
    framed = framed_candidates(view, used)
    outer = direct + framed + talked_of_candidates(view)
    attributed = attributed_candidates(view, outer)
    nested = [candidate for candidate in attributed if candidate.inside]
    outer += [candidate for candidate in attributed if not candidate.inside]
    if not outer:
        outer = (
            cited_candidates(view) or bare_candidates(view) or hearsay_candidates(view)
        )
        outer = outer or self_told_candidates(view)
    outer = [as_statement(view, each) for each in outer + loose_candidates(view, outer)]
    outer = also_attributed(view, contested(outer))
    nested += nested_candidates(view, outer)
    found = [
        d.doubted(REPORTER_LEANS) if is_open(view, d) else d for d in (*outer, *nested)
    ]
    found = [d.doubted(MAYBE_TOLD) if _may_be_told(view, d) else d for d in found]
    return [accounted(view, candidate) for candidate in found]
