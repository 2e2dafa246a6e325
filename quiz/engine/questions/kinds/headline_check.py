"""Was ging zwischen Text und Überschrift verloren?"""

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
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import names
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked, stands_alone
from quiz.engine.questions.words import words
from quiz.engine.text.span import Span
from quiz.engine.text.spelling import written
from quiz.engine.text.text import Part

_SHARED = 3  # words of content that heading and sentence have in common, at least
_MOST_OF_IT = 0.6  # share of the heading's words of content that the sentence has


class _Key(StrEnum):
    """Which of the answers fits."""

    VOICE = "voice"
    HEDGE = "hedge"
    NOTHING = "nothing"


_ANSWERS: Mapping[str, Description] = {
    _Key.VOICE: Description(
        Localised("wer es gesagt hat", "who said it"),
        Localised(
            "Die Überschrift nennt niemanden, der es gesagt hat; so klingt es nach "
            "einer "
            "Tatsache.",
            "The headline names nobody who said it; so it sounds like a fact.",
        ),
        Mistake.HEADLINE,
    ),
    _Key.HEDGE: Description(
        Localised("dass es nicht sicher ist", "that it is not certain"),
        Localised(
            "Im Text zeigt ein Wort, dass es nicht sicher ist; in der Überschrift "
            "nicht.",
            "In the text a word shows that it is not certain; in the headline none "
            "does.",
        ),
        Mistake.HEADLINE,
    ),
    _Key.NOTHING: Description(
        Localised("nichts davon", "none of this"),
        Localised(
            "Die Überschrift nennt die Stimme und lässt keinen Vorbehalt weg.",
            "The headline names the voice and leaves out no reservation.",
        ),
        Mistake.HEADLINE,
    ),
}


def headline(dossier: Dossier) -> Span | None:
    """The heading at the top; None where the text begins otherwise."""
    first = dossier.text.paragraphs[:1]
    return first[0].span if first and first[0].part is Part.HEADING else None


def _judge(subject: Subject) -> str | None:
    """What of the sentence the headline does not have, where that is one thing."""
    claim, dossier = subject.claim, subject.dossier
    heading = headline(dossier)
    if claim is None or heading is None or claim.speaker_entity is None:
        return None
    text = heading.of(dossier.raw)
    if claim.nested or "?" in text or not _is_about(subject, text):
        return None
    lost = set()
    if not _has_voice(subject, text):
        lost.add(_Key.VOICE)
    if claim.hedge and not _is_hedged(text, dossier):
        lost.add(_Key.HEDGE)
    return lost.pop() if len(lost) == 1 else None if lost else _Key.NOTHING


def _is_about(subject: Subject, heading: str) -> bool:
    """Whether the headline shortens what is claimed here."""
    forms = subject.dossier.forms
    own = set(map(forms.bare, forms.content_words(heading)))
    here = set(map(forms.bare, forms.content_words(subject.text)))
    shared = own & here
    return len(shared) >= _SHARED and len(shared) >= _MOST_OF_IT * len(own)


def _has_voice(subject: Subject, heading: str) -> bool:
    """Whether somebody is named who says it, or at least that somebody does."""
    claim, dossier = subject.claim, subject.dossier
    if set('„“”»«":') & set(heading) or claim is None:
        return True
    known = dossier.lexicon
    told = known.words.sorting.attribution
    if told & {word.casefold() for word in heading.split()}:
        return True
    speaker = dossier.entities[claim.speaker_entity or ""]
    if names(heading, dossier.giveaways(speaker)):
        return True
    is_person = speaker.kind is EntityKind.PERSON
    return is_person and not stands_alone(speaker, dossier)


def _is_hedged(text: str, dossier: Dossier) -> bool:
    hedges = dossier.lexicon.words.hedges
    found = set(words(text))
    return bool(found & {*words(" ".join((*hedges.words, *hedges.hearsay)))})


def _stem(subject: Subject, passage: str) -> Localised:
    heading = headline(subject.dossier)
    text = written(heading.of(subject.dossier.raw)) if heading else ""
    return asked(
        Localised(
            f"Was lässt die Überschrift „{text}“ weg?",
            f"What does the headline “{text}” leave out?",
        ),
        passage,
    )


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.HEADLINE_CHECK,
        answers=_ANSWERS,
        judge=_judge,
        stem=_stem,
        shows_sentence=True,
        is_even=False,
    ),
    difficulty=0.4,
)
