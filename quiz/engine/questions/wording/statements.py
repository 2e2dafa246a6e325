"""Whole statements of the article that can stand beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz.engine.claims.claim import ClaimType, Entity, EntityKind
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.evidence import Naming
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Marked
from quiz.engine.questions.wording import lessons
from quiz.engine.questions.wording.cue_words import shows_a_verb
from quiz.engine.questions.wording.explain import joined
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span

_MOST_WORDS = 16  # of a statement that every option repeats


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that can stand among others."""

    matter: Matter
    speaker: Entity
    text: str


def statement_of(matter: Matter) -> Statement | None:
    """The claim as a whole sentence by one known voice that does not name it.

    None where something is cut away, which several fragments in a list do not bear.
    """
    speaker, dossier = speaker_of(matter), matter.dossier
    text = passage_of(matter.claim, dossier)
    if speaker is None or text is None or "…" in text:
        return None
    if begins_with_pronoun(text, dossier):
        return None
    if found_in(text, dossier.giveaways(speaker)):
        return None
    return Statement(matter, speaker, text)


def begins_with_pronoun(text: str, dossier: Dossier) -> bool:
    """Whether its first word tells the gender of somebody named before."""
    opening = dossier.lexicon.questions.pronouns.opening
    return text.split(" ", 1)[0].casefold() in opening


def is_surely_not_by(each: Statement, entity: Entity) -> bool:
    """Whether somebody else is neither its voice nor said nearly the same."""
    dossier = each.matter.dossier
    return not (
        each.speaker.id == entity.id
        or may_speak_for(each.speaker, entity, dossier)
        or dossier.identity.exclude(each.speaker.id, entity.id)
        or dossier.also_said(entity.id, each.matter.claim)
    )


def may_speak_for(one: Entity, other: Entity, dossier: Dossier) -> bool:
    """Whether one is a person and the other no person, named in one sentence.

    As in "Mara Lenk, Vorsitzende des Beirats": she may be the one who speaks for it.
    """
    kinds = [each.kind is EntityKind.PERSON for each in (one, other)]
    return len(set(kinds)) > 1 and dossier.are_near(one, other)


def apart(statements: Iterable[Statement]) -> list[Statement]:
    """Those of them that stand in sentences of their own."""
    kept: list[Statement] = []
    for each in statements:
        place = each.matter.claim.sentence
        if not any(place.overlaps(other.matter.claim.sentence) for other in kept):
            kept.append(each)
    return kept


def how_to_tell(statements: Sequence[Statement]) -> Localised:
    """How one finds whose each of them is, by the words that these have."""
    has_beside = any(_has_a_small_word(each) for each in statements)
    goes_on = any(_goes_on(each) for each in statements)
    return joined(
        Localised(
            "Wer zu einem Redewort wie „sagte“ gehört, redet.",
            "Whoever goes with a verb of saying such as “sagte” is speaking.",
        ),
        lessons.OR_BESIDE if has_beside else None,
        lessons.OR_GOES_ON if goes_on else None,
    )


def _has_a_small_word(each: Statement) -> bool:
    """As "laut"."""
    claim, dossier = each.matter.claim, each.matter.dossier
    return bool(claim.cue) and not shows_a_verb(claim.cue, claim, dossier)


def _goes_on(each: Statement) -> bool:
    is_here = each.matter.trace.naming is Naming.HERE
    return not each.matter.claim.cue and not is_here


def evidence_of(statements: Iterable[Statement]) -> tuple[Span, ...]:
    """The sentences that prove them, in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(span for s in statements for span in s.matter.trace.evidence):
        if joined and span.begin < joined[-1].end:
            joined[-1] = Span(joined[-1].begin, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def marks_of(statements: Sequence[Statement]) -> tuple[Marked, ...]:
    """What to highlight in them, in order."""
    marks = {mark for each in statements for mark in each.matter.trace.marks}
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.role)))


def plain_statement(matter: Matter) -> str | None:
    """The words as a sentence that anybody could state, without its full stop.

    None where they are not given word for word, are not a whole sentence of at most
    16 words, tell by "wir" or "ich" whose they are, lean on what was said before, or
    are no plain statement: an appeal, a wish, a question, a guess.
    """
    claim, dossier = matter.claim, matter.dossier
    if claim.type is not ClaimType.DIRECT or claim.nested:
        return None
    text = passage_of(claim, dossier)
    if text is None or "…" in text or "‚" in text or text[-1] in "!?":
        return None
    if len(word_spans(text)) > _MOST_WORDS or claim.hedge:
        return None
    return text if _is_plain(text, dossier) else None


def _is_plain(text: str, dossier: Dossier) -> bool:
    """Whether it states something by itself, so that "Fest steht: …" may stand before.

    Not "Bleiben Sie zu Hause", "Hoffentlich regnet es", "Aber er hat sie bestellt".
    """
    known, pronouns = dossier.lexicon.words, dossier.lexicon.questions.pronouns
    barred = known.wording.own | known.sorting.speaking | known.sorting.tied
    barred |= pronouns.unclear | pronouns.she | pronouns.you
    tokens = [span.of(text).casefold() for span in word_spans(text)]
    if not barred.isdisjoint(tokens):
        return False
    beginnings = dossier.lexicon.questions.leaning.beginnings
    goes_on = tokens[0] in known.conjunctions.coordinating
    return not goes_on and tokens[0] not in beginnings
