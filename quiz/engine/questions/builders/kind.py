"""What a module under `kinds/` tells about its kind of question."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that a kind has to build its questions from.

    Attributes:
        matters: the claims of the article that may be asked about, in its order.
        worded: those of which it may be asked how they are worded, whoever says it.
        passed_on: those of which it may be asked who passed them on, whoever says it.
        dossier: the article.
        seed: settles all chance.
        is_valid: whether no blocking rule speaks against a question. What does not
            pass is left out anyway; a kind asks where its next question depends on it.
    """

    matters: Sequence[Matter]
    dossier: Dossier
    seed: int
    is_valid: Callable[[Question], bool]
    worded: Sequence[Matter] = ()
    passed_on: Sequence[Matter] = ()

    def rng(self, purpose: str, matter: Matter) -> random.Random:
        """Chance of its own for each question, so that one does not move the others."""
        return random.Random(f"{self.seed} {purpose} {matter.claim.id}")  # noqa: S311

    def rng_for(self, purpose: str) -> random.Random:
        """Chance for what concerns the whole article."""
        return random.Random(f"{self.seed} {purpose}")  # noqa: S311


Build = Callable[[Workshop], Iterable[Question]]
Keys = Callable[[Question, Dossier], list[str]]
Right = Callable[[Question, Dossier], list[str | None]]
Rule = Callable[[Question, Dossier], Iterable[Violation]]
Alias = Callable[[Question, Dossier], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question.

    Attributes:
        id: what it is called, with its skill and answer form.
        build: all its questions about one article.
        keys: ids of who the article itself makes the key, in order; worked out anew,
            not taken from the question.
        sizes: how many options it may have.
        right: which entities the right options must have, in order, None for a fixed
            option; the same as `keys` where it is left out.
        rules: what blocks it beside the rules for all kinds.
        asks_for_voice: its key is somebody in the article; otherwise the rules about
            voices do not hold for it.
        needs_speaker: it is asked only where it is known for certain who speaks.
        quotes: its stem or its options quote the claim; otherwise the page shows it.
        alias: words for the key that the stem may show, because they are asked about;
            "" for none.
        is_mission: it asks who said or who reported it; half of a round is these.
        compares: it holds voices against each other; such kinds come first.
        quota: how many a round of eight has before it is filled up.
        is_retired: only older questions are of it; none is made any more.
        most: how many a round has at most.
        is_own: a teacher writes it; what only the article can prove is not asked of it.
        difficulty: in logits, where nobody has answered yet; those of who_said,
            which_source, chain_order, hedge_spot and keep_the_attribution are from
            section 6 of the definition of the kinds, the others set between them.
    """

    id: QuestionKind
    build: Build
    keys: Keys
    sizes: range
    right: Right | None = None
    rules: tuple[Rule, ...] = ()
    asks_for_voice: bool = True
    needs_speaker: bool = True
    quotes: bool = True
    alias: Alias = lambda _question, _dossier: ""
    is_mission: bool = False
    compares: bool = False
    quota: int = 1
    most: int = 20
    is_own: bool = False
    is_retired: bool = False
    difficulty: float = 0.0

    def right_options(self, question: Question, dossier: Dossier) -> list[str | None]:
        """Which entities the right options must have, None for a fixed option."""
        return list((self.right or self.keys)(question, dossier))


def for_each_claim(
    kind: QuestionKind,
    build: Callable[[Matter, random.Random], Question | None],
    *,
    needs_speaker: bool = True,
) -> Build:
    """How a kind about one claim builds: once for each of them, where it can."""

    def build_all(shop: Workshop) -> Iterator[Question]:
        for matter in shop.matters if needs_speaker else shop.worded:
            question = build(matter, shop.rng(kind.value, matter))
            if question is not None:
                yield question

    return build_all


def no_key(_question: Question, _dossier: Dossier) -> list[str]:
    """Nobody: the key is no voice."""
    return []


def one_fixed(_question: Question, _dossier: Dossier) -> list[str | None]:
    """One option that names nobody."""
    return [None]


def speaker_key(question: Question, dossier: Dossier) -> list[str]:
    """Who said it."""
    claim = dossier.claim(question.claim)
    return [claim.speaker_entity] if claim and claim.speaker_entity else []


def source_key(question: Question, dossier: Dossier) -> list[str]:
    """On whom the article relies: the nearest of its sources."""
    claim = dossier.claim(question.claim)
    return [link.entity for link in dossier.chain(claim)][-1:] if claim else []
