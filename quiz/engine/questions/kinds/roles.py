"""Wer spricht, wer gibt es weiter, wer wird nur genannt?"""

import random
from collections.abc import Iterator

from quiz.engine.claims.claim import NAMED, Entity, EntityKind
from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.builders.kind import Kind, for_each_claim
from quiz.engine.questions.distractors.from_article import wrong_speakers
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.askable import Matter, source_of, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.material.showable import is_showable
from quiz.engine.questions.option import Localised, Option, rows_of
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import asked, joined, shown
from quiz.engine.questions.wording.nominative import (
    about,
    as_the_article_has_it,
)
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.reasons import source_reason, voice_shown

SPEAKS = Localised("Wer sagt es?", "Who says it?")
PASSES_ON = Localised("Wer gibt es weiter?", "Who passes it on?")
MENTIONED = Localised(
    "Wer oder was wird darin nur genannt?", "Who or what is only mentioned in it?"
)
ROLES = (SPEAKS, PASSES_ON, MENTIONED)
_MOST_NAMES = 4
_NOT_SO = Localised(
    "{}: hier mit einer anderen Rolle oder ohne eine.",
    "{}: here with another role, or with none.",
)
_RIGHT = Localised("Richtig ist: {}.", "The answer is: {}.")
_ONLY_MENTIONED = Localised(
    "In der Aussage nur genannt: {}.", "Only mentioned in it: {}."
)
_MISTAKES = {
    SPEAKS: Mistake.MENTIONED,
    PASSES_ON: Mistake.REPORTER,
    MENTIONED: Mistake.TOPIC,
}


def roles(matter: Matter, rng: random.Random) -> Question | None:
    """Three roles, each with another name, and one name too many where there is one.

    None where a role is empty, one has two roles, or a name stays in the passage.
    """
    claim, dossier = matter.claim, matter.dossier
    cast = _cast(matter)
    if cast is None:
        return None
    hidden = [dossier.giveaways(each) for each in cast]
    passage = passage_of(claim, dossier, hidden)
    if passage is None:
        return None
    names = [*cast, *_surplus(cast, matter, rng)][:_MOST_NAMES]
    return Question(
        id=f"{QuestionKind.ROLES}-{claim.id}",
        kind=QuestionKind.ROLES,
        claim=claim.id,
        stem=asked(Localised("Wer hat welche Rolle?", "Who has which role?"), passage),
        passage=passage,
        options=shuffled(
            [
                _option(role, right, name, dossier)
                for role, right in zip(ROLES, cast, strict=True)
                for name in names
            ],
            rng,
        ),
        explanation=joined(
            _voice_words(matter),
            source_reason(claim, dossier),
            about(_ONLY_MENTIONED, cast[2], dossier),
        ),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _voice_words(matter: Matter) -> Localised | None:
    """What shows the voice, where the words that show the source do not say it, too."""
    is_told = not matter.chain[0].cue
    claim, dossier = matter.claim, matter.dossier
    return None if is_told else voice_shown(claim, matter.trace, dossier)


def _cast(matter: Matter) -> tuple[Entity, Entity, Entity] | None:
    """Speaker, source and the one who is mentioned: three who are not one."""
    claim, dossier = matter.claim, matter.dossier
    speaker, source = speaker_of(matter), source_of(matter)
    if speaker is None or source is None or len(matter.chain) != 1:
        return None
    if matter.chain[0].inherited or matter.chain[0].span is None:
        return None
    mentioned = dossier.entities_in(claim.content)
    if len(mentioned) != 1 or dossier.identity.is_vague(mentioned[0]):
        return None
    if mentioned[0].kind not in NAMED or not is_showable(mentioned[0], dossier):
        return None  # "ein Netzwerk der linken Gehirnhälfte"
    cast = (speaker, source, mentioned[0])
    exclude = dossier.identity.exclude
    pairs = ((0, 1), (0, 2), (1, 2))
    if any(exclude(cast[one].id, cast[two].id) for one, two in pairs):
        return None
    return cast


def _surplus(
    cast: tuple[Entity, ...], matter: Matter, rng: random.Random
) -> list[Entity]:
    """A person of the article who surely has none of the roles."""
    dossier = matter.dossier
    return [
        each.entity
        for each in wrong_speakers(matter.claim, dossier, rng)
        if each.entity.kind is EntityKind.PERSON
        and not dossier.may_report(each.entity.id)
        and not any(dossier.identity.exclude(each.entity.id, one.id) for one in cast)
        and not dossier.is_mentioned_in(each.entity, [matter.claim.sentence])
    ][:1]


def _option(role: Localised, right: Entity, name: Entity, dossier: Dossier) -> Option:
    label = shown(name)
    is_key = name is right
    return Option(
        id="",
        text=label,
        entity=name.id,
        correct=is_key,
        misconception=None if is_key else _MISTAKES[role].value,
        label=Localised(label, label),
        rationale=as_the_article_has_it(name, dossier)
        if is_key
        else _not_so(name, right, dossier),
        prompt=role,
    )


def _not_so(entity: Entity, right: Entity, dossier: Dossier) -> Localised:
    return joined(about(_NOT_SO, entity, dossier), about(_RIGHT, right, dossier))


def _roles_of(question: Question, dossier: Dossier) -> dict[Localised, str | None]:
    claim = dossier.claim(question.claim)
    if claim is None:
        return {}
    chain = dossier.chain(claim)
    mentioned = dossier.entities_in(claim.content)
    return {
        SPEAKS: claim.speaker_entity,
        PASSES_ON: chain[-1].entity if len(chain) == 1 else None,
        MENTIONED: mentioned[0].id if len(mentioned) == 1 else None,
    }


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    """The holder of the role of each row."""
    holders = _roles_of(question, dossier)
    prompts = (option.prompt for option in question.key)
    return [holders.get(prompt) if prompt else None for prompt in prompts]


def _keys(question: Question, dossier: Dossier) -> list[str]:
    return [each for each in _roles_of(question, dossier).values() if each]


def _names_stay_hidden(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01, V03: every role once with every name, and no name in the passage."""
    rows = dict(rows_of(question.options))
    if set(rows) != set(ROLES) or len({len(row) for row in rows.values()}) != 1:
        yield Violation("V01", "block", "a role is missing")
    for key in _keys(question, dossier):
        if found_in(question.passage, dossier.giveaways(dossier.entities[key])):
            yield Violation("V03", "block", f"the passage names {key}")


KIND = Kind(
    id=QuestionKind.ROLES,
    build=for_each_claim(QuestionKind.ROLES, roles),
    keys=_keys,
    right=_right,
    sizes=range(9, 13),
    rules=(_names_stay_hidden,),
    difficulty=0.3,
    is_mission=True,
)
