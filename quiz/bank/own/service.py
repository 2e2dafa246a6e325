"""Questions of one's own in a draft: writing and changing them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quiz.articles.claims.service import dossier_of
from quiz.articles.models import Article
from quiz.bank.drafts.proposals import add_item
from quiz.bank.drafts.service import Seen, count_change, item_of
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.questions.editing.line_format import OwnForm, options_of
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import (
    Marked,
    MarkRole,
    Question,
    QuestionKind,
    Skill,
)
from quiz.engine.questions.rules.validity import violations_in
from quiz.engine.text.span import Span
from quiz.errors import Invalid, NotFound


@dataclass(frozen=True, slots=True)
class Written:
    """What a teacher wrote.

    Attributes:
        form: how it is answered.
        stem: the question.
        lines: the answers, as `options_of` reads them.
        why: the explanation, empty where there is none.
        proof: words of the article that prove it, as they stand there; "" for none.
        skill: what it trains.
        seconds: how long it may take; None for what is proposed.
    """

    form: OwnForm
    stem: Localised
    lines: str
    why: Localised
    proof: str
    skill: Skill
    seconds: int | None = None


def add(session: Session, draft: QuestionSet, written: Written, seen: Seen) -> int:
    """Take a question of one's own into the draft; gives its number.

    Raises:
        Invalid: "own_lines" as `options_of`; "no_such_words": the article does not have
            the proof; "rule_broken" with `rule`.
        Conflict: "edited_meanwhile".
    """
    question_id = f"own-{uuid.uuid4().hex[:12]}"
    question, article = _made(draft, written, question_id)
    count_change(session, draft, seen)
    item = add_item(draft, article, question.as_json(), kept=True)
    session.flush()
    return item.position + 1


def change(
    session: Session, draft: QuestionSet, number: int, written: Written, seen: Seen
) -> None:
    """Write a question of one's own anew.

    Raises:
        NotFound: no such question, or it is none of one's own.
        Invalid, Conflict: as `add`.
    """
    item = own_item(draft, number)
    question, article = _made(draft, written, item.body["id"])
    count_change(session, draft, seen)
    item.kind, item.body = question.kind.value, question.as_json()
    item.other_article = None if article == draft.article else article
    session.flush()


def own_item(draft: QuestionSet, number: int) -> BankItem:
    """The question at that place, if a teacher wrote it.

    Raises:
        NotFound: there is none, or the rules made it.
    """
    item = item_of(draft, number)
    if item.kind not in (QuestionKind.OWN.value, QuestionKind.POLL.value):
        raise NotFound("draft")
    return item


def _made(
    draft: QuestionSet, written: Written, question_id: str
) -> tuple[Question, Article]:
    """The question, and which of the set's articles proves it."""
    is_poll = written.form is OwnForm.POLL
    form = written.form
    article, span = _proved(written.proof, draft.articles)
    dossier = dossier_of(article)
    question = Question(
        id=question_id,
        kind=QuestionKind.POLL if is_poll else QuestionKind.OWN,
        claim="",
        stem=written.stem,
        passage="",
        options=options_of(form, written.lines),
        explanation=written.why,
        evidence=(dossier.sentence(span),) if span else (),
        marks=(Marked(MarkRole.CONTENT, span),) if span else (),
        asks=None if is_poll else written.skill,
        answered_by=None if is_poll else form.form,
        seconds=written.seconds,
        written=written.lines if form in (OwnForm.CLOZE, OwnForm.MARK) else "",
    )
    for each in violations_in(question, dossier):
        if each.level == "block":
            raise Invalid("rule_broken", rule=each.rule)
    return question, article


def _proved(proof: str, articles: Sequence[Article]) -> tuple[Article, Span | None]:
    """Where the words stand: the first of the articles that has them, and the place.

    Raises:
        Invalid: "no_such_words": none has them.
    """
    if not proof.strip():
        return articles[0], None
    for article in articles:
        if (span := _found(proof, article.text)) is not None:
            return article, span
    raise Invalid("no_such_words")


def _found(proof: str, text: str) -> Span | None:
    """Where the words stand in the article, blanks and line breaks being the same."""
    words = proof.split()
    at = text.find(proof.strip())
    if at >= 0:
        return Span(at, at + len(proof.strip()))
    first = text.find(words[0])
    while first >= 0:
        end = _end_of(words, text, first)
        if end is not None:
            return Span(first, end)
        first = text.find(words[0], first + 1)
    return None


def _end_of(words: list[str], text: str, at: int) -> int | None:
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at
