"""Clauses and sentences that "laut", "zufolge" or "nach Angaben" give to somebody."""

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView, Via
from quiz.engine.claims.candidates.leaning import is_own, is_reporter
from quiz.engine.claims.candidates.scope import MAX_ASIDE, scope_of
from quiz.engine.claims.candidates.spreading import spreaders
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_fragment,
)
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.clauses.subject import first_subject, subject_of
from quiz.engine.claims.doubt import VOICE_INSIDE, WORD_UNACCOUNTED
from quiz.engine.claims.frames.attribution import Attribution
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.reason import SpeakerReason
from quiz.engine.claims.speech.direct import as_via
from quiz.engine.claims.words.reading import Reading

ATTRIBUTED = Rule(id="attributed", share=0.95, naming=SpeakerReason.NAMED_AS_ORIGIN)
POINTS_BACK = Rule(id="points_back", share=0.6, stands_alone=True)


def attributed_candidates(
    view: SentenceView, outer: list[Candidate]
) -> list[Candidate]:
    """What each attribution that no other claim uses says of its clause.

    As in "laut Lenk kamen 500 Gäste"; two in one clause are speaker and source.

    Args:
        view: the sentence.
        outer: the claims found in it before.
    """
    candidates: dict[Range, list[Attribution]] = {}
    for attribution in view.attributions:
        used = attribution.leans or _is_used(attribution, outer)
        if used or _says_how(view, attribution) or _is_in_phrase(view, attribution):
            continue
        if _says_so(view, attribution):
            continue
        if _hangs_on_document(view, attribution) and _around(outer, attribution):
            continue  # "der Plan folge einer Analyse, wonach …, sagte Lenk"
        scope = scope_of(view, attribution)
        if not _clashes(view, attribution, scope, outer):
            candidates.setdefault(scope, []).append(attribution)
    found = [
        _candidate(view, scope, named, outer) for scope, named in candidates.items()
    ]
    return [candidate for candidate in found if candidate is not None]


def _voice_inside(view: SentenceView, main: Attribution) -> bool:
    """As in "Lenk nannte ihn laut dpa „klug“": what another says is told."""
    reading, segment = view.reading, view.segments[main.segment]
    return any(
        reading.lower[at] in reading.lexicon.calling
        for at in range(segment.first, segment.end)
        if at not in reading.quoted and not reading.is_noun(at)
    )


def _candidate(
    view: SentenceView, scope: Range, named: list[Attribution], outer: list[Candidate]
) -> Candidate | None:
    main, *others = named
    content = view.without(*scope)
    content = tuple(_past_bracket(view, piece) for piece in content)
    content = tuple(_past_role(view, piece) for piece in content)
    if not any(_says(view, piece) for piece in content):
        return None
    content = tuple(piece for piece in content if _tells(view, piece))
    around = _around(outer, main)
    speaker = _own_voice(view, main) or main.phrase
    via = [v for v in map(as_via, others) if v is not None]
    leaned = _leaned_on(view, main)
    if leaned is not None and leaned.phrase is not None:
        speaker = leaned.phrase
        hands = [leaned, main] if is_media(view.reading, speaker) else [main]
        via = [*(v for v in map(as_via, hands) if v is not None), *via]
    via += [v for v in spreaders(view, content) if v.phrase != speaker]
    pointing = [v for v in _pointing(view, main) if v.phrase != speaker]
    via += [v for v in pointing if not v.phrase.pronoun]
    doubts = (VOICE_INSIDE,) if _voice_inside(view, main) else ()
    if any(v.phrase.pronoun for v in pointing):
        doubts = (*doubts, WORD_UNACCOUNTED)  # "Er verweist auf eine Studie, wonach …"
    return Candidate(
        content=content,
        speaker=speaker,
        cue=main.cue,
        type=ClaimType.INDIRECT,
        rule=POINTS_BACK if main.back else ATTRIBUTED,
        sentence=view.index,
        via=tuple(via),
        carried=main.back,
        inside=ATTRIBUTED if around else None,
        doubts=doubts,
    )


def _pointing(view: SentenceView, main: Attribution) -> list[Via]:
    """As in "Lenk verweist auf eine Studie, wonach …": who points at it."""
    if not _hangs_on_document(view, main):
        return []
    reading, segment = view.reading, view.segments[main.segment - 1]
    words = reading.lexicon.words
    places = range(segment.first, segment.end)
    for beside in (segment, *view.segments[main.segment + 1 :][:1]):
        if _lies_before(reading, beside):
            cue = (beside.end - 1,)
            phrases = phrases_in(reading, beside.first, beside.end)
            return [Via(p, cue) for p, _ in phrases if is_media(reading, p)]
    verbs = words.quotation.relying | words.wording.cites
    verb = next((at for at in places if reading.lower[at] in verbs), None)
    finite = [at for at in places if reading.lower[at] in words.quotation.perfect]
    if verb is None:
        return []
    subject = subject_of(reading, segment, next(iter(finite), verb))
    return [] if subject is None else [Via(subject, (verb,))]


def _lies_before(reading: Reading, segment: Segment) -> bool:
    """As in "Der Nordpost liegt ein Gutachten vor": who has it in hand."""
    prefix = reading.lower[segment.end - 1]
    had = reading.lexicon.words.quotation.spreading
    return prefix in reading.lexicon.words.prefixes and any(
        prefix + word in had for word in reading.lower[segment.first : segment.end - 1]
    )


def _hangs_on_document(view: SentenceView, attribution: Attribution) -> bool:
    """As in "ein Gutachten, wonach die Brücke morsch ist", "…, dem zufolge sie …"."""
    lower, first = view.reading.lower, attribution.first
    words = view.reading.lexicon.words
    if lower[first] in words.quotation.points_back:
        return not attribution.back
    related = lower[first] in words.conjunctions.relative  # "der zufolge"
    return related and attribution.cue == (first + 1,) and attribution.end == first + 2


def _around(outer: list[Candidate], attribution: Attribution) -> Candidate | None:
    return next((d for d in outer if _covers(d, attribution)), None)


def _leaned_on(view: SentenceView, main: Attribution) -> Attribution | None:
    """As in "laut dpa unter Berufung auf die Polizei": on whom the reporter relies."""
    if not is_reporter(view.reading, main.phrase):
        return None
    beside = (a for a in view.attributions if a.leans and a.segment == main.segment)
    return next((a for a in beside if not is_own(view.reading, a.phrase)), None)


def _own_voice(view: SentenceView, attribution: Attribution) -> Phrase | None:
    """As in "Falk war nach eigenen Angaben krank": the clause's own subject."""
    reading, phrase = view.reading, attribution.phrase
    if phrase is None or phrase.pronoun or phrase.genitive is not None:
        return None
    if not is_own(reading, phrase):
        return None
    segment = view.segments[attribution.segment]
    before = first_subject(reading, segment.first, attribution.first)
    return before or first_subject(reading, attribution.end, segment.end)


def _past_bracket(view: SentenceView, piece: Range) -> Range:
    """As in "laut den Trägern (Stadt und Kreis) fehlt Geld": who they are."""
    first, end = piece
    behind = any(a.end == first for a in view.attributions)
    if not behind or view.reading.word(first) != "(":
        return piece
    depth = 0
    for at in range(first, min(end, first + MAX_ASIDE)):
        depth += (view.reading.word(at) == "(") - (view.reading.word(at) == ")")
        if depth == 0:
            return at + 1, end
    return piece


def _past_role(view: SentenceView, piece: Range) -> Range:
    """As in "nach Meinung von Moor, Professorin am Institut, könnte …": who that is."""
    first, end = piece
    reading = view.reading
    opens = any(
        a.end == first - 1 and a.first == view.segments[a.segment].first
        for a in view.attributions
    )
    if not opens or reading.word(first - 1) != ",":
        return piece
    places = range(first, min(end, first + MAX_ASIDE))
    close = next((at for at in places if reading.word(at) == ","), first)
    if close in (first, end - 1) or not reading.looks_finite(close + 1):
        return piece
    beside = Segment(first, close, ",")
    return (close + 1, end) if is_fragment(reading, beside) else piece


def _says(view: SentenceView, piece: Range) -> bool:
    return any(view.reading.text.tokens[at].is_word for at in range(*piece))


def _tells(view: SentenceView, piece: Range) -> bool:
    """Words, or a figure alone: "zählte er nach eigenen Angaben 2000"."""
    return _says(view, piece) or view.reading.word(piece[1] - 1)[0].isdigit()


def _says_how(view: SentenceView, attribution: Attribution) -> bool:
    """As in "Falk erläuterte die Lage aus Sicht der Stadt": how, not who said so."""
    reading, segment = view.reading, view.segments[attribution.segment]
    sights = reading.lexicon.nouns.sights
    seen = any(reading.word(at) in sights for at in attribution.cue)
    frame = view.frame_at(attribution.segment)
    spoken = frame is not None and frame.subject is not None
    return seen and spoken and attribution.first > segment.first


def _says_so(view: SentenceView, attribution: Attribution) -> bool:
    """As in "…; so steht es laut Nordpost in der Akte": of what was said before."""
    first = view.segments[attribution.segment].first
    marks, lower = view.reading.lexicon.words.quotation, view.reading.lower
    return lower[first] in marks.say_so and not marks.it.isdisjoint(
        lower[first + 1 : first + 3]
    )


def _is_in_phrase(view: SentenceView, attribution: Attribution) -> bool:
    """As in "die nach Angaben der Polizei größten Proteste": only of one word."""
    reading, first = view.reading, attribution.first
    words = reading.lexicon.words
    article = first - 1 >= view.sentence.first and (
        reading.lower[first - 1] in words.articles | words.indefinite
    )
    end = attribution.end
    bends = end < view.sentence.end and reading.is_adjective(end)
    return article and bends


def _is_used(attribution: Attribution, outer: list[Candidate]) -> bool:
    """It is the speaker or a source of a claim found already."""
    return any(
        candidate.cue == attribution.cue
        or any(via.phrase == attribution.phrase for via in candidate.via)
        for candidate in outer
    )


def _covers(candidate: Candidate, attribution: Attribution) -> bool:
    first, end = candidate.content[0][0], candidate.content[-1][1]
    return first <= attribution.first and attribution.end <= end


def _clashes(
    view: SentenceView, attribution: Attribution, scope: Range, outer: list[Candidate]
) -> bool:
    """The same words, and not only a part of them, are another's already."""
    if not outer:
        return False
    for candidate in outer:
        first, end = candidate.content[0][0], candidate.content[-1][1]
        cue = any(scope[0] <= at < scope[1] for at in candidate.cue)
        if cue or (first < scope[1] and scope[0] < end and not first < scope[0]):
            return True
    inside = any(_covers(candidate, attribution) for candidate in outer)
    dependent = is_dependent(view.reading, view.segments[attribution.segment])
    return inside and not dependent
