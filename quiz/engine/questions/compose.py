"""From what an article claims to the questions about it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from quiz.engine.claims.claim import Extraction
from quiz.engine.questions.builders.faces import faced
from quiz.engine.questions.builders.kind import Workshop
from quiz.engine.questions.builders.labels import with_articles
from quiz.engine.questions.material.askable import matter_of, passed_on, wording_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.registry import KINDS
from quiz.engine.questions.rules.sets import twin_mark
from quiz.engine.questions.rules.validity import violations_in
from quiz.engine.questions.wording.context import in_context
from quiz.engine.text.plain import plain

_ORDER = {kind: number for number, kind in enumerate(QuestionKind)}
# What is asked about one claim depends on all others, so a text as long as a book is
# asked about at its beginning only. News articles have up to thirty that are sure.
MOST_CLAIMS = 100


def compose(extraction: Extraction, seed: int = 0) -> tuple[Question, ...]:
    """Every question that the sure claims of an article give and no rule blocks.

    Of more than 100 sure claims the first ones are asked about. Half of the
    attributions are right, half wrong (±1). One seed gives one set; ids do not depend
    on it. Evidence points into the raw text; what pupils read of it is written without
    what nobody sees, such as soft hyphens.

    Returns:
        In order of the article, for each claim in the order of `QuestionKind`.
    """
    read = plain(extraction.raw)
    inside = replace(read.in_plain(extraction), raw=read.text)
    return read.in_raw(_compose(inside, seed))


def _compose(extraction: Extraction, seed: int) -> tuple[Question, ...]:
    dossier = Dossier(extraction)
    judged: dict[Question, bool] = {}

    def is_valid(question: Question) -> bool:
        if question not in judged:
            shown = in_context(question, dossier)
            judged[question] = shown is not None and _is_valid(shown, dossier)
        return judged[question]

    sure = (claim for claim in dossier.claims if claim.is_sure_of_voice)
    found = (matter_of(claim, dossier) for claim in islice(sure, MOST_CLAIMS))
    words = [c for c in dossier.claims if c.sure_words][:MOST_CLAIMS]
    worded = (wording_of(claim, dossier) for claim in words)
    sourced = (passed_on(claim, dossier) for claim in words)
    shop = Workshop(
        matters=[matter for matter in found if matter is not None],
        worded=[matter for matter in worded if matter is not None],
        passed_on=[matter for matter in sourced if matter is not None],
        dossier=dossier,
        seed=seed,
        is_valid=is_valid,
    )
    questions = (question for kind in KINDS.values() for question in kind.build(shop))
    valid = (
        shown
        for question in questions
        if shop.is_valid(question) and (shown := in_context(question, dossier))
    )
    kept = [
        faced(with_articles(question, dossier), dossier)
        for question in _without_twins(valid)
    ]
    return tuple(_in_order(kept, extraction))


def _is_valid(question: Question, dossier: Dossier) -> bool:
    found = violations_in(question, dossier)
    return not any(each.is_blocking for each in found)


def _without_twins(questions: Iterable[Question]) -> list[Question]:
    """Each question once (V24)."""
    first: dict[tuple[object, ...], Question] = {}
    for question in questions:
        first.setdefault(twin_mark(question), question)
    return list(first.values())


def _in_order(questions: Sequence[Question], extraction: Extraction) -> list[Question]:
    """By where its claim stands, or its proof where it is about none."""
    places = {claim.id: claim.content[:1] for claim in extraction.claims}
    return sorted(
        questions,
        key=lambda q: (places.get(q.claim) or q.evidence[:1], q.claim, _ORDER[q.kind]),
    )
