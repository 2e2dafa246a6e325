"""Nennt der Text für diese Angabe eine Quelle?"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum
from operator import itemgetter

from quiz.engine.claims.claim import EntityKind
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    shows_the_mood,
    sorting_kind,
    unclaimed_sentences,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.credits import sender_lines
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.evidence import Naming, trace
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.wording.passage import begins_the_sentence

_ALIKE = 3  # words of content in common
_MARKS = frozenset('„“”»«":?()')


class _Key(StrEnum):
    """Which of the answers fits."""

    NAMED = "named"
    VAGUE = "vague"
    NONE = "none"


_ANSWERS: Mapping[str, Description] = {
    _Key.NAMED: Description(
        Localised("ja, mit Namen", "yes, by name"),
        Localised(
            "„Mit Namen“ heißt: Es steht genau da, wer es ist, sodass man nachfragen "
            "könnte.",
            "“By name” means: it says exactly who it is, so that one could ask.",
        ),
        Mistake.HOW_EXACTLY,
    ),
    _Key.VAGUE: Description(
        Localised("ja, aber nur ungenau", "yes, but only vaguely"),
        Localised(
            "„Ungenau“ heißt: Es steht etwas da, aber nicht, wer genau es ist.",
            "“Vaguely” means: something is named, but not who exactly it is.",
        ),
        Mistake.HOW_EXACTLY,
    ),
    _Key.NONE: Description(
        Localised("nein", "no"),
        Localised(
            "„Nein“ heißt: Der Artikel sagt nicht, woher er das hat. Es kann trotzdem "
            "stimmen, etwa weil es allgemein bekannt ist.",
            "“No” means: the article does not say where it got this from. It may be "
            "true "
            "all the same, for instance because it is common knowledge.",
        ),
        Mistake.SEEN_BY_PAPER,
    ),
}


def _judge(subject: Subject) -> str | None:
    if subject.claim is None:
        return _Key.NONE if is_unattributed(subject) else None
    claim, dossier = subject.claim, subject.dossier
    if claim.speaker_entity is None or claim.sources or claim.nested:
        return None
    if shows_the_mood(subject) or not begins_the_sentence(claim, dossier):
        return None  # the words themselves would tell that somebody says so
    if trace(claim, dossier).naming is not Naming.HERE:
        return None
    speaker = dossier.entities[claim.speaker_entity]
    if dossier.identity.is_vague(speaker):
        is_open = dossier.identity.is_nobody_definite(speaker)
        return _Key.VAGUE if is_open else None
    is_person = speaker.kind is EntityKind.PERSON and dossier.identity.is_named(
        speaker.id
    )
    has_both_names = is_person and len(speaker.name.split()) > 1
    known = dossier.lexicon.outlets
    return _Key.NAMED if has_both_names or speaker.name in known else None


def is_unattributed(subject: Subject) -> bool:
    """Whether nobody can be behind the sentence but the article itself.

    No word of it points to a source, it quotes nothing, nothing in its paragraph or
    the one before is claimed by anybody, nobody claims anything like it elsewhere, it
    is not in the first paragraph, which sums up what follows, and no credit line holds
    for the whole article.
    """
    dossier, text = subject.dossier, subject.text
    known = dossier.lexicon
    if _is_credited(dossier) or not text.endswith(".") or _MARKS & set(text):
        return False
    if _leans(text, known):
        return False
    tokens = {word.strip(".,;–-").casefold() for word in text.split()}
    lists = known.words.sorting
    signs = lists.attribution | lists.not_yet | lists.loaded
    if tokens & (signs | known.strict_mood | set(known.verbs)):
        return False
    return not (
        _is_near_a_claim(subject)
        or _is_like_a_claim(subject)
        or any(
            entity.kind is EntityKind.OUTLET
            for entity in dossier.entities_in([subject.sentence])
        )
    )


def _is_credited(dossier: Dossier) -> bool:
    """Whether a line tells whose material the whole article is."""
    outlets = dossier.lexicon.outlets
    names = {word for line in dossier.credit_lines for word in re.split(r"\W+", line)}
    senders = sender_lines(dossier.text, dossier.lexicon.questions.names.senders)
    return bool(dossier.credited or senders) or not names.isdisjoint(outlets)


def _leans(text: str, known: Lexicon) -> bool:
    """Whether it begins with a word that points to the sentence before."""
    first = text.split(" ", 1)[0].casefold()
    beginnings = known.questions.leaning.beginnings
    return first in known.words.pronouns or first.startswith(beginnings)


def _is_near_a_claim(subject: Subject) -> bool:
    """Whether a source named here or in the paragraph before may still hold."""
    dossier, body = subject.dossier, subject.dossier.body
    here = max(0, bisect_right(body, subject.sentence.begin, key=itemgetter(0)) - 1)
    near = body[max(0, here - 1) : here + 1]
    return here == 0 or any(dossier.is_claimed(paragraph) for paragraph in near)


def _is_like_a_claim(subject: Subject) -> bool:
    """Whether somebody is named elsewhere who says something like it."""
    dossier = subject.dossier
    own = set(dossier.forms.content_words(subject.text))
    return any(len(own & each) >= _ALIKE for each in dossier.told)


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.SOURCE_STATED,
        answers=_ANSWERS,
        judge=_judge,
        stem=lambda _subject, passage: asked(
            Localised(
                "Sagt der Artikel, woher er das hat?",
                "Does the article say where it got this from?",
            ),
            passage,
        ),
        sentences=unclaimed_sentences,
    ),
    difficulty=0.2,
)
