"""Wer hat es berichtet?

There is no option "no source named": it would give itself away unless it were the
key of a quarter of these questions (rule V10), and that the article names no source
is sure only where no earlier source can still hold.
"""

import random

from quiz.engine.claims.claim import Entity
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, for_each_claim, source_key
from quiz.engine.questions.distractors.from_article import compatible, wrong_sources
from quiz.engine.questions.distractors.from_outside import outsider
from quiz.engine.questions.distractors.mistakes import Distractor, type_of
from quiz.engine.questions.material.askable import Matter, source_of
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.wording.explain import (
    as_the_article_has_it,
    explained,
    reasons,
)
from quiz.engine.questions.wording.passage import passage_of

_DISTRACTORS = 2


def which_source(matter: Matter, rng: random.Random) -> Question | None:
    """On whom the article relies: the nearest source and two others of its level.

    None where no source is certain, where the passage says nothing without the
    source's names, or where fewer than two wrong answers are certain; one of
    these may come from outside the article.
    """
    claim, dossier = matter.claim, matter.dossier
    key = source_of(matter)
    if key is None:
        return None
    passage = passage_of(claim, dossier, [dossier.giveaways(key)])
    wrong = compatible(wrong_sources(claim, dossier, rng), [key], dossier)
    wrong = wrong[:_DISTRACTORS]
    stranger = outsider(key, dossier)
    if stranger and wrong and (len(wrong) < _DISTRACTORS or not _alike(wrong, key)):
        wrong = [*wrong[: _DISTRACTORS - 1], stranger]
    if passage is None or not _alike(wrong, key) or len(wrong) < _DISTRACTORS:
        return None
    options = [key_option(key, as_the_article_has_it(key)), *map(wrong_option, wrong)]
    return Question(
        id=f"{QuestionKind.WHICH_SOURCE}-{claim.id}",
        kind=QuestionKind.WHICH_SOURCE,
        claim=claim.id,
        stem=_stem(passage, is_chain=len(matter.chain) > 1),
        passage=passage,
        options=shuffled(options, rng),
        explanation=explained(reasons(claim, matter.trace, dossier, source_first=True)),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _alike(wrong: list[Distractor], key: Entity) -> list[Distractor]:
    return [each for each in wrong if type_of(each.entity) is type_of(key)]


def _stem(passage: str, *, is_chain: bool) -> Localised:
    how = Localised("direkt ", "directly ") if is_chain else Localised("", "")
    return Localised(
        "Auf welche Quelle beruft sich der Artikel "
        f"{how.de}bei der Angabe: „{passage}“?",
        f"Which source does the article rely on {how.en}for: “{passage}”?",
    )


KIND = Kind(
    id=QuestionKind.WHICH_SOURCE,
    build=for_each_claim(QuestionKind.WHICH_SOURCE, which_source),
    keys=source_key,
    sizes=range(3, 5),
    is_mission=True,
    quota=2,
)
