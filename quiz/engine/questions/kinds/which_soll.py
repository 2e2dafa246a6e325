"""Was bedeutet „soll“ hier?"""

import re
from collections.abc import Mapping
from enum import StrEnum

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    body_sentences,
    sorting_kind,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.hearsay import is_hearsay
from quiz.engine.questions.option import Localised
from quiz.engine.questions.patterns import any_of
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked


class _Key(StrEnum):
    """Which of the answers fits."""

    HEARSAY = "hearsay"
    PLAN = "plan"
    CONDITION = "condition"
    DUTY = "duty"


_ANSWERS: Mapping[str, Description] = {
    _Key.HEARSAY: Description(
        Localised(
            "Man sagt es; sicher ist es nicht.", "They say so; it is not certain."
        ),
        Localised(
            "Vom Hörensagen: „Er soll dort gewesen sein“ heißt „man sagt, er war "
            "dort“.",
            "Hearsay: “Er soll dort gewesen sein” means “they say he was there”.",
        ),
        Mistake.SOLL,
    ),
    _Key.PLAN: Description(
        Localised("Jemand hat es so vor.", "Somebody intends it."),
        Localised(
            "Ein Plan: „Das Bad soll im Mai öffnen“ heißt „man hat es vor“.",
            "A plan: “Das Bad soll im Mai öffnen” means “they intend it”.",
        ),
        Mistake.SOLL,
    ),
    _Key.CONDITION: Description(
        Localised("Es steht für „falls“.", "It stands for “if”."),
        Localised(
            "Eine Bedingung: „Sollte es regnen, …“ heißt „falls es regnet, …“.",
            "A condition: “Sollte es regnen, …” means “if it rains, …”.",
        ),
        Mistake.SOLL,
    ),
    _Key.DUTY: Description(
        Localised("Jemand ist dazu verpflichtet.", "Somebody is obliged to."),
        Localised(
            "Eine Pflicht: „Du sollst anklopfen“ heißt „man verlangt es von dir“.",
            "A duty: “Du sollst anklopfen” means “it is demanded of you”.",
        ),
        Mistake.SOLL,
    ),
}


def _judge(subject: Subject) -> str | None:
    """What it means, where only one reading is possible.

    Hearsay has a perfect infinitive, a condition begins its
    sentence, a plan has a plain infinitive and a time to come.
    """
    text, known = subject.text, subject.dossier.lexicon
    found = _soll(subject)
    if len(found) != 1 or set('„“”»«"?') & set(text):
        return None
    soll = found[0].casefold()
    if is_hearsay(text, soll, known):
        return _Key.HEARSAY
    is_first = text.casefold().startswith(soll)
    if is_first:
        is_condition = soll in known.words.sorting.conditions and "," in text
        return _Key.CONDITION if is_condition else None
    return _Key.PLAN if _is_planned(text, soll, known) else None


def _soll(subject: Subject) -> list[str]:
    """Each form of the verb in the sentence, as it stands."""
    forms = subject.dossier.lexicon.questions.soll.forms
    return re.findall(rf"\b{any_of(forms)}\b", subject.text, re.IGNORECASE)


def _is_planned(text: str, soll: str, known: Lexicon) -> bool:
    lists, past = known.words.sorting, known.words.hedges.past
    tokens = [word.strip(".,;") for word in text.casefold().split()]
    infinitive = tokens[-1].endswith(known.inflection.verbs.infinitive)
    ends_plain = infinitive and tokens[-1] not in past
    has_time = not lists.future.isdisjoint(tokens)
    return soll in lists.plans and ends_plain and has_time and "," not in text


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.WHICH_SOLL,
        answers=_ANSWERS,
        judge=_judge,
        stem=lambda subject, passage: asked(
            Localised(
                f"Was heißt hier „{_soll(subject)[0]}“?",
                f"What does “{_soll(subject)[0]}” mean here?",
            ),
            passage,
        ),
        of_claims=False,
        sentences=body_sentences,
        shows_sentence=True,
        is_even=False,
    ),
    difficulty=0.4,
)
