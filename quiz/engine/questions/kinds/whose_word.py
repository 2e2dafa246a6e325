"""Wer hat diesen Ausdruck gewählt?"""

import random
import re
from collections.abc import Iterator

from quiz.engine.claims.claim import Claim, ClaimType, EntityKind
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key
from quiz.engine.questions.distractors.from_article import compatible, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Distractor, Mistake
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Face, Localised, Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import joined
from quiz.engine.questions.wording.nominative import about
from quiz.engine.questions.wording.reasons import voice_shown
from quiz.engine.questions.words import word_spans, words

_MOST = 3  # questions about one article
_MOST_WORDS = 4  # of a quoted fragment
_FRAGMENT = re.compile(r"[„\"»]([^“”„\"»«]{3,60})[“”\"«]")
_MARKS = frozenset('„“”"»«')

_WORD_FOR_WORD = Localised(
    "{}: Die Anführungszeichen zeigen, dass es wörtlich von dort kommt.",
    "{}: the quotation marks show that it comes from there word for word.",
)
_DESK = Localised("die Redaktion", "the newsroom")


def _build(shop: Workshop) -> Iterator[Question]:
    """Words in quotation marks inside somebody's reported words."""
    found = [
        question
        for matter in shop.matters
        if (fragment := fragment_of(matter.claim, shop.dossier))
        and (question := _question(matter, fragment, shop))
    ]
    rng = shop.rng_for(QuestionKind.WHOSE_WORD.value)
    yield from rng.sample(found, min(_MOST, len(found)))


def fragment_of(claim: Claim, dossier: Dossier) -> str | None:
    """The one short quotation inside a claim in reported speech.

    None where it is more than four words, no word of content, or where its words
    occur once more in the article, so that they may be somebody else's, too.
    """
    if claim.type is ClaimType.DIRECT or claim.nested:
        return None
    text = claim.sentence.of(dossier.raw)
    found = _FRAGMENT.findall(text)
    if len(found) != 1 or sum(char in _MARKS for char in text) != 2:
        return None
    fragment = found[0].strip(" ,.")
    inside = any(fragment in span.of(dossier.raw) for span in claim.content)
    size = len(word_spans(fragment))
    telling = dossier.forms.content_words(fragment)
    if not inside or not 0 < size <= _MOST_WORDS or not telling:
        return None
    own = dossier.lexicon.words.wording.own
    if fragment[-1] in "?!" or not own.isdisjoint(words(fragment)):
        return None
    everywhere = dossier.counted_words
    return None if any(everywhere[word] > 1 for word in telling) else fragment


_RULE = Localised(
    "Anführungszeichen zeigen: Das Wort hat jemand anderes gewählt.",
    "Quotation marks show that somebody else chose the word.",
)


def _question(matter: Matter, fragment: str, shop: Workshop) -> Question | None:
    claim, dossier = matter.claim, matter.dossier
    key = speaker_of(matter)
    if key is None or key.kind is EntityKind.GROUP:
        return None
    rng = shop.rng(QuestionKind.WHOSE_WORD.value, matter)
    other = _other(matter, rng)
    if other is None:
        return None
    options = [
        key_option(key, about(_WORD_FOR_WORD, key, dossier)),
        wrong_option(other),
        _desk(),
    ]
    return Question(
        id=f"{QuestionKind.WHOSE_WORD}-{claim.id}",
        kind=QuestionKind.WHOSE_WORD,
        claim=claim.id,
        stem=Localised(
            f"Wer hat den Ausdruck „{fragment}“ gewählt?",
            f"Who chose the expression “{fragment}”?",
        ),
        passage="",
        options=shuffled(options, rng),
        explanation=joined(voice_shown(claim, matter.trace, dossier), _RULE),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _other(matter: Matter, rng: random.Random) -> Distractor | None:
    key = matter.speaker
    found = wrong_speakers(matter.claim, matter.dossier, rng)
    apart = compatible(found, [key] if key else [], matter.dossier)
    return next((e for e in apart if e.mistake is not Mistake.REPORTER), None)


def _desk() -> Option:
    why = Localised(
        "Die Redaktion hat den Artikel geschrieben, diese Worte aber in "
        "Anführungszeichen gesetzt: Es sind nicht ihre.",
        "The newsroom wrote the article but put these words in quotation marks: they "
        "are not its own.",
    )
    return Option(
        id="",
        text=_DESK.de,
        entity=None,
        correct=False,
        misconception=Mistake.OTHERS_WORD.value,
        label=_DESK,
        rationale=why,
        face=Face.ARTICLE,
    )


def _speaker(question: Question, dossier: Dossier) -> list[str | None]:
    claim = dossier.claim(question.claim)
    return [claim.speaker_entity if claim else None]


def _still_a_fragment(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V04: the words asked about are the only quotation in the claim's sentence."""
    claim = dossier.claim(question.claim)
    fragment = fragment_of(claim, dossier) if claim else None
    if fragment is None or f"„{fragment}“" not in question.stem.de:
        yield Violation("V04", "block", "the words are not, or not only, theirs")


KIND = Kind(
    id=QuestionKind.WHOSE_WORD,
    build=_build,
    keys=no_key,
    right=_speaker,
    sizes=range(3, 4),
    rules=(_still_a_fragment,),
    asks_for_voice=False,
    quotes=False,
    difficulty=0.1,
)
