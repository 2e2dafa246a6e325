"""Words in quotation marks that stand as clauses, and who they belong to."""

from dataclasses import replace

from quiz.engine.claims.attribution import Attribution
from quiz.engine.claims.citing import Citation, citation_for
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.draft import Draft, Range, SentenceView, Via
from quiz.engine.claims.frame import Frame, FrameKind
from quiz.engine.claims.heard import trailing
from quiz.engine.claims.media import is_media
from quiz.engine.claims.phrase import Phrase, phrase_at
from quiz.engine.claims.reading import Reading
from quiz.engine.claims.segment import Segment
from quiz.engine.claims.unframed import is_gloss, named_beside, whose
from quiz.engine.claims.via import draft_of
from quiz.engine.claims.wording import (
    MIN_PHRASE,
    Wording,
    titles_what_is_before,
    wording_of,
)
from quiz.engine.lexicon.grammar import Case, Form, Trait
from quiz.engine.text.quotation import Quotation


def direct_drafts(view: SentenceView) -> list[Draft]:
    """One draft for each quotation; one that its frame interrupts stays one.

    Those without a frame are carried on.
    """
    interrupted = _wholly_quoted(view)
    if interrupted is not None:
        return [interrupted]
    drafts: list[Draft] = []
    for index, segment in enumerate(view.segments):
        if segment.quotation is None or _is_name_told(view, segment.quotation, index):
            continue
        if is_gloss(view, segment.quotation) or _ends_clause(view, index):
            continue
        inner = (segment.quotation.first + 1, segment.quotation.last)
        citation = citation_for(view, index)
        if citation is not None:
            drafts.append(_cited(view, inner, citation))
            continue
        named = named_beside(view, index)
        frame = _frame_for(view, index) if named is None else None
        before = drafts[-1] if drafts else None
        if before is not None and _interrupts(before, frame, inner):
            drafts[-1] = replace(before, content=(*before.content, inner))
            continue
        draft = _draft(view, inner, frame, named)
        if frame is not None or _is_speech(view, segment.quotation, draft):
            drafts.append(draft)
    return drafts


def _wholly_quoted(view: SentenceView) -> Draft | None:
    """As in "„Das Eis“ laut Förster Moos „ist zu dünn“": all is quoted."""
    if not view.quotations or len(view.attributions) != 1:
        return None
    reading, source = view.reading, view.attributions[0]
    outside = (
        at
        for at in range(view.sentence.first, view.sentence.end)
        if reading.text.tokens[at].is_word and at not in reading.quoted
    )
    if source.back or not all(source.first <= at < source.end for at in outside):
        return None
    return Draft(
        content=tuple((q.first + 1, q.last) for q in view.quotations),
        speaker=source.phrase,
        cue=source.cue,
        type=ClaimType.DIRECT,
        rule="quotation_with_source",
        sentence=view.index,
    )


def pointed_at(view: SentenceView, said: Draft) -> Draft | None:
    """As in "„Wir gehen.“ Das sagte Lenk.": the quotation before, with its speaker.

    Args:
        view: the sentence behind it.
        said: the quotation, which stands alone and names nobody.
    """
    if not said.carried or said.type is not ClaimType.DIRECT or said.inside:
        return None
    points = view.reading.lexicon.words.quotation.pointing
    for frame in view.frames:
        front = view.segments[frame.segment].first
        first = view.reading.lower[front] in points and frame.segment == 0
        if (
            first
            and frame.at == front + 1
            and Trait.QUOTATION in frame.frames
            and frame.subject
        ):
            return draft_of(view, frame, "quotation_points_before", said.content)
    return None


def _cited(view: SentenceView, inner: Range, citation: Citation) -> Draft:
    return Draft(
        content=(inner,),
        speaker=citation.speaker,
        cue=citation.cue,
        type=ClaimType.DIRECT,
        rule="quotation_cited",
        sentence=view.index,
        via=citation.via,
    )


def _interrupts(before: Draft, frame: Frame | None, inner: Range) -> bool:
    """As in "„Ab heute“, sagte Lenk, „fahren Busse“": the same frame in between."""
    if frame is None or frame.at not in before.cue:
        return False
    return before.content[-1][1] <= frame.at < inner[0]


def _is_speech(view: SentenceView, quotation: Quotation, draft: Draft) -> bool:
    """Without a frame a phrase is a name or a title: "Er stellte vor: „Der Deich“"."""
    if titles_what_is_before(view.reading, quotation):
        return False
    if wording_of(view.reading, quotation) is not Wording.PHRASE:
        return True
    return quotation.words >= MIN_PHRASE and draft.rule == "quotation_with_source"


def _ends_clause(view: SentenceView, index: int) -> bool:
    """As in "sagte, es sei offen, „ob das Geld reicht“": the end of reported words.

    Only the last words are quoted, of what somebody says in the Konjunktiv.
    """
    reading, segment = view.reading, view.segments[index]
    if segment.quotation is None or segment.mark != "," or index == 0:
        return False
    if wording_of(reading, segment.quotation) is not Wording.FRAGMENT:
        return False
    before = view.segments[index - 1]
    if before.quotation is not None or view.frame_at(index - 1) is not None:
        return False
    return bool(reading.has_mood(before.first, before.end))


def _is_name_told(view: SentenceView, quotation: Quotation, index: int) -> bool:
    """As in "gab den Namen bekannt: „Haus am Deich“", "das Motto, „ein Haus“, gilt"."""
    if index == 0:
        return False
    reading, segment = view.reading, view.segments[index - 1]
    if view.segments[index].mark == ",":
        article = reading.is_determiner(quotation.first - 3)
        return article and titles_what_is_before(reading, quotation)
    if view.segments[index].mark != ":":
        return False
    words = {reading.word(at) for at in range(segment.first, segment.end)}
    if view.frame_at(index - 1) is None and words & set(
        reading.lexicon.words.wording.works
    ):
        return True  # "stellte ihr neues Buch vor: „Wir gehen heim“"
    if wording_of(reading, quotation) is not Wording.PHRASE:
        return False
    return not words.isdisjoint(reading.lexicon.words.wording.told)


def _draft(
    view: SentenceView,
    inner: Range,
    frame: Frame | None,
    named: tuple[Phrase, str] | None,
) -> Draft:
    if frame is not None:
        return draft_of(view, frame, "quotation_with_" + frame.kind, (inner,))
    attribution = _attribution_for(view)
    if attribution is not None and named is None:
        return Draft(
            content=(inner,),
            speaker=attribution.phrase,
            cue=attribution.cue,
            type=ClaimType.DIRECT,
            rule="quotation_with_source",
            sentence=view.index,
            carried=attribution.back,
        )
    speaker, rule = named or whose(view, inner)
    return Draft(
        content=(inner,),
        speaker=speaker,
        cue=(),
        type=ClaimType.DIRECT,
        rule=rule,
        sentence=view.index,
        carried=speaker is None,
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
    quotation = view.segments[index].quotation
    if quotation and wording_of(view.reading, quotation) is Wording.PHRASE:
        return _any_verb(view, index)  # "(kurz: „NWV“)": a name, if no frame is beside
    spoken = [
        f
        for f in view.frames
        if Trait.QUOTATION in f.frames and not _only_reports(view, f)
    ]
    if spoken:
        return min(spoken, key=lambda f: abs(f.segment - index))
    return behind or _any_verb(view, index) or next(iter(view.frames), None)


def _any_verb(view: SentenceView, index: int) -> Frame | None:
    """As in "„…“, strahlte Lenk": right behind a quotation any verb marks speech.

    So it does behind "mit diesen Worten", and as "meinen" before an article.
    """
    if index + 1 >= len(view.segments):
        return None
    segment, reading = view.segments[index + 1], view.reading
    at = _past_these_words(reading, segment)
    if segment.quotation is not None or at + 1 >= segment.end:
        return None
    spoken = any(form.form is Form.FINITE for form in reading.verbs(at))
    if not (reading.is_plain(at) or (spoken and reading.is_determiner(at + 1))):
        return None
    reflexive = reading.lexicon.words.reflexive
    first = at + 1 + (reading.lower[at + 1] in reflexive)
    subject = phrase_at(reading, first, segment.end)
    if subject is None or not subject.can_be(Case.NOMINATIVE):
        return None
    cue = tuple(range(segment.first, at + 1))
    return Frame(index + 1, None, at, cue, subject, FrameKind.ANY, verb_first=True)


def _past_these_words(reading: Reading, segment: Segment) -> int:
    """Where the verb stands behind "mit diesen Worten"; else the first token."""
    said = reading.lexicon.words.wording.these_words
    first = segment.first
    opens = tuple(reading.lower[first : first + len(said)]) == tuple(said)
    return first + len(said) if opens and segment.quotation is None else first


def _looks_back(frame: Frame) -> bool:
    return frame.verb_first or frame.kind in (FrameKind.SO, FrameKind.AS)


def _in_front(view: SentenceView, index: int) -> Frame | None:
    """The frame right before, appositions and addressees between them passed over."""
    for at in range(index - 1, -1, -1):
        frame = view.frame_at(at)
        if frame is not None:
            near = at + 1 + len(trailing(view, at)) >= index
            return frame if near and Trait.QUOTATION in frame.frames else None
    return None


def _only_reports(view: SentenceView, frame: Frame) -> bool:
    """Beside another frame, "wie die Agentur berichtete" is a source, no speaker."""
    if frame.kind is not FrameKind.AS or frame.subject is None:
        return False
    others = [f for f in view.frames if f is not frame]
    return bool(others) and is_media(view.reading, frame.subject)


def as_via(attribution: Attribution) -> Via | None:
    """An attribution as a source beside a speaker."""
    if attribution.phrase is None:
        return None
    return Via(attribution.phrase, attribution.cue)
