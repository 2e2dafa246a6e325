"""Welcher Satz gibt die Aussage fair weiter?"""

import random
from collections.abc import Iterator

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.builders.kind import Kind, for_each_claim, speaker_key
from quiz.engine.questions.distractors.from_article import compatible, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import joined, shown, stands_alone
from quiz.engine.questions.wording.passage import is_of
from quiz.engine.questions.wording.reasons import voice_shown
from quiz.engine.questions.wording.statements import plain_statement

_FACT = Localised(
    "So klingt es wie erwiesen, und wer es gesagt hat, steht nicht mehr da.",
    "This sounds as if it were proven, and who said it is gone.",
)


_RULE = Localised(
    "Fair ist, wenn dabeisteht, wer es gesagt hat.",
    "It is fair if it says who said it.",
)


def keep_the_attribution(matter: Matter, rng: random.Random) -> Question | None:
    """Pass it on: with its voice, with another's, as a fact, or as the reporter's.

    None where it is no short plain statement in direct speech by somebody with a
    name, or where nobody else with a name could be taken for the voice.
    """
    speaker, dossier = speaker_of(matter), matter.dossier
    said = plain_statement(matter)
    if speaker is None or said is None or not stands_alone(speaker, dossier):
        return None
    others = compatible(wrong_speakers(matter.claim, dossier, rng), [speaker], dossier)
    other = next((e for e in others if _could_say(e.entity, said, dossier)), None)
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
            "Du schreibst einen Beitrag. Welcher Satz gibt die Aussage fair weiter?",
            "You are writing a post. Which sentence passes the statement on fairly?",
        ),
        passage="",
        options=shuffled(options, rng),
        explanation=joined(voice_shown(matter.claim, matter.trace, dossier), _RULE),
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


def _could_say(entity: Entity, said: str, dossier: Dossier) -> bool:
    """Whether it has a name and is not named in the words, as nobody names himself."""
    is_named = stands_alone(entity, dossier)
    return is_named and not found_in(said, dossier.giveaways(entity))


def _by(said: str, voice: Entity, via: Entity | None) -> Localised:
    name = shown(voice)
    if via is None:
        return Localised(f"„{said}“, sagte {name}.", f"“{said},” said {name}.")
    return Localised(
        f"„{said}“, sagte {name} laut {shown(via)}.",
        f"“{said},” said {name}, according to {shown(via)}.",
    )


def _from(said: str, via: Entity) -> Localised:
    return Localised(
        f"„{said}“, findet die Redaktion ({shown(via)}).",
        f"“{said},” think the editors ({shown(via)}).",
    )


def _as_fact(said: str) -> Localised:
    return Localised(f"Fest steht: {said}.", f"It is certain: {said}.")


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
    """V04: every option repeats the statement, in the words of the article."""
    claim = dossier.claim(question.claim)
    said = question.key[0].text.partition("„")[2].partition("“")[0]
    if not said or any(said not in option.text for option in question.options):
        yield Violation("V04", "block", "an option says something else")
    elif claim is None or not is_of(said, [claim.sentence], dossier):
        yield Violation("V04", "block", "the words differ from the article's")


KIND = Kind(
    id=QuestionKind.KEEP_THE_ATTRIBUTION,
    build=for_each_claim(QuestionKind.KEEP_THE_ATTRIBUTION, keep_the_attribution),
    keys=speaker_key,
    sizes=range(3, 5),
    rules=(_same_words,),
    quotes=False,
    difficulty=0.5,
)
