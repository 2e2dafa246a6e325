"""Behauptung, Wertung, Ankündigung oder Vermutung?"""

from collections.abc import Mapping
from enum import StrEnum

from quiz.engine.claims.claim import ClaimType
from quiz.engine.lexicon.vocabulary.sorting_words import SortingWords
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    sorting_kind,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.words import fold, words

_OF_FACTS = (ClaimType.INDIRECT, ClaimType.INDIRECT_FREE_INDIRECT)


class _Key(StrEnum):
    """Which of the answers fits."""

    STATING = "stating"
    JUDGING = "judging"
    ANNOUNCING = "announcing"
    CONJECTURING = "conjecturing"


_ANSWERS: Mapping[str, Description] = {
    _Key.STATING: Description(
        Localised("So ist oder war es.", "It is or was so."),
        Localised(
            "Eine Angabe lässt sich nachprüfen: Es ist so oder nicht.",
            "A factual claim can be checked: it is so or it is not.",
        ),
        Mistake.OPINION,
        older=(
            Localised("Angabe: So ist oder war es", "factual claim: it is or was so"),
        ),
    ),
    _Key.JUDGING: Description(
        Localised(
            "Jemand findet es gut oder schlecht.", "Somebody finds it good or bad."
        ),
        Localised(
            "Eine Wertung sagt, wie jemand etwas findet; andere dürfen es anders "
            "sehen.",
            "A judgement says what somebody thinks of it; others may disagree.",
        ),
        Mistake.OPINION,
        older=(Localised("Wertung: gut oder schlecht", "judgement: good or bad"),),
    ),
    _Key.ANNOUNCING: Description(
        Localised("Das kommt noch.", "It is still to come."),
        Localised(
            "Eine Ankündigung sagt, was jemand tun will; geschehen ist es noch nicht.",
            "An announcement says what somebody will do; it has not happened yet.",
        ),
        Mistake.OPINION,
        older=(
            Localised("Ankündigung: Das kommt noch", "announcement: still to come"),
        ),
    ),
    _Key.CONJECTURING: Description(
        Localised("Vielleicht ist es so.", "Perhaps it is so."),
        Localised(
            "Eine Vermutung sagt, was jemand für möglich hält, ohne es zu wissen.",
            "A conjecture says what somebody thinks possible without knowing it.",
        ),
        Mistake.OPINION,
        older=(Localised("Vermutung: vielleicht", "conjecture: perhaps"),),
    ),
}


def _judge(subject: Subject) -> str | None:
    """By the verb that gives it, where this verb gives one type of statement only.

    Somebody has to do it in the sentence: "wie berichtet" shows nothing.
    """
    claim = subject.claim
    if claim is None or claim.nested or not claim.cue or not claim.speaker:
        return None
    if not subject.sentence.covers(claim.speaker[0]):
        return None
    known = subject.dossier.lexicon
    cue = " ".join(span.of(subject.dossier.raw) for span in claim.cue)
    forms = cue.casefold().split()
    infinitives = {
        reading.verb.infinitive
        for form in forms
        for reading in known.verbs.get(form, ())
        if not reading.verb.prefix
        or reading.verb.prefix in forms
        or form.startswith(reading.verb.prefix)
    }
    lists = known.words.sorting
    verbs = {
        _Key.STATING: lists.stating,
        _Key.JUDGING: lists.judging,
        _Key.ANNOUNCING: lists.announcing,
        _Key.CONJECTURING: lists.conjecturing,
    }
    types = [key for key in verbs if infinitives & verbs[key]]
    if len(types) != 1 or not infinitives <= verbs[types[0]]:
        return None
    if types[0] == _Key.JUDGING and claim.type in _OF_FACTS:
        return (
            None  # "kritisiert, die Nachricht sei spät gekommen": that can be checked
        )
    return types[0] if types[0] != _Key.STATING or _is_fact(subject, lists) else None


def _is_fact(subject: Subject, lists: SortingWords) -> bool:
    """Whether it is about what is or was, neither weakened nor demanded."""
    claim = subject.claim
    if claim is None or claim.hedge:
        return False
    later = {fold(word) for word in (*lists.not_yet, *lists.loaded)}
    return not later & set(words(subject.dossier.content(claim)))


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.STATEMENT_TYPE,
        answers=_ANSWERS,
        judge=_judge,
        stem=lambda _subject, passage: asked(
            Localised(
                "Was für eine Aussage ist das?", "What kind of statement is this?"
            ),
            passage,
        ),
        shows_sentence=True,
        needs_speaker=False,
    ),
    difficulty=0.2,
)
