"""Welche Beziehung hat die Quelle zum Thema?"""

from collections.abc import Mapping
from enum import StrEnum

from quiz.engine.claims.claim import EntityKind
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
from quiz.engine.questions.words import word_spans

_BEFORE = 30  # characters in front of an outlet's name in which "staatliche" stands


class _Key(StrEnum):
    """Which of the answers fits."""

    PARTY = "party"
    STATE = "state"
    EXPERT = "expert"
    AGENCY = "agency"


_ANSWERS: Mapping[str, Description] = {
    _Key.PARTY: Description(
        Localised("spricht über das eigene Haus", "speaks about its own house"),
        Localised(
            "Wer über das eigene Haus spricht, ist beteiligt: Das ist erlaubt, aber "
            "gut "
            "zu wissen.",
            "Whoever speaks about their own house is a party to it: that is allowed, "
            "but good to know.",
        ),
        Mistake.PARTY,
    ),
    _Key.STATE: Description(
        Localised("Medium in staatlicher Hand", "medium in the hands of a state"),
        Localised(
            "Ein staatliches Medium gehört der Regierung; öffentlich-rechtliche Sender "
            "gehören ihr nicht.",
            "A state medium belongs to the government; public broadcasters do not.",
        ),
        Mistake.OTHER_OUTLET,
    ),
    _Key.EXPERT: Description(
        Localised("Fachperson für das Thema", "expert on the matter"),
        Localised(
            "Eine Fachperson kennt sich im Thema aus; auch sie kann sich irren.",
            "An expert knows the matter; experts, too, can be wrong.",
        ),
        Mistake.PARTY,
    ),
    _Key.AGENCY: Description(
        Localised("unabhängige Nachrichtenagentur", "independent news agency"),
        Localised(
            "Eine Nachrichtenagentur sammelt, was andere sagen, und verkauft es "
            "weiter.",
            "A news agency collects what others say and sells it on.",
        ),
        Mistake.OTHER_OUTLET,
    ),
}


def _judge(subject: Subject) -> str | None:
    """What the words of the sentence itself say of the voice, and nothing else."""
    claim = subject.claim
    if claim is None or claim.speaker_entity is None or claim.nested:
        return None
    found = {
        key
        for key, fits in (
            (_Key.STATE, _is_state_medium(subject)),
            (_Key.EXPERT, _is_expert(subject)),
            (_Key.PARTY, _speaks_of_own_house(subject)),
        )
        if fits
    }
    return found.pop() if len(found) == 1 else None


def _is_state_medium(subject: Subject) -> bool:
    claim, dossier = subject.claim, subject.dossier
    if claim is None or claim.speaker_entity is None or claim.sources:
        return False
    speaker = dossier.entities[claim.speaker_entity]
    here = [span for span in claim.speaker if claim.sentence.covers(span)]
    if speaker.kind is not EntityKind.OUTLET or not here:
        return False
    begin = max(subject.sentence.begin, here[0].begin - _BEFORE)
    near = dossier.raw[begin : here[0].end].casefold()
    words = [near[span.begin : span.end] for span in word_spans(near)]
    lists = dossier.lexicon.words.sorting
    return not (lists.state_media | lists.state_words).isdisjoint(words)


def _is_expert(subject: Subject) -> bool:
    claim, dossier = subject.claim, subject.dossier
    if claim is None or claim.speaker_entity is None:
        return False
    speaker = dossier.entities[claim.speaker_entity]
    houses = (dossier.entities[each].kind for each in speaker.bodies)
    if speaker.kind is not EntityKind.PERSON or EntityKind.COUNTRY in houses:
        return False
    named = trace(claim, dossier).naming is Naming.HERE
    experts = dossier.lexicon.words.sorting.experts
    told = " ".join(span.of(dossier.raw) for span in claim.speaker).casefold()
    return named and any(
        told[span.begin : span.end].endswith(experts) for span in word_spans(told)
    )


def _speaks_of_own_house(subject: Subject) -> bool:
    claim, dossier = subject.claim, subject.dossier
    if claim is None or claim.speaker_entity is None:
        return False
    if trace(claim, dossier).naming is not Naming.HERE:
        return False
    speaker = dossier.entities[claim.speaker_entity]
    houses = [dossier.entities[each] for each in speaker.bodies]
    return any(
        house.kind is EntityKind.ORGANISATION
        and dossier.is_mentioned_in(house, claim.content)
        for house in houses
    )


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.INTEREST,
        answers=_ANSWERS,
        judge=_judge,
        stem=lambda _subject, passage: Localised(
            f"Was verrät der Satz über die Stimme, die hier spricht: „{passage}“?",
            f"What does the sentence tell about the voice in it: “{passage}”?",
        ),
        shows_sentence=True,
        is_even=False,
    ),
    difficulty=0.4,
)
