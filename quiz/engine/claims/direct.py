"""Words in quotation marks, and who they belong to."""

from dataclasses import replace

from quiz.engine.claims.attribution import Attribution
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.draft import Draft, Range, SentenceView, Via
from quiz.engine.claims.frame import Frame
from quiz.engine.claims.media import is_media
from quiz.engine.claims.phrase import Phrase, phrase_at
from quiz.engine.claims.subject import first_subject
from quiz.engine.claims.via import draft_of, trailing

MIN_FRAGMENT_WORDS = 2
MIN_LOOSE_WORDS = 5  # below that quoted words are mostly a title or a term


def direct_drafts(view: SentenceView) -> list[Draft]:
    """One draft for each frame's quotations; those without a frame are carried on."""
    drafts: dict[int, Draft] = {}
    for index, segment in enumerate(view.segments):
        if segment.quotation is None:
            continue
        inner = (segment.quotation.first + 1, segment.quotation.last)
        frame = _frame_for(view, index)
        key = frame.at if frame else -1
        if key in drafts:
            known = drafts[key]
            drafts[key] = replace(known, content=(*known.content, inner))
        else:
            drafts[key] = _draft(view, inner, frame)
    return list(drafts.values())


def fragments_in(view: SentenceView, draft: Draft) -> list[Draft]:
    """The quoted fragments inside a claim's words, as claims of the same speaker."""
    found: list[Draft] = []
    if draft.type is ClaimType.DIRECT:
        return found
    for quotation in view.quotations:
        title = view.reading.is_noun(quotation.first - 1)  # "das Buch „…“"
        if quotation.words < MIN_FRAGMENT_WORDS or title:
            continue
        inside = any(
            first <= quotation.first and quotation.last < end
            for first, end in draft.content
        )
        if inside:
            content = ((quotation.first + 1, quotation.last),)
            found.append(
                replace(
                    draft,
                    content=content,
                    type=ClaimType.DIRECT,
                    inside=draft.rule,
                )
            )
    return found


def loose_drafts(view: SentenceView, found: list[Draft]) -> list[Draft]:
    """Quoted words inside a clause that no other claim covers.

    After "nannte" and its like a single word is somebody's; without any frame only a
    longer quotation is, and then probably the subject's.
    """
    covered = {at for draft in found for piece in _taken(draft) for at in range(*piece)}
    drafts: list[Draft] = []
    for quotation in view.quotations:
        if quotation.first + 1 in covered:
            continue
        frame = _naming_frame(view, quotation.first)
        title = view.reading.is_noun(quotation.first - 1)  # "das Stück „…“"
        if frame is None and (title or quotation.words < MIN_LOOSE_WORDS):
            continue
        inner = ((quotation.first + 1, quotation.last),)
        if frame is not None:
            drafts.append(draft_of(view, frame, "quotation_named", inner))
            continue
        first = view.segments[0]
        drafts.append(
            Draft(
                content=inner,
                speaker=first_subject(view.reading, first.first, first.end),
                cue=(),
                type=ClaimType.DIRECT,
                rule="quotation_unframed",
                sentence=view.index,
            )
        )
    return drafts


def _taken(draft: Draft) -> list[Range]:
    """What the draft says, and where it names speaker and sources."""
    phrases = [via.phrase for via in draft.via]
    if draft.speaker is not None:
        phrases.append(draft.speaker)
    return [*draft.content, *((phrase.first, phrase.end) for phrase in phrases)]


def _naming_frame(view: SentenceView, at: int) -> Frame | None:
    """The frame in whose own segment the quoted words stand, verb before them."""
    for frame in view.frames:
        segment = view.segments[frame.segment]
        if frame.kind == "verb" and frame.at < at < segment.end and frame.subject:
            return frame
    return None


def _draft(view: SentenceView, inner: Range, frame: Frame | None) -> Draft:
    if frame is not None:
        return draft_of(view, frame, "quotation_with_" + frame.kind, (inner,))
    attribution = _attribution_for(view)
    if attribution is not None:
        return Draft(
            content=(inner,),
            speaker=attribution.phrase,
            cue=attribution.cue,
            type=ClaimType.DIRECT,
            rule="quotation_with_source",
            sentence=view.index,
            carried=attribution.back,
        )
    speaker = _before_colon(view, inner)
    return Draft(
        content=(inner,),
        speaker=speaker,
        cue=(),
        type=ClaimType.DIRECT,
        rule="quotation_after_colon" if speaker else "quotation_goes_on",
        sentence=view.index,
        carried=speaker is None,
    )


def _before_colon(view: SentenceView, inner: Range) -> Phrase | None:
    """As in "Lenk wörtlich: „…“", or whoever begins the sentence before a colon."""
    reading = view.reading
    first = view.segments[0]
    if first.quotation is not None or reading.word(inner[0] - 2) != ":":
        return None
    return phrase_at(reading, first.first, first.end) or first_subject(
        reading, first.first, first.end
    )


def _attribution_for(view: SentenceView) -> Attribution | None:
    return view.attributions[0] if view.attributions else None


def _frame_for(view: SentenceView, index: int) -> Frame | None:
    """Behind the quotation first, then in front of it, then further away."""
    behind = view.frame_at(index + 1)
    if behind is not None and _looks_back(behind) and not _only_reports(view, behind):
        return behind
    front = _in_front(view, index)
    if front is not None:
        return front
    spoken = [f for f in view.frames if "d" in f.frames and not _only_reports(view, f)]
    if spoken:
        return min(spoken, key=lambda f: abs(f.segment - index))
    return behind or _any_verb(view, index) or next(iter(view.frames), None)


def _any_verb(view: SentenceView, index: int) -> Frame | None:
    """As in "„…“, strahlte Lenk": right behind a quotation any verb marks speech."""
    if index + 1 >= len(view.segments):
        return None
    segment, reading = view.segments[index + 1], view.reading
    at = segment.first
    if segment.quotation is not None or not reading.is_plain(at):
        return None
    first = at + 1
    if first < segment.end and reading.lower[first] == "sich":
        first += 1
    subject = phrase_at(reading, first, segment.end)
    if subject is None or not subject.can_be("n"):
        return None
    return Frame(index + 1, None, at, (at,), subject, "any", verb_first=True)


def _looks_back(frame: Frame) -> bool:
    return frame.verb_first or frame.kind in ("so", "it", "as")


def _in_front(view: SentenceView, index: int) -> Frame | None:
    """The frame right before, appositions and addressees between them passed over."""
    for at in range(index - 1, -1, -1):
        frame = view.frame_at(at)
        if frame is not None:
            near = at + 1 + len(trailing(view, at)) >= index
            return frame if near and "d" in frame.frames else None
    return None


def _only_reports(view: SentenceView, frame: Frame) -> bool:
    """Beside another frame, "wie die Agentur berichtete" is a source, no speaker."""
    if frame.kind != "as" or frame.subject is None:
        return False
    others = [f for f in view.frames if f is not frame]
    return bool(others) and is_media(view.reading, frame.subject)


def as_via(attribution: Attribution) -> Via | None:
    """An attribution as a source beside a speaker."""
    if attribution.phrase is None:
        return None
    return Via(attribution.phrase, attribution.cue)
