"""Rules without which a question is not put to anybody."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.lexicon.grammar import Fit
from quiz.engine.lexicon.lexicon import GERMAN, lexicon
from quiz.engine.questions.distractors.mistakes import type_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import is_fixed_voice
from quiz.engine.questions.patterns import either
from quiz.engine.questions.question import MASK, Question, Skill
from quiz.engine.questions.registry import kind_of
from quiz.engine.questions.rules.subject import (
    claim_of,
    entities_of,
    key_entities,
)
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.passage import MOST_WORDS, is_enough, is_of
from quiz.engine.questions.words import words

Rule = Callable[[Question, Dossier], Iterable[Violation]]

_LONGEST_COPY = 4
_FEWEST_NAMES = 2
_ANY_WORD = "0"  # stands for what is masked where words are counted
_QUOTED = re.compile(r"„[^“]*“")
_FIRST_WORD = re.compile(r"(?:… )?(\w+)")


def one_key(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01: one key, the one the article gives, and no option twice."""
    options = question.options
    if len(options) not in kind_of(question).sizes:
        yield _block("V01", f"{len(options)} options")
    labels = [(each.prompt, each.label.de) for each in options]
    if question.form.picks_one and len(question.key) != 1:
        yield _block("V01", f"{len(question.key)} keys")
    for parts in (
        [option.id for option in options],
        [] if question.form.keeps_order else labels,
        [(option.prompt, option.entity) for option in options if option.entity],
    ):
        if len(set(parts)) < len(parts):
            yield _block("V01", f"twice: {parts}")
    right = [option.entity for option in question.key]
    if right != kind_of(question).right_options(question, dossier):
        yield _block("V01", f"key {right}, but the article says otherwise")


def no_two_alike(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V02: no two options are one, contain each other or speak for each other."""
    entities = {entity.id: entity for _, entity in entities_of(question, dossier)}
    keys = (dossier.entities[each] for each in key_entities(question, dossier))
    entities |= {each.id: each for each in keys}
    inside = sorted(set(entities) & set(dossier.entities))
    for one, other in combinations(inside, 2):
        if dossier.identity.exclude(one, other):
            yield _block("V02", f"{one} and {other}")


def no_leak(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V03: the stem does not contain any form of the key's name."""
    if not question.form.picks_one:
        return
    for option in question.key:
        if option.entity is None or is_fixed_voice(option.entity):
            continue
        sought = dossier.giveaways(dossier.entities[option.entity])
        alias = kind_of(question).alias(question, dossier)
        stems = [_without(stem, alias) for stem in (question.stem.de, question.stem.en)]
        if any(found_in(stem, sought) for stem in stems):
            yield _block("V03", f"the stem names {option.text}")


def _without(stem: str, alias: str) -> str:
    """The stem without the words it asks about, which may begin a sentence in it."""
    if not alias:
        return stem
    opening = alias[:1].upper() + alias[1:]
    return stem.replace(alias, "").replace(opening, "")


def no_pronoun_leak(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V03: a pronoun that begins reported words does not fit the key alone."""
    claim = claim_of(question, dossier)
    first = _FIRST_WORD.match(question.passage)
    gender = None if first is None else _gender(first.group(1).casefold(), dossier)
    if first is None or gender is None or claim is None:
        return
    if claim.type is ClaimType.DIRECT:
        return
    keys = key_entities(question, dossier)
    others = [
        dossier.identity.gender(entity.id)
        for _, entity in entities_of(question, dossier)
        if entity.kind is EntityKind.PERSON and entity.id not in keys
    ]
    asks = question.skill in (Skill.SPEAKER, Skill.REFERENCE)
    if asks and others and not {gender, None} & set(others):
        yield _block("V03", f"{first.group(1)} fits the key alone")


def _gender(word: str, dossier: Dossier) -> Fit | None:
    """Of a pronoun for one person; None for any other word."""
    pronouns = dossier.lexicon.questions.pronouns
    if word in pronouns.he:
        return Fit.MASCULINE
    return Fit.FEMININE if word in pronouns.she else None


def supported(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V04: the evidence lies in the article and holds content and key."""
    size = len(dossier.raw)
    if any(not 0 <= s.begin < s.end <= size for s in question.evidence):
        yield _block("V04", "evidence outside the article")
    claim = claim_of(question, dossier)
    spans = [mark.span for mark in question.marks]
    spans += claim.content if claim else ()
    if not all(any(e.covers(s) for e in question.evidence) for s in spans):
        yield _block("V04", "evidence without all that it should prove")
    for key in key_entities(question, dossier):
        entity = dossier.entities[key]
        if not dossier.is_mentioned_in(entity, question.evidence):
            yield _block("V04", f"evidence does not name {entity.name}")


def wrong_is_wrong(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V05: no wrong option said or reported nearly the same."""
    for option, entity in entities_of(question, dossier):
        if option.correct or (option.prompt and not option.claim):
            continue
        claim = dossier.claim(option.claim or "") or claim_of(question, dossier)
        if claim is None:
            continue
        if question.skill is not Skill.SOURCE and dossier.also_said(entity.id, claim):
            yield _block("V05", f"{entity.name} said nearly the same")
        if question.skill is not Skill.SPEAKER and (
            dossier.also_reported(entity.id, claim)
        ):
            yield _block("V05", f"{entity.name} reported nearly the same")


def has_a_voice(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V06: a known voice for who-said, a source for which-source, no open question."""
    if any(each.rstrip(" …").endswith("?") for each in question.quotations):
        yield _block("V06", "a question, not a statement")
    if not kind_of(question).asks_for_voice:
        return
    keys = [dossier.entities[each] for each in key_entities(question, dossier)]
    if not keys or any(map(dossier.identity.is_vague, keys)):
        yield _block("V06", "nobody in particular")
    if question.skill is Skill.SPEAKER and any(
        key.kind is EntityKind.OUTLET for key in keys
    ):
        yield _block("V06", "the reporter is the only voice")


def one_type(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V07: at least two options share the key's type, but beside a fixed voice."""
    if not question.form.picks_one or any(
        is_fixed_voice(option.entity) for option in question.options
    ):
        return
    keys = [dossier.entities[each] for each in key_entities(question, dossier)]
    named = {entity.id: entity for _, entity in entities_of(question, dossier)}
    named |= {key.id: key for key in keys}
    for key in keys:
        alike = [e for e in named.values() if type_of(e) is type_of(key)]
        if len(alike) < _FEWEST_NAMES:
            yield _block("V07", f"only {key.name} is of its type")


def no_catch_all(question: Question, _dossier: Dossier) -> Iterator[Violation]:
    """V10: no "all" or "none of the above"."""
    for option in question.options:
        if _own_words(GERMAN).catch_all.search(option.label.de):
            yield _block("V10", option.label.de)


def own_words(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V13: outside quotations a stem copies nothing; they have at most 25 words."""
    others = _QUOTED.findall(question.stem.de.replace(question.passage, ""))
    quotations = [*question.quotations, *others]
    if any(len(words(q.replace(MASK, ""))) > MOST_WORDS for q in quotations):
        yield _block("V13", "the quotation is too long")
    if not is_of(question.passage, question.evidence, dossier):
        yield _block("V13", "the quotation is not the article's")
    if question.passage not in question.stem.de or (
        question.passage not in question.stem.en
    ):
        yield _block("V13", "the quotation is not in the stem")
    frame = question.stem.de.replace(question.passage, " | ", 1)
    frame = _QUOTED.sub(" | ", frame)
    for entity in dossier.extraction.entities:
        frame = frame.replace(entity.name[:1].upper() + entity.name[1:], " | ")
    for piece in frame.split("|"):
        copied = words(piece)
        for at in range(len(copied) - _LONGEST_COPY):
            if tuple(copied[at : at + _LONGEST_COPY + 1]) in dossier.five_grams:
                yield _block("V13", " ".join(copied[at : at + _LONGEST_COPY + 1]))


def enough_left(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V03: what the masks leave of the quotation still says something."""
    found = question.quotations or (("",) if kind_of(question).quotes else ())
    if not all(
        is_enough(q, dossier.forms, of=q.replace(MASK, _ANY_WORD)) for q in found
    ):
        yield _block("V03", "the masks leave too little")


def dependence(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V19: nothing from a heading, where speakers get lost."""
    claim = claim_of(question, dossier)
    if claim is not None and dossier.is_heading(claim):
        yield _block("V19", "a heading")


def decent(question: Question, _dossier: Dossier) -> Iterator[Violation]:
    """V20: outside the quotation nothing judges anybody or asks for a judgement."""
    frame = question.stem.de.replace(question.passage, "", 1)
    for text in (frame, *(option.label.de for option in question.options)):
        if _own_words(GERMAN).loaded.search(text):
            yield _block("V20", text)


def explained(question: Question, _dossier: Dossier) -> Iterator[Violation]:
    """V22: evidence, an explanation, and a reason for every option."""
    texts = [each.rationale for each in question.options]
    if not kind_of(question).is_own:
        texts.append(question.explanation)
        if not question.evidence:
            yield _block("V22", "no evidence")
    if not all(text.de.strip() and text.en.strip() for text in texts):
        yield _block("V22", "something is not explained")


def sure(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V04: nothing unsure without a teacher's eye."""
    claim = claim_of(question, dossier)
    if claim is None:
        return
    asks_voice = kind_of(question).needs_speaker
    if not (claim.is_sure_of_voice if asks_voice else claim.sure_words):
        yield _block("V04", "the claim is not sure")


def own_rules(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """What the kind itself demands."""
    for rule in kind_of(question).rules:
        yield from rule(question, dossier)


def _block(rule: str, detail: str) -> Violation:
    return Violation(rule, "block", detail)


@dataclass(frozen=True, slots=True)
class _OwnWords:
    """What no question says in its own words, which are German."""

    catch_all: re.Pattern[str]
    loaded: re.Pattern[str]


@cache
def _own_words(language: str) -> _OwnWords:
    words = lexicon(language).questions.rules
    return _OwnWords(
        catch_all=re.compile(either(words.catch_all), re.IGNORECASE),
        loaded=re.compile(rf"\b{either(words.loaded)}", re.IGNORECASE),
    )


RULES: tuple[Rule, ...] = (
    one_key,
    no_two_alike,
    no_leak,
    no_pronoun_leak,
    enough_left,
    supported,
    sure,
    wrong_is_wrong,
    has_a_voice,
    one_type,
    no_catch_all,
    own_words,
    dependence,
    decent,
    explained,
    own_rules,
)
