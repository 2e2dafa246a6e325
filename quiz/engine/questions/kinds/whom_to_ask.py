"""Wen nennt der Artikel für diese Aussage?"""

from collections.abc import Mapping
from enum import StrEnum

from quiz.engine.claims.claim import Claim, EntityKind
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    sorting_kind,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.evidence import Naming, trace
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.words import words


class _Key(StrEnum):
    """Which of the answers fits."""

    PERSON = "person"
    BODY = "body"
    NOBODY = "nobody"


_ANSWERS: Mapping[str, Description] = {
    _Key.PERSON: Description(
        Localised("einen Menschen mit Namen", "a person by name"),
        Localised(
            "„Mit Namen“ heißt: Du weißt, welcher Mensch es ist, und könntest genau "
            "ihn fragen.",
            "“By name” means: you know which person it is and could ask exactly them.",
        ),
        Mistake.WHOM_TO_ASK,
    ),
    _Key.BODY: Description(
        Localised(
            "eine Behörde, Firma oder andere Stelle",
            "an authority, company or other body",
        ),
        Localised(
            "Bei einer Behörde, Firma oder anderen Stelle kann man nachfragen, auch "
            "wenn kein Mensch mit Namen dasteht.",
            "An authority, company or other body can be asked, even where no person "
            "is named.",
        ),
        Mistake.WHOM_TO_ASK,
    ),
    _Key.NOBODY: Description(
        Localised("niemanden, den man fragen könnte", "nobody you could ask"),
        Localised(
            "Bei „Insidern“, „Kreisen“ oder „Medienberichten“ weiß man nicht, wen man "
            "fragen müsste. Falsch ist es deshalb noch nicht.",
            "With “insiders”, “circles” or “media reports” one does not know whom to "
            "ask. That does not make it wrong.",
        ),
        Mistake.WHOM_TO_ASK,
    ),
}


def _judge(subject: Subject) -> str | None:
    """By the voice whose statement it is, named in the sentence itself.

    Whoever passed it on could be asked as well, so that two answers would be right.
    """
    claim, dossier = subject.claim, subject.dossier
    if claim is None or claim.nested or _was_passed_on(claim):
        return None
    pronouns = dossier.lexicon.questions.pronouns
    if not (pronouns.unclear | pronouns.she).isdisjoint(words(dossier.content(claim))):
        return None  # "habe ihn sprachlos gemacht": that tells it is a person
    if claim.speaker_entity is None:
        return _Key.NOBODY if claim.source_vague else None
    if trace(claim, dossier).naming is not Naming.HERE:
        return None
    speaker = dossier.entities[claim.speaker_entity]
    is_body = speaker.kind is EntityKind.ORGANISATION
    is_person = speaker.kind is EntityKind.PERSON and dossier.identity.is_named(
        speaker.id
    )
    if claim.source_vague:
        of_a_house = speaker.bodies or " " in speaker.name  # "Mitarbeiter der Bahn"
        return None if is_person or is_body or of_a_house else _Key.NOBODY
    if is_body:
        return None if dossier.identity.is_vague(speaker) else _Key.BODY
    return _Key.PERSON if is_person and " " in speaker.name else None


def _was_passed_on(claim: Claim) -> bool:
    """Whether anybody stands between the voice and the article."""
    return any(link.entity != claim.speaker_entity for link in claim.sources)


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.WHOM_TO_ASK,
        answers=_ANSWERS,
        judge=_judge,
        stem=lambda _subject, passage: asked(
            Localised(
                "Wen nennt der Artikel dafür?", "Whom does the article name for this?"
            ),
            passage,
        ),
        about=_Key.NOBODY,
    ),
    difficulty=0.2,
)
