"""Sagt das der Artikel selbst, oder sagt es jemand anderes?

It is asked where it is known that somebody speaks, even if not for certain who.
"""

import random
from collections.abc import Iterator, Sequence

from quiz.engine.claims.claim import Claim, ClaimType, Series
from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.builders.fixed_voices import (
    NARRATED,
    article_option,
    narrated_proof,
    own_for_certain,
)
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.self_contained import (
    stands_behind_a_judgement,
    stands_for_itself,
)
from quiz.engine.questions.option import FixedVoice, Localised, Option
from quiz.engine.questions.question import Marked, MarkRole, Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.cue_words import (
    is_a_saying,
    shows_a_verb,
    sign_of_mood,
    with_the_whole_verb,
)
from quiz.engine.questions.wording.explain import asked, quoted
from quiz.engine.questions.wording.leaning import is_in_the_first_person
from quiz.engine.questions.wording.passage import passage_of, sentence_passage
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span
from quiz.engine.text.token import words_of

_MOST = 3  # questions with either answer about one article
_QUOTING = frozenset(
    {ClaimType.DIRECT, ClaimType.INDIRECT, ClaimType.INDIRECT_FREE_INDIRECT}
)
_LONGEST_SHOWN = 8  # words
_EDGE = ' ,.;:–—"„“”»«'
_DASH = " – "
_SOMEBODY = Localised("jemand anderes", "somebody else")


def _build(shop: Workshop) -> Iterator[Question]:
    rng = shop.rng_for(QuestionKind.OWN_VOICE)
    own = [q for q in _of_the_article(shop) if shop.is_valid(q)]
    others = [q for q in _of_somebody(shop) if shop.is_valid(q)]
    most = min(len(own), len(others), _MOST)
    yield from rng.sample(own, most)
    asked = {matter.claim.id for matter in shop.matters}
    mixed = rng.sample(others, len(others))
    mixed.sort(key=lambda question: question.claim in asked)
    yield from mixed[: most + 1 if most else 0]


def _of_the_article(shop: Workshop) -> Iterator[Question]:
    for sentence in shop.dossier.narrated:
        passage = sentence_passage(sentence, shop.dossier)
        if passage is not None:
            evidence, marks = narrated_proof(sentence)
            yield _question(
                Series.SENTENCE.id(sentence.begin),
                "",
                passage,
                (evidence, marks),
                (NARRATED, shop.seed),
            )


def _of_somebody(shop: Workshop) -> Iterator[Question]:
    dossier = shop.dossier
    for claim in dossier.claims:
        if not _is_passed_on(claim, dossier):
            continue
        passage = passage_of(claim, dossier, framed=False, alone=False)
        if passage is not None and not _is_told_unread(passage, dossier):
            marks = _marks(claim, dossier)
            yield _question(
                claim.id,
                claim.id,
                passage,
                ((claim.sentence,), marks),
                (_shown_by(claim, dossier), shop.seed),
            )


def _is_told_unread(passage: str, dossier: Dossier) -> bool:
    """Whether it is somebody's by itself: "Wir …", "Ihr Büro habe …"."""
    first = passage.partition(" ")[0].casefold()
    is_anothers = first in dossier.lexicon.questions.pronouns.owners
    return is_anothers or is_in_the_first_person(passage, dossier.lexicon)


def _is_passed_on(claim: Claim, dossier: Dossier) -> bool:
    """Whether the words are somebody's for certain: by a verb or its mood."""
    return (
        claim.sure_words
        and claim.type in _QUOTING
        and claim.speaker_entity is not None
        and _is_shown(claim, dossier)
        and not claim.nested
        and not stands_behind_a_judgement(claim, dossier)
        and not dossier.is_heading(claim)
        and not _is_cut_at_a_dash(claim, dossier)
        and stands_for_itself(claim, dossier)
    )


def _is_cut_at_a_dash(claim: Claim, dossier: Dossier) -> bool:
    """Whether an insertion is opened in its words and closed behind them."""
    return any(
        part.of(dossier.raw).count(_DASH) % 2
        and Span(part.end, claim.sentence.end).of(dossier.raw).startswith(_DASH)
        for part in claim.content
    )


def _is_shown(claim: Claim, dossier: Dossier) -> bool:
    """Whether its sentence has a word of saying, or a Konjunktiv that is nothing else.

    What somebody "gehofft hatte" may be the article's own, told beside it.
    """
    signs = _signs(claim, dossier)
    words = [word for span in signs for word in span.of(dossier.raw).split()]
    told_before = dossier.lexicon.words.quotation.past_perfect
    return bool(signs) and told_before.isdisjoint(words)


def _signs(claim: Claim, dossier: Dossier) -> list[Span]:
    """The words of its sentence that show that somebody speaks.

    These are its cue or, where that is no word of saying ("ein Detail betrifft …:"),
    its verbs in the Konjunktiv.
    """
    cue = _cue(claim, dossier)
    is_verb = shows_a_verb(cue, claim, dossier) if cue else False
    if cue and (
        is_a_saying(cue, claim, dossier) if is_verb else _is_small(cue, dossier)
    ):
        return cue
    strict, raw = dossier.lexicon.strict_mood, dossier.raw
    words = [word for part in claim.content for word in words_of(part, raw)]
    return [word.span for word in words if word.text in strict][:1]  # not "Ende"


def _cue(claim: Claim, dossier: Dossier) -> list[Span]:
    whole = with_the_whole_verb(claim, dossier)
    return sorted(span for span in whole.cue if claim.sentence.covers(span))


def _is_small(cue: Sequence[Span], dossier: Dossier) -> bool:
    """Whether it is a word as "laut", "nach" or "so"."""
    known = dossier.lexicon.words
    words = {word for s in cue for word in s.of(dossier.raw).casefold().split()}
    return not words.isdisjoint({*known.prepositions, *known.sorting.attribution})


def _shown_by(claim: Claim, dossier: Dossier) -> Localised:
    """A verb alone shows it, "nach" or "so" with the name and all between the words.

    A Konjunktiv stands beside its plain form.
    """
    signs, raw = _signs(claim, dossier), dossier.raw
    text = " … ".join(span.of(raw) for span in signs)
    if signs == _cue(claim, dossier) and not shows_a_verb(signs, claim, dossier):
        text = _around(signs[0], claim, raw) or text
    words = quoted(text)
    if signs != _cue(claim, dossier):
        sign = sign_of_mood(text, dossier)
        return Localised(
            f"{sign.de}: Hier spricht jemand anderes.",
            f"{sign.en}: somebody else is speaking here.",
        )
    return Localised(
        f"Im Text: {words.de}. Hier spricht jemand anderes.",
        f"In the text: {words.en}. Somebody else is speaking here.",
    )


def _around(cue: Span, claim: Claim, raw: str) -> str:
    """What stands about it outside the words said; "" where that is too long."""
    parts = claim.content
    ends = [part.end for part in parts if part.end <= cue.begin]
    begins = [part.begin for part in parts if part.begin >= cue.end]
    begin = max(ends, default=claim.sentence.begin)
    end = min(begins, default=claim.sentence.end)
    text = raw[begin:end].strip(_EDGE)
    return text if len(word_spans(text)) <= _LONGEST_SHOWN else ""


def _marks(claim: Claim, dossier: Dossier) -> tuple[Marked, ...]:
    signs = _signs(claim, dossier)
    role = MarkRole.CUE if signs == _cue(claim, dossier) else MarkRole.MOOD
    marks = [Marked(MarkRole.CONTENT, span) for span in claim.content]
    marks += [Marked(role, span) for span in signs]
    return tuple(sorted(marks, key=lambda each: (each.span, each.role)))


def _question(
    place: str,
    claim: str,
    passage: str,
    proof: tuple[tuple[Span, ...], tuple[Marked, ...]],
    told: tuple[Localised, int],
) -> Question:
    why, seed = told
    options = [article_option(correct=not claim), _somebody(why, correct=bool(claim))]
    rng = random.Random(f"{seed} {QuestionKind.OWN_VOICE} {place}")  # noqa: S311
    evidence, marks = proof
    return Question(
        id=f"{QuestionKind.OWN_VOICE}-{place}",
        kind=QuestionKind.OWN_VOICE,
        claim=claim,
        stem=asked(
            Localised(
                "Sagt das der Artikel selbst, oder sagt es jemand anderes?",
                "Is it the article itself that says this, or somebody else?",
            ),
            passage,
        ),
        passage=passage,
        options=shuffled(options, rng),
        explanation=why,
        evidence=evidence,
        marks=marks,
    )


def _somebody(why: Localised, *, correct: bool) -> Option:
    told = (
        why
        if correct
        else Localised(
            "Niemand wird genannt, der das sagt.", "Nobody is named who says this."
        )
    )
    return Option(
        id="",
        text=_SOMEBODY.de,
        entity=None,
        correct=correct,
        misconception=None if correct else Mistake.TOPIC.value,
        label=_SOMEBODY,
        rationale=told,
    )


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    claim = dossier.claim(question.claim)
    return [FixedVoice.ARTICLE.value if claim is None else None]


def _is_passed_on_there(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V04: a claim is somebody's words for certain."""
    claim = dossier.claim(question.claim)
    if claim is not None and not _is_passed_on(claim, dossier):
        yield Violation("V04", "block", "it may be the article's own")


KIND = Kind(
    id=QuestionKind.OWN_VOICE,
    build=_build,
    keys=no_key,
    right=_right,
    sizes=range(2, 3),
    rules=(own_for_certain, _is_passed_on_there),
    asks_for_voice=False,
    needs_speaker=False,
    is_mission=True,
    most=4,
    difficulty=-0.6,
)
