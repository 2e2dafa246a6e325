"""The sources beside the speaker that a sentence names."""

from quiz.engine.claims.candidates.addressee import heard_by
from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView, Via
from quiz.engine.claims.candidates.hedge import is_doubted
from quiz.engine.claims.candidates.leaning import Leaning, leaned_on, reporter_in
from quiz.engine.claims.clauses.dependence import is_fragment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase

# It is not certain that somebody said it at all, whatever rule found the words.
HEARSAY = Rule(id="hearsay", share=0.5)


def sources_beside(
    view: SentenceView, frame: Frame, content: tuple[Range, ...] = ()
) -> tuple[Via, ...]:
    """Who passed the frame's words on, nearest to the speaker first.

    An addressee that is an outlet heard it; what "laut" or "wie … berichtete" names
    stands nearer to the article, and so does whoever leans on another.
    """
    leaning = leaned_on(view, frame)
    speaker = speaker_of(view, frame)
    found = [
        *heard_by(view, frame),
        *_named_beside(view, frame),
        *_reporters(view, frame),
        *spreaders(view, content),
    ]
    hands = [via for via in found if via.phrase != speaker]
    if leaning is not None:
        hands = [*_as_hand(view, leaning), *hands, *_reporter(frame, leaning)]
    unique: dict[int, Via] = {}
    for via in hands:
        unique.setdefault(via.phrase.first, via)
    return tuple(unique.values())


def _as_hand(view: SentenceView, leaning: Leaning) -> list[Via]:
    """An outlet that another leans on is itself one of the hands."""
    phrase = leaning.phrase
    if phrase is None or not is_media(view.reading, phrase):
        return []
    return [Via(phrase, leaning.cue)]


def _reporter(frame: Frame, leaning: Leaning) -> list[Via]:
    reporter = reporter_in(frame, leaning)
    return [] if reporter is None else [Via(reporter, frame.cue)]


def candidate_of(
    view: SentenceView, frame: Frame, rule: Rule, content: tuple[Range, ...]
) -> Candidate:
    """What a frame introduces, with its speaker and the sources beside."""
    return Candidate(
        content=content,
        speaker=speaker_of(view, frame),
        cue=frame.cue,
        type=rule.gives,
        rule=HEARSAY if is_doubted(view, frame, content) else rule,
        sentence=view.index,
        via=sources_beside(view, frame, content),
    )


def speaker_of(view: SentenceView, frame: Frame) -> Phrase | None:
    """The frame's subject, or whom a reporter leans on for what it reports."""
    leaned = leaned_on(view, frame)
    return frame.subject if leaned is None else leaned.phrase


def _named_beside(view: SentenceView, frame: Frame) -> list[Via]:
    """As in "sagte X laut Ria": a source phrase in the frame's own segment.

    In "sagte X unter Berufung auf Ria" X stands between Ria and the article.
    """
    own = set(range(frame.first, frame.last + 1))
    for index in range(frame.last + 1, len(view.segments)):
        if not is_fragment(view.reading, view.segments[index]):
            break
        own.add(index)  # "sagte der Sprecher, Jang Tae-ho, laut Ria"
    return [
        Via(a.phrase, a.cue)
        for a in view.attributions
        if a.phrase is not None and a.segment in own and not a.leans
    ]


def _reporters(view: SentenceView, frame: Frame) -> list[Via]:
    """As in "…, wie das Staatsfernsehen berichtete": in a clause of its own."""
    found: list[Via] = []
    for other in view.frames:
        if other is frame or other.kind is not FrameKind.AS or other.subject is None:
            continue
        if is_media(view.reading, other.subject):
            leaning = (a for a in view.attributions if a.segment == other.segment)
            found += [Via(a.phrase, a.cue) for a in leaning if a.phrase is not None]
            found.append(Via(other.subject, other.cue))
    return found


def spreaders(view: SentenceView, content: tuple[Range, ...]) -> list[Via]:
    """As in "ein Video, das die Agentur verbreitete", "das der Nordpost vorliegt"."""
    reading = view.reading
    verbs = reading.lexicon.words.quotation.spreading
    found: list[Via] = []
    if verbs.isdisjoint(reading.lower[view.sentence.first : view.sentence.end]):
        return found
    for segment in view.segments:
        spread = [
            at
            for at in range(segment.first, segment.end)
            if reading.lower[at] in verbs and not _lies_in(at, content)
        ]
        if spread and segment.quotation is None:
            phrases = phrases_in(reading, segment.first, max(spread))
            media = (phrase for phrase, _ in phrases if is_media(reading, phrase))
            found += [Via(phrase, (spread[-1],)) for phrase in media]
    return found


def _lies_in(at: int, content: tuple[Range, ...]) -> bool:
    return any(first <= at < end for first, end in content)
