"""Wem gehört welche Aussage?"""

import random
from collections.abc import Iterator, Sequence

from quiz.engine.claims.claim import Entity
from quiz.engine.questions.builders.arrangement import shuffled
from quiz.engine.questions.builders.kind import Kind, Workshop
from quiz.engine.questions.distractors.from_article import compatible, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Type, named_wrongly, type_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Localised, Option, rows_of
from quiz.engine.questions.question import MASK, Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import joined, shown
from quiz.engine.questions.wording.passage import is_of
from quiz.engine.questions.wording.reasons import voice_shown, who_said_it
from quiz.engine.questions.wording.statements import (
    Statement,
    apart,
    begins_with_pronoun,
    evidence_of,
    how_to_tell,
    is_surely_not_by,
    marks_of,
    statement_of,
)

# One voice more than once or not at all, so that what is left over tells nothing.
ROWS = 4
VOICES = 3
_MOST = 2  # questions about one article
_FEWEST_HEARD = 2

_GAP = Localised(
    f" Statt {MASK} steht im Artikel, wer es sagt.",
    f" The article has who says it instead of {MASK}.",
)


def _build(shop: Workshop) -> Iterator[Question]:
    """For each type of voices: rows of the same type only."""
    said = apart(each for matter in shop.matters if (each := statement_of(matter)))
    rng = shop.rng_for(QuestionKind.MATCH_SPEAKERS.value)
    for kind in Type:
        left = [each for each in said if type_of(each.speaker) is kind]
        for _ in range(_MOST):
            voices = _voices(left, rng)
            rows = _rows(left, voices) if voices else []
            if len(rows) == ROWS:
                yield _question(rows, voices, rng)
            left = [each for each in left if each not in rows]


def _voices(said: Sequence[Statement], rng: random.Random) -> list[Entity]:
    """Three who may stand beside each other, at least two of whom are heard."""
    if not said:
        return []
    dossier = said[0].matter.dossier
    heard = list({each.speaker.id: each.speaker for each in said}.values())
    voices: list[Entity] = []
    for entity in rng.sample(heard, len(heard)):
        if not any(dossier.identity.exclude(entity.id, each.id) for each in voices):
            voices.append(entity)
    if len(voices) < _FEWEST_HEARD:
        return []
    wrong = compatible(
        wrong_speakers(said[0].matter.claim, dossier, rng), voices, dossier
    )
    others = [e.entity for e in wrong if type_of(e.entity) is type_of(voices[0])]
    found = [*voices, *others][:VOICES]
    return found if len(found) == VOICES else []


def _rows(said: Sequence[Statement], voices: Sequence[Entity]) -> list[Statement]:
    """Statements by the voices in turn, each surely by none of the others.

    First those without a frame, which are what somebody said and nothing more.
    """
    fit = [
        each
        for each in sorted(said, key=lambda each: MASK in each.text)
        if each.speaker in voices
        and all(v == each.speaker or is_surely_not_by(each, v) for v in voices)
    ]
    by_voice = [[each for each in fit if each.speaker == voice] for voice in voices]
    longest = max(map(len, by_voice))
    turns = [row[at] for at in range(longest) for row in by_voice if at < len(row)]
    rows = turns[:ROWS]
    return rows if len({each.speaker.id for each in rows}) >= _FEWEST_HEARD else []


def _question(
    rows: Sequence[Statement], voices: Sequence[Entity], rng: random.Random
) -> Question:
    first = min((each.matter.claim for each in rows), key=lambda each: each.content)
    options = [_option(row, voice) for row in rows for voice in voices]
    return Question(
        id=f"{QuestionKind.MATCH_SPEAKERS}-{first.id}",
        kind=QuestionKind.MATCH_SPEAKERS,
        claim=first.id,
        stem=_stem(has_a_gap=any(MASK in row.text for row in rows)),
        passage="",
        options=shuffled(options, rng),
        explanation=how_to_tell(rows),
        evidence=evidence_of(rows),
        marks=marks_of(rows),
    )


def _stem(*, has_a_gap: bool) -> Localised:
    gap = _GAP if has_a_gap else Localised("", "")
    return Localised(
        "Wer hat was gesagt? Eine Stimme kann mehrmals oder gar nicht vorkommen."
        f"{gap.de}",
        f"Who said what? A voice may occur more than once or not at all.{gap.en}",
    )


def _option(row: Statement, voice: Entity) -> Option:
    claim, dossier = row.matter.claim, row.matter.dossier
    is_key = voice == row.speaker
    wrong = named_wrongly(voice, claim, dossier)
    name = shown(voice)
    return Option(
        id="",
        text=name,
        entity=voice.id,
        correct=is_key,
        misconception=None if is_key else wrong.mistake.value,
        label=Localised(name, name),
        rationale=(
            joined(
                who_said_it(row.speaker, dossier),
                voice_shown(claim, row.matter.trace, dossier),
            )
            if is_key
            else wrong.rationale
        ),
        claim=claim.id,
        prompt=Localised(row.text, row.text),
    )


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    """In each row the one whom the article names."""
    claims = (dossier.claim(each.claim or "") for each in question.key)
    return [claim.speaker_entity if claim else None for claim in claims]


def _keys(question: Question, dossier: Dossier) -> list[str]:
    return list(dict.fromkeys(each for each in _right(question, dossier) if each))


def _each_row_is_sound(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01, V03, V04 for every row: one key, the article's words, telling nothing."""
    rows = rows_of(question.options)
    if {len(row) for _, row in rows} != {VOICES} or len(rows) != ROWS:
        yield Violation("V01", "block", "rows of different lengths")
    for prompt, row in rows:
        if sum(option.correct for option in row) != 1:
            yield Violation("V01", "block", f"{prompt.de}: not one key")
        claim = dossier.claim(row[0].claim or "")
        if claim is None or not claim.is_sure_of_voice or dossier.is_heading(claim):
            yield Violation("V04", "block", f"{prompt.de}: no sure claim")
        elif not is_of(prompt.de, [claim.sentence], dossier):
            yield Violation("V04", "block", f"{prompt.de}: not the article's words")
        key = (
            dossier.entities[claim.speaker_entity]
            if claim and claim.speaker_entity
            else None
        )
        told = key is not None and found_in(prompt.de, dossier.giveaways(key))
        if told or begins_with_pronoun(prompt.de, dossier):
            yield Violation("V03", "block", f"{prompt.de}: tells whose it is")


KIND = Kind(
    id=QuestionKind.MATCH_SPEAKERS,
    build=_build,
    keys=_keys,
    right=_right,
    sizes=range(ROWS * VOICES, ROWS * VOICES + 1),
    rules=(_each_row_is_sound,),
    difficulty=0.2,
    is_mission=True,
    compares=True,
)
