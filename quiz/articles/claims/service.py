"""What people decide about the claims found in an article, and what follows from it."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.articles.claims.holding import must_hold
from quiz.articles.claims.log import (
    REDO,
    UNDO,
    Seen,
    append,
    decided,
    holding,
    must_be_last,
)
from quiz.articles.claims.voices import is_named
from quiz.articles.extraction import Printed, extracted, printed
from quiz.articles.models import Article, ClaimCorrection
from quiz.articles.service import editable_article_of
from quiz.engine.claims.claim import Claim, Extraction
from quiz.engine.claims.review.correction import Correction
from quiz.engine.claims.review.decisions import Review, reviewed
from quiz.engine.claims.review.entities import recast
from quiz.engine.questions.compose import compose
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import Question
from quiz.errors import Conflict, Invalid, NotFound
from quiz.workers.pool import run

READ_ANEW = "read_anew"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision did to the questions that the rules make: their stems."""

    new: tuple[str, ...]
    gone: tuple[str, ...]


def extraction_of(article: Article) -> Extraction:
    """Who says what in it, as far as people have not decided otherwise.

    Raises:
        Invalid: as `service.add_article`, for a text that an older version let in.
    """
    return review_of(article).extraction


def dossier_of(article: Article) -> Dossier:
    """What can be asked about in it, as far as people have not decided otherwise."""
    return Dossier(extraction_of(article))


def review_of(article: Article) -> Review:
    """All that was found, with what people decided; found once and then remembered."""
    return _reviewed(printed(article), holding(article.log))


def questions_in(article: Article) -> tuple[Question, ...]:
    """What the rules ask about it; composed once and then remembered.

    Raises:
        Invalid: as `extraction_of`.
    """
    return _composed(printed(article), holding(article.log))


def reading_of(article: Article) -> str:
    """The same as long as every claim and everybody in it has the same number.

    Newer rules may number them otherwise; a page that was opened before must not decide
    about another claim than it showed.
    """
    found = review_of(article).found
    claims = [(claim.id, claim.content) for claim in found.claims]
    people = [(entity.id, entity.name) for entity in found.entities]
    return sha256(repr((claims, people)).encode("utf-8")).hexdigest()[:16]


def claim_of(article: Article, number: int) -> Claim:
    """The claim at that place in the text, from 1, rejected ones counted too.

    Raises:
        NotFound: there is none.
    """
    claims = review_of(article).found.claims
    if not 1 <= number <= len(claims):
        raise NotFound("claim")
    return claims[number - 1]


def correct(
    session: Session,
    actor: Actor,
    article_id: uuid.UUID,
    correction: Correction,
    at: Seen,
) -> Effect:
    """Keep a decision; gives what it did to the questions.

    Args:
        session: where the article is.
        actor: who decides.
        article_id: whose claims.
        correction: the decision.
        at: what the page that was sent saw, and when it came.

    Raises:
        NotFound, NotAllowed: as `editable_article_of`.
        Invalid: "nothing_marked" a claim without words; "voice_not_in_text" somebody
            whom the article does not name; "too_many_other_words" or "not_taken" what
            was decided would not hold.
        Conflict: "corrected_meanwhile" somebody decided something in between;
            "read_anew" the rules number the claims otherwise since.
    """
    article = editable_article_of(session, actor, article_id)
    entry = _entry(article, correction, at)
    effect = _effect(article, entry)
    append(session, actor, article, entry, at)
    return effect


def decide(
    session: Session,
    actor: Actor,
    article_id: uuid.UUID,
    correction: Correction,
    at: Seen,
) -> None:
    """As `correct`, in no time: what it does to the questions is not worked out."""
    article = editable_article_of(session, actor, article_id)
    append(session, actor, article, _entry(article, correction, at), at)


def undo(session: Session, actor: Actor, article_id: uuid.UUID, at: Seen) -> Effect:
    """Take the last decision back; gives what it did to the questions.

    Raises:
        NotFound, NotAllowed, Conflict: as `correct`.
        Invalid: "nothing_to_undo".
    """
    article = editable_article_of(session, actor, article_id)
    entry = _undoing(article, at)
    effect = _effect(article, entry)
    append(session, actor, article, entry, at)
    return effect


def take_back(
    session: Session, actor: Actor, article_id: uuid.UUID, at: Seen
) -> Correction:
    """As `undo`, in no time; gives the decision that was taken back."""
    article = editable_article_of(session, actor, article_id)
    entry = _undoing(article, at)
    last = decided(article.log).done[-1]
    append(session, actor, article, entry, at)
    return last


def redo(session: Session, actor: Actor, article_id: uuid.UUID, at: Seen) -> Effect:
    """Bring back what was taken back last; gives what it did to the questions.

    Raises:
        NotFound, NotAllowed, Conflict: as `correct`.
        Invalid: "nothing_to_redo".
    """
    article = editable_article_of(session, actor, article_id)
    if not decided(article.log).undone:
        raise Invalid("nothing_to_redo")
    must_be_last(article, at)
    entry = ClaimCorrection(act=REDO, body={})
    effect = _effect(article, entry)
    append(session, actor, article, entry, at)
    return effect


def _entry(article: Article, correction: Correction, at: Seen) -> ClaimCorrection:
    """The decision as it is kept, if it says something and will hold.

    Raises:
        Invalid, Conflict: as `correct`.
    """
    must_be_last(article, at)
    if at.reading not in ("", reading_of(article)):
        raise Conflict(READ_ANEW)
    _check(article, correction)
    entry = ClaimCorrection(act=correction.act.value, body=correction.as_json())
    must_hold(correction, review_of(article), _review_with(article, entry))
    return entry


def _undoing(article: Article, at: Seen) -> ClaimCorrection:
    if not decided(article.log).done:
        raise Invalid("nothing_to_undo")
    must_be_last(article, at)
    return ClaimCorrection(act=UNDO, body={})


def _review_with(article: Article, entry: ClaimCorrection) -> Review:
    later = holding([*article.log, entry])
    return _reviewed(printed(article), later)


def _effect(article: Article, entry: ClaimCorrection) -> Effect:
    """What one more entry does to the questions."""
    later = holding([*article.log, entry])
    before = _stems(questions_in(article))
    after = _stems(_composed(printed(article), later))
    return Effect(
        new=tuple(stem for stem in after if stem not in before),
        gone=tuple(stem for stem in before if stem not in after),
    )


def _check(article: Article, correction: Correction) -> None:
    """That the decision is about words and people of the article.

    Raises:
        Invalid: as `correct`.
    """
    if correction.act.is_about_somebody:
        _check_cast(article, correction)
        return
    size = len(article.text)
    if not correction.content or any(
        not 0 <= span.begin < span.end <= size for span in correction.content
    ):
        raise Invalid("nothing_marked")
    found = review_of(article).found
    for voice in (correction.speaker, *correction.sources):
        if voice is not None and not is_named(voice, found):
            raise Invalid("voice_not_in_text", name=voice.name)


def _check_cast(article: Article, correction: Correction) -> None:
    """That the people are there, and the decision says something.

    Raises:
        Invalid: "nobody_changed".
    """
    found = review_of(article).found
    cast = recast(correction, found.claims, found.entities, article.text)
    if cast is None or list(found.entities) == cast[1]:
        raise Invalid("nobody_changed")


def _stems(questions: Iterable[Question]) -> list[str]:
    return [question.stem.de for question in questions]


@lru_cache(maxsize=64)
def _reviewed(text: Printed, done: tuple[str, ...]) -> Review:
    corrections = (Correction.from_json(json.loads(each)) for each in done)
    return reviewed(extracted(*text), corrections)


@lru_cache(maxsize=64)
def _composed(text: Printed, done: tuple[str, ...]) -> tuple[Question, ...]:
    return run(compose, _reviewed(text, done).extraction)
