"""What is shown in both languages, and what can be chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from quiz.engine.lexicon.lexicon import ENGLISH


@dataclass(frozen=True, slots=True)
class Localised:
    """One text in both languages of the interface."""

    de: str
    en: str

    @classmethod
    def alike(cls, text: str) -> Self:
        """The same text in both, in the language of the article."""
        return cls(text, text)

    def get(self, language: str) -> str:
        """The English text for "en…", the German one for everything else."""
        return self.en if language.startswith(ENGLISH) else self.de

    def as_json(self) -> dict[str, str]:
        """As a JSON object."""
        return {"de": self.de, "en": self.en}

    @classmethod
    def from_json(cls, body: Mapping[str, str]) -> Self:
        """Undo `as_json`."""
        return cls(body["de"], body["en"])


KONJUNKTIV = Localised("Konjunktiv", "reported speech")
"""What German explanations call the mood of reported speech; that tells its use."""
STANDING_LINE = Localised(
    "Ob die Aussage stimmt, ist damit noch nicht geklärt.",
    "This says nothing yet about whether it is true.",
)
"""Said once a round: the game asks who said it, never whether it is true."""


class FixedVoice(StrEnum):
    """Whose words an option can say they are beside somebody of the article.

    `UNTOLD`: that the article does not tell where it has something from.
    `EVERYBODY`: that something was said to all who came.
    """

    ARTICLE = "article"
    NOBODY = "nobody"
    UNTOLD = "untold"
    EVERYBODY = "everybody"


_FIXED_VOICES = frozenset(FixedVoice)


def is_fixed_voice(entity_id: str | None) -> bool:
    """Whether an option names the article itself, or nobody in the article."""
    return entity_id in _FIXED_VOICES


class Face(StrEnum):
    """What kind of voice an option names: which small drawing stands beside it."""

    PERSON = "person"
    CROWD = "crowd"
    BODY = "body"
    AGENCY = "agency"
    PAPER = "paper"
    STATION = "station"
    DOCUMENT = "document"
    ARTICLE = "article"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a player can choose.

    Attributes:
        id: a letter; it tells nothing about whether the option is right.
        text: what is shown, in German; a name without what the article calls it.
        entity: id of the entity it names, or a `FixedVoice`; None for a fixed option.
        correct: whether it is (part of) the key.
        misconception: "M1" … of question-kinds: which mistake it diagnoses.
        label: what is shown, in both languages; names are the same in both.
        rationale: why it is right or wrong.
        claim: id of the claim whose words it quotes, or whose voice it is in a row;
            None for a name alone.
        prompt: for the form "matching" the row to which it belongs.
        face: what kind of voice it names; None where not all options name one.
    """

    id: str
    text: str
    entity: str | None
    correct: bool
    misconception: str | None
    label: Localised
    rationale: Localised
    claim: str | None = None
    prompt: Localised | None = None
    face: Face | None = None

    def as_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return {
            "id": self.id,
            "text": self.text,
            "entity": self.entity,
            "correct": self.correct,
            "misconception": self.misconception,
            "label": self.label.as_json(),
            "rationale": self.rationale.as_json(),
            "claim": self.claim,
            "prompt": self.prompt.as_json() if self.prompt else None,
            **({"face": self.face.value} if self.face else {}),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Undo `as_json`."""
        return cls(
            id=body["id"],
            text=body["text"],
            entity=body["entity"],
            correct=body["correct"],
            misconception=body["misconception"],
            label=Localised.from_json(body["label"]),
            rationale=Localised.from_json(body["rationale"]),
            claim=body.get("claim"),
            prompt=Localised.from_json(row) if (row := body.get("prompt")) else None,
            face=Face(body["face"]) if body.get("face") else None,
        )


def rows_of(options: Iterable[Option]) -> list[tuple[Localised, list[Option]]]:
    """The options by their rows, rows in order of their first option.

    In every row the labels have the order in which they first appear anywhere.
    """
    rows: dict[Localised, list[Option]] = {}
    places: dict[str, int] = {}
    for option in options:
        if option.prompt is not None:
            rows.setdefault(option.prompt, []).append(option)
            places.setdefault(option.text, len(places))
    return [
        (prompt, sorted(row, key=lambda each: places[each.text]))
        for prompt, row in rows.items()
    ]
