"""Whether an article is ready for the library: what is wrong, and what it gives."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.articles.bundled import BundledArticle
from quiz.articles.sentences import FORMS, TOPICS
from quiz.engine.claims.claim import EntityKind, Extraction
from quiz.engine.claims.extract import extract
from quiz.engine.pool import Pool
from quiz.engine.questions.compose import compose
from quiz.engine.questions.option import FixedVoice
from quiz.engine.questions.question import Question
from quiz.engine.text.readability import readability
from quiz.errors import Invalid

AGES = range(10, 17)
WORDS = range(180, 621)
FEWEST_VOICES = 3
YEARS_BELOW_AGE = 3
MOST_OF_ONE_VOICE = 0.6
"""So much of an article's answers may be one and the same."""
_FIXED: dict[str, str] = {
    FixedVoice.ARTICLE: "the article itself",
    FixedVoice.NOBODY: "somebody unnamed",
    FixedVoice.UNTOLD: "no source",
    FixedVoice.EVERYBODY: "everybody who came",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What checking found.

    Attributes:
        problems: what keeps the article out of the library, in words.
        hints: what is worth a look; an article may go in with them.
        figures: what the article gives, by name.
    """

    problems: tuple[str, ...]
    hints: tuple[str, ...]
    figures: dict[str, int]


def check(article: BundledArticle) -> Report:
    """The report on one article."""
    problems = [*_about_facts(article), *_about_length(article)]
    try:
        found = extract(article.text, article.language, article.outlet)
    except Invalid as refused:
        unread = f"the text cannot be read ({refused.reason})"
        return Report((*problems, unread), (), {})
    questions = compose(found)
    pool = Pool(questions)
    voices = {each.speaker_entity for each in found.claims} - {None}
    figures = {
        "statements": len(found.claims),
        "sure": sum(each.sure for each in found.claims),
        "voices": len(voices),
        "questions": len(questions),
        "together": pool.most_together,
    }
    hints = [*_about_names(found), *key_hints(found, questions)]
    if len(voices) < FEWEST_VOICES:
        hints.append(f"only {len(voices)} voices are found")
    if not pool.can_be_drawn:
        hints.append("no round can be drawn: only teachers will see it")
    return Report(tuple(problems), tuple(hints), figures)


def key_hints(found: Extraction, questions: tuple[Question, ...]) -> Iterator[str]:
    """One hint where somebody is the right answer nearly every time."""
    keys = keys_of(questions)
    if keys.total() < 2 * FEWEST_VOICES:
        return
    voice, count = keys.most_common(1)[0]
    if count > MOST_OF_ONE_VOICE * keys.total():
        name = _FIXED.get(voice) or found.entity(voice).name
        yield f"“{name}” is the right answer {count} times of {keys.total()}"


def keys_of(questions: tuple[Question, ...]) -> Counter[str]:
    """How often each voice is the one right answer: an entity, or a `FixedVoice`."""
    return Counter(
        question.key[0].entity
        for question in questions
        if len(question.key) == 1 and question.key[0].entity
    )


def _about_facts(article: BundledArticle) -> Iterator[str]:
    facts = {
        "subtitle": article.subtitle,
        "age": article.age,
        "topic": article.topic,
        "form": article.form,
        "label": article.label,
        "trains": article.trains,
        "glossary": article.glossary,
    }
    yield from (f"{name} is missing" for name, value in facts.items() if not value)
    if article.text.split("\n", 1)[0] != article.title:
        yield "the text does not begin with the title"
    if article.topic not in (None, *TOPICS):
        yield f"topic “{article.topic}” is none of {', '.join(TOPICS)}"
    if article.form not in (None, *FORMS):
        yield f"form “{article.form}” is none of {', '.join(FORMS)}"
    for name in ("label", "trains", "content_note"):
        said = getattr(article, name)
        if said and set(said) != {"de", "en"}:
            yield f"{name} is not in both languages"
    yield from _about_rights(article)
    for word in article.glossary or ():
        if word not in article.text:
            yield f"the text does not have “{word}”"


def _about_rights(article: BundledArticle) -> Iterator[str]:
    if article.rights.basis not in ("open_licence", "own_text"):
        yield "only an open licence or an own text may be passed on"
    else:
        yield from (f"{name} is missing" for name in article.rights.missing())


def _about_length(article: BundledArticle) -> Iterator[str]:
    found = readability(article.text, article.language)
    words = found.words if found else 0
    if words not in WORDS:
        yield f"{words} words: it should have {WORDS[0]} to {WORDS[-1]}"
    if article.age is not None and article.age not in AGES:
        yield f"age {article.age}: it should be {AGES[0]} to {AGES[-1]}"
    elif found and article.age and found.school_year > article.age - YEARS_BELOW_AGE:
        yield f"too hard for age {article.age}: school year {found.school_year:.1f}"


def _about_names(found: Extraction) -> Iterator[str]:
    """One hint for each person and outlet whose name is only a part of another's."""
    named = [
        each.name
        for each in found.entities
        if each.kind in (EntityKind.PERSON, EntityKind.OUTLET)
    ]
    for name in named:
        longer = [each for each in named if each != name and name in each.split()]
        if longer:
            yield f"“{name}” and “{longer[0]}” are taken for two"
