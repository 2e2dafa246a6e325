"""The sources beside the speaker that a sentence names."""

from quiz.engine.claims.candidates.addressee import heard_by
from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView, Via
from quiz.engine.claims.candidates.hedge import is_doubted
from quiz.engine.claims.candidates.leaning import Leaning, leaned_on, reporter_in
from quiz.engine.claims.candidates.spreading import spreaders
from quiz.engine.claims.candidates.written import written_in
from quiz.engine.claims.clauses.dependence import is_fragment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.ground import Rule
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
    hands = [*written_in(view, frame), *heard_by(view, frame)]
    if leaning is not None:
        hands = [*_as_hand(view, leaning), *hands, *_reporter(frame, leaning)]
    hands += _named_beside(view, frame)
    hands += [*_reporters(view, frame, content), *spreaders(view, content)]
    hands = [via for via in hands if via.phrase != speaker]
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
        if not _is_own_channel(view, a.phrase)
    ]


def _is_own_channel(view: SentenceView, phrase: Phrase) -> bool:
    """As in "sagte Lenk laut Redemanuskript": his own words on paper, and no hand."""
    reading = view.reading
    if phrase.pronoun or phrase.genitive is not None or is_media(reading, phrase):
        return False
    ends = reading.lexicon.nouns.own_channels
    return reading.lower[phrase.core_end - 1].endswith(ends)


def is_of_object(
    view: SentenceView, frame: Frame, other: Frame, content: tuple[Range, ...]
) -> bool:
    """As in "Dass das stimmt, wie die Nordpost schreibt, bestreitet Lenk: Es sei …".

    She reports what he denies, not what he says behind the colon.
    """
    if not content or not 0 < other.first <= other.last < frame.first:
        return False
    opening = view.segments[other.first - 1]
    opens = view.reading.lexicon.words.conjunctions.content
    denied = view.reading.lower[opening.first] in opens
    return denied and content[0][0] > max(frame.cue)


def _reporters(
    view: SentenceView, frame: Frame, content: tuple[Range, ...]
) -> list[Via]:
    """As in "…, wie das Staatsfernsehen berichtete": in a clause of its own."""
    found: list[Via] = []
    for other in view.frames:
        if other is frame or other.kind is not FrameKind.AS or other.subject is None:
            continue
        if is_of_object(view, frame, other, content):
            continue
        if is_media(view.reading, other.subject):
            leaning = (a for a in view.attributions if a.segment == other.segment)
            found += [Via(a.phrase, a.cue) for a in leaning if a.phrase is not None]
            found.append(Via(other.subject, other.cue))
    return found
