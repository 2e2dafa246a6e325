"""How far one gets in a set without having read the article."""

import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from statistics import fmean

from quiz.engine.lexicon.lexicon import GERMAN, lexicon
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Option
from quiz.engine.questions.patterns import any_of, either
from quiz.engine.questions.question import Question
from quiz.engine.questions.words import words

MOST_OVER_CHANCE = 0.10
"""How much better than chance a strategy may be in rounds (ten points, as a share)."""

_GUESSES = 60  # random replies to a question of several options; their mean is chance


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with its options in the order shown, amid a set.

    Attributes:
        names: how often each label is an option in the whole set.
        language: of the passages.
    """

    question: Question
    options: tuple[Option, ...]
    names: Mapping[str, int]
    language: str = GERMAN


Strategy = Callable[[Shown, int], float]
"""How likely an option, by its place from 0, seems right to it."""


def _label(shown: Shown, place: int) -> str:
    return shown.options[place].label.de


def _longest(shown: Shown, place: int) -> float:
    return len(_label(shown, place))


def _shortest(shown: Shown, place: int) -> float:
    return -len(_label(shown, place))


def _first(_shown: Shown, place: int) -> float:
    return -place


def _last(_shown: Shown, place: int) -> float:
    return place


def _most_frequent(shown: Shown, place: int) -> float:
    return shown.names[_label(shown, place)]


def _always_true(shown: Shown, place: int) -> float:
    """The one that names nobody, such as "yes, that is right"."""
    return float(shown.options[place].entity is None)


def _in_the_stem(shown: Shown, place: int) -> float:
    """Whose words stand in the question as well."""
    stem = {word.casefold() for word in words(shown.question.stem.de)}
    return sum(word.casefold() in stem for word in words(_label(shown, place)))


def _not_in_the_stem(shown: Shown, place: int) -> float:
    """Whose words do not stand in the question."""
    return -_in_the_stem(shown, place)


def _grammar(shown: Shown, place: int) -> float:
    """Whose ending fits "er" and "sie" in the quotation."""
    passage, genders = shown.question.passage, _genders(shown.language)
    is_feminine = bool(genders.title.search(_label(shown, place)))
    he, she = genders.masculine.search(passage), genders.feminine.search(passage)
    if bool(he) is bool(she):
        return 0.0
    return float(is_feminine is bool(she))


@dataclass(frozen=True, slots=True)
class _Genders:
    """Words that tell he from she: pronouns, and titles of women."""

    masculine: re.Pattern[str]
    feminine: re.Pattern[str]
    title: re.Pattern[str]


@cache
def _genders(language: str) -> _Genders:
    known = lexicon(language)
    pronouns = known.questions.pronouns
    women = any_of(known.inflection.titles.feminine)
    return _Genders(
        masculine=re.compile(rf"\b{either(pronouns.masculine)}\b", re.IGNORECASE),
        feminine=re.compile(rf"\b{either(pronouns.feminine)}\b", re.IGNORECASE),
        title=re.compile(rf"{women}\b"),
    )


class Way(StrEnum):
    """What a strategy goes by."""

    LONGEST = "longest option"
    SHORTEST = "shortest option"
    FIRST = "first option"
    LAST = "last option"
    MOST_FREQUENT = "most frequent name"
    ALWAYS_TRUE = "always true"
    IN_THE_STEM = "words of the question"
    NOT_IN_THE_STEM = "other words"
    GRAMMAR = "grammar"


STRATEGIES: Mapping[Way, Strategy] = {
    Way.LONGEST: _longest,
    Way.SHORTEST: _shortest,
    Way.FIRST: _first,
    Way.LAST: _last,
    Way.MOST_FREQUENT: _most_frequent,
    Way.ALWAYS_TRUE: _always_true,
    Way.IN_THE_STEM: _in_the_stem,
    Way.NOT_IN_THE_STEM: _not_in_the_stem,
    Way.GRAMMAR: _grammar,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a strategy reaches in rounds, mean share of right answers, 0–1."""

    strategy: Way
    reached: float
    chance: float

    @property
    def over_chance(self) -> float:
        """How much better it is than guessing."""
        return self.reached - self.chance

    @property
    def is_fair(self) -> bool:
        """Whether reading the article is still what it takes."""
        return self.over_chance <= MOST_OVER_CHANCE


def referee(
    questions: Sequence[Question],
    rounds: Sequence[Sequence[tuple[str, Sequence[str]]]],
    language: str = GERMAN,
) -> tuple[Verdict, ...]:
    """How each strategy fares.

    Args:
        questions: all of the set; their labels are what a strategy may know.
        rounds: rounds drawn from it, each a row of question ids with the ids of
            their options in the order shown.
        language: of the articles.

    Returns:
        In the order of `STRATEGIES`. A round counts as a whole, its mean once.
    """
    by_id = {question.id: question for question in questions}
    names = Counter(o.label.de for q in questions for o in q.options)
    chances = {question.id: chance_of(question) for question in questions}
    chance = fmean(fmean(chances[name] for name, _ in each) for each in rounds)
    found = []
    for name, strategy in STRATEGIES.items():
        reached = fmean(
            fmean(
                share_of(Shown(*_shown(by_id[asked], ids), names, language), strategy)
                for asked, ids in each
            )
            for each in rounds
        )
        found.append(Verdict(name, reached, chance))
    return tuple(found)


def share_of(shown: Shown, strategy: Strategy) -> float:
    """What a strategy's reply to a question is worth, 0–1."""
    places = range(len(shown.options))
    ranked = sorted(places, key=lambda place: -strategy(shown, place))
    best = [shown.options[place] for place in ranked]
    reply = [option.id for option in _first_of_each(best, _how_many(shown.question))]
    if shown.question.form.keeps_order:
        reply = [option.id for option in shown.options if option.id in reply]
    return _share(shown.question, reply)


def chance_of(question: Question) -> float:
    """What guessing as many options as are right is worth on average, 0–1."""
    if question.form.picks_one:
        return 1 / len(question.options)
    rng = random.Random(question.id)  # noqa: S311
    options, size = question.options, _how_many(question)
    guesses = (
        _first_of_each(rng.sample(options, len(options)), size) for _ in range(_GUESSES)
    )
    return fmean(_share(question, [option.id for option in guess]) for guess in guesses)


def _first_of_each(options: Sequence[Option], size: int) -> list[Option]:
    """So many of the options, of each row at most one."""
    if not any(option.prompt for option in options):
        return list(options[:size])
    return list({each.prompt: each for each in reversed(options)}.values())


def _how_many(question: Question) -> int:
    """How many options a reply has: whoever guesses is told the number."""
    return len(question.key)


def _share(question: Question, reply: Sequence[str]) -> float:
    key = [option.id for option in question.key]
    if question.form is not Form.ORDERING:
        key, reply = sorted(key), sorted(reply)
    return question.form.share(key, reply)


def _shown(
    question: Question, ids: Sequence[str]
) -> tuple[Question, tuple[Option, ...]]:
    options = (question.option(each) for each in ids)
    return question, tuple(each for each in options if each)
