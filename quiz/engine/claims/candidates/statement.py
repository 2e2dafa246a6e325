"""What a candidate gives as somebody's words, held against what a statement is."""

from dataclasses import replace

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.candidates.hedge import is_self_told
from quiz.engine.claims.candidates.left_out import is_cut
from quiz.engine.claims.candidates.wholeness import doubts_of_words
from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.clauses.comment import is_gloss, place_line_end
from quiz.engine.claims.clauses.dependence import is_dependent
from quiz.engine.claims.clauses.finite import can_be_verb, told_in
from quiz.engine.claims.doubt import NO_STATEMENT, VOICE_INSIDE, WORDS_GO_ON
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.lexicon.grammar import Fit, Trait

TOLD = (ClaimType.INDIRECT, ClaimType.INDIRECT_FREE_INDIRECT, ClaimType.FREE_INDIRECT)


def as_statement(view: SentenceView, candidate: Candidate) -> Candidate:
    """The candidate without the place line, doubted where it is no whole statement.

    Quoted words are whole as they are, and a summary never says all.
    """
    if candidate.type not in TOLD or candidate.inside:
        direct = candidate.type is ClaimType.DIRECT and not candidate.inside
        cut = direct and (
            is_cut(view, candidate.content) or _depends(view, candidate.content)
        )
        return candidate.doubted(WORDS_GO_ON) if cut else candidate
    content = _less_pointer(view, _behind_place(view, candidate.content))
    content = _less_gloss(view, content)
    candidate = replace(candidate, content=content)
    if not _states(view, candidate.content):
        candidate = candidate.doubted(NO_STATEMENT)
    for doubt in doubts_of_words(view, candidate):
        candidate = candidate.doubted(doubt)
    voices = any(_is_voice(view, candidate, frame) for frame in view.frames)
    voices = voices or _is_quoted_by_outlet(view, candidate)
    voices = voices or _speaks_of_us(view, candidate) or _had_told(view, candidate)
    if voices or any(_is_anothers(view, *piece) for piece in candidate.content):
        candidate = candidate.doubted(VOICE_INSIDE)
    return candidate


def _depends(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "…, spottete Lenk, „weil es keine gibt“": the end of what she says."""
    first = content[0][0]
    words = view.reading.lexicon.words.conjunctions
    opens = view.reading.word(first) in words.subordinating - words.content
    return opens and first - 1 > view.sentence.first


def _behind_place(view: SentenceView, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """As in "Talheim – Die Mühle brennt": what stands behind the dash."""
    first, end = content[0]
    if first != view.sentence.first:
        return content
    behind = place_line_end(view.reading, view.segments)
    if behind is None or behind >= end:
        return content
    return ((behind, end), *content[1:])


def _less_pointer(view: SentenceView, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """As in "dass es öffnet (siehe Grafik)", "(mehr dazu hier)": the paper's own."""
    first, end = content[-1]
    lower = view.reading.lower
    if lower[end - 1] != ")":
        return content
    opens = next((at for at in range(end - 1, first, -1) if lower[at] == "("), first)
    pointers = view.reading.lexicon.words.wording.pointers
    own = opens > first and lower[opens + 1] in pointers
    return (*content[:-1], (first, opens)) if own else content


def _less_gloss(view: SentenceView, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """As in "…, wie die Roller im Amtsdeutsch heißen": explained for who reads it."""
    first, end = content[-1]
    for index, segment in enumerate(view.segments):
        last = first < segment.first and segment.end == end
        if last and is_gloss(view.reading, view.segments, index):
            return (*content[:-1], (first, view.segments[index - 1].end))
    return content


def _states(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """Whether there is a verb in it, or an infinitive with "zu", or a quotation."""
    reading = view.reading
    marker = reading.lexicon.inflection.conjugation.marker
    plural = reading.lexicon.inflection.verbs.plural
    return any(
        at in reading.quoted
        or can_be_verb(reading, at)
        or (at == first and reading.is_plain(at) and reading.lower[at].endswith(plural))
        or marker in reading.lower[at][2:-3]
        or reading.lower[at] == marker
        for first, end in content
        for at in range(first, end)
    )


def _is_voice(view: SentenceView, candidate: Candidate, frame: Frame) -> bool:
    """As in "das Amt meldete laut Nordpost Schäden": another's frame is inside.

    The words are then his, and whoever is named for all of it passes them on.
    """
    if frame.kind is not FrameKind.VERB or frame.subject is None:
        return False
    passes_on = _passes_on(view, candidate)
    if Trait.QUOTATION not in frame.frames and not (
        passes_on and Trait.THOUGHT in frame.frames
    ):
        return False
    reading, segment = view.reading, view.segments[frame.segment]
    if is_dependent(reading, segment) or reading.has_mood(segment.first, segment.end):
        return False
    return all(
        any(first <= at < end for first, end in candidate.content)
        for at in (frame.at, frame.subject.first)
    )


def _is_quoted_by_outlet(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Wie NNA meldet, sieht Rat Ott „keinen Grund“": his, by its report."""
    reading = view.reading
    quoted = any(
        at in reading.quoted and reading.text.tokens[at].is_word
        for first, end in candidate.content
        for at in range(first, end)
    )
    return (
        quoted
        and _passes_on(view, candidate)
        and any(
            governed is None and naming_of(reading, phrase).kind is EntityKind.PERSON
            for piece in candidate.content
            for phrase, governed in phrases_in(reading, *piece)
        )
    )


def _had_told(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Ott habe gesagt, es regne, schreibt der Bote": the paper passes it on."""
    first, end = candidate.content[0][0], candidate.content[-1][1]
    inside = [s for s in view.segments if first <= s.first and s.end <= end]
    told = any(told_in(view.reading, segment) for segment in inside[:-1])
    return told and _passes_on(view, candidate)


def _speaks_of_us(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Die Studie zeigt auch, dass wir …": whoever spoke before says that."""
    pronouns = view.reading.lexicon.words.pronouns
    ours = (
        pronouns.get(view.reading.lower[at])
        for first, end in candidate.content
        for at in range(first, end)
        if at not in view.reading.quoted
    )
    spoken = any(own is not None and own.fits == Fit.FIRST_PERSON for own in ours)
    return spoken and _passes_on(view, candidate)


def _passes_on(view: SentenceView, candidate: Candidate) -> bool:
    """An outlet or a document hardly speaks of itself."""
    speaker, reading = candidate.speaker, view.reading
    if speaker is None:
        return False
    word = reading.word(speaker.core_end - 1)
    return word in reading.lexicon.nouns.documents or is_media(reading, speaker)


def _is_anothers(view: SentenceView, first: int, end: int) -> bool:
    """Whether a clause thrown into the words says that another has them.

    As in "will der Bote erfahren haben", "fehle, fand der Torwart, nur Glück".
    """
    reading = view.reading
    told = reading.lexicon.words.hedges.self_told
    for segment in view.segments:
        at, stop = segment.first, segment.end
        inside = first < at < end and segment.quotation is None
        if not inside or is_dependent(reading, segment):
            continue
        if reading.lower[at] in told and is_self_told(reading, at, (at, stop)):
            return True
        subject = phrase_at(reading, at + 1, stop)
        alone = subject is not None and subject.end == stop < end
        if alone and reading.looks_finite(at) and not reading.has_mood(at, stop):
            return True
    return False
