"""Wörtlich, indirekt wiedergegeben oder nur zusammengefasst?"""

from enum import StrEnum
from itertools import islice

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    body_sentences,
    shows_the_mood,
    sorting_kind,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.wording.passage import begins_the_sentence

_MARKS = set('"„“”»«')
_BESIDE = 2  # characters in which a mark stands beside what is said: ".“"
_LEAD = 2  # sentences at the beginning, which sum up what somebody says further down


class Manner(StrEnum):
    """How an article gives somebody's words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"


_LABELS = {
    Manner.DIRECT: Localised("genau Wort für Wort", "exactly word for word"),
    Manner.INDIRECT: Localised("als indirekte Rede", "as indirect speech"),
    Manner.REPORTED: Localised("nur zusammengefasst", "only in a summary"),
}
_SIGNS = {
    Manner.DIRECT: Localised(
        "Wörtliche Rede steht im Artikel in Anführungszeichen; die in der Frage sind "
        "vom Quiz.",
        "Direct speech stands in quotation marks in the article; those in the question "
        "are the quiz's.",
    ),
    Manner.INDIRECT: Localised(
        "Indirekte Rede erkennt man am Konjunktiv oder an „dass“; im Artikel steht sie "
        "ohne Anführungszeichen.",
        "Indirect speech shows in the German Konjunktiv or in “dass”; in the article "
        "it has no quotation marks.",
    ),
    Manner.REPORTED: Localised(
        "Eine Zusammenfassung nennt nur, worum es ging, nicht die Worte.",
        "A summary only says what it was about, not the words.",
    ),
}


def _manner(subject: Subject) -> Manner | None:
    """The one way; None for a mixture, as of indirect speech with quoted words."""
    claim = subject.claim
    if claim is None or claim.nested:
        return None
    if claim.type is ClaimType.DIRECT:
        return Manner.DIRECT
    if _MARKS & set(subject.text):
        return None
    if claim.type is ClaimType.REPORTED:
        return Manner.REPORTED
    if shows_the_mood(subject):
        return None  # the words themselves would tell it
    return None if claim.type is ClaimType.FREE_INDIRECT else Manner.INDIRECT


def _is_plain(subject: Subject) -> bool:
    """Whether one can see how it is told, and nothing sums it up.

    Not the answers of an interview, which have no quotation marks, nor a main clause
    without Konjunktiv, whose marks may be lost, nor the first sentences. Indirect
    speech only with "dass" or "würde": "Laut Lenk ist …" sums up as well. Nothing with
    a gap in it, and nobody who is named by a pronoun.
    """
    claim = subject.claim
    if claim is None or _is_in_the_lead(subject) or len(claim.content) > 1:
        return False
    if claim.type is ClaimType.DIRECT:
        return _is_marked(claim, subject.dossier.raw)
    if _is_named_by_a_pronoun(subject):
        return False
    if claim.type is ClaimType.REPORTED:
        return True
    if begins_the_sentence(claim, subject.dossier):
        return False
    known = subject.dossier.lexicon
    said = subject.dossier.content(claim).casefold().split()
    is_clause = said[0] in known.questions.cutting.parts
    return is_clause or not known.loose_mood.isdisjoint(said)


def _is_named_by_a_pronoun(subject: Subject) -> bool:
    """As in "Sie sagte", "Seine Sprecherin sagte", "Nach ihren Worten"."""
    known = subject.dossier.lexicon
    small = {*known.words.pronouns, *known.questions.pronouns.owners}
    firsts = {
        span.of(subject.dossier.raw).split()[0].casefold()
        for span in (subject.claim.speaker if subject.claim else ())
    }
    return not small.isdisjoint(firsts)


def _is_in_the_lead(subject: Subject) -> bool:
    return subject.sentence in islice(body_sentences(subject.dossier), _LEAD)


def _is_marked(claim: Claim, raw: str) -> bool:
    """Whether a quotation mark opens or closes right beside what is said."""
    first, last = claim.content[0].begin, claim.content[-1].end
    return bool(
        _MARKS & {*raw[max(0, first - 1) : first + 1]}
        or _MARKS & {*raw[last - 1 : last + _BESIDE]}
    )


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.DIRECT_OR_INDIRECT,
        answers={
            each: Description(_LABELS[each], _SIGNS[each], Mistake.QUOTED)
            for each in Manner
        },
        judge=_manner,
        asks=_is_plain,
        stem=lambda _subject, passage: asked(
            Localised(
                "Wie gibt der Artikel das wieder?", "How does the article report this?"
            ),
            passage,
        ),
        needs_speaker=False,
        names_voice=True,
    ),
    difficulty=0.0,
)
