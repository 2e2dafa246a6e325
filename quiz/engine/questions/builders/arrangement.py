"""Options in an order, and with letters, that tell nothing."""

import random
import string
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.distractors.mistakes import Distractor
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.showable import role_of
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.wording.english import english_of
from quiz.engine.questions.wording.explain import shown
from quiz.engine.questions.words import fold

_WITH_ROLES = (EntityKind.PERSON, EntityKind.OUTLET)
_FEWEST_LABELS = 2  # one alone sticks out
_TOLD = 5  # letters in which words of one stem begin alike


def key_option(entity: Entity, rationale: Localised) -> Option:
    """The right answer by its name; it has no letter yet."""
    name = shown(entity)
    label = Localised(name, name)
    return Option("", name, entity.id, True, None, label, rationale)  # noqa: FBT003


def wrong_option(distractor: Distractor) -> Option:
    """A wrong answer by its name; it has no letter yet."""
    name = shown(distractor.entity)
    return Option(
        id="",
        text=name,
        entity=distractor.entity.id,
        correct=False,
        misconception=distractor.mistake.value,
        label=Localised(name, name),
        rationale=distractor.rationale,
    )


def with_roles(
    options: Sequence[Option], passage: str, dossier: Dossier
) -> list[Option]:
    """The options with what the article says they are: "Jo Brandt, Außenminister".

    Of persons, and of outlets, all or none, of outlets none beside bare persons, and
    never one alone, so that nobody sticks out; none where a role meets a word of the
    passage, which would give the answer away.
    """
    known = [dossier.entities.get(option.entity or "") for option in options]
    roles = {each.id: role_of(each, dossier) for each in known if each}
    if any(role and _is_told(role, passage, dossier) for role in roles.values()):
        return list(options)
    is_bare = False
    for kind in _WITH_ROLES:
        alike = [each for each in known if each and each.kind is kind]
        is_told = all(roles[e.id] or _is_a_role(e, dossier) for e in alike)
        if is_bare or not is_told:
            roles |= {each.id: None for each in alike}
            is_bare = True
    if sum(role is not None for role in roles.values()) < _FEWEST_LABELS:
        return list(options)
    english = [english_of(role, dossier.lexicon) for role in roles.values() if role]
    names = dict(zip([each for each in roles if roles[each]], english, strict=True))
    if not all(english):
        names = {}  # a bare name says no less in English than a German role
    return [
        _labelled(
            option, roles.get(option.entity or ""), names.get(option.entity or "")
        )
        for option in options
    ]


def _is_a_role(entity: Entity, dossier: Dossier) -> bool:
    """Whether a person is known by what they are alone."""
    is_person = entity.kind is EntityKind.PERSON
    return is_person and not dossier.identity.is_named(entity.id)


def _is_told(role: str, passage: str, dossier: Dossier) -> bool:
    """Whether a word of the passage begins as a part of the role does."""
    begins = {word[:_TOLD] for word in dossier.forms.content_words(passage)}
    parts = {fold(part)[:_TOLD] for part in role.split("-")}
    return not begins.isdisjoint(parts)


def _labelled(option: Option, role: str | None, english: str | None) -> Option:
    if role is None:
        return option
    name = option.text
    in_english = f"{name}, {english}" if english else name
    return replace(option, label=Localised(f"{name}, {role}", in_english))


def shuffled(options: Sequence[Option], rng: random.Random) -> tuple[Option, ...]:
    """The options in a new order, lettered in that order."""
    mixed = rng.sample(options, len(options))
    letters = string.ascii_lowercase
    return tuple(
        replace(option, id=letter)
        for option, letter in zip(mixed, letters, strict=False)
    )


def lettered(options: Sequence[Option], rng: random.Random) -> tuple[Option, ...]:
    """The options in their order, with letters that do not follow it."""
    letters = rng.sample(string.ascii_lowercase[: len(options)], len(options))
    return tuple(
        replace(option, id=letter)
        for option, letter in zip(options, letters, strict=True)
    )


class Letter(StrEnum):
    """With what the ids of numbered options begin."""

    OPTION = "o"
    WORD = "w"


def numbered(
    options: Iterable[Option], letter: Letter = Letter.OPTION
) -> tuple[Option, ...]:
    """The options in their order, numbered in it ("o01", "o02", …)."""
    return tuple(
        replace(option, id=f"{letter}{number:02}")
        for number, option in enumerate(options, start=1)
    )
