"""Putting right a question that was played: another key, or none.

A published version never changes. The next one has the question as it should be, and
every item that asked it as it was points there, or is void; what was answered is marked
by that from then on (`quiz.play.regrading`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.articles.claims.service import dossier_of
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.offering import Offer, offer_for
from quiz.bank.service import owned_set_of
from quiz.engine.pool import SMALLEST_ROUND
from quiz.engine.questions.editing.anchoring import todays
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.rules.validity import violations_in
from quiz.errors import Invalid

KEYED = frozenset({Form.SINGLE_CHOICE, Form.TRUE_FALSE, Form.MULTIPLE_CHOICE})
"""Forms whose key can be exchanged by ticking; others are left out or written anew."""
LONGEST_WHY = 600


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a question.

    Attributes:
        asked: the items that asked it as it was, in every version.
        question_set: the version that is played from now on.
    """

    asked: tuple[BankItem, ...]
    question_set: QuestionSet


@dataclass(frozen=True, slots=True)
class Key:
    """What is right instead, by ids of options, and why, in both languages."""

    right: frozenset[str]
    why: Localised


def mend(
    session: Session, actor: Actor, item: BankItem, key: Key, now: datetime
) -> Mended:
    """Publish a version in which these options are right.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`.
        Invalid: "no_longer_asked": the newest version does not have it;
            "no_new_key": none, unknown ones, too many, or those that were right;
            "why_missing" with `most`: no explanation or one that is too long;
            "mended_is_blocked" with `rules`: the article does not bear it;
            "mended_not_playable" with `found` and `needed`: no round is left.
    """
    item = _as_it_is_now(item)
    owned_set_of(session, actor, item.set_id)
    newest = _newest(session, item.question_set)
    if not _is_in(newest, item):
        raise Invalid("no_longer_asked")
    question = with_key(item.as_question(), key)
    dossier = dossier_of(item.article)
    found = violations_in(todays(question, dossier), dossier)
    blocking = sorted({each.rule for each in found if each.level == "block"})
    if blocking:
        raise Invalid("mended_is_blocked", rules=", ".join(blocking))
    offer = _offer_with(newest, item, question)
    if not offer.is_playable:
        needed = offer.needed
        raise Invalid("mended_not_playable", found=offer.together, needed=needed)
    asked = _asked(session, newest, item)  # looked for before anything is written
    version, copies = _next_version(session, item, now)
    for copy in copies:
        copy.body = question.as_json()
    mended = next(copy for copy in copies if copy.set_id == version.id)
    for each in asked:
        each.mended = mended
    session.flush()
    return Mended(asked, version)


def leave_out(session: Session, actor: Actor, item: BankItem, now: datetime) -> Mended:
    """Publish a version without this question; it counts for nobody any more.

    Where fewer than four questions would remain, or no round could be drawn of them,
    nothing new is published: the version stays without it.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`.
    """
    item = _as_it_is_now(item)
    owned_set_of(session, actor, item.set_id)
    newest = _newest(session, item.question_set)
    asked = _asked(session, newest, item)
    if _is_in(newest, item):
        offer = _offer_with(newest, item, None)
        if offer.is_playable and offer.total >= SMALLEST_ROUND:
            newest, copies = _next_version(session, item, now)
        else:
            copies = _in_draft(session, newest, item)
            for draft in {copy.question_set for copy in copies}:
                draft.changes += 1
        for copy in copies:
            copy.question_set.items.remove(copy)
    for each in asked:
        each.is_void = True
    session.flush()
    return Mended(asked, newest)


def _offer_with(
    version: QuestionSet, item: BankItem, instead: Question | None
) -> Offer:
    """What a version would give with another question in place of one, or none."""
    questions = [
        instead if _same(each, item) else each.as_question()
        for each in version.items
        if not each.is_void
    ]
    return offer_for(filter(None, questions), plays_all=version.plays_all)


def with_key(question: Question, key: Key) -> Question:
    """The same question with another key.

    Raises:
        Invalid: "no_new_key", "why_missing".
    """
    known = {option.id for option in question.options}
    was = {option.id for option in question.key}
    one = question.form is not Form.MULTIPLE_CHOICE
    fits = key.right and key.right <= known and key.right != was
    if question.form not in KEYED or not fits or (one and len(key.right) != 1):
        raise Invalid("no_new_key")
    texts = (key.why.de.strip(), key.why.en.strip())
    if not all(1 <= len(text) <= LONGEST_WHY for text in texts):
        raise Invalid("why_missing", most=LONGEST_WHY)
    why = Localised(*texts)
    options = tuple(_rekeyed(option, key.right, why) for option in question.options)
    return replace(question, options=options, explanation=why)


def _rekeyed(option: Option, right: frozenset[str], why: Localised) -> Option:
    correct = option.id in right
    if correct is option.correct:
        return option
    return replace(option, correct=correct, misconception=None, rationale=why)


def _next_version(
    session: Session, item: BankItem, now: datetime
) -> tuple[QuestionSet, list[BankItem]]:
    """The next version, published, and the items there, or in a draft, that copy it."""
    newest = _newest(session, item.question_set)
    draft = _following(session, newest)
    if draft is not None:  # it follows the version that is made here instead
        draft.previous_id = None
        session.flush()
    version = QuestionSet(
        article=newest.article,
        owner_id=newest.owner_id,
        title=newest.title,
        rules=newest.rules,
        created_at=now,
        published_at=now,
        previous_id=newest.id,
        version=newest.version + 1,
        plays_all=newest.plays_all,
        visibility=newest.visibility,
        items=newest.copied_items(),
    )
    newest.retired_at = now
    session.add(version)
    session.flush()
    if draft is not None:
        draft.previous_id, draft.version = version.id, version.version + 1
        draft.changes += 1
        session.flush()
    copies = [each for each in version.items if _same(each, item)]
    return version, [*copies, *_in_draft(session, version, item)]


def _in_draft(session: Session, version: QuestionSet, item: BankItem) -> list[BankItem]:
    """The items that ask the same in the draft that follows a version, if one does."""
    draft = _following(session, version)
    if draft is None:
        return []
    return [each for each in draft.items if _same(each, item)]


def _asked(
    session: Session, version: QuestionSet, item: BankItem
) -> tuple[BankItem, ...]:
    """The items of the versions before that ask the same; its own where it stays.

    Those that it put right before are among them.
    """
    found: list[BankItem] = []
    each: QuestionSet | None = version
    while each is not None:
        known = session.scalars(select(BankItem).where(BankItem.set_id == each.id))
        found += [
            other
            for other in known
            if _same(other, item) or _as_it_is_now(other).id == item.id
        ]
        before = each.previous_id
        each = session.get(QuestionSet, before) if before is not None else None
    return tuple(found)


def _as_it_is_now(item: BankItem) -> BankItem:
    """The item that asks it rightly, where it was put right before."""
    while item.mended is not None:
        item = item.mended
    return item


def _is_in(version: QuestionSet, item: BankItem) -> bool:
    return any(_same(each, item) for each in version.items)


def _same(one: BankItem, other: BankItem) -> bool:
    return one.id == other.id or (
        one.body == other.body and one.other_article_id == other.other_article_id
    )


def _newest(session: Session, of: QuestionSet) -> QuestionSet:
    following = _following(session, of)
    while following is not None and following.published_at is not None:
        of, following = following, _following(session, following)
    return of


def _following(session: Session, of: QuestionSet) -> QuestionSet | None:
    wanted = select(QuestionSet).where(QuestionSet.previous_id == of.id)
    return session.scalars(wanted).one_or_none()


def both(de: str, en: str) -> Localised:
    """A text in both languages; where one is missing, the other stands for it."""
    return Localised(de.strip() or en.strip(), en.strip() or de.strip())


def ticked(values: Iterable[str]) -> frozenset[str]:
    """The ids of options that a form sent."""
    return frozenset(value for value in values if value)
