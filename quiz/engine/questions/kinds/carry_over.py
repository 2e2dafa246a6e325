"""Wer spricht in diesem Satz, obwohl kein Name darin steht?"""

import random
from collections.abc import Iterator
from dataclasses import replace

from quiz.engine.questions.builders.kind import Kind, for_each_claim, speaker_key
from quiz.engine.questions.kinds.who_said import FEWEST_OPTIONS, who_said
from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import asked


def carry_over(matter: Matter, rng: random.Random) -> Question | None:
    """Whose the words still are; None where a name or a pronoun stands with them."""
    if not _is_carried(matter):
        return None
    question = who_said(matter, rng)
    dossier = matter.dossier
    if question is None or not all(_is_heard(o, dossier) for o in question.options):
        return None
    return replace(
        question,
        id=f"{QuestionKind.CARRY_OVER}-{matter.claim.id}",
        kind=QuestionKind.CARRY_OVER,
        stem=asked(
            Localised("Wer spricht hier?", "Who is speaking here?"), question.passage
        ),
    )


def _is_heard(option: Option, dossier: Dossier) -> bool:
    """Whether they say or report something in the article, so that they may go on."""
    entity = option.entity or ""
    return dossier.speaks(entity) or dossier.reports(entity)


def _is_carried(matter: Matter) -> bool:
    claim = matter.claim
    return not claim.cue and not any(claim.sentence.covers(s) for s in claim.speaker)


def _names_nobody(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V04: the speaker is named before the sentence, not in it."""
    claim = dossier.claim(question.claim)
    if claim and any(claim.sentence.covers(span) for span in claim.speaker):
        yield Violation("V04", "block", "the sentence names the speaker")


KIND = Kind(
    id=QuestionKind.CARRY_OVER,
    build=for_each_claim(QuestionKind.CARRY_OVER, carry_over),
    keys=speaker_key,
    sizes=range(FEWEST_OPTIONS, 5),
    rules=(_names_nobody,),
    difficulty=0.2,
    is_mission=True,
    most=3,
)
