"""Questions of one's own in a draft: writing and changing them."""

import uuid
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quiz.bank.drafting import Seen, count_change, dossier_of, item_of
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.questions.option import Localised
from quiz.engine.questions.own import OwnForm, options_of
from quiz.engine.questions.question import Marked, Question, QuestionKind, Skill
from quiz.engine.questions.validity import violations_in
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
    """

    form: OwnForm
    stem: Localised
    lines: str
    why: Localised
    proof: str
    skill: Skill


def add(session: Session, draft: QuestionSet, written: Written, seen: Seen) -> int:
    """Take a question of one's own into the draft; gives its number.

    Raises:
        Invalid: "own_lines" as `options_of`; "no_such_words": the article does not have
            the proof; "rule_broken" with `rule`.
        Conflict: "edited_meanwhile".
    """
    question = _made(draft, written, f"own-{uuid.uuid4().hex[:12]}")
    count_change(session, draft, seen)
    item = BankItem(
        position=len(draft.items), kind=question.kind.value, body=question.as_json()
    )
    draft.items.append(item)
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
    question = _made(draft, written, item.body["id"])
    count_change(session, draft, seen)
    item.kind, item.body = question.kind.value, question.as_json()
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


def _made(draft: QuestionSet, written: Written, question_id: str) -> Question:
    is_poll = written.form is OwnForm.POLL
    form = written.form
    span = _found(written.proof, draft.article.text)
    dossier = dossier_of(draft)
    question = Question(
        id=question_id,
        kind=QuestionKind.POLL if is_poll else QuestionKind.OWN,
        claim="",
        stem=written.stem,
        passage="",
        options=options_of(form, written.lines),
        explanation=written.why,
        evidence=(dossier.sentence(span),) if span else (),
        marks=(Marked("content", span),) if span else (),
        asks=None if is_poll else written.skill,
        answered_by=None if is_poll else form.form,
        written=written.lines if form in (OwnForm.CLOZE, OwnForm.MARK) else "",
    )
    for each in violations_in(question, dossier):
        if each.level == "block":
            raise Invalid("rule_broken", rule=each.rule)
    return question


def _found(proof: str, text: str) -> Span | None:
    """Where the words stand in the article, blanks and line breaks being the same."""
    words = proof.split()
    if not words:
        return None
    at = text.find(proof.strip())
    if at >= 0:
        return Span(at, at + len(proof.strip()))
    first = text.find(words[0])
    while first >= 0:
        end = _end_of(words, text, first)
        if end is not None:
            return Span(first, end)
        first = text.find(words[0], first + 1)
    raise Invalid("no_such_words")


def _end_of(words: list[str], text: str, at: int) -> int | None:
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at
