"""Welcher Satz gibt die Angabe fair weiter?"""

import random
from collections.abc import Iterator

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.builders.kind import Kind, for_each_claim, speaker_key
from quiz.engine.questions.distractors.from_article import compatible, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import (
    explained,
    reasons,
    shown,
    stands_alone,
)
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.statements import whole_sentence

_FACT = Localised(
    "Ohne „sagte …“ klingt es wie eine Tatsache; der Artikel sagt nur, dass es jemand "
    "behauptet.",
    "Without “said …” it sounds like a fact; the article only says that somebody "
    "claims it.",
)


def keep_the_attribution(matter: Matter, rng: random.Random) -> Question | None:
    """Pass it on: with its voice, with another's, as a fact, or as the reporter's.

    None where the statement is no short sentence in direct speech by somebody with a
    name, or where nobody else with a name could be taken for the voice.
    """
    speaker, dossier = speaker_of(matter), matter.dossier
    said = whole_sentence(matter)
    if speaker is None or said is None or not stands_alone(speaker, dossier):
        return None
    others = compatible(wrong_speakers(matter.claim, dossier, rng), [speaker], dossier)
    other = next((e for e in others if stands_alone(e.entity, dossier)), None)
    if other is None:
        return None
    via = _outlet(matter)
    options = [
        _option(_by(said, speaker, via), speaker, None, _kept(speaker)),
        _option(_by(said, other.entity, via), other.entity, other.mistake, None),
        _option(_as_fact(said), None, Mistake.PROVEN, _FACT),
    ]
    if via is not None:
        options.append(_option(_from(said, via), via, Mistake.REPORTER, None))
    return Question(
        id=f"{QuestionKind.KEEP_THE_ATTRIBUTION}-{matter.claim.id}",
        kind=QuestionKind.KEEP_THE_ATTRIBUTION,
        claim=matter.claim.id,
        stem=Localised(
            "Du schreibst einen Beitrag. Welcher Satz gibt die Angabe fair weiter?",
            "You are writing a post. Which sentence passes this on fairly?",
        ),
        passage="",
        options=shuffled(options, rng),
        explanation=explained(reasons(matter.claim, matter.trace, dossier)),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _outlet(matter: Matter) -> Entity | None:
    """The one outlet through which it came, if it is named in the sentence."""
    links = matter.chain
    if len(links) != 1 or links[0].span is None or links[0].inherited:
        return None
    entity = matter.dossier.entities[links[0].entity]
    return entity if entity.kind is EntityKind.OUTLET else None


def _by(said: str, voice: Entity, via: Entity | None) -> Localised:
    if via is None:
        return Localised.alike(f"„{said}“, sagte {shown(voice)}.")
    return Localised.alike(f"„{said}“, sagte {shown(voice)} laut {shown(via)}.")


def _from(said: str, via: Entity) -> Localised:
    return Localised.alike(f"„{said}“, sagte die Redaktion: {shown(via)}.")


def _as_fact(said: str) -> Localised:
    return Localised.alike(f"Inzwischen steht fest: {said}.")


def _kept(speaker: Entity) -> Localised:
    name = shown(speaker)
    return Localised(
        f"Hier bleibt stehen, von wem es kommt: {name}.",
        f"This keeps whose statement it is: {name}.",
    )


def _option(
    label: Localised,
    entity: Entity | None,
    mistake: Mistake | None,
    why: Localised | None,
) -> Option:
    if why is None and entity is not None:
        name = shown(entity)
        why = Localised(
            f"{name}: So wird es jemandem in den Mund gelegt, der es nicht gesagt hat.",
            f"{name}: this puts it into the mouth of somebody who did not say it.",
        )
    return Option(
        id="",
        text=label.de,
        entity=entity.id if entity is not None else None,
        correct=mistake is None,
        misconception=mistake.value if mistake is not None else None,
        label=label,
        rationale=why or _FACT,
    )


def _same_words(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V04: every option repeats the statement, and only one keeps its voice."""
    claim = dossier.claim(question.claim)
    said = passage_of(claim, dossier) if claim else None
    if said is None or any(said not in option.text for option in question.options):
        yield Violation("V04", "block", "an option says something else")


KIND = Kind(
    id=QuestionKind.KEEP_THE_ATTRIBUTION,
    build=for_each_claim(QuestionKind.KEEP_THE_ATTRIBUTION, keep_the_attribution),
    keys=speaker_key,
    sizes=range(3, 5),
    rules=(_same_words,),
    quotes=False,
    difficulty=0.5,
)
