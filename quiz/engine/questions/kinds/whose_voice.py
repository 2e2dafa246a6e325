"""Wer sagt das: jemand, jemand anderes, der Artikel selbst?

"Der Artikel selbst" is right in a quarter to a third of the questions of an article,
and so is "jemand, dessen Namen der Artikel nicht nennt" where it is offered. Where the
article has no sentence of its own, only that is offered. No words stand in a frame.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.engine.claims.claim import Claim, Entity, EntityKind, Series
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    wrong_option,
)
from quiz.engine.questions.builders.fixed_voices import (
    NARRATED,
    article_option,
    narrated_proof,
    nobody_option,
    not_heard_option,
    own_for_certain,
)
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key
from quiz.engine.questions.builders.voices import (
    heard_in,
    not_speaking,
    other_voices,
    with_what_is_before,
)
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import FixedVoice, Localised, Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.wording.asking import with_a_note_on_names
from quiz.engine.questions.wording.explain import asked, joined, stands_alone
from quiz.engine.questions.wording.leaning import is_in_the_first_person
from quiz.engine.questions.wording.nominative import as_the_article_has_it
from quiz.engine.questions.wording.passage import passage_of, sentence_passage
from quiz.engine.questions.wording.reasons import voice_reason, words_shown

_FEWEST, _MOST = 2, 3  # others to one question with the article itself as its key
_MOST_OWN = 3  # questions of an article
_FEWEST_OPTIONS = 3
_UNNAMED = frozenset({EntityKind.UNNAMED, EntityKind.GROUP})
_NO_NAME = Localised(
    "Einen Namen nennt der Artikel hier nicht.", "The article gives no name here."
)


def _build(shop: Workshop) -> Iterator[Question]:
    rng = shop.rng_for(QuestionKind.WHOSE_VOICE)
    own = list(_valid(_of_the_article(shop, rng), shop))
    named = list(_valid(_of_somebody(shop), shop))
    vague = list(_valid(_of_nobody(shop, rng), shop))
    chosen = _balanced(own, named, vague, rng) or _balanced(vague, named, (), rng)
    for question in _offering(chosen):
        if len(question.options) >= _FEWEST_OPTIONS:
            options = shuffled(question.options, _order(shop, question))
            yield replace(question, options=options)


def _offering(chosen: Sequence[Question]) -> Iterator[Question]:
    """Each with the fixed voices that are the key of any of them."""
    keys = {_key(question) for question in chosen}
    for question in chosen:
        others = keys - {_key(question)}
        options = list(question.options)
        if FixedVoice.ARTICLE in others:
            options.append(article_option(correct=False))
        if FixedVoice.NOBODY in others:
            options.append(_nobody_beside(question))
        yield replace(question, options=tuple(options))


def _nobody_beside(question: Question) -> Option:
    """Somebody without a name as a wrong answer."""
    narrated = _key(question) == FixedVoice.ARTICLE
    return nobody_option(correct=False, narrated=narrated)


def _order(shop: Workshop, question: Question) -> random.Random:
    return random.Random(f"{shop.seed} {question.id}")  # noqa: S311


def _valid(questions: Iterator[Question], shop: Workshop) -> Iterator[Question]:
    """Those that nothing speaks against, with both fixed voices among their options."""
    known = shop.dossier.lexicon
    for question in questions:
        if is_in_the_first_person(question.passage, known):
            continue
        fixed = [
            option
            for voice, option in (
                (FixedVoice.ARTICLE, article_option(correct=False)),
                (FixedVoice.NOBODY, _nobody_beside(question)),
            )
            if _key(question) != voice
        ]
        options = shuffled([*question.options, *fixed], _order(shop, question))
        if shop.is_valid(replace(question, options=options)):
            yield question


def _balanced(
    own: Sequence[Question],
    named: Sequence[Question],
    vague: Sequence[Question],
    rng: random.Random,
) -> list[Question]:
    """As many of each that neither fixed answer is a good or a bad guess."""
    most_own = min(len(own), _MOST_OWN, (len(named) + len(vague)) // _FEWEST)
    if not most_own:
        return []
    mine = rng.sample(own, most_own)
    nobody = rng.sample(vague, min(len(vague), most_own))
    if len(named) < max(_FEWEST * most_own - len(nobody), most_own):
        nobody = []
    others = min(len(named), _MOST * most_own - len(nobody))
    if others < _FEWEST * most_own - len(nobody):
        return _balanced(own[:-1], named, (), rng)
    return [*mine, *nobody, *rng.sample(named, others)]


def _of_somebody(shop: Workshop) -> Iterator[Question]:
    for matter in shop.matters:
        voice = speaker_of(matter)
        if voice is None:
            continue
        rng = shop.rng(QuestionKind.WHOSE_VOICE, matter)
        hidden = [shop.dossier.giveaways(voice)]
        passage = passage_of(
            matter.claim, shop.dossier, hidden, framed=False, alone=False
        )
        if passage is None:
            continue
        others = other_voices(matter.claim, voice, passage, shop.dossier, rng)
        others.sort(key=lambda each: _has_no_name(each.entity, shop.dossier))
        is_clear = voice.kind not in _UNNAMED and not _is_in_the_words(matter.claim)
        if others and is_clear:
            options = [
                key_option(voice, as_the_article_has_it(voice, shop.dossier)),
                wrong_option(others[0]),
            ]
            yield _about(matter, passage, options)


def _of_nobody(shop: Workshop, rng: random.Random) -> Iterator[Question]:
    """About words of somebody whom the article leaves unnamed."""
    heard = _heard_by_name(shop)
    for matter in shop.matters:
        passage = passage_of(matter.claim, shop.dossier, framed=False, alone=False)
        others = [
            each
            for each in not_speaking(matter.claim.sentence, heard, shop.dossier, rng)
            if not shop.dossier.also_said(each.id, matter.claim)
            and _is_another(each, matter)
        ]
        if _is_unnamed(matter.claim, shop.dossier) and passage and others:
            options = [
                nobody_option(correct=True),
                *(not_heard_option(each, shop.dossier) for each in others),
            ]
            words = words_shown(matter.claim, matter.trace, shop.dossier)
            question = _about(matter, passage, options)
            yield replace(question, explanation=joined(words, _NO_NAME))


def _heard_by_name(shop: Workshop) -> list[Entity]:
    """Those who are heard, without such as would be "somebody without a name", too.

    All of them where too few are left.
    """
    heard = heard_in(shop)
    named = [each for each in heard if not _has_no_name(each, shop.dossier)]
    return named if len(named) >= _FEWEST else heard


def _has_no_name(entity: Entity, dossier: Dossier) -> bool:
    """As "eine Helferin"; a body is called by its name."""
    return entity.kind is EntityKind.PERSON and not stands_alone(entity, dossier)


def _is_another(entity: Entity, matter: Matter) -> bool:
    """Whether they cannot be the one without a name, nor have them among them."""
    voice = matter.speaker
    return (
        voice is None
        or voice.kind is not EntityKind.PERSON
        or (
            entity.kind is EntityKind.PERSON
            and not matter.dossier.identity.exclude(entity.id, voice.id)
        )
    )


def _of_the_article(shop: Workshop, rng: random.Random) -> Iterator[Question]:
    heard = _heard_by_name(shop)
    for sentence in shop.dossier.narrated:
        passage = sentence_passage(sentence, shop.dossier)
        others = not_speaking(with_what_is_before(sentence), heard, shop.dossier, rng)
        if passage is not None and len(others) > 1:
            evidence, marks = narrated_proof(sentence)
            yield Question(
                id=f"{QuestionKind.WHOSE_VOICE}-{Series.SENTENCE.id(sentence.begin)}",
                kind=QuestionKind.WHOSE_VOICE,
                claim="",
                stem=_stem(passage),
                passage=passage,
                options=(
                    article_option(correct=True),
                    *(not_heard_option(each, shop.dossier) for each in others),
                ),
                explanation=NARRATED,
                evidence=evidence,
                marks=marks,
            )


def _about(matter: Matter, passage: str, options: Sequence[Option]) -> Question:
    return Question(
        id=f"{QuestionKind.WHOSE_VOICE}-{matter.claim.id}",
        kind=QuestionKind.WHOSE_VOICE,
        claim=matter.claim.id,
        stem=_stem(passage),
        passage=passage,
        options=tuple(options),
        explanation=voice_reason(matter.claim, matter.trace, matter.dossier),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _stem(passage: str) -> Localised:
    question = Localised("Wer sagt das?", "Who says this?")
    return asked(with_a_note_on_names(question, passage), passage)


def _is_in_the_words(claim: Claim) -> bool:
    """As in "Die Stadt hat nach eigenen Angaben …", where the mask would tell it."""
    return any(one.overlaps(part) for one in claim.speaker for part in claim.content)


def _is_unnamed(claim: Claim, dossier: Dossier) -> bool:
    """Whether people whom the article does not name say it, and nobody else.

    "Kritiker", or "eine Sprecherin", who is new and has no name here.
    """
    if claim.sources or claim.nested:
        return False
    if claim.speaker_entity is None:
        return claim.source_vague
    voice = dossier.entities[claim.speaker_entity]
    people = dossier.lexicon.nouns.group_nouns
    if voice.kind is EntityKind.PERSON:
        return _is_new(claim, voice, dossier)
    is_vague = voice.kind in _UNNAMED and dossier.identity.is_vague(voice)
    return is_vague and voice.name.split()[-1] in people


def _is_new(claim: Claim, voice: Entity, dossier: Dossier) -> bool:
    """Whether somebody without a name comes in with "ein" or "eine" here."""
    if dossier.identity.is_named(voice.id) or len(claim.speaker) != 1:
        return False
    known = dossier.lexicon.words
    first, *others = claim.speaker[0].of(dossier.raw).casefold().split()
    belongs = {*others[1:2]} <= known.articles.union(known.prepositions)
    return first in known.indefinite and belongs


def _key(question: Question) -> str | None:
    return question.key[0].entity


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    """The article for its own sentence, the speaker of a claim, or nobody."""
    claim = dossier.claim(question.claim)
    if claim is None:
        return [FixedVoice.ARTICLE.value]
    if _is_unnamed(claim, dossier):
        return [FixedVoice.NOBODY.value]
    return [claim.speaker_entity]


KIND = Kind(
    id=QuestionKind.WHOSE_VOICE,
    build=_build,
    keys=no_key,
    right=_right,
    sizes=range(_FEWEST_OPTIONS, 6),
    rules=(own_for_certain,),
    asks_for_voice=False,
    is_mission=True,
    compares=True,
    most=3,
    quota=2,
    difficulty=0.0,
)
