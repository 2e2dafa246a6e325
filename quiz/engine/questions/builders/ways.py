"""Ways in which an article can come by something, as answers that are wrong."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.builders.arrangement import wrong_option
from quiz.engine.questions.builders.faces import face_of
from quiz.engine.questions.builders.fixed_voices import (
    GOT_IT,
    own_research_option,
    to_everybody_option,
    told_nobody_option,
    untold_option,
)
from quiz.engine.questions.distractors.fitting import fitting
from quiz.engine.questions.distractors.from_article import (
    compatible,
    heard_elsewhere,
    speaker_as_source,
)
from quiz.engine.questions.distractors.mistakes import SAYS_ELSE
from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.showable import role_of
from quiz.engine.questions.option import Face, Localised, Option
from quiz.engine.questions.patterns import either
from quiz.engine.questions.wording.cue_words import shows_a_verb
from quiz.engine.questions.wording.explain import joined
from quiz.engine.questions.wording.nominative import Saying, called, dative_of
from quiz.engine.questions.wording.reasons import who_reported_it

_QUOTES = '„“"»«‚‘'
_BEFORE = 40  # letters in which the words before a name stand

_Why = Callable[[Entity, Entity, Dossier], Localised]


def is_told_to(matter: Matter, key: Entity) -> bool:
    """Whether its sentence only says that it was said to the outlet.

    As in "sagte Lenk zum Talboten", which may be the article's own paper, so that it is
    asked to whom it was said, not where the article has it from.
    """
    claim, dossier, link = matter.claim, matter.dossier, matter.chain[-1]
    return (
        len(matter.chain) == 1
        and key.kind is EntityKind.OUTLET
        and claim.speaker_entity != key.id
        and link.span is not None
        and not link.inherited
        and not _is_anothers(key, dossier)
        and not _passes_on(matter)
        and shows_a_verb(claim.cue, claim, dossier)
    )


_HEARD_TOO = Saying(
    Localised(
        "{} ist im Artikel auch zu hören, aber nicht damit.",
        "{} is heard in the article, too, but not with this.",
    ),
    Localised(
        "{} sind im Artikel auch zu hören, aber nicht damit.",
        "{} are heard in the article, too, but not with this.",
    ),
    Localised(
        "{}: im Artikel auch zu hören, aber nicht damit.",
        "{}: heard in the article, too, but not with this.",
    ),
)
_NOT_TOLD = Saying(
    Localised(
        "{} kommt im Artikel vor, bekam das aber nicht gesagt.",
        "{} appears in the article but was not told this.",
    ),
    Localised(
        "{} kommen im Artikel vor, bekamen das aber nicht gesagt.",
        "{} appear in the article but were not told this.",
    ),
    Localised(
        "{}: im Artikel erwähnt, bekam das aber nicht gesagt.",
        "{}: mentioned in the article, but was not told this.",
    ),
)


def other_hearers(
    matter: Matter, key: Entity, passage: str, rng: random.Random
) -> list[Option]:
    """To whom it was not said: a person heard elsewhere, nobody told, everybody.

    The last only where the article tells of no occasion on which many are told.
    """
    dossier = matter.dossier
    found = _persons(matter, key, passage, rng, _not_spoken_to)
    occasions = either(dossier.lexicon.questions.names.occasions)
    if not re.search(occasions, dossier.raw, re.IGNORECASE):
        found.append(to_everybody_option(key, dossier))
    return [*found[:1], told_nobody_option(), *found[1:]]


def not_told(option: Option, dossier: Dossier) -> Option:
    """Another outlet as a wrong answer to the question who was told."""
    entity = dossier.entities[option.entity or ""]
    return replace(option, rationale=_NOT_TOLD.of(entity, dossier))


def in_the_dative(options: Sequence[Option], dossier: Dossier) -> list[Option]:
    """The options as an answer to "wem", with the article that the text has for them.

    Of the outlets all or none, so that none sticks out.
    """
    known = [dossier.entities.get(option.entity or "") for option in options]
    outlets = [each for each in known if each and each.kind is EntityKind.OUTLET]
    datives = {each.id: dative_of(each, dossier) for each in outlets}
    if not all(datives.values()):
        return list(options)
    return [
        replace(option, label=Localised(told, called(outlet, dossier).en))
        if outlet and (told := datives.get(outlet.id))
        else option
        for option, outlet in zip(options, known, strict=True)
    ]


def other_ways(
    matter: Matter, key: Entity, passage: str, rng: random.Random
) -> list[Option]:
    """Other ways in which an article can come by something, all wrong for certain.

    Directly from the speaker, unless the outlet may be the article's own: no word says
    that it passes on, and nothing what it is; directly from somebody heard elsewhere;
    that it is not told; by research of its own, where the outlet is another's for
    certain or leans on somebody.
    """
    claim, dossier = matter.claim, matter.dossier
    if key.kind is not EntityKind.OUTLET or key.id in dossier.credited:
        return []
    is_anothers = _is_anothers(key, dossier)
    found = []
    speaker = speaker_as_source(claim, key, dossier)
    if speaker and (is_anothers or _passes_on(matter)):
        fit = fitting([speaker], key, claim, passage, dossier)
        found += [_from(wrong_option(each), matter) for each in fit]
    if is_anothers or len(matter.chain) > 1:
        found.append(own_research_option(key, dossier))
    if not found and _tells_itself(matter, key):
        persons = _persons(matter, key, passage, rng, _not_from)
        found += [_from(each, matter) for each in persons]
    return [*found[:1], untold_option(), *found[1:]]


def _persons(
    matter: Matter, key: Entity, passage: str, rng: random.Random, why: _Why
) -> list[Option]:
    """At most one person who says something else, not named in the sentence."""
    claim, dossier = matter.claim, matter.dossier
    wrong = [
        replace(each, rationale=why(each.entity, key, dossier))
        for each in heard_elsewhere(claim, dossier, rng)
    ]
    fits = fitting(wrong, key, claim, passage, dossier)
    voice = [matter.speaker] if matter.speaker else []
    return [wrong_option(each) for each in compatible(fits, [key, *voice], dossier)[:1]]


def _not_spoken_to(entity: Entity, key: Entity, dossier: Dossier) -> Localised:
    return joined(_HEARD_TOO.of(entity, dossier), GOT_IT.of(key, dossier))


def _not_from(entity: Entity, key: Entity, dossier: Dossier) -> Localised:
    return joined(SAYS_ELSE.of(entity, dossier), who_reported_it(key, dossier))


def _tells_itself(matter: Matter, key: Entity) -> bool:
    """Whether it is the outlet's own report, or somebody's that it passes on.

    Not a study's that came out in it: whoever worked on that is no wrong answer.
    """
    claim, dossier = matter.dossier.claim(matter.claim.id), matter.dossier
    voice = dossier.entities.get((claim and claim.speaker_entity) or "")
    is_study = voice is not None and voice.kind is EntityKind.UNNAMED
    is_own = voice is not None and voice.id == key.id
    return is_own or (not is_study and _passes_on(matter))


def _is_anothers(outlet: Entity, dossier: Dossier) -> bool:
    """Whether it cannot be the paper in which the article stands."""
    return face_of(outlet, dossier) is Face.AGENCY or _is_introduced(outlet, dossier)


def _passes_on(matter: Matter) -> bool:
    """Whether the source has a word of its own, not only "zum" or "im"."""
    dossier = matter.dossier
    spans = (span.of(dossier.raw) for span in matter.chain[-1].cue)
    words = " ".join(spans).casefold().split()
    return not dossier.lexicon.questions.names.told_at.issuperset(words)


def _is_introduced(outlet: Entity, dossier: Dossier) -> bool:
    """Whether the article says somewhere what the outlet is, as of no paper's own."""
    kinds = dossier.lexicon.questions.names.media_roles
    before = (
        dossier.raw[max(0, m.begin - _BEFORE) : m.begin].strip(f"{_QUOTES} ").split()
        for m in outlet.mentions
    )
    is_before = any(ws and ws[-1].casefold().endswith(kinds) for ws in before)
    return is_before or role_of(outlet, dossier) is not None


def _from(option: Option, matter: Matter) -> Option:
    """Directly from somebody; by the name where the question itself says that."""
    if len(matter.chain) > 1:
        return option
    label = Localised(f"direkt von {option.text}", f"directly from {option.text}")
    return replace(option, label=label)
