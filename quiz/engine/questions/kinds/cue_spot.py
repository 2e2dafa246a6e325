"""Welche Wörter verraten, von wem die Information kommt?"""

import random
from collections.abc import Iterator, Sequence

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.questions.builders.kind import Kind, Workshop, for_each_claim, no_key
from quiz.engine.questions.builders.word_options import (
    FEWEST,
    MOST,
    all_right,
    marked_right,
    word_options,
)
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.wording.cue_words import (
    runs_on,
    shows_a_verb,
    small_words,
    tells_of_saying,
)
from quiz.engine.questions.wording.reasons import frame_reason
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span
from quiz.engine.text.token import Token, words_of

_MOST = 1  # questions about one article
_FEWEST_WORDS = 10  # of the sentence: in fewer it is seen at once
_MOST_MARKED = 5  # words to mark


def _build(shop: Workshop) -> Iterator[Question]:
    """One an article: marking is soon done without reading.

    About words of which it cannot be asked who said them, where there are such.
    """
    found = for_each_claim(QuestionKind.CUE_SPOT, cue_spot)(shop)
    valid = [question for question in found if shop.is_valid(question)]
    voiced = {each.claim.id for each in shop.matters if speaker_of(each)}
    rng = shop.rng_for(QuestionKind.CUE_SPOT.value)
    mixed = rng.sample(valid, len(valid))
    yield from sorted(mixed, key=lambda question: question.claim in voiced)[:_MOST]


def cue_spot(matter: Matter, _rng: random.Random) -> Question | None:
    """Mark what shows whose words it is where no verb of saying does: "laut …".

    None where a verb does or several hands passed it on, since then it is seen at once
    or can be argued about; nor where another word may show it, too, or the sentence
    does not bear marking.
    """
    claim, dossier = matter.claim, matter.dossier
    signs = _signs(claim, dossier)
    if not claim.cue or claim.nested or claim.sources or claim.type is ClaimType.DIRECT:
        return None
    is_small = sum(len(word_spans(s.of(dossier.raw))) for s in signs) <= _MOST_MARKED
    if not is_small or not _stands_alone(signs, claim, dossier):
        return None
    options = word_options(matter, signs, _why)
    if options is None or len(options) < _FEWEST_WORDS:
        return None
    return Question(
        id=f"{QuestionKind.CUE_SPOT}-{claim.id}",
        kind=QuestionKind.CUE_SPOT,
        claim=claim.id,
        stem=Localised(
            "Welche Wörter zeigen, von wem das kommt?",
            "Which words show who this comes from?",
        ),
        passage="",
        options=options,
        explanation=frame_reason(signs, claim, dossier),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _signs(claim: Claim, dossier: Dossier) -> list[Span]:
    """Verb or preposition, speaker and sources, as far as the sentence has them.

    With the small words outside the words said, too: "In Kreisen hieß es".
    """
    links = [span for link in claim.sources for span in (link.span, *link.cue) if span]
    found = (*claim.cue, *claim.speaker, *links)
    signs = [span for span in found if claim.sentence.covers(span)]
    small = small_words(dossier.lexicon.words)
    rest = _beside(signs, claim, dossier.raw)
    return signs + [word.span for word in rest if word.text.casefold() in small]


def _beside(signs: Sequence[Span], claim: Claim, raw: str) -> list[Token]:
    """The words of the sentence that are neither said nor show who says it."""
    known = (*signs, *claim.content)
    return [
        word
        for word in words_of(claim.sentence, raw)
        if not any(span.overlaps(word.span) for span in known)
    ]


def _stands_alone(signs: Sequence[Span], claim: Claim, dossier: Dossier) -> bool:
    """Whether they are the whole frame, and nothing in the words said is like it.

    So is "soll", by which somebody says it. "Lenk hält den Bericht, wonach …, für
    falsch" has two voices, and "der NNA" belongs to "laut einer Zeugin der NNA".
    """
    return not (
        shows_a_verb(claim.cue, claim, dossier)
        or claim.hedge
        or _beside(signs, claim, dossier.raw)
        or runs_on(claim, dossier)
        or tells_of_saying(dossier.content(claim), dossier.lexicon)
    )


def _why(word: str, is_right: bool) -> Localised:
    if is_right:
        return Localised(
            f"„{word}“ gehört zu den Wörtern, die es zeigen.",
            f"“{word}” is one of the words that show it.",
        )
    return Localised(
        f"„{word}“ gehört zu dem, was gesagt wird, oder zum Drumherum.",
        f"“{word}” belongs to what is said, or to what stands around it.",
    )


def _wanted(question: Question, dossier: Dossier) -> Sequence[Span]:
    claim = dossier.claim(question.claim)
    return _signs(claim, dossier) if claim else ()


KIND = Kind(
    id=QuestionKind.CUE_SPOT,
    build=_build,
    keys=no_key,
    right=all_right,
    sizes=range(FEWEST, MOST + 1),
    rules=(marked_right(_wanted),),
    asks_for_voice=False,
    quotes=False,
    difficulty=0.1,
    most=1,
)
