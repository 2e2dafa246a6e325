"""How one asks whose words they are: who said it, or who belongs in the gap."""

from collections.abc import Sequence

from quiz.engine.claims.claim import Claim, Entity
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.explain import shown, stands_alone
from quiz.engine.questions.wording.nominative import (
    as_subjects,
    capital,
    named_as_subject,
)

WHO = Localised("Wer hat das gesagt?", "Who said this?")
_TWO = 2  # gaps that can be told apart
WHICH = Localised("Wer von beiden hat das gesagt?", "Which of the two said this?")
_GAPS = (
    Localised("der Lücke", "the gap"),
    Localised("der ersten Lücke", "the first gap"),
    Localised("der zweiten Lücke", "the second gap"),
)


def who(passage: str, claim: Claim) -> Localised:
    """The question for the voice of what is shown."""
    gap = gap_of_the_voice(passage, claim)
    if gap is None:
        return WHO
    return Localised(f"Wer steckt hinter {gap.de}?", f"Who is behind {gap.en}?")


def which_of_two(passage: str, claim: Claim) -> Localised:
    """The same where two are offered."""
    gap = gap_of_the_voice(passage, claim)
    if gap is None:
        return WHICH
    return Localised(
        f"Wer von beiden steckt hinter {gap.de}?",
        f"Which of the two is behind {gap.en}?",
    )


def with_a_note_on_names(question: Localised, passage: str) -> Localised:
    """A question that is not for the gap, with what a gap in the words stands for."""
    if MASK not in passage:
        return question
    return Localised(
        f"{question.de} {MASK} verdeckt einen Namen oder was ihn verrät.",
        f"{question.en} {MASK} hides a name or what gives it away.",
    )


def was_it(
    named: Entity, passage: str, claim: Claim | None, dossier: Dossier
) -> Localised:
    """Whether it was somebody: by the name of a person, others as the article has them.

    Behind a colon where the article has them nowhere as the subject of one who speaks,
    so that neither gender nor number is certain.
    """
    subject, name = named_as_subject(named, dossier), shown(named)
    if subject is None:
        return _from(name)
    gap = gap_of_the_voice(passage, claim) if claim else None
    return _said(subject, name) if gap is None else _behind(gap, subject, name)


def it_was_not(
    named: Entity,
    answers: Sequence[Entity],
    passage: str,
    claim: Claim,
    dossier: Dossier,
) -> list[Localised]:
    """What says no to that question, and whose words they are instead, for each.

    All in the same words, behind a colon where one of them needs it.
    """
    if named_as_subject(named, dossier) is None:
        return [it_comes_from(shown(each)) for each in answers]
    no = _not_said if gap_of_the_voice(passage, claim) is None else _not_behind_it
    subjects = [named_as_subject(each, dossier) for each in answers]
    is_plain = None not in subjects
    are_names = all(stands_alone(each, dossier) for each in answers)
    return [
        Localised(
            no(subject if is_plain and subject else f": {shown(each)}").de,
            no(shown(each) if are_names else f": {shown(each)}").en,
        )
        for each, subject in zip(answers, subjects, strict=True)
    ]


def it_comes_from(name: str) -> Localised:
    """No to a question for a voice or a source behind a colon."""
    return Localised(f"Nein, es kommt von: {name}", f"No, it comes from: {name}")


def ways_asked(named: Entity, name: str, dossier: Dossier) -> list[str]:
    """The ways in which a German stem asks whether it was them, by a name.

    Also those in which one did before: questions that were kept stay as they are.
    """
    label = capital(name)
    subject = named_as_subject(named, dossier)
    called = [label, name, *as_subjects(named, dossier), *filter(None, [subject])]
    ways = [ask(each, each).de for each in called for ask in (_said, _in_the_gap)]
    ways += [_behind(gap, each, each).de for each in called for gap in _GAPS]
    return [*ways, _from(label).de, _said_before(label).de]


def gap_of_the_voice(passage: str, claim: Claim) -> Localised | None:
    """The gap in it that stands for who said it: "▒▒▒ sagte, dass …".

    Nobody said such a sentence: it is the article's. Of two gaps it is told which.
    """
    begin, end = claim.sentence.begin, claim.content[0].begin
    voices = [span for span in claim.speaker if begin <= span.begin < end]
    gaps = passage.count(MASK)
    if not voices or not gaps:
        return None
    if gaps == 1:
        return _GAPS[0]
    links = [link.span for link in claim.sources if link.span]
    named = sorted({*voices, *(span for span in links if begin <= span.begin < end)})
    return _GAPS[named.index(voices[0]) + 1] if len(named) == gaps == _TWO else None


def _said(subject: str, name: str) -> Localised:
    """In English, what has an article in German stands behind a colon."""
    return Localised(
        f"Hat {subject} das gesagt?",
        f"Did {name} say this?" if subject == name else f"Was this said by: {name}?",
    )


def _behind(gap: Localised, subject: str, name: str) -> Localised:
    """In words that a name fits as it is, also where the gap is no subject."""
    return Localised(
        f"Steckt {subject} hinter {gap.de}?",
        f"Is {name} behind {gap.en}?"
        if subject == name
        else f"Is this behind {gap.en}: {name}?",
    )


def _in_the_gap(subject: str, name: str) -> Localised:
    """As one asked before."""
    return Localised(
        f"Gehört {subject} in die Lücke?",
        f"Does {name} belong in the gap?"
        if subject == name
        else f"Does this belong in the gap: {name}?",
    )


def _not_said(who: str) -> Localised:
    if who.startswith(":"):
        return Localised(f"Nein, gesagt hat es{who}", f"No, it was said by{who}")
    return Localised(f"Nein, es war {who}", f"No, it was {who}")


def _not_behind_it(who: str) -> Localised:
    if who.startswith(":"):
        return Localised(f"Nein, dahinter steckt{who}", f"No, behind it is{who}")
    return Localised(f"Nein, dahinter steckt {who}", f"No, {who} is behind it")


def _from(name: str) -> Localised:
    return Localised(
        f"Kommt das von dieser Stimme: {name}?", f"Does this come from: {name}?"
    )


def _said_before(name: str) -> Localised:
    return Localised(
        f"Gesagt hat das: {name}. Stimmt das?", f"Said by: {name}. Is that right?"
    )
