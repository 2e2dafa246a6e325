"""Welche Fassung ist am vorsichtigsten?"""

import random
from collections.abc import Iterator

from quiz.engine.questions.builders.fixed_options import Answer, fixed_options
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key, one_fixed
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import explained, reasons
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.statements import whole_sentence
from quiz.engine.questions.words import fold, word_spans, words

_MOST_WORDS = 12  # of the statement, which every option repeats
_MOST = 2  # questions about one article

# From most to least cautious, on one axis and with nothing else in it.
_FRAMES = (
    Localised("Es ist möglich", "It is possible"),
    Localised("Es ist wahrscheinlich", "It is probable"),
    Localised("Es steht fest", "It is certain"),
)
_WHY = (
    Localised("„Möglich“ lässt am meisten offen.", "“Possible” leaves the most open."),
    Localised("„Wahrscheinlich“ liegt dazwischen.", "“Probable” lies in between."),
    Localised("„Fest“ lässt nichts offen.", "“Certain” leaves nothing open."),
)
_ASKED = (
    Localised(
        "Welche Fassung ist am vorsichtigsten?", "Which version is the most cautious?"
    ),
    Localised(
        "Welche Fassung lässt am wenigsten offen?",
        "Which version leaves the least open?",
    ),
)
_KEYS = (0, 2)  # which frame answers which of the questions


def _build(shop: Workshop) -> Iterator[Question]:
    sayings = [(m, text) for m in shop.matters if (text := _saying(m))]
    rng = shop.rng_for(QuestionKind.CERTAINTY_RANK.value)
    turn = rng.randrange(2)
    for matter, text in rng.sample(sayings, min(_MOST, len(sayings))):
        yield _question(matter, text, turn, shop.rng("certainty", matter))
        turn = 1 - turn


def _saying(matter: Matter) -> str | None:
    """A short whole sentence that neither is weakened nor leans on the one before."""
    text = None if matter.claim.hedge else whole_sentence(matter)
    if text is None or len(word_spans(text)) > _MOST_WORDS:
        return None
    known = matter.dossier.lexicon.words
    tokens = words(text)
    leans = tokens[0] in known.conjunctions.coordinating
    barred = {fold(word) for word in known.sorting.unranked}
    return None if leans or barred & set(tokens) else text


def _question(matter: Matter, text: str, turn: int, rng: random.Random) -> Question:
    answers = [
        Answer(
            Localised(f"{frame.de}: „{text}.“", f"{frame.en}: “{text}.”"),
            why,
            Mistake.PROVEN.value,
            number == _KEYS[turn],
        )
        for number, (frame, why) in enumerate(zip(_FRAMES, _WHY, strict=True))
    ]
    return Question(
        id=f"{QuestionKind.CERTAINTY_RANK}-{matter.claim.id}",
        kind=QuestionKind.CERTAINTY_RANK,
        claim=matter.claim.id,
        stem=_ASKED[turn],
        passage="",
        options=fixed_options(answers, rng),
        explanation=explained(
            _WHY[_KEYS[turn]],
            Localised(
                "Im Artikel selbst steht keine dieser Fassungen.",
                "The article itself has none of these versions.",
            ),
            reasons(matter.claim, matter.trace, matter.dossier),
        ),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _one_axis(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01: the versions differ in their certainty alone, and the key is at its end."""
    claim = dossier.claim(question.claim)
    said = passage_of(claim, dossier) if claim else None
    wanted = {f"{frame.de}: „{said}.“" for frame in _FRAMES}
    if wanted != {option.text for option in question.options}:
        yield Violation("V01", "block", "the versions differ in more than one thing")
    if question.stem not in _ASKED:
        return  # worded anew by a teacher
    frame = _FRAMES[_KEYS[_ASKED.index(question.stem)]]
    if not question.key[0].text.startswith(frame.de):
        yield Violation("V01", "block", "another version is the key")


KIND = Kind(
    id=QuestionKind.CERTAINTY_RANK,
    build=_build,
    keys=no_key,
    right=one_fixed,
    sizes=range(len(_FRAMES), len(_FRAMES) + 1),
    rules=(_one_axis,),
    asks_for_voice=False,
    quotes=False,
    difficulty=-0.2,
)
