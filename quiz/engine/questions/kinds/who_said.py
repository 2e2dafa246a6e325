"""Wer hat es gesagt?"""

import random

from quiz.engine.claims.claim import Entity
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    with_roles,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, for_each_claim, speaker_key
from quiz.engine.questions.distractors.fitting import fitting
from quiz.engine.questions.distractors.from_article import (
    compatible,
    wrong_speakers,
    wrong_voices_of_other_types,
)
from quiz.engine.questions.distractors.mistakes import Distractor, Mistake, type_of
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.wording.asking import who
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.wording.nominative import as_the_article_has_it
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.reasons import voice_reason

_SAME_TYPE = 2
FEWEST_OPTIONS = 3


def who_said(matter: Matter, rng: random.Random) -> Question | None:
    """Whose statement it is: the key, two others like it, and the reporter if any.

    None where the claim has no single known voice, where the passage says nothing
    without the key's names, or where fewer than two wrong answers are certain.
    """
    claim, dossier = matter.claim, matter.dossier
    key = speaker_of(matter)
    if key is None:
        return None
    passage = passage_of(claim, dossier, [dossier.giveaways(key)], alone=False)
    if passage is None or passage != passage_of(claim, dossier, alone=False):
        return None  # who is named in the words is another, or leaves a gap in them
    wrong = _wrong(matter, key, passage, rng)
    alike = [each for each in wrong if type_of(each.entity) is type_of(key)]
    if not alike or len(wrong) + 1 < FEWEST_OPTIONS:
        return None
    options = [
        key_option(key, as_the_article_has_it(key, dossier)),
        *map(wrong_option, wrong),
    ]
    return Question(
        id=f"{QuestionKind.WHO_SAID}-{claim.id}",
        kind=QuestionKind.WHO_SAID,
        claim=claim.id,
        stem=asked(who(passage, claim), passage),
        passage=passage,
        options=shuffled(with_roles(options, passage, dossier), rng),
        explanation=voice_reason(claim, matter.trace, dossier),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _wrong(
    matter: Matter, key: Entity, passage: str, rng: random.Random
) -> list[Distractor]:
    """Two of the key's type and, as the third, the reporter.

    Where the article has too few: one voice of another type.
    """
    claim, dossier = matter.claim, matter.dossier
    known = fitting(wrong_speakers(claim, dossier, rng), key, claim, passage, dossier)
    found = compatible(known, [key], dossier)
    reporters = [each for each in found if each.mistake is Mistake.REPORTER]
    others = [each for each in found if each.mistake is not Mistake.REPORTER]
    wrong = others[:_SAME_TYPE] + reporters[:1]
    if len(wrong) < _SAME_TYPE:
        taken = [key, *(each.entity for each in wrong)]
        others = fitting(
            wrong_voices_of_other_types(claim, dossier, rng),
            key,
            claim,
            passage,
            dossier,
        )
        wrong += compatible(others, taken, dossier)[:1]
    return wrong


KIND = Kind(
    id=QuestionKind.WHO_SAID,
    build=for_each_claim(QuestionKind.WHO_SAID, who_said),
    keys=speaker_key,
    sizes=range(FEWEST_OPTIONS, 5),
    is_mission=True,
    quota=3,
    difficulty=-0.5,
)
