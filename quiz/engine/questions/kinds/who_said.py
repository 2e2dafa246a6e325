"""Wer hat es gesagt?"""

import random

from quiz.engine.questions.askable import Matter, speaker_of
from quiz.engine.questions.distractors import (
    Distractor,
    Mistake,
    compatible,
    type_of,
    wrong_speakers,
)
from quiz.engine.questions.explain import as_the_article_has_it, explained, reasons
from quiz.engine.questions.kind import Kind, for_each_claim, speaker_key
from quiz.engine.questions.option import Localised
from quiz.engine.questions.options import key_option, shuffled, wrong_option
from quiz.engine.questions.passage import passage_of
from quiz.engine.questions.question import Question, QuestionKind

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
    passage = passage_of(claim, dossier.raw, [dossier.giveaways(key)])
    wrong = _chosen(compatible(wrong_speakers(claim, dossier, rng), [key], dossier))
    alike = [each for each in wrong if type_of(each.entity) is type_of(key)]
    if passage is None or not alike or len(wrong) + 1 < FEWEST_OPTIONS:
        return None
    options = [key_option(key, as_the_article_has_it(key)), *map(wrong_option, wrong)]
    return Question(
        id=f"{QuestionKind.WHO_SAID}-{claim.id}",
        kind=QuestionKind.WHO_SAID,
        claim=claim.id,
        stem=Localised(
            f"Von wem stammt laut Artikel die Aussage: „{passage}“?",
            f"According to the article, whose statement is this: “{passage}”?",
        ),
        passage=passage,
        options=shuffled(options, rng),
        explanation=explained(reasons(claim, matter.trace, dossier)),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _chosen(wrong: list[Distractor]) -> list[Distractor]:
    """Two of the key's type and, as the third, the reporter."""
    reporters = [each for each in wrong if each.mistake is Mistake.REPORTER]
    others = [each for each in wrong if each.mistake is not Mistake.REPORTER]
    return others[:_SAME_TYPE] + reporters[:1]


KIND = Kind(
    id=QuestionKind.WHO_SAID,
    build=for_each_claim(QuestionKind.WHO_SAID, who_said),
    keys=speaker_key,
    sizes=range(FEWEST_OPTIONS, 5),
    is_mission=True,
    quota=3,
    difficulty=-0.5,
)
