"""Welche dieser Aussagen stammen von …?"""

import random
from collections.abc import Iterator, Sequence

from quiz.engine.claims.claim import Claim, Entity
from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.builders.kind import Kind, Workshop, speaker_key
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import MASK, Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import joined, shown, stands_alone
from quiz.engine.questions.wording.nominative import Saying
from quiz.engine.questions.wording.reasons import voice_shown, who_said_it
from quiz.engine.questions.wording.statements import (
    Statement,
    apart,
    begins_with_pronoun,
    evidence_of,
    how_to_tell,
    is_surely_not_by,
    marks_of,
    statement_of,
)

_WHICH_OF_THESE = Saying(
    Localised("Was davon hat {} gesagt?", "Which of these did {} say?"),
    Localised("Was davon haben {} gesagt?", "Which of these did {} say?"),
    Localised("Was davon kommt von: {}?", "Which of these is from: {}?"),
)
_KEYS = range(2, 4)
_SIZES = range(4, 7)


def _build(shop: Workshop) -> Iterator[Question]:
    found = (statement_of(matter) for matter in shop.matters)
    said = [each for each in found if each and MASK not in each.text]
    for speaker in {each.speaker.id: each.speaker for each in said}.values():
        own = [each for each in said if each.speaker.id == speaker.id]
        rng = shop.rng(QuestionKind.ALL_BY.value, own[0].matter)
        keys = apart(own)[: _KEYS.stop - 1]
        others = [each for each in said if _is_wrong(each, speaker)]
        wrong = apart(rng.sample(others, len(others)))[: len(keys)]
        is_even = len(wrong) >= len(keys) - 1  # ticking everything wins little
        if is_even and len(keys) in _KEYS and len(keys) + len(wrong) in _SIZES:
            yield _question(speaker, keys, wrong, rng)


def _is_wrong(each: Statement, speaker: Entity) -> bool:
    """Whether it is surely not the speaker's too."""
    told = found_in(each.text, each.matter.dossier.giveaways(speaker))
    return is_surely_not_by(each, speaker) and not told


def _question(
    speaker: Entity,
    keys: Sequence[Statement],
    wrong: Sequence[Statement],
    rng: random.Random,
) -> Question:
    first_said = keys[0]
    first, dossier = first_said.matter.claim, first_said.matter.dossier
    return Question(
        id=f"{QuestionKind.ALL_BY}-{first.id}",
        kind=QuestionKind.ALL_BY,
        claim=first.id,
        stem=_stem(speaker, dossier),
        passage="",
        options=shuffled([_option(each, speaker) for each in (*keys, *wrong)], rng),
        explanation=joined(_how_many(speaker, len(keys), dossier), how_to_tell(keys)),
        evidence=evidence_of(keys),
        marks=marks_of(keys),
    )


def _stem(speaker: Entity, dossier: Dossier) -> Localised:
    return _WHICH_OF_THESE.of(speaker, dossier)


def _option(each: Statement, speaker: Entity) -> Option:
    is_key = each.speaker.id == speaker.id
    return Option(
        id="",
        text=each.text,
        entity=None,
        correct=is_key,
        misconception=None if is_key else Mistake.TOPIC.value,
        label=Localised(each.text, each.text),
        rationale=_why(each),
        claim=each.matter.claim.id,
    )


def _how_many(speaker: Entity, count: int, dossier: Dossier) -> Localised:
    colon = "" if stands_alone(speaker, dossier) else ":"
    name = f"{colon} {shown(speaker)}"
    return Localised(
        f"{count} Aussagen sind von{name}.", f"{count} statements are from{name}."
    )


def _why(each: Statement) -> Localised:
    """Whose a statement is, and by which words the text shows it."""
    claim, dossier = each.matter.claim, each.matter.dossier
    words = voice_shown(claim, each.matter.trace, dossier)
    return joined(who_said_it(each.speaker, dossier), words)


def _claims(question: Question, dossier: Dossier) -> list[tuple[Option, Claim | None]]:
    return [(each, dossier.claim(each.claim or "")) for each in question.options]


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    """One fixed option for each statement that the article gives the speaker."""
    keys = speaker_key(question, dossier)
    said = (claim.speaker_entity for _, claim in _claims(question, dossier) if claim)
    return [None for each in said if each in keys]


def _each_is_whose(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01–V05, V19 for every statement: sure, its own speaker's, telling nothing."""
    if len(question.key) not in _KEYS or not question.distractors:
        yield Violation("V01", "block", f"{len(question.key)} keys")
    for key in speaker_key(question, dossier):
        sought = dossier.giveaways(dossier.entities[key])
        for option, claim in _claims(question, dossier):
            if claim is None or not claim.is_sure_of_voice or dossier.is_heading(claim):
                yield Violation("V04", "block", f"{option.id}: no sure claim")
            elif option.correct != (claim.speaker_entity == key):
                yield Violation("V01", "block", f"{option.id} is another's")
            elif not option.correct and dossier.also_said(key, claim):
                yield Violation("V05", "block", f"{option.id} was said by the key too")
            if found_in(option.text, sought) or begins_with_pronoun(
                option.text, dossier
            ):
                yield Violation("V03", "block", f"{option.id} tells whose it is")


KIND = Kind(
    id=QuestionKind.ALL_BY,
    build=_build,
    keys=speaker_key,
    right=_right,
    sizes=_SIZES,
    rules=(_each_is_whose,),
    difficulty=0.3,
    is_mission=True,
    compares=True,
)
