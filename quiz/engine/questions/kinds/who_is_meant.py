"""Wer ist damit gemeint?"""

import random
from collections.abc import Iterator

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, for_each_claim, speaker_key
from quiz.engine.questions.distractors.from_article import compatible, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Distractor
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import (
    asked,
    quoted,
    shown,
    stands_alone,
)
from quiz.engine.questions.wording.frame import unmasked
from quiz.engine.questions.wording.nominative import as_the_article_has_it
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.text.span import Span

_MOST_WRONG = 2
_LONGEST_ALIAS = 4  # words; more describe a person instead of naming a role


def who_is_meant(matter: Matter, rng: random.Random) -> Question | None:
    """The name behind a role ("die Landwirtin") with which the article goes on.

    None where the article does not name the person before, where the role has a word
    of the name, or where grammar or the role leave only one of the options.
    """
    key, claim, dossier = speaker_of(matter), matter.claim, matter.dossier
    role = _role(claim, dossier)
    if key is None or role is None or not stands_alone(key, dossier):
        return None
    named = dossier.introduction_before(key.id, role)
    passage = passage_of(claim, dossier, [dossier.giveaways(key)])
    passage = passage and unmasked(passage, claim, dossier)
    wrong = _wrong(matter, key, role, rng)
    if named is None or passage is None or len(wrong) < _MOST_WRONG:
        return None
    words = _as_words(role, dossier)
    return Question(
        id=f"{QuestionKind.WHO_IS_MEANT}-{claim.id}",
        kind=QuestionKind.WHO_IS_MEANT,
        claim=claim.id,
        stem=asked(
            Localised(
                f"„{words}“ sagt das. Wer ist gemeint?",
                f"“{words}” says this. Who is meant?",
            ),
            passage,
        ),
        passage=passage,
        options=shuffled(
            [
                key_option(key, as_the_article_has_it(key, dossier)),
                *map(wrong_option, wrong[:_MOST_WRONG]),
            ],
            rng,
        ),
        explanation=_meant(key, role, named, dossier),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _role(claim: Claim, dossier: Dossier) -> Span | None:
    """The words that name the speaker in the sentence, if they are a short role.

    They begin with an article ("der Astronom") and share no word with the name.
    """
    here = [span for span in claim.speaker if claim.sentence.covers(span)]
    if len(here) != 1 or claim.speaker_entity is None:
        return None
    speaker = dossier.entities[claim.speaker_entity]
    text = here[0].of(dossier.raw)
    first, *others = text.split()
    is_short = 0 < len(others) < _LONGEST_ALIAS
    small = first.casefold() in dossier.lexicon.words.articles
    is_role = is_short and small and others[-1][:1].isupper()
    telling = set(dossier.forms.content_words(text))
    shares = telling & set(dossier.forms.content_words(speaker.name))
    return here[0] if is_role and telling and not shares else None


def _as_words(role: Span, dossier: Dossier) -> str:
    """The role as it stands inside a sentence."""
    text = role.of(dossier.raw)
    return text[:1].lower() + text[1:]


def _wrong(
    matter: Matter, key: Entity, role: Span, rng: random.Random
) -> list[Distractor]:
    """Persons whom the role does not name, those first whose gender it fits."""
    dossier = matter.dossier
    identity = dossier.identity
    gender, words = identity.gender(key.id), role.of(dossier.raw)
    found = [
        each
        for each in compatible(
            wrong_speakers(matter.claim, dossier, rng), [key], dossier
        )
        if each.entity.kind is EntityKind.PERSON
        and stands_alone(each.entity, dossier)
        and not found_in(words, dossier.giveaways(each.entity))
    ]
    fitting = {
        each.entity.id: identity.gender(each.entity.id) in (gender, None)
        for each in found
    }
    if gender is None or not any(fitting.values()):
        return []
    return sorted(found, key=lambda each: not fitting[each.entity.id])


def _meant(key: Entity, role: Span, named: Span, dossier: Dossier) -> Localised:
    words, name = quoted(_as_words(role, dossier)), shown(key)
    full = quoted(named.of(dossier.raw))
    return Localised(
        f"Mit {words.de} ist {name} gemeint. Weiter oben steht der Name: {full.de}.",
        f"{words.en} means {name}. The name stands further up: {full.en}.",
    )


def _alias(question: Question, dossier: Dossier) -> str:
    """The role that the stem asks about."""
    claim = dossier.claim(question.claim)
    role = _role(claim, dossier) if claim else None
    return _as_words(role, dossier) if role else ""


def _tells_no_name(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V03, V04: the stem asks about a role of the key, and no other option has it."""
    role = _alias(question, dossier)
    if not role or role not in question.stem.de:
        yield Violation("V04", "block", "no role in the sentence")
        return
    for option in question.distractors:
        entity = dossier.entities.get(option.entity or "")
        if entity is None or found_in(role, dossier.giveaways(entity)):
            yield Violation("V05", "block", f"{option.text} may be meant as well")


KIND = Kind(
    id=QuestionKind.WHO_IS_MEANT,
    build=for_each_claim(QuestionKind.WHO_IS_MEANT, who_is_meant),
    keys=speaker_key,
    sizes=range(_MOST_WRONG + 1, _MOST_WRONG + 2),
    rules=(_tells_no_name,),
    alias=_alias,
    difficulty=0.2,
)
