"""The claims of an article as a teacher's page shows them."""

from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from quiz.articles.claims.sentences.explaining import Explaining, Sentence, claim_name
from quiz.articles.highlighting import Paragraph, excerpt
from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.claims.reason import Aspect, Reason
from quiz.engine.claims.review.decisions import Review, Verdict
from quiz.engine.text.span import Span

Marks = tuple[tuple[str, Span], ...]

_GAP = " […] "
_CARRIED = ("carried", "carried_by_pronoun", "source_carried")
_GUESSED = ("about_before", "spoke_last")


class Trust(StrEnum):
    """Which claims a page shows."""

    ALL = "all"
    CHECK = "check"
    SURE = "sure"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Station:
    """One hand on the way of a claim into the article.

    Attributes:
        kind: "speaker", "source" or "paper".
        name: who it is; None where the article does not tell, and for the article.
        note: why it is inferred, where the claim's own words do not name it.
    """

    kind: str
    name: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim in words.

    Attributes:
        number: its place in the text, from 1.
        inside: id of the claim in which it lies, None for one that stands alone.
        stations: its way, from the speaker to the article.
        verdict: what people have decided about it.
        is_alone: people confirmed it, and newer rules no longer find it.
        confidence: 0–1.
        passage: the sentence that proves it, with the words marked in it.
        hedge: the words that weaken it; empty where there are none.
        source_vague: nobody is named behind it whom one could ask.
        why: what decided, sentence by sentence.
        doubts: why it is not sure; empty where it is.
        marks, proof: what to mark in the text when it is chosen.
    """

    id: str
    number: int
    inside: str | None
    stations: tuple[Station, ...]
    type: ClaimType
    is_sure: bool
    verdict: Verdict
    is_alone: bool
    confidence: float
    passage: tuple[Paragraph, ...]
    hedge: str
    source_vague: bool
    why: tuple[Sentence, ...]
    doubts: tuple[Sentence, ...]
    marks: Marks
    proof: Span


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim in a list.

    Attributes:
        number: its place in the text, from 1.
        name: who says it; None where the article does not tell.
    """

    id: str
    number: int
    name: str | None
    is_sure: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Board:
    """A page of claims, of which one is looked at.

    Attributes:
        lines: all of them, in order of the text.
        shown: those that are wanted.
        card: the one that is looked at: the chosen one, or the first of the shown.
        is_chosen: the address named it, so that it alone is marked in the text.
        before, after: ids of the shown ones beside it.
        trust: which are wanted.
        marks: what is marked in the text.
        proof: the sentence to jump to.
        places: where the words of each claim stand, so that they lead to it.
    """

    lines: tuple[ClaimLine, ...]
    shown: tuple[ClaimLine, ...]
    card: ClaimCard | None
    is_chosen: bool
    before: str | None
    after: str | None
    trust: Trust
    marks: Marks
    proof: tuple[Span, ...]
    places: Marks

    @property
    def sure(self) -> int:
        """How many are sure."""
        return self.count(Trust.SURE)

    def count(self, trust: Trust) -> int:
        """How many of all lines such a page shows."""
        return sum(_is_wanted(line, trust) for line in self.lines)

    @property
    def checked(self) -> int:
        """About how many people have decided."""
        return sum(line.verdict is not Verdict.OPEN for line in self.lines)


def board(review: Review, wanted: str | None = None, trust: str = "") -> Board:
    """The page's claims.

    Args:
        review: what the article's text gave, and what people decided about it.
        wanted: id of the claim to look at; one that is not there is none.
        trust: a `Trust`; anything else is all.
    """
    only = Trust(trust) if trust in list(Trust) else Trust.ALL
    lines, cards = _lines(review), Cards(review)
    shown = tuple(line for line in lines if _is_wanted(line, only))
    chosen = next((line for line in lines if line.id == wanted), None)
    line = chosen or next(iter(shown), None)
    card = cards.card(line.number) if line else None
    at = line.number if line else 0
    marked = (chosen,) if chosen else shown
    claims = review.found.claims
    return Board(
        lines=lines,
        shown=shown,
        card=card,
        is_chosen=chosen is not None,
        before=next((x.id for x in reversed(shown) if x.number < at), None),
        after=next((x.id for x in shown if x.number > at), None),
        trust=only,
        marks=tuple(mark for each in marked for mark in cards.marks(each.number)),
        proof=(card.proof,) if card and chosen else (),
        places=tuple((claim.id, span) for claim in claims for span in claim.content),
    )


def _lines(review: Review) -> tuple[ClaimLine, ...]:
    names = {entity.id: entity.name for entity in review.found.entities}
    return tuple(
        ClaimLine(
            id=claim.id,
            number=number,
            name=names.get(claim.speaker_entity or ""),
            is_sure=claim.sure,
            verdict=review.verdicts[claim.id],
        )
        for number, claim in enumerate(review.found.claims, start=1)
    )


class Cards:
    """Makes cards of the claims of one article."""

    def __init__(self, review: Review) -> None:
        """Look up what all of them need."""
        found = review.found
        self._review = review
        self._explaining = Explaining(found)
        self._names = {entity.id: entity.name for entity in found.entities}
        self._marks = {claim.id: claim_marks(claim) for claim in found.claims}

    def card(self, number: int) -> ClaimCard:
        """The card of the claim at that place in the text, from 1."""
        found, marks = self._review.found, self._marks
        claim = found.claims[number - 1]
        return ClaimCard(
            id=claim.id,
            number=number,
            inside=claim.reasons[0].claim if claim.nested and claim.reasons else None,
            stations=_stations(claim, self._names),
            type=claim.type,
            is_sure=claim.sure,
            verdict=self._review.verdicts[claim.id],
            is_alone=claim.id in self._review.alone,
            confidence=claim.confidence,
            passage=excerpt(found.raw, marks[claim.id], claim.sentence),
            hedge=_words(found.raw, claim.hedge),
            source_vague=claim.source_vague,
            why=self._explaining.why(claim),
            doubts=self._explaining.doubts(claim),
            marks=self.marks(number),
            proof=claim.sentence,
        )

    def marks(self, number: int) -> Marks:
        """What to mark in the text for the claim at that place, from 1."""
        claim = self._review.found.claims[number - 1]
        return (*self._marks[claim.id], *_carried_marks(claim, self._marks))


def claim_marks(claim: Claim) -> Marks:
    """What to mark for this claim: statement, speaker, word, sources, doubt."""
    named = [source.span for source in claim.sources if source.span is not None]
    reporting = (span for source in claim.sources for span in source.cue)
    return (
        *(("content", span) for span in claim.content),
        *(("speaker", span) for span in claim.speaker),
        *(("cue", span) for span in sorted({*claim.cue, *reporting})),
        *(("mood", span) for span in claim.mood),
        *(("source", span) for span in named),
        *(("hedge", span) for span in claim.hedge),
    )


def _carried_marks(claim: Claim, marks: dict[str, Marks]) -> Marks:
    """Where the sources stand that are carried over from earlier claims."""
    earlier = {each.claim for each in claim.why(Aspect.SOURCE) if each.claim}
    found = (mark for claim_id in sorted(earlier) for mark in marks.get(claim_id, ()))
    return tuple(mark for mark in found if mark[0] == "source")


def _is_wanted(line: ClaimLine, only: Trust) -> bool:
    rejected = line.verdict is Verdict.REJECTED
    if only in (Trust.ALL, Trust.REJECTED):
        return only is Trust.ALL or rejected
    return not rejected and line.is_sure is (only is Trust.SURE)


def _stations(claim: Claim, names: dict[str, str]) -> tuple[Station, ...]:
    """Speaker, sources, article; an outlet that speaks for itself stands there once."""
    by_entity = {each.entity: each for each in claim.why(Aspect.SOURCE)}
    speaker = Station(
        "speaker",
        names.get(claim.speaker_entity or ""),
        _inferred(next(iter(claim.why(Aspect.SPEAKER)), None)),
    )
    sources = (
        Station("source", names[each.entity], _inferred(by_entity.get(each.entity)))
        for each in claim.sources
        if each.entity != claim.speaker_entity
    )
    return (speaker, *sources, Station("paper"))


def _inferred(reason: Reason | None) -> str:
    """Why a station is only inferred; "" where it is named for the claim."""
    if reason is None:
        return ""
    if reason.name in _GUESSED:
        return str(_("presumed"))
    if reason.name not in _CARRIED:
        return ""
    if reason.claim is None:
        return str(_("carried over"))
    return str(_("carried over from %(claim)s", claim=claim_name(reason.claim)))


def _words(raw: str, spans: tuple[Span, ...]) -> str:
    return _GAP.join(" ".join(span.of(raw).split()) for span in spans)
