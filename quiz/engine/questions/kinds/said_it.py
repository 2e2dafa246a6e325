"""Hat X das gesagt? Ja oder nein.

As often yes as no. Where it is no, somebody else of the article said it, or it is a
sentence of the article's own.
"""

import random
from collections.abc import Iterator
from itertools import zip_longest

from quiz.engine.claims.claim import Entity, EntityKind, Series
from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.builders.fixed_voices import (
    NARRATED,
    narrated_proof,
    own_for_certain,
)
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key
from quiz.engine.questions.builders.voices import (
    heard_in,
    not_speaking,
    other_voices,
    with_what_is_before,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.material.showable import role_of
from quiz.engine.questions.option import FixedVoice, Localised, Option
from quiz.engine.questions.question import MASK, Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.asking import was_it, ways_asked
from quiz.engine.questions.wording.explain import asked, joined, shown, stands_alone
from quiz.engine.questions.wording.nominative import named_as_subject
from quiz.engine.questions.wording.passage import passage_of, sentence_passage
from quiz.engine.questions.wording.reasons import voice_shown, who_said_it

_NEAR = 400  # characters, three or four sentences
_YES, _NO = Localised("Ja", "Yes"), Localised("Nein", "No")


def _build(shop: Workshop) -> Iterator[Question]:
    """As many that are true as are not, ±1; of each claim one, chance decides which.

    Chance settles, too, which of the two may be ahead by one, where no sentence of the
    article's own makes up for it.
    """
    rng = shop.rng_for(QuestionKind.SAID_IT)
    true = {q.claim: q for q in _true(shop) if shop.is_valid(q)}
    false = {q.claim: q for q in _false(shop) if shop.is_valid(q)}
    own = [q for q in _of_the_article(shop, rng) if shop.is_valid(q)]
    extra = 0 if own else rng.getrandbits(1)
    claims = rng.sample([*true], len(true))
    no = [each for each in claims if each in false][: (len(claims) + extra) // 2]
    kept_false = [false[each] for each in no]
    kept_true = [true[each] for each in claims if each not in no]
    more = [q for claim, q in false.items() if claim not in true]
    for others in (more, own):
        missing = max(0, len(kept_true) - len(kept_false))
        kept_false += rng.sample(others, min(len(others), missing))
    if not kept_false and not any(each in false for each in claims):
        return  # nobody else could have said it
    most_true = len(kept_false) + (not extra)
    kept_false = kept_false[: len(kept_true) + extra]
    for pair in zip_longest(kept_true[:most_true], kept_false):
        yield from filter(None, pair)


def _true(shop: Workshop) -> Iterator[Question]:
    for matter in shop.matters:
        voice = speaker_of(matter)
        if voice is not None and _can_be_asked_about(voice, shop.dossier):
            yield from _about(shop, matter, voice, voice)


def _false(shop: Workshop) -> Iterator[Question]:
    """Where both are somebody for themselves: who belongs to a group stays open."""
    for matter in shop.matters:
        voice = speaker_of(matter)
        passage = passage_of(matter.claim, shop.dossier, alone=False)
        if voice is None or passage is None:
            continue
        rng = shop.rng(QuestionKind.SAID_IT, matter)
        others = [
            each.entity
            for each in other_voices(matter.claim, voice, passage, shop.dossier, rng)
            if EntityKind.GROUP not in (voice.kind, each.entity.kind)
            and _is_somebody(each.entity, shop.dossier)
            and _is_likely(each.entity, matter, shop.dossier)
        ]
        if others:
            yield from _about(shop, matter, voice, others[0])


def _is_somebody(entity: Entity, dossier: Dossier) -> bool:
    """Whether they speak somewhere, or the article says what they are."""
    return dossier.speaks(entity.id) or role_of(entity, dossier) is not None


def _is_likely(entity: Entity, matter: Matter, dossier: Dossier) -> bool:
    """Whether they are a person with a name, or a voice that is named near by."""
    is_near = dossier.distance(entity, matter.claim.sentence) <= _NEAR
    is_person = stands_alone(entity, dossier)
    return is_person or (is_near and _can_be_asked_about(entity, dossier))


def _can_be_asked_about(entity: Entity, dossier: Dossier) -> bool:
    return named_as_subject(entity, dossier) is not None


def _about(
    shop: Workshop, matter: Matter, voice: Entity, named: Entity
) -> Iterator[Question]:
    """Whether the one named said it; nothing where the words name one of the two."""
    claim, dossier = matter.claim, matter.dossier
    passage = passage_of(claim, dossier, alone=False)
    if (
        passage is None
        or passage.count(MASK) > 1
        or any(found_in(passage, dossier.giveaways(each)) for each in (voice, named))
    ):
        return
    is_true = voice is named
    why = joined(who_said_it(voice, dossier), voice_shown(claim, matter.trace, dossier))
    rng = shop.rng(QuestionKind.SAID_IT, matter)
    yield Question(
        id=f"{QuestionKind.SAID_IT}-{claim.id}",
        kind=QuestionKind.SAID_IT,
        claim=claim.id,
        stem=asked(was_it(named, passage, claim, dossier), passage),
        passage=passage,
        options=_options(None if is_true else voice.id, why, rng),
        explanation=why,
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _of_the_article(shop: Workshop, rng: random.Random) -> Iterator[Question]:
    heard = [each for each in heard_in(shop) if stands_alone(each, shop.dossier)]
    for sentence in shop.dossier.narrated:
        passage = sentence_passage(sentence, shop.dossier)
        for named in not_speaking(
            with_what_is_before(sentence), heard, shop.dossier, rng
        )[:1]:
            if passage is None:
                continue
            evidence, marks = narrated_proof(sentence)
            yield Question(
                id=f"{QuestionKind.SAID_IT}-{Series.SENTENCE.id(sentence.begin)}",
                kind=QuestionKind.SAID_IT,
                claim="",
                stem=asked(was_it(named, passage, None, shop.dossier), passage),
                passage=passage,
                options=_options(FixedVoice.ARTICLE, NARRATED, rng),
                explanation=NARRATED,
                evidence=evidence,
                marks=marks,
            )


def _options(
    instead: str | None, why: Localised, rng: random.Random
) -> tuple[Option, ...]:
    """Yes, and no: the latter with whose words they are instead."""
    no = instead or FixedVoice.NOBODY
    return shuffled(
        [
            _option(_YES, None, why, Mistake.TOPIC if instead else None),
            _option(_NO, no, why, None if instead else Mistake.SEEN_BY_PAPER),
        ],
        rng,
    )


def _option(
    label: Localised, entity: str | None, why: Localised, mistake: Mistake | None
) -> Option:
    return Option(
        id="",
        text=label.de,
        entity=entity,
        correct=mistake is None,
        misconception=mistake and mistake.value,
        label=label,
        rationale=why,
    )


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    """The "yes" where the stem names who it was, else who it was."""
    claim = dossier.claim(question.claim)
    if claim is None:
        return [FixedVoice.ARTICLE]
    speaker = claim.speaker_entity
    if speaker is None:
        return []
    is_named = _names(question, dossier.entities[speaker], dossier)
    return [None] if is_named else [speaker]


def _names(question: Question, entity: Entity, dossier: Dossier) -> bool:
    """In any of the ways: what was asked before stays as it is."""
    named = ways_asked(entity, shown(entity), dossier)
    ways = tuple(f"{way} „" for way in named)
    return question.stem.de.startswith(ways)


def _asks_about_somebody(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V05: who is asked about is somebody of the article who did not say it as well."""
    named = [e for e in dossier.extraction.entities if _names(question, e, dossier)]
    claim = dossier.claim(question.claim)
    if not named:
        yield Violation("V04", "block", "nobody of the article is asked about")
    if claim is None or question.is_true_trial:
        return
    if any(dossier.also_said(each.id, claim) for each in named):
        yield Violation("V05", "block", "who is asked about said it as well")
    if claim.speaker_entity and any(
        dossier.identity.exclude(each.id, claim.speaker_entity) for each in named
    ):
        yield Violation("V02", "block", "who is asked about may be the speaker")


KIND = Kind(
    id=QuestionKind.SAID_IT,
    build=_build,
    keys=no_key,
    right=_right,
    sizes=range(2, 3),
    rules=(own_for_certain, _asks_about_somebody),
    asks_for_voice=False,
    is_mission=True,
    compares=True,
    most=3,
    quota=2,
    difficulty=-0.4,
)
