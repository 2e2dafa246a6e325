"""Welches Wort zeigt, dass es nicht gesichert ist?"""

import random
from collections.abc import Sequence, Set

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.questions.builders.kind import Kind, for_each_claim, no_key
from quiz.engine.questions.builders.word_options import (
    FEWEST,
    MOST,
    all_right,
    marked_right,
    word_options,
)
from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.hearsay import is_hearsay
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.wording.cue_words import small_words
from quiz.engine.questions.wording.explain import joined, quoted
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span
from quiz.engine.text.token import words_of

_GAP = 3  # characters in which the next sentence begins


def hedge_spot(matter: Matter, _rng: random.Random) -> Question | None:
    """Mark the word that weakens it; Konjunktiv I never does.

    None where the claim is not weakened for certain, where other words of its sentence
    leave it open, too, or where the sentence does not bear marking.
    """
    claim, dossier = matter.claim, matter.dossier
    hedges = _hedges_of(claim, dossier)
    if not all(_is_clear(span, claim, dossier) for span in hedges):
        return None
    options = word_options(matter, hedges, _why) if hedges else None
    if options is None:
        return None
    words = quoted(" … ".join(span.of(dossier.raw) for span in hedges))
    return Question(
        id=f"{QuestionKind.HEDGE_SPOT}-{claim.id}",
        kind=QuestionKind.HEDGE_SPOT,
        claim=claim.id,
        stem=Localised(
            "Welches Wort zeigt, dass das nicht sicher ist?",
            "Which word shows that this is not certain?",
        ),
        passage="",
        options=options,
        explanation=joined(
            Localised(
                f"{words.de} lässt offen, ob es so ist.",
                f"{words.en} leaves open whether it is so.",
            ),
            _what_only_shows_a_voice(claim, dossier),
        ),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _is_clear(hedge: Span, claim: Claim, dossier: Dossier) -> bool:
    """Whether it is no "soll" that may stand for a plan: "Das soll eine Geige sein"."""
    raw, known = dossier.raw, dossier.lexicon
    word = hedge.of(raw).casefold()
    before = Span(claim.sentence.begin, hedge.end).of(raw).rpartition(",")[2]
    clause = before + Span(hedge.end, claim.sentence.end).of(raw).partition(",")[0]
    return word not in known.questions.soll.forms or is_hearsay(clause, word, known)


def _what_only_shows_a_voice(claim: Claim, dossier: Dossier) -> Localised | None:
    """That the Konjunktiv of the sentence, or its "laut", leaves nothing open."""
    known = dossier.lexicon
    hedged = {span.of(dossier.raw) for span in claim.hedge}
    said = [w.text for w in words_of(claim.sentence, dossier.raw)]
    said = [word for word in said if word not in hedged]
    found = [w for w in said if w.casefold() in known.strict_mood]
    found += [w for w in said if w.casefold() in known.words.quotation.before_noun]
    if not found:
        return None
    first = quoted(found[0])
    return Localised(
        f"{first.de} zeigt nur, dass das jemand sagt.",
        f"{first.en} only shows that somebody says so.",
    )


def _why(word: str, is_right: bool) -> Localised:
    if is_right:
        return Localised(
            f"„{word}“ schwächt die Aussage ab.", f"“{word}” weakens the statement."
        )
    return Localised(
        f"„{word}“ sagt nicht, wie sicher es ist.",
        f"“{word}” does not say how certain it is.",
    )


def _hedges(question: Question, dossier: Dossier) -> Sequence[Span]:
    claim = dossier.claim(question.claim)
    return _hedges_of(claim, dossier) if claim else ()


def _hedges_of(claim: Claim, dossier: Dossier) -> tuple[Span, ...]:
    """The one word that weakens it, if it does for certain and nothing else does.

    "Sie könnten gehen" in reported speech may stand for what was allowed or promised;
    and beside "befürchte", "falls", "sicherlich" another word could be marked as well.
    """
    lists, known = dossier.lexicon.words.sorting, dossier.lexicon.verbs
    hedges = {span.of(dossier.raw).casefold() for span in claim.hedge}
    sentence = claim.sentence.of(dossier.raw)
    others = {span.of(sentence).casefold() for span in word_spans(sentence)} - hedges
    verbs = {each.verb.infinitive for word in others for each in known.get(word, ())}
    is_clear = (
        len(claim.hedge) == 1
        and _weakens_the_whole(claim.hedge[0], claim, dossier)
        and not _may_be_a_turn(hedges, others, claim, dossier)
        and not _is_called_untrue(claim, dossier)
        and lists.doubting.isdisjoint(others)
        and lists.doubting_verbs.isdisjoint(verbs)
    )
    return claim.hedge if is_clear else ()


def _weakens_the_whole(hedge: Span, claim: Claim, dossier: Dossier) -> bool:
    """Whether it is one word and no attribute: "ein angeblich leerer Keller"."""
    known = dossier.lexicon.words
    word = hedge.of(dossier.raw).casefold()
    hedges = known.hedges
    if word in hedges.hearsay | hedges.self_told | hedges.guessing:
        return True
    if word not in hedges.words:
        return False  # two words, or "der mutmaßliche Täter"
    before = Span(claim.sentence.begin, hedge.begin).of(dossier.raw).casefold().split()
    return small_words(known).isdisjoint(before[-1:])


def _may_be_a_turn(
    hedges: Set[str], others: Set[str], claim: Claim, dossier: Dossier
) -> bool:
    """Whether one may only speak so: "Man könnte sagen, …", "Dann bin ich wohl …".

    Word for word, "wohl" may be bitter and "ich könnte" what one is able to do; in
    reported speech "könnte" stands for "kann".
    """
    lists, known = dossier.lexicon.words.sorting, dossier.lexicon.words
    if claim.type is not ClaimType.DIRECT:
        return not lists.possible.isdisjoint(hedges)
    speaking = known.anybody | lists.first_person
    if not hedges.isdisjoint(known.hedges.wellbeing):
        return True
    return not (lists.possible.isdisjoint(hedges) or speaking.isdisjoint(others))


def _is_called_untrue(claim: Claim, dossier: Dossier) -> bool:
    """Whether the article calls something there a lie, or beside it: it is not open."""
    around = Span(max(0, claim.sentence.begin - _GAP), claim.sentence.end + _GAP)
    words = dossier.sentence(around).of(dossier.raw).casefold()
    untrue = dossier.lexicon.words.sorting.untrue
    return any(span.of(words).startswith(untrue) for span in word_spans(words))


KIND = Kind(
    id=QuestionKind.HEDGE_SPOT,
    build=for_each_claim(QuestionKind.HEDGE_SPOT, hedge_spot, needs_speaker=False),
    keys=no_key,
    right=all_right,
    sizes=range(FEWEST, MOST + 1),
    rules=(marked_right(_hedges),),
    asks_for_voice=False,
    needs_speaker=False,
    quotes=False,
    difficulty=0.2,
)
