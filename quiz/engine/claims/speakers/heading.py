"""What headings say: short, without context, and never sure.

A heading names no source and often shortens the speaker away. It is read behind the
body: words it quotes belong to whoever says them there.
"""

from collections.abc import Iterator
from dataclasses import replace

from quiz.engine.claims.candidates.candidate import (
    Candidate,
    Range,
    SentenceView,
    carried_on,
)
from quiz.engine.claims.claim import NAMED, ClaimType, EntityKind
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.speakers.identified import How, Identified, Link
from quiz.engine.claims.speakers.resolution import Identifier
from quiz.engine.claims.speech.find import sentence_candidates
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.quotation import Quotation
from quiz.engine.text.text import Part

MIN_WORDS = 2  # one quoted word is too little to find it again in the body
MAX_SEARCHED = 100  # quotations of the body; time stays linear in the text
HEADING = Rule(id="heading", share=0.6)
HEADING_QUOTES = Rule(id="heading_quotes", share=0.7, gives=ClaimType.DIRECT)
Spoken = list[tuple[str, Identified]]


def heading_claims(reading: Reading, identifier: Identifier) -> list[Identified]:
    """The claims of the headings, once those of the body are identified."""
    spoken = _spoken(reading, identifier.done)
    names = _names(reading, identifier.cast)
    found: list[Identified] = []
    answers = {each.candidate.sentence for each in identifier.done}
    for index, sentence in enumerate(reading.text.sentences):
        part = reading.text.paragraphs[sentence.paragraph].part
        if part is not Part.HEADING or index in answers:
            continue
        view = SentenceView(reading, index)
        candidates = list(_framed(view, names))
        found += _identified(identifier, candidates)
        taken = [piece for candidate in candidates for piece in candidate.content]
        found += _quoted(view, taken, spoken)
    return found


def _identified(
    identifier: Identifier, candidates: list[Candidate]
) -> Iterator[Identified]:
    for candidate in candidates:
        found = identifier.aside(candidate)
        if found is not None:
            known = candidate.speaker and identifier.cast.namesake(candidate.speaker)
            speaker = known or found.speaker
            if speaker is not None and _is_known(speaker):
                yield replace(found, speaker=speaker)


def _is_known(figure: Figure) -> bool:
    """Somebody by name, not as in "Angreifer fordern Geld"."""
    return figure.kind in NAMED and bool(figure.names) and not figure.is_vague


def _framed(view: SentenceView, names: frozenset[str]) -> Iterator[Candidate]:
    """As in "Lenk verspricht ein neues Bad": with a verb and a subject of its own."""
    reading = view.reading
    if reading.word(view.sentence.end - 1) == "?":
        return
    for candidate in sentence_candidates(view):
        speaker, content = candidate.speaker, candidate.content
        if speaker is None or speaker.pronoun or candidate.carried or not candidate.cue:
            continue
        subject = _beside_verb(reading, names, candidate)
        if subject and speaker.first > subject.first and not candidate.inside:
            content = ((speaker.first, content[0][1]), *content[1:])
        content = tuple(_without_addressee(reading, names, c) for c in content)
        inside = HEADING if candidate.inside else None
        read = replace(candidate, rule=HEADING, inside=inside)
        yield replace(read, speaker=subject or speaker, content=content)


def _beside_verb(
    reading: Reading, names: frozenset[str], candidate: Candidate
) -> Phrase | None:
    """As in "Streit im Rathaus Lenk lobt …": the name right before the verb."""
    verb = candidate.cue[0]
    if not verb or reading.word(verb - 1) not in names:
        return None
    return phrase_at(reading, verb - 1, verb)


def _without_addressee(reading: Reading, names: frozenset[str], piece: Range) -> Range:
    """As in "verspricht Falk mehr Geld": less the name of whom it is said to."""
    first, end = piece
    while first < end - 1 and reading.word(first) in names:
        first += 1
    return first, end


def _names(reading: Reading, cast: Cast) -> frozenset[str]:
    """Each word of the names of persons in the body, without case endings."""
    text = reading.text
    headed = {
        at
        for sentence in text.sentences
        if text.paragraphs[sentence.paragraph].part is Part.HEADING
        for at in range(sentence.first, sentence.end)
    }
    people = (f for f in cast.everybody() if f.kind is EntityKind.PERSON)
    named = (f for f in people if any(at not in headed for at in f.places))
    return frozenset(reading.bare(name) for figure in named for name in figure.names)


def _spoken(reading: Reading, done: list[Identified]) -> Spoken:
    """The words quoted in the body, with who says them."""
    found: Spoken = []
    for each in done:
        if each.candidate.type is ClaimType.DIRECT and each.speaker is not None:
            found += [(_words(reading, c), each) for c in each.candidate.content]
    return found[:MAX_SEARCHED]


def _words(reading: Reading, piece: Range) -> str:
    tokens = reading.text.tokens
    words = (reading.lower[at] for at in range(*piece) if tokens[at].is_word)
    return f" {' '.join(words)} "


def _quoted(
    view: SentenceView, taken: list[Range], spoken: Spoken
) -> Iterator[Identified]:
    """As in "Falks „großer Irrtum“" where the body tells that Lenk said so."""
    for quotation in view.quotations:
        inner = (quotation.first + 1, quotation.last)
        if quotation.words < MIN_WORDS or _is_taken(quotation, taken):
            continue
        words = _words(view.reading, inner)
        said = next((each for body, each in spoken if words in body), None)
        if said is not None:
            yield _again(view, inner, said)


def _is_taken(quotation: Quotation, taken: list[Range]) -> bool:
    return any(a <= quotation.last and quotation.first < b for a, b in taken)


def _again(view: SentenceView, inner: Range, said: Identified) -> Identified:
    candidate = carried_on(view, inner, HEADING_QUOTES)
    links = tuple(Link(link.figure, None) for link in said.links)
    return Identified(
        candidate, said.speaker, said.naming, links, How.CARRIED, earlier=said
    )
