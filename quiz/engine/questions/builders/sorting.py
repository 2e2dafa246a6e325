"""Sorting: which of a few fixed descriptions fits a claim or a sentence."""

import random
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from quiz.engine.claims.claim import Claim, Series
from quiz.engine.questions.builders.fixed_options import Answer, fixed_options
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key, one_fixed
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.evidence import trace
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Marked, MarkRole, Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import joined
from quiz.engine.questions.wording.frame import unmasked
from quiz.engine.questions.wording.passage import is_of, passage_of, sentence_passage
from quiz.engine.questions.wording.reasons import words_shown
from quiz.engine.text.span import Span
from quiz.engine.text.text import Part

MOST = 3  # questions with one answer about one article
MOST_IN_A_ROUND = 2
_FEWEST_OFFERED = 3
MOST_SENTENCES = 300  # of one article that are sorted; news articles have fewer


@dataclass(frozen=True, slots=True)
class Description:
    """One of the fixed answers.

    Attributes:
        label: what is shown.
        sign: by what one knows that it fits; the reason, right or wrong.
        mistake: which mistake it shows where it is wrong.
        older: how its label was before; questions that have it stay right.
    """

    label: Localised
    sign: Localised
    mistake: Mistake
    older: tuple[Localised, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What is sorted: a claim with its sentence, or a sentence without one."""

    sentence: Span
    claim: Claim | None
    dossier: Dossier

    @property
    def text(self) -> str:
        """The sentence as the article has it."""
        return self.sentence.of(self.dossier.raw)


Judge = Callable[[Subject], str | None]


@dataclass(frozen=True, slots=True)
class Sorting:
    """How a kind sorts.

    Attributes:
        kind: its id.
        answers: key → description; all are offered each time.
        judge: which key fits for certain, None where none does.
        offered: which keys are answers there; all where it is left out.
        stem: from the words shown to the question in both languages.
        of_claims: claims that may be asked about are sorted.
        sentences: which sentences are sorted besides, whoever claims something there.
        shows_sentence: the whole sentence is shown, not only what is claimed.
        names_voice: the voices in the words shown are named, since none is asked for.
        is_even: as many questions of each key, so that guessing the usual one wins
            nothing; needs two keys in one article.
        needs_speaker: only claims are sorted of which it is known who speaks.
        asks: whether a subject is asked about anew; what was asked before stays right.
        about: the key for which it is there; an article in which that fits nowhere is
            not asked about. "" for none.
    """

    kind: QuestionKind
    answers: Mapping[str, Description]
    judge: Judge
    stem: Callable[[Subject, str], Localised]
    offered: Callable[[Subject], Collection[str]] | None = None
    of_claims: bool = True
    sentences: Callable[[Dossier], Iterable[Span]] = lambda _dossier: ()
    shows_sentence: bool = False
    names_voice: bool = False
    is_even: bool = True
    needs_speaker: bool = True
    asks: Callable[[Subject], bool] = lambda _subject: True
    about: str = ""


def sorting_kind(sorting: Sorting, difficulty: float) -> Kind:
    """The kind of question that sorts so."""
    most = len(sorting.answers)
    fewest = _FEWEST_OFFERED if sorting.offered else most
    return Kind(
        id=sorting.kind,
        build=lambda shop: _build(sorting, shop),
        keys=no_key,
        right=one_fixed,
        sizes=range(fewest, most + 1),
        rules=(lambda question, dossier: _as_judged(sorting, question, dossier),),
        asks_for_voice=False,
        needs_speaker=sorting.needs_speaker,
        most=MOST_IN_A_ROUND,
        difficulty=difficulty,
    )


def _build(sorting: Sorting, shop: Workshop) -> Iterator[Question]:
    found: dict[str, list[Question]] = {}
    for subject in filter(sorting.asks, _subjects(sorting, shop)):
        judged = sorting.judge(subject)
        question = judged and _question(sorting, subject, judged, shop)
        if judged and question and shop.is_valid(question):
            found.setdefault(judged, []).append(question)
    if sorting.is_even and len(found) < 2:
        return
    if sorting.about and sorting.about not in found:
        return
    rng = shop.rng_for(sorting.kind.value)
    most = min(MOST, *map(len, found.values())) if sorting.is_even else 1
    for questions in found.values():
        yield from rng.sample(questions, min(most, len(questions)))


def _subjects(sorting: Sorting, shop: Workshop) -> Iterable[Subject]:
    dossier = shop.dossier
    claims = (
        Subject(each.claim.sentence, each.claim, dossier)
        for each in (shop.matters if sorting.needs_speaker else shop.worded)
        if sorting.of_claims
    )
    spans = islice(sorting.sentences(dossier), MOST_SENTENCES)
    return chain(claims, (Subject(span, None, dossier) for span in spans))


def shows_the_mood(subject: Subject) -> bool:
    """Whether a verb in the Konjunktiv shows already that somebody else says so."""
    spans = subject.claim.content if subject.claim else (subject.sentence,)
    strict = subject.dossier.lexicon.strict_mood
    return any(
        word.strip('.,;:!?„“"') in strict
        for span in spans
        for word in span.of(subject.dossier.raw).casefold().split()
    )


def body_sentences(dossier: Dossier) -> Iterator[Span]:
    """All sentences of the body."""
    paragraphs = dossier.text.paragraphs
    for sentence in dossier.text.sentences:
        if paragraphs[sentence.paragraph].part is Part.BODY:
            yield sentence.span


def unclaimed_sentences(dossier: Dossier) -> Iterator[Span]:
    """Those that hold no claim, sure or not, nor a part of one."""
    return (s for s in body_sentences(dossier) if not dossier.is_claimed(s))


def _question(
    sorting: Sorting, subject: Subject, judged: str, shop: Workshop
) -> Question | None:
    passage = _passage(sorting, subject)
    if passage is None:
        return None
    place = (
        subject.claim.id
        if subject.claim
        else Series.SENTENCE.id(subject.sentence.begin)
    )
    rng = random.Random(f"{shop.seed} {sorting.kind.value} {place}")  # noqa: S311
    answers = [
        Answer(each.label, each.sign, each.mistake.value, key == judged)
        for key, each in sorting.answers.items()
        if sorting.offered is None or key in sorting.offered(subject)
    ]
    why, evidence, marks = _proof(subject)
    return Question(
        id=f"{sorting.kind}-{place}",
        kind=sorting.kind,
        claim=subject.claim.id if subject.claim else "",
        stem=sorting.stem(subject, passage),
        passage=passage,
        options=fixed_options(answers, rng),
        explanation=joined(sorting.answers[judged].sign, why),
        evidence=evidence,
        marks=marks,
    )


def _passage(sorting: Sorting, subject: Subject) -> str | None:
    if subject.claim is None or sorting.shows_sentence:
        return sentence_passage(subject.sentence, subject.dossier)
    passage = passage_of(subject.claim, subject.dossier)
    if passage is None or not sorting.names_voice:
        return passage
    return unmasked(passage, subject.claim, subject.dossier)


def _proof(
    subject: Subject,
) -> tuple[Localised | None, tuple[Span, ...], tuple[Marked, ...]]:
    if subject.claim is None:
        marked = (Marked(MarkRole.CONTENT, subject.sentence),)
        return None, (subject.sentence,), marked
    found = trace(subject.claim, subject.dossier)
    why = words_shown(subject.claim, found, subject.dossier)
    return why, found.evidence, found.marks


def _labels(answer: Description) -> tuple[str, ...]:
    return (answer.label.de, *(each.de for each in answer.older))


def _as_judged(
    sorting: Sorting, question: Question, dossier: Dossier
) -> Iterator[Violation]:
    """V01: the key is what fits by the article, and the words shown are its own."""
    claim = dossier.claim(question.claim)
    sentence = claim.sentence if claim else question.evidence[0]
    subject = Subject(sentence, claim, dossier)
    judged = sorting.judge(subject)
    labels = [option.label.de for option in question.key]
    answer = sorting.answers[judged] if judged else None
    if answer is None or labels not in ([each] for each in _labels(answer)):
        yield Violation("V01", "block", f"{judged}")
    if not is_of(question.passage, [sentence], dossier):
        yield Violation("V04", "block", "the words differ from the article's")
