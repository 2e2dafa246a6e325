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
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import explained, reasons, shown
from quiz.engine.questions.wording.statements import (
    Statement,
    apart,
    begins_with_pronoun,
    evidence_of,
    is_surely_not_by,
    marks_of,
    statement_of,
)

_KEYS = range(2, 4)
_SIZES = range(4, 7)


def _build(shop: Workshop) -> Iterator[Question]:
    said = [each for matter in shop.matters if (each := statement_of(matter))]
    for speaker in {each.speaker.id: each.speaker for each in said}.values():
        own = [each for each in said if each.speaker.id == speaker.id]
        rng = shop.rng(QuestionKind.ALL_BY.value, own[0].matter)
        keys = apart(own)[: _KEYS.stop - 1]
        others = [each for each in said if _is_wrong(each, speaker)]
        wrong = apart(rng.sample(others, len(others)))[: len(keys)]
        if len(keys) in _KEYS and len(keys) + len(wrong) in _SIZES:
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
    name = shown(speaker)
    first = keys[0].matter.claim
    return Question(
        id=f"{QuestionKind.ALL_BY}-{first.id}",
        kind=QuestionKind.ALL_BY,
        claim=first.id,
        stem=Localised(
            f"Welche dieser Aussagen stammen laut Artikel von: {name}?",
            f"According to the article, which of these statements come from: {name}?",
        ),
        passage="",
        options=shuffled([_option(each, speaker) for each in (*keys, *wrong)], rng),
        explanation=explained(_whose(name, keys)),
        evidence=evidence_of(keys),
        marks=marks_of(keys),
    )


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


def _whose(name: str, keys: Sequence[Statement]) -> Localised:
    return Localised(
        f"Bei {len(keys)} dieser Aussagen nennt der Artikel diese Stimme: {name}.",
        f"For {len(keys)} of these statements the article names this voice: {name}.",
    )


def _why(each: Statement) -> Localised:
    """Whose a statement is, and by which words the text shows it."""
    return reasons(each.matter.claim, each.matter.trace, each.matter.dossier)


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
)
