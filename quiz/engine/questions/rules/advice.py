"""Rules that ask for a teacher's eye."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from quiz.engine.lexicon.lexicon import GERMAN, lexicon
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import is_fixed_voice
from quiz.engine.questions.patterns import any_of, either
from quiz.engine.questions.question import Question
from quiz.engine.questions.registry import kind_of
from quiz.engine.questions.rules.subject import entities_of
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import MOST_WORDS
from quiz.engine.questions.words import fold, word_spans

Rule = Callable[[Question, Dossier], Iterable[Violation]]

_LONGEST_STEM = 30  # words
_HARDEST_LIX = 45
_MOST_UNEVEN = 2  # longest option over shortest, in characters
_LONG_WORD = 6


def adjective_hint(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V03: an adjective of a place that fits the key alone."""
    adjective = _place_adjective(dossier.extraction.language)
    used = set(adjective.findall(fold(question.passage)))
    by_option = {
        option.id: set(
            adjective.findall(fold(" ".join([entity.name, *entity.aliases])))
        )
        for option, entity in entities_of(question, dossier)
    }
    for adjective in used:
        holders = [each for each, found in by_option.items() if adjective in found]
        if len(holders) == 1 and question.option(holders[0]) in question.key:
            yield _warn("V03", f"{adjective}… fits the key alone")


def even_length(question: Question, _dossier: Dossier) -> Iterator[Violation]:
    """V08: no option sticks out by its length."""
    names = [
        option
        for option in question.options
        if option.entity and not is_fixed_voice(option.entity)
    ]
    sizes = [len(option.label.de) for option in names]
    if sizes and max(sizes) > _MOST_UNEVEN * min(sizes):
        yield _warn("V08", f"{min(sizes)} to {max(sizes)} characters")


def grammar_fits(question: Question, _dossier: Dossier) -> Iterator[Violation]:
    """V09: a whole question stands in the stem, so that names alone can answer it."""
    frame = question.stem.de.replace(question.passage, "", 1)
    if question.form.picks_one and "?" not in frame:
        yield _warn("V09", "the stem does not ask")


def no_negation(question: Question, _dossier: Dossier) -> Iterator[Violation]:
    """V11: a negation outside the quotation is easily read over."""
    frame = question.stem.de.replace(question.passage, "", 1)
    found = _negation(GERMAN).search(frame)
    if found:
        yield _warn("V11", found.group())


def reading_load(question: Question, _dossier: Dossier) -> Iterator[Violation]:
    """V12: a stem of at most 30 words that is not too hard, 25 words that explain."""
    told = len(word_spans(question.why.de))
    if told > MOST_WORDS and not kind_of(question).is_own:
        yield _warn("V12", f"{told} words explain it")
    found = word_spans(question.stem.de)
    if len(found) > _LONGEST_STEM:
        yield _warn("V12", f"{len(found)} words")
    long = [span for span in found if span.end - span.begin > _LONG_WORD]
    sentences = max(1, len(re.findall(r"[.?!:]", question.stem.de)))
    lix = len(found) / sentences + 100 * len(long) / max(1, len(found))
    if lix > _HARDEST_LIX:
        yield _warn("V12", f"LIX {lix:.0f}")


def plausible(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V14: every wrong option occurs in the article and names its mistake."""
    for option, entity in entities_of(question, dossier):
        if option.correct:
            continue
        if not entity.mentions:
            yield _warn("V14", f"{entity.name} is not in the article")
        if option.misconception is None:
            yield _warn("V14", f"{entity.name} without a misconception")


def no_elimination(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V15: at least two options speak or report somewhere in the article."""
    named = [entity for _, entity in entities_of(question, dossier)]
    heard = [e for e in named if dossier.speaks(e.id) or dossier.reports(e.id)]
    if question.form.picks_one and named and len(heard) < 2:
        yield _warn("V15", "the other options never speak")


@cache
def _place_adjective(language: str) -> re.Pattern[str]:
    """As in "russische", "nordkoreanischen", the stem as a group."""
    known = lexicon(language)
    stem = fold(known.questions.names.adjective)
    endings = any_of(known.inflection.adjectives.endings)
    return re.compile(rf"\b(\w{{3,}}{stem}){endings}?\b")


@cache
def _negation(language: str) -> re.Pattern[str]:
    words = lexicon(language).questions.rules.negations
    return re.compile(rf"\b{either(words)}\b", re.IGNORECASE)


def _warn(rule: str, detail: str) -> Violation:
    return Violation(rule, "warn", detail)


RULES: tuple[Rule, ...] = (
    adjective_hint,
    even_length,
    grammar_fits,
    no_negation,
    reading_load,
    plausible,
    no_elimination,
)
