"""Welche Beziehung hat die Quelle zum Thema?"""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.builders.sorting import (
    Description,
    Sorting,
    Subject,
    sorting_kind,
)
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.evidence import Naming, trace
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.words import fold, word_spans

_BEFORE = 30  # characters in front of an outlet's name in which "staatliche" stands


class _Key(StrEnum):
    """Which of the answers fits."""

    PARTY = "party"
    STATE = "state"
    EXPERT = "expert"
    AGENCY = "agency"
    PASSING_ON = "passing_on"


_ANSWERS: Mapping[str, Description] = {
    _Key.PARTY: Description(
        Localised(
            "spricht über das eigene Haus", "speaks about their own organisation"
        ),
        Localised(
            "Wer über das eigene Haus spricht, ist beteiligt: Das ist erlaubt, aber "
            "gut "
            "zu wissen.",
            "Whoever speaks about their own organisation has a stake in it: that is "
            "allowed, but good to know.",
        ),
        Mistake.PARTY,
    ),
    _Key.STATE: Description(
        Localised("Medium in staatlicher Hand", "medium in the hands of a state"),
        Localised(
            "Ein staatliches Medium gehört der Regierung; öffentlich-rechtliche Sender "
            "gehören ihr nicht.",
            "A state medium belongs to the government; public broadcasters do not.",
        ),
        Mistake.OTHER_OUTLET,
    ),
    _Key.EXPERT: Description(
        Localised("Fachperson für das Thema", "expert in the field"),
        Localised(
            "Eine Fachperson kennt sich im Thema aus; auch sie kann sich irren.",
            "An expert knows the field; experts, too, can be wrong.",
        ),
        Mistake.PARTY,
    ),
    _Key.AGENCY: Description(
        Localised("unabhängige Nachrichtenagentur", "independent news agency"),
        Localised(
            "Eine Nachrichtenagentur sammelt, was andere sagen, und verkauft es "
            "weiter.",
            "A news agency collects what others say and sells it on.",
        ),
        Mistake.OTHER_OUTLET,
    ),
    _Key.PASSING_ON: Description(
        Localised("gibt weiter, was andere sagen", "passes on what others say"),
        Localised(
            "Wer weitergibt, was andere sagen, nennt sie; hier spricht die Stimme für "
            "sich.",
            "Whoever passes on what others say names them; here the voice speaks for "
            "itself.",
        ),
        Mistake.REPORTER,
    ),
}
_OF_PERSONS = (_Key.PARTY, _Key.EXPERT, _Key.PASSING_ON)
_OF_OUTLETS = (_Key.PARTY, _Key.STATE, _Key.AGENCY)


def _offered(subject: Subject) -> tuple[str, ...]:
    """What can be true of a voice of its kind; a person is no medium."""
    claim, dossier = subject.claim, subject.dossier
    voice = claim.speaker_entity if claim else None
    is_outlet = voice and dossier.entities[voice].kind is EntityKind.OUTLET
    return _OF_OUTLETS if is_outlet else _OF_PERSONS


def _judge(subject: Subject) -> str | None:
    """What the words of the sentence itself say of the voice, and nothing else."""
    claim = subject.claim
    if claim is None or claim.speaker_entity is None or claim.nested or claim.sources:
        return None  # with a source beside it there are two voices in the sentence
    found = {
        key
        for key, fits in (
            (_Key.STATE, _is_state_medium(subject)),
            (_Key.EXPERT, _is_expert(subject)),
            (_Key.PARTY, _speaks_of_own_house(subject)),
        )
        if fits
    }
    return found.pop() if len(found) == 1 else None


def _is_state_medium(subject: Subject) -> bool:
    claim, dossier = subject.claim, subject.dossier
    if claim is None or claim.speaker_entity is None:
        return False
    speaker = dossier.entities[claim.speaker_entity]
    here = [span for span in claim.speaker if claim.sentence.covers(span)]
    if speaker.kind is not EntityKind.OUTLET or not here:
        return False
    begin = max(subject.sentence.begin, here[0].begin - _BEFORE)
    near = dossier.raw[begin : here[0].end].casefold()
    words = [near[span.begin : span.end] for span in word_spans(near)]
    lists = dossier.lexicon.words.sorting
    return not (lists.state_media | lists.state_words).isdisjoint(words)


def _is_expert(subject: Subject) -> bool:
    claim, dossier = subject.claim, subject.dossier
    if claim is None or claim.speaker_entity is None:
        return False
    speaker = dossier.entities[claim.speaker_entity]
    houses = (dossier.entities[each].kind for each in speaker.bodies)
    if speaker.kind is not EntityKind.PERSON or EntityKind.COUNTRY in houses:
        return False
    named = trace(claim, dossier).naming is Naming.HERE
    experts = dossier.lexicon.words.sorting.experts
    told = " ".join(span.of(dossier.raw) for span in claim.speaker).casefold()
    is_expert = any(
        told[span.begin : span.end].endswith(experts) for span in word_spans(told)
    )
    return named and is_expert and not _is_in_service(claim, speaker, dossier)


def _is_in_service(claim: Claim, speaker: Entity, dossier: Dossier) -> bool:
    """Whether the article is about the house an expert is of.

    "Die Ökonomin der Werksbank" may speak about her own house, where the bank is
    named elsewhere.
    """
    here = [span.of(dossier.raw) for span in claim.speaker]
    told = Counter(word for text in here for word in dossier.forms.content_words(text))
    own = set(dossier.forms.content_words(speaker.name))
    experts = tuple(map(fold, dossier.lexicon.words.sorting.experts))
    return any(
        dossier.counted_words[word] > count
        for word, count in told.items()
        if word not in own and not word.endswith(experts)
    )


def _speaks_of_own_house(subject: Subject) -> bool:
    claim, dossier = subject.claim, subject.dossier
    if claim is None or claim.speaker_entity is None:
        return False
    if trace(claim, dossier).naming is not Naming.HERE:
        return False
    speaker = dossier.entities[claim.speaker_entity]
    houses = [dossier.entities[each] for each in speaker.bodies]
    return any(
        house.kind is EntityKind.ORGANISATION
        and dossier.is_mentioned_in(house, claim.content)
        for house in houses
    )


KIND = sorting_kind(
    Sorting(
        kind=QuestionKind.INTEREST,
        answers=_ANSWERS,
        offered=_offered,
        judge=_judge,
        stem=lambda _subject, passage: asked(
            Localised(
                "Was verrät der Satz über die Stimme darin?",
                "What does the sentence tell you about the voice in it?",
            ),
            passage,
        ),
        shows_sentence=True,
        is_even=False,
    ),
    difficulty=0.4,
)
