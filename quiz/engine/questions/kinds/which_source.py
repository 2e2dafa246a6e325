"""Wer hat es berichtet?

Where the article names too few other sources, it is asked where it has this from:
from its source, directly from who said it, or untold. The last is never right (rule
V10 keeps it out beside sources alone), because that no earlier source still holds is
never certain.
"""

import random
from collections.abc import Iterator, Sequence

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    with_roles,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, Workshop, source_key
from quiz.engine.questions.builders.ways import (
    in_the_dative,
    is_told_to,
    not_told,
    other_hearers,
    other_ways,
)
from quiz.engine.questions.distractors.fitting import fitting
from quiz.engine.questions.distractors.from_article import (
    compatible,
    wrong_sources,
)
from quiz.engine.questions.distractors.mistakes import type_of
from quiz.engine.questions.material.askable import Matter, source_of
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import MASK, Question, QuestionKind
from quiz.engine.questions.wording.asking import TO_WHOM, with_a_note_on_names
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.wording.nominative import as_the_article_has_it
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.reasons import source_reason, told_reason

_DISTRACTORS = 2


def which_source(matter: Matter, rng: random.Random) -> Question | None:
    """On whom the article relies: the nearest source and two others of its level.

    Where it was only said to an outlet, it is asked to whom; where the article has too
    few, others who speak and fixed answers stand in. None where no source is certain,
    where the passage says nothing without the source's names or has more gaps than
    hands, or where fewer than two wrong answers are certain.
    """
    claim, dossier = matter.claim, matter.dossier
    key = source_of(matter)
    if key is None:
        return None
    passage = passage_of(claim, dossier, [dossier.giveaways(key)], alone=False)
    if passage is None or passage.count(MASK) > _hands(matter):
        return None
    known = fitting(wrong_sources(claim, dossier, rng), key, claim, passage, dossier)
    wrong = compatible(known, [key], dossier)[:_DISTRACTORS]
    wrong = [each for each in wrong if type_of(each.entity) is type_of(key)]
    names = [
        key_option(key, as_the_article_has_it(key, dossier)),
        *map(wrong_option, wrong),
    ]
    ways: Sequence[Option] = ()
    if len(wrong) < _DISTRACTORS:
        answers = other_hearers if is_told_to(matter, key) else other_ways
        ways = answers(matter, key, passage, rng)[: _DISTRACTORS - len(wrong)]
    if len(wrong) + len(ways) < _DISTRACTORS:
        return None
    is_told = is_told_to(matter, key)
    if is_told:
        names = in_the_dative(
            [names[0], *(not_told(each, dossier) for each in names[1:])], dossier
        )
    return Question(
        id=f"{QuestionKind.WHICH_SOURCE}-{claim.id}",
        kind=QuestionKind.WHICH_SOURCE,
        claim=claim.id,
        stem=_stem(passage, key, matter, has_ways=bool(ways)),
        passage=passage,
        options=shuffled(
            [*names, *ways] if ways or is_told else with_roles(names, passage, dossier),
            rng,
        ),
        explanation=(told_reason if is_told else source_reason)(claim, dossier),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _hands(matter: Matter) -> int:
    """Whose names may be masked: the sources, and on whom one leans by a word."""
    return len(matter.chain) + bool(matter.chain[-1].cue and matter.speaker)


def _stem(passage: str, key: Entity, matter: Matter, *, has_ways: bool) -> Localised:
    question = _question(key, matter, has_ways=has_ways)
    return asked(with_a_note_on_names(question, passage), passage)


def _question(key: Entity, matter: Matter, *, has_ways: bool) -> Localised:
    if is_told_to(matter, key):
        return TO_WHOM
    is_chain = len(matter.chain) > 1
    if is_chain and has_ways:
        return Localised(
            "Woher hat der Artikel das direkt?",
            "Where did the article get this from directly?",
        )
    if is_chain:
        return Localised(
            "Von wem hat der Artikel das direkt?",
            "Who did the article get this from directly?",
        )
    if has_ways:
        return Localised(
            "Woher hat der Artikel das?", "Where did the article get this from?"
        )
    if key.kind is EntityKind.ORGANISATION:
        return Localised(
            "Woher weiß der Artikel das?", "How does the article know this?"
        )
    return Localised("Wer hat darüber berichtet?", "Who reported this?")


def _build(shop: Workshop) -> Iterator[Question]:
    for matter in shop.passed_on:
        question = which_source(matter, shop.rng(QuestionKind.WHICH_SOURCE, matter))
        if question is not None:
            yield question


KIND = Kind(
    id=QuestionKind.WHICH_SOURCE,
    build=_build,
    needs_speaker=False,
    keys=source_key,
    sizes=range(3, 5),
    is_mission=True,
    quota=2,
)
