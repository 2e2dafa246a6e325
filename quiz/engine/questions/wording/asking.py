"""How one asks whose words they are: who said it, or who belongs in the gap."""

from collections.abc import Sequence

from quiz.engine.claims.claim import Claim, Entity
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.explain import shown
from quiz.engine.questions.wording.nominative import (
    Saying,
    Subject,
    capital,
    named_as_subject,
)

WHO = Localised("Wer hat das gesagt?", "Who said this?")
_TWO = 2  # gaps that can be told apart
TO_WHOM = Localised("Wem wurde das gesagt?", "Who was this said to?")
WHICH = Localised("Wer von beiden hat das gesagt?", "Which of the two said this?")
_DOES, _DID = Localised("Hat", "Did"), Localised("Haben", "Did")
_STICKS, _STICK = Localised("Steckt", "Is"), Localised("Stecken", "Are")
_NOT_SAID = Saying(
    Localised("Nein, es war {}", "No, it was {}"),
    Localised("Nein, es waren {}", "No, it was {}"),
    Localised("Nein, gesagt hat es: {}", "No, it was said by: {}"),
)
_NOT_BEHIND_IT = Saying(
    Localised("Nein, dahinter steckt {}", "No, {} is behind it"),
    Localised("Nein, dahinter stecken {}", "No, {} are behind it"),
    Localised("Nein, dahinter steckt: {}", "No, behind it is: {}"),
)
_REPORTED = Saying(
    Localised("Hat {} das berichtet?", "Did {} report this?"),
    Localised("Haben {} das berichtet?", "Did {} report this?"),
    Localised(
        "Kommt das von dieser Quelle: {}?", "Does this come from this source: {}?"
    ),
)
_NOT_REPORTED = Saying(
    Localised("Nein, berichtet hat es {}", "No, it was reported by {}"),
    Localised("Nein, berichtet haben es {}", "No, it was reported by {}"),
    Localised("Nein, es kommt von: {}", "No, it comes from: {}"),
)
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

    Behind a colon where the article leaves gender or number open.
    """
    subject = named_as_subject(named, dossier)
    if subject is None:
        return _from(shown(named))
    gap = gap_of_the_voice(passage, claim) if claim else None
    return _said(subject) if gap is None else _behind(gap, subject)


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
    no = _NOT_SAID if gap_of_the_voice(passage, claim) is None else _NOT_BEHIND_IT
    return _all_alike(no, answers, dossier)


def it_comes_from(name: str) -> Localised:
    """No to a question for a voice or a source behind a colon."""
    return Localised(f"Nein, es kommt von: {name}", f"No, it comes from: {name}")


def was_it_reported_by(named: Entity, dossier: Dossier) -> Localised:
    """Whether it was somebody who passed it on."""
    return _REPORTED.of(named, dossier)


def it_was_not_reported_by(
    named: Entity, answers: Sequence[Entity], dossier: Dossier
) -> list[Localised]:
    """What says no to that question, and who it was instead, for each."""
    if named_as_subject(named, dossier) is None:
        return [it_comes_from(shown(each)) for each in answers]
    return _all_alike(_NOT_REPORTED, answers, dossier)


def _all_alike(
    no: Saying, answers: Sequence[Entity], dossier: Dossier
) -> list[Localised]:
    """An answer for each, all behind a colon where one of them needs it."""
    if any(named_as_subject(each, dossier) is None for each in answers):
        return [no.behind_a_colon(each) for each in answers]
    return [no.of(each, dossier) for each in answers]


def ways_asked(named: Entity, name: str, dossier: Dossier) -> list[str]:
    """The ways in which a German stem asks whether it was them, by a name.

    Also those in which one did before: questions that were kept stay as they are.
    """
    label = capital(name)
    subject = named_as_subject(named, dossier)
    called = [Subject(Localised.alike(each)) for each in (label, name)]
    called += [subject] if subject else []
    ways = [ask(each).de for each in called for ask in (_said, _in_the_gap)]
    ways += [_behind(gap, each).de for each in called for gap in _GAPS]
    ways += [_REPORTED.of(named, dossier).de] if subject else []
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


def _said(subject: Subject) -> Localised:
    name, did = subject.words, _DID if subject.is_plural else _DOES
    return Localised(f"{did.de} {name.de} das gesagt?", f"{did.en} {name.en} say this?")


def _behind(gap: Localised, subject: Subject) -> Localised:
    """In words that a name fits as it is, also where the gap is no subject."""
    name, are = subject.words, subject.is_plural
    return Localised(
        f"{_STICK.de if are else _STICKS.de} {name.de} hinter {gap.de}?",
        f"{_STICK.en if are else _STICKS.en} {name.en} behind {gap.en}?",
    )


def _in_the_gap(subject: Subject) -> Localised:
    """As one asked before."""
    name = subject.words
    return Localised(
        f"Gehört {name.de} in die Lücke?", f"Does {name.en} belong in the gap?"
    )


def _from(name: str) -> Localised:
    return Localised(
        f"Kommt das von dieser Stimme: {name}?", f"Does this come from: {name}?"
    )


def _said_before(name: str) -> Localised:
    return Localised(
        f"Gesagt hat das: {name}. Stimmt das?", f"Said by: {name}. Is that right?"
    )
