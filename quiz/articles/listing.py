"""What was found in a text, for reading in a terminal."""

from collections.abc import Iterator

from quiz.engine.claims.claim import Claim, Extraction
from quiz.engine.questions.question import Question


def extraction_listing(found: Extraction) -> str:
    """One short paragraph a claim, then a count."""
    sure = sum(claim.sure for claim in found.claims)
    lines = [line for claim in found.claims for line in _claim_lines(claim, found)]
    return "\n".join([*lines, f"{len(found.claims)} claims, {sure} of them sure"])


def questions_listing(questions: tuple[Question, ...], language: str = "de") -> str:
    """Stem and options of each question, the key with an asterisk, then a count."""
    lines: list[str] = []
    for question in questions:
        lines.append(f"{question.id} {question.kind} {question.claim}")
        lines.append(f"  {question.stem.get(language)}")
        for option in question.options:
            sign = "*" if option.correct else "-"
            lines.append(f"  {sign} {option.label.get(language)}")
        lines.append(f"  {question.explanation.get(language)}")
        lines.append("")
    return "\n".join([*lines, f"{len(questions)} questions"])


def _claim_lines(claim: Claim, found: Extraction) -> Iterator[str]:
    content = " … ".join(span.of(found.raw) for span in claim.content)
    cue = " … ".join(span.of(found.raw) for span in claim.cue) or "-"
    speaker = "?"
    if claim.speaker_entity is not None:
        speaker = found.entity(claim.speaker_entity).name
    chain = [found.entity(source.entity).name for source in claim.sources]
    yield f"{claim.id} {claim.type.value} {'sure' if claim.sure else 'unsure'}"
    yield f"  who    {speaker}"
    yield f"  word   {cue}"
    if chain:
        yield f"  via    {' > '.join(chain)}"
    yield f"  what   {' '.join(content.split())}"
    yield f"  why    {', '.join(dict.fromkeys(each.name for each in claim.reasons))}"
    yield ""
