"""Options and words for sentences in which nobody speaks but the article itself."""

from collections.abc import Iterator
from dataclasses import replace

from quiz.engine.claims.claim import Entity
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import FixedVoice, Localised, Option
from quiz.engine.questions.question import Marked, MarkRole, Question
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import joined, shown
from quiz.engine.questions.wording.nominative import Saying
from quiz.engine.questions.wording.reasons import who_passed_it_on
from quiz.engine.questions.words import words
from quiz.engine.text.span import Span

NARRATED = Localised(
    "Das schreibt der Artikel selbst: In diesem Satz steht niemand, der es sagt, "
    "kein Wort wie „laut“ oder „sagte“ und kein „sei“ statt „ist“.",
    "The article itself says this: nobody who says it is named in this sentence, and "
    "there is no word such as “laut” or “sagte” and no “sei” instead of “ist”.",
)
"""Why a sentence is the article's own."""

_ARTICLE = Localised("der Artikel selbst", "the article itself")
_NOBODY = Localised(
    "jemand, dessen Namen der Artikel nicht nennt",
    "somebody whose name the article does not give",
)


def article_option(*, correct: bool) -> Option:
    """The article itself; it has no letter yet."""
    why = (
        NARRATED
        if correct
        else Localised(
            "Hier erzählt der Artikel, was jemand anderes sagt.",
            "Here the article tells what somebody else says.",
        )
    )
    tag = None if correct else Mistake.SEEN_BY_PAPER.value
    return _option(_ARTICLE, FixedVoice.ARTICLE, why, tag)


_NO_OCCASION = Localised(
    "Von einer Pressekonferenz steht nichts im Artikel.",
    "The article tells of no press conference.",
)
_NOT_FOUND_OUT = Localised(
    "Der Artikel fand es nicht selbst heraus.",
    "The article did not find it out itself.",
)
_NOT_WITH_THIS = Saying(
    Localised(
        "{} kommt im Artikel vor, aber nicht mit diesem Satz.",
        "{} appears in the article, but not with this sentence.",
    ),
    Localised(
        "{} kommen im Artikel vor, aber nicht mit diesem Satz.",
        "{} appear in the article, but not with this sentence.",
    ),
    Localised(
        "{}: im Artikel erwähnt, aber nicht mit diesem Satz.",
        "{}: mentioned in the article, but not with this sentence.",
    ),
)
GOT_IT = Saying(
    Localised("Gesagt bekam es {}.", "It was said to {}."),
    Localised("Gesagt bekamen es {}.", "It was said to {}."),
    Localised("Gesagt bekam es: {}.", "It was said to: {}."),
)
"""Who was told."""
_NOBODY_RIGHT = Localised(
    "Jemand sagt das, aber ein Name steht nicht dabei.",
    "Somebody says this, but there is no name.",
)
_NOBODY_WRONG = Localised(
    "Wer dahintersteht, geht aus dem Artikel hervor.",
    "The article makes clear who is behind it.",
)
_NOBODY_AT_ALL = Localised(
    "Das sagt niemand sonst: Hier erzählt der Artikel selbst.",
    "Nobody else says this: here the article itself is telling.",
)


def nobody_option(*, correct: bool, narrated: bool = False) -> Option:
    """Somebody whom the article does not name; it has no letter yet.

    Args:
        correct: whether it is the key.
        narrated: whether the key is the article itself.
    """
    wrong = _NOBODY_AT_ALL if narrated else _NOBODY_WRONG
    why = _NOBODY_RIGHT if correct else wrong
    tag = None if correct else Mistake.HOW_EXACTLY.value
    return _option(_NOBODY, FixedVoice.NOBODY, why, tag)


def untold_option() -> Option:
    """That the article names no source, as a wrong answer; it has no letter yet."""
    why = Localised(
        "Doch: Der Artikel nennt seine Quelle.",
        "It does: the article names its source.",
    )
    label = Localised("Das sagt der Artikel nicht", "The article does not say")
    return _option(label, FixedVoice.UNTOLD, why, Mistake.HOW_EXACTLY.value)


def told_nobody_option() -> Option:
    """The same where it is asked who was told; it has no letter yet."""
    why = Localised(
        "Doch: Der Artikel nennt, wem es gesagt wurde.",
        "It does: the article names who was told.",
    )
    return replace(untold_option(), rationale=why)


def to_everybody_option(source: Entity, dossier: Dossier) -> Option:
    """That it was said to all who came, as a wrong answer; it has no letter yet."""
    why = joined(_NO_OCCASION, GOT_IT.of(source, dossier))
    label = Localised(
        "allen auf einer Pressekonferenz", "everybody at a press conference"
    )
    return _option(label, FixedVoice.EVERYBODY, why, Mistake.OTHER_OUTLET.value)


def own_research_option(source: Entity, dossier: Dossier) -> Option:
    """That the article found it out itself, as a wrong answer; it has no letter yet."""
    why = joined(_NOT_FOUND_OUT, who_passed_it_on(source, dossier))
    label = Localised("aus eigener Recherche", "from its own research")
    return _option(label, FixedVoice.ARTICLE, why, Mistake.SEEN_BY_PAPER.value)


def not_heard_option(entity: Entity, dossier: Dossier) -> Option:
    """Somebody who speaks elsewhere, as a wrong answer; it has no letter yet."""
    name, why = shown(entity), _NOT_WITH_THIS.of(entity, dossier)
    label = Localised.alike(name)
    tag = Mistake.TOPIC.value
    return Option("", name, entity.id, False, tag, label, why)  # noqa: FBT003


def narrated_proof(
    sentence: Span,
) -> tuple[tuple[Span, ...], tuple[Marked, ...]]:
    """Evidence and marks for a sentence of the article's own."""
    return (sentence,), (Marked(MarkRole.CONTENT, sentence),)


def own_for_certain(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V04: where nobody claims it, the sentence is the article's own for certain."""
    if question.claim:
        return
    sentence: Span = question.evidence[0]
    if sentence not in dossier.narrated:
        yield Violation("V04", "block", "somebody may be behind the sentence")
    elif words(question.passage) != words(sentence.of(dossier.raw)):
        yield Violation("V04", "block", "the words differ from the article's")


def _option(
    label: Localised, voice: FixedVoice, why: Localised, tag: str | None
) -> Option:
    return Option(
        id="",
        text=label.de,
        entity=voice.value,
        correct=tag is None,
        misconception=tag,
        label=label,
        rationale=why,
    )
