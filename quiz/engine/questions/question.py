"""The values of a question: what is asked, the options, why, and the proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

from quiz.engine.questions.form import Form
from quiz.engine.questions.option import STANDING_LINE, Localised, Option
from quiz.engine.text.span import Span

# Stands in a passage for words that would give the key away; a page shows it as
# a blank and reads it out as "hidden name".
MASK = "▒▒▒"


class MarkRole(StrEnum):
    """What the highlighted words do."""

    CONTENT = "content"
    SPEAKER = "speaker"
    CUE = "cue"
    MOOD = "mood"
    SOURCE = "source"
    HEDGE = "hedge"


class Skill(StrEnum):
    """What a question trains."""

    SPEAKER = "speaker"
    SOURCE = "source"
    CHAIN = "chain"
    HEDGE = "hedge"
    DIRECTNESS = "directness"
    REFERENCE = "reference"
    FAIRNESS = "fairness"
    WORDING = "wording"
    STATEMENT = "statement"
    CRITICISM = "criticism"


class QuestionKind(StrEnum):
    """What a question asks for: its id, the skill it trains, how it is answered.

    All else about a kind stands in `kinds/<id>.py`. Questions about one claim stand
    in the order of this list.
    """

    skill: Skill
    form: Form

    def __new__(cls, name: str, skill: Skill, form: Form) -> Self:
        """A kind by its id."""
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.skill = skill
        kind.form = form
        return kind

    @classmethod
    def by_id(cls, name: str) -> Self:
        """The kind of that id; ValueError where there is none."""
        for kind in cls:
            if kind.value == name:
                return kind
        raise ValueError(name)

    WHO_SAID = "who_said", Skill.SPEAKER, Form.SINGLE_CHOICE
    WHICH_SOURCE = "which_source", Skill.SOURCE, Form.SINGLE_CHOICE
    RIGHT_OR_WRONG_ATTRIBUTION = (
        "right_or_wrong_attribution",
        Skill.SPEAKER,
        Form.TRUE_FALSE,
    )
    SAID_IT = "said_it", Skill.SPEAKER, Form.TRUE_FALSE
    ONE_OF_TWO = "one_of_two", Skill.SPEAKER, Form.SINGLE_CHOICE
    WHOSE_VOICE = "whose_voice", Skill.SPEAKER, Form.SINGLE_CHOICE
    OWN_VOICE = "own_voice", Skill.SPEAKER, Form.SINGLE_CHOICE
    CHAIN_ORDER = "chain_order", Skill.CHAIN, Form.ORDERING
    ALL_BY = "all_by", Skill.SPEAKER, Form.MULTIPLE_CHOICE
    MATCH_SPEAKERS = "match_speakers", Skill.SPEAKER, Form.MATCHING
    ROLES = "roles", Skill.CHAIN, Form.MATCHING
    SOURCE_STATED = "source_stated", Skill.SOURCE, Form.SINGLE_CHOICE
    PRECISION_ORDER = "precision_order", Skill.SOURCE, Form.ORDERING
    WHOM_TO_ASK = "whom_to_ask", Skill.SOURCE, Form.SINGLE_CHOICE
    HEDGE_SPOT = "hedge_spot", Skill.HEDGE, Form.MARKING
    CERTAINTY_RANK = "certainty_rank", Skill.HEDGE, Form.SINGLE_CHOICE
    WHICH_SOLL = "which_soll", Skill.HEDGE, Form.SINGLE_CHOICE
    DIRECT_OR_INDIRECT = "direct_or_indirect", Skill.DIRECTNESS, Form.SINGLE_CHOICE
    MOOD_MEANING = "mood_meaning", Skill.DIRECTNESS, Form.SINGLE_CHOICE
    WHOSE_WORD = "whose_word", Skill.WORDING, Form.SINGLE_CHOICE
    HEADLINE_CHECK = "headline_check", Skill.WORDING, Form.SINGLE_CHOICE
    CUE_SPOT = "cue_spot", Skill.SPEAKER, Form.MARKING
    KEEP_THE_ATTRIBUTION = (
        "keep_the_attribution",
        Skill.FAIRNESS,
        Form.SINGLE_CHOICE,
    )
    CARRY_OVER = "carry_over", Skill.REFERENCE, Form.SINGLE_CHOICE
    WHO_IS_MEANT = "who_is_meant", Skill.REFERENCE, Form.SINGLE_CHOICE
    INTEREST = "interest", Skill.CRITICISM, Form.SINGLE_CHOICE
    STATEMENT_TYPE = "statement_type", Skill.STATEMENT, Form.SINGLE_CHOICE
    QUESTION_OR_CLAIM = "question_or_claim", Skill.STATEMENT, Form.SINGLE_CHOICE
    OWN = "own", Skill.SPEAKER, Form.SINGLE_CHOICE
    POLL = "poll", Skill.CRITICISM, Form.POLL


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the article that the feedback highlights, and as what."""

    role: MarkRole
    span: Span


@dataclass(frozen=True)  # without slots: drawing asks for its key thousands of times
class Question:
    """One question about one claim of one article.

    Attributes:
        id: kind and claim, such as "who_said-c3": stable for one text.
        kind: what it asks for.
        claim: id of the claim it is about, the first where it is about several, ""
            where it is about none.
        stem: the question as it is put.
        passage: the words of the article inside the stem (German, names masked);
            `stem.get(language).partition(passage)` finds them. Empty where the
            stem quotes nothing.
        options: for the form "ordering" the cards in the right order, surplus card
            last; otherwise in an order that tells nothing.
        explanation: why, for everybody.
        evidence: the sentences that prove it, in order of the article.
        marks: what to highlight in them, in order of the article.
        asks: the skill where the kind alone does not tell it.
        answered_by: the answer form where the kind alone does not tell it.
        written: a text with its gaps or right words in brackets, as a teacher wrote
            it; only for questions of one's own.
        seconds: how long it may take, where a teacher set it.
        text: which text it is about, where a pool has questions about several; claims
            and spans of different texts have nothing to do with each other.
    """

    id: str
    kind: QuestionKind
    claim: str
    stem: Localised
    passage: str
    options: tuple[Option, ...]
    explanation: Localised
    evidence: tuple[Span, ...]
    marks: tuple[Marked, ...]
    asks: Skill | None = None
    answered_by: Form | None = None
    written: str = ""
    seconds: int | None = None
    text: str = ""

    @property
    def skill(self) -> Skill:
        """What it trains."""
        return self.asks or self.kind.skill

    @property
    def form(self) -> Form:
        """How it is answered."""
        return self.answered_by or self.kind.form

    @property
    def why(self) -> Localised:
        """The explanation without the standing line, with which older ones end."""
        said, line = self.explanation, STANDING_LINE
        return Localised(
            said.de.removesuffix(line.de).rstrip(),
            said.en.removesuffix(line.en).rstrip(),
        )

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of all claims whose words it shows, the one it is about first."""
        others = (option.claim for option in self.options)
        return tuple(dict.fromkeys(each for each in (self.claim, *others) if each))

    @property
    def quotations(self) -> tuple[str, ...]:
        """The words of the article that it shows: in the stem or as options."""
        shown = (
            option.prompt.de if option.prompt else option.text
            for option in self.options
            if option.claim
        )
        return tuple(dict.fromkeys(each for each in (self.passage, *shown) if each))

    @property
    def is_true_trial(self) -> bool | None:
        """Whether what a true-or-false question states is true; None for other forms.

        Hit and false-alarm rates need it: a "yes" to a true one is a hit.
        """
        if self.form is not Form.TRUE_FALSE:
            return None
        return self.key[0].entity is None

    @cached_property
    def key(self) -> tuple[Option, ...]:
        """The right option, or the cards of the chain in order."""
        return tuple(option for option in self.options if option.correct)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The options that are wrong."""
        return tuple(option for option in self.options if not option.correct)

    def option(self, option_id: str) -> Option | None:
        """The option of that id, None where there is none."""
        found = (option for option in self.options if option.id == option_id)
        return next(found, None)

    def as_json(self) -> dict[str, Any]:
        """As a JSON object; docs/json.md describes it."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "claim": self.claim,
            "stem": self.stem.as_json(),
            "passage": self.passage,
            "options": [option.as_json() for option in self.options],
            "explanation": self.explanation.as_json(),
            "evidence": _as_pairs(self.evidence),
            "marks": [
                {"role": mark.role.value, "span": [mark.span.begin, mark.span.end]}
                for mark in self.marks
            ],
            "skill": self.skill.value,
            **({"form": self.form.value} if self.answered_by else {}),
            **({"written": self.written} if self.written else {}),
            **({"seconds": self.seconds} if self.seconds else {}),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Undo `as_json`."""
        return cls(
            id=body["id"],
            kind=QuestionKind.by_id(body["kind"]),
            claim=body["claim"],
            stem=Localised.from_json(body["stem"]),
            passage=body["passage"],
            options=tuple(Option.from_json(each) for each in body["options"]),
            explanation=Localised.from_json(body["explanation"]),
            evidence=tuple(Span(*pair) for pair in body["evidence"]),
            marks=tuple(
                Marked(MarkRole(mark["role"]), Span(*mark["span"]))
                for mark in body["marks"]
            ),
            asks=_asked(QuestionKind.by_id(body["kind"]), body.get("skill")),
            answered_by=Form(body["form"]) if body.get("form") else None,
            written=body.get("written", ""),
            seconds=body.get("seconds"),
        )


def _asked(kind: QuestionKind, skill: str | None) -> Skill | None:
    """The skill as a question keeps it: None where the kind tells it."""
    asked = Skill(skill) if skill else kind.skill
    return None if asked is kind.skill else asked


def _as_pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.begin, span.end] for span in spans]
