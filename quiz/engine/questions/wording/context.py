"""The sentence before somebody's words, where these need it to be understood."""

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import MASK, Question
from quiz.engine.questions.wording.cue_words import tells_of_saying
from quiz.engine.questions.wording.leaning import is_helped, leans_at_all
from quiz.engine.questions.wording.passage import (
    means_a_woman,
    passage_of,
    says_little_alone,
    sentence_passage,
)
from quiz.engine.text.span import Span
from quiz.engine.text.text import Part

_NO_STATEMENT = ("…", "?", "!", ":")


def in_context(question: Question, dossier: Dossier) -> Question | None:
    """The question with the sentence before its words, where these lean on it.

    None where they say nothing without it and it cannot be shown: it is too long, leans
    itself, or names somebody who can be chosen. Where it would only help, the question
    stays as it is then.
    """
    claim = dossier.claim(question.claim)
    if (
        claim is None
        or not question.passage
        or question.passage not in question.stem.de
    ):
        return question
    text = dossier.content(claim)
    needs = says_little_alone(text.strip(), claim, dossier)
    helps = means_a_woman(text, claim, dossier) or is_helped(
        text, dossier.lexicon, is_direct=claim.type is ClaimType.DIRECT
    )
    if not needs and not helps:
        return question
    before = _before(claim, question, dossier)
    if before is None:
        return None if needs else question
    return replace(
        question,
        stem=Localised(
            f"{question.stem.de} Davor steht: „{before}.“",
            f"{question.stem.en} Before that it says: “{before}.”",
        ),
    )


def _before(claim: Claim, question: Question, dossier: Dossier) -> str | None:
    """What stands in the sentence before; None where it cannot be shown."""
    sentence = _sentence_before(claim, dossier)
    first = dossier.content(claim).partition(" ")[0].casefold()
    is_somebody = first in dossier.lexicon.questions.leaning.these
    if sentence is None or is_somebody:
        return None
    text = _words_of(sentence, claim, dossier)
    if text is None or any(sign in text for sign in (MASK, *_NO_STATEMENT)):
        return None
    if leans_at_all(text, dossier.lexicon) or _tells(text, question, dossier):
        return None
    return text


def _sentence_before(claim: Claim, dossier: Dossier) -> Span | None:
    sentences = dossier.text.sentences
    ends = attrgetter("span.end")
    at = bisect_left(sentences, claim.content[0].begin + 1, key=ends) - 1
    if at < 0 or claim.content[0].begin <= sentences[at].span.begin:
        return None
    paragraph = dossier.text.paragraphs[sentences[at].paragraph]
    return sentences[at].span if paragraph.part is Part.BODY else None


def _words_of(sentence: Span, claim: Claim, dossier: Dossier) -> str | None:
    """What somebody says in it without the frame, else the sentence as a whole."""
    inside = [
        each
        for each in dossier.claims
        if each.id != claim.id and any(part.overlaps(sentence) for part in each.content)
    ]
    if not inside:
        text = sentence_passage(sentence, dossier)
        return None if text and tells_of_saying(text, dossier.lexicon) else text
    if len(inside) > 1 or inside[0].type is ClaimType.REPORTED:
        return None
    return passage_of(inside[0], dossier, framed=False)


def _tells(text: str, question: Question, dossier: Dossier) -> bool:
    """Whether it names somebody who can be chosen or is asked about."""
    asked = question.stem.de.replace(question.passage, "")
    chosen = {option.entity for option in question.options}
    return any(
        found_in(text, dossier.giveaways(entity))
        for entity in dossier.extraction.entities
        if entity.id in chosen or entity.name in asked
    )
