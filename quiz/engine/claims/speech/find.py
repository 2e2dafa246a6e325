"""All candidates of a text, sentence by sentence."""

from collections.abc import Mapping
from dataclasses import replace

from quiz.engine.claims.candidates.accounting import accounted
from quiz.engine.claims.candidates.candidate import Candidate, SentenceView, Via
from quiz.engine.claims.candidates.leaning import (
    Leaning,
    is_open,
    is_reporter,
    reliances,
)
from quiz.engine.claims.candidates.statement import as_statement
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.told import may_be_blamed
from quiz.engine.claims.doubt import MAYBE_TOLD, REPORTER_LEANS
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.phrases.unknown_outlet import may_hear
from quiz.engine.claims.speech.according_to import attributed_candidates
from quiz.engine.claims.speech.citing import cited_candidates
from quiz.engine.claims.speech.direct import direct_candidates, pointed_at
from quiz.engine.claims.speech.fragment import loose_candidates, nested_candidates
from quiz.engine.claims.speech.going_on.first_person import first_person_candidates
from quiz.engine.claims.speech.going_on.free_indirect import (
    MOODS_GO_ON,
    bare_candidates,
)
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
from quiz.engine.claims.speech.told import with_told
from quiz.engine.claims.speech.utterances.alternation import interview_in_turn
from quiz.engine.claims.speech.utterances.headed import headed_interview
from quiz.engine.claims.speech.utterances.posting import posts_in
from quiz.engine.claims.speech.utterances.utterance import Utterances, together
from quiz.engine.claims.words.noun import is_day
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Trait
from quiz.engine.text.text import Part

# Rules for a sentence that names nobody: whoever is named behind it is surer.
UNNAMED = (HEARSAY_GOES_ON, *MOODS_GO_ON)


def find_candidates(reading: Reading) -> list[Candidate]:
    """The candidates in order of the text; for headings see `heading`."""
    found: list[Candidate] = []
    before: SentenceView | None = None
    relying: dict[int, list[Leaning]] = {}
    utterances = utterances_in(reading)
    for index, sentence in enumerate(reading.text.sentences):
        if index in utterances.said:
            found.append(utterances.said[index])
        if reading.text.paragraphs[sentence.paragraph].part is not Part.BODY:
            before = None
            continue
        view = SentenceView(reading, index)
        candidates = utterances.left_of(index, sentence_candidates(view))
        if leanings := reliances(view):
            relying[index] = leanings
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
    reading: Reading, candidate: Candidate, relying: Mapping[int, list[Leaning]]
) -> Candidate:
    """As in "…, schreibt die Nordpost. Sie beruft sich auf Insider.": not its own."""
    near = relying.keys() & {candidate.sentence - 1, candidate.sentence + 1}
    if not near or not is_reporter(reading, candidate.speaker):
        return candidate
    return _of_whom(reading, candidate, relying).doubted(REPORTER_LEANS)


def _of_whom(
    reading: Reading, candidate: Candidate, relying: Mapping[int, list[Leaning]]
) -> Candidate:
    """With whom the next sentence names as the one relied on for its speaker."""
    behind, reporter = relying.get(candidate.sentence + 1, []), candidate.speaker
    phrase = behind[0].phrase if len(behind) == 1 else None
    if phrase is None or phrase.pronoun or reporter is None or candidate.via:
        return candidate
    hands = [Via(phrase, behind[0].cue)] if is_media(reading, phrase) else []
    via = (*hands, Via(reporter, candidate.cue))
    found = replace(candidate, speaker=phrase, via=via)
    return found.doubted(MAYBE_TOLD)  # of this sentence, or of more before it?


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
    printed = _printed_in(view)
    if printed is not None and not said.inside:
        return replace(said, via=(*said.via, printed))
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


def _printed_in(view: SentenceView) -> Via | None:
    """As in "Das steht in der Zeitung „Nordpost“.": which outlet passed it on."""
    reading, (first, end) = view.reading, (view.sentence.first, view.sentence.end)
    marks, places = (
        reading.lexicon.words.quotation,
        reading.lexicon.words.passive.places,
    )
    opening = reading.lower[first : first + 2]
    if opening[0] not in marks.pointing or not marks.stands.keys() & opening[1:]:
        return None
    found = (
        phrase
        for phrase, governed in phrases_in(reading, first + 2, end)
        if governed is not None and reading.lower[governed] in places
        if is_media(reading, phrase)
    )
    phrase = next(found, None)
    return None if phrase is None else Via(phrase, (first + 1,))


def _may_be_told(view: SentenceView, candidate: Candidate) -> bool:
    """As in "sagte ein Lotse der „Woge“": of the ship, or to the paper?

    And as in "der von Damm zitierte Lotse", where nobody tells who cites him.
    """
    reading, speaker = view.reading, candidate.speaker
    if speaker is not None and not candidate.via:
        cited = reading.lower[speaker.first : speaker.core]
        if not reading.lexicon.words.quotation.spreading.isdisjoint(cited):
            return True
    return (
        _is_either(view, candidate)
        or any(_is_open_hand(reading, via) for via in candidate.via)
        or _may_be_of_speaker(view.reading, candidate)
    )


def _is_open_hand(reading: Reading, via: Via) -> bool:
    """As in "nach deren Angaben", "sagte Lenk der Volksstimme": a guess."""
    phrase = via.phrase
    owned = not via.cue and _may_own(reading, phrase)
    guess = not via.written and may_hear(reading, phrase)
    return owned or _is_whose(reading, phrase) or guess


def _may_be_of_speaker(reading: Reading, candidate: Candidate) -> bool:
    """Whether the outlet it was told to stands as a genitive behind the speaker."""
    speaker = candidate.speaker
    owner = None if speaker is None else speaker.genitive
    while owner is not None and owner.genitive is not None:
        owner = owner.genitive  # "ein Lehrer der Schule der „Woge“"
    if speaker is None or owner is None or owner.quoted_name is None:
        return False
    head = reading.lower[speaker.core_end - 1]
    works = head.endswith(reading.lexicon.nouns.outlet_compound_endings)
    return owner.can_be(Case.DATIVE) and not works


def _is_either(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Der „Abendkreis“ warf Ida Moor vor, …": who whom is not to be seen."""
    return any(
        may_be_blamed(
            view.reading, each.at, each.subject, view.segments[each.segment].end
        )
        for each in view.frames
        if each.subject is not None and each.cue == candidate.cue
    )


def _may_own(reading: Reading, phrase: Phrase) -> bool:
    """As in "sagte Lenk auf dem Kongress der Nordpost": hers, or told to her?"""
    before = phrase.first - 1
    if not phrase.can_be(Case.GENITIVE) or before < 1 or not reading.is_noun(before):
        return False
    article = before - 1
    article -= not reading.is_determiner(article) and reading.is_adjective(article)
    contracted = reading.lexicon.words.contractions
    governed = article if reading.lower[article] in contracted else article - 1
    return reading.is_preposition(governed) and not is_day(reading, before)


def _is_whose(reading: Reading, phrase: Phrase) -> bool:
    """As in "nach deren Angaben": of whom the words are is still to be found."""
    said = reading.word(phrase.core_end - 1) in reading.lexicon.nouns.statements
    return said and reading.is_possessive(phrase.first)


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
        outer = outer or self_told_candidates(view) or first_person_candidates(view)
    outer = [as_statement(view, each) for each in outer + loose_candidates(view, outer)]
    outer = also_attributed(view, contested(outer))
    nested += nested_candidates(view, outer)
    found = [
        d.doubted(REPORTER_LEANS) if is_open(view, d) else d for d in (*outer, *nested)
    ]
    found = [d.doubted(MAYBE_TOLD) if _may_be_told(view, d) else d for d in found]
    return with_told(view, [accounted(view, candidate) for candidate in found])
