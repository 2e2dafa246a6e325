"""The whole way from a raw article to its claims and entities."""

from dataclasses import replace

from quiz.engine.claims.accept import accept
from quiz.engine.claims.assessment.confidence import confidence_of, grounds_of, trust_in
from quiz.engine.claims.assessment.rationale import Reasoning, doubts_of
from quiz.engine.claims.assessment.signs import spans_of
from quiz.engine.claims.assessment.vague_source import vague_sources
from quiz.engine.claims.candidates.hedge import hedges_in
from quiz.engine.claims.claim import Claim, Extraction, Series, SourceLink
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.display import entities_of
from quiz.engine.claims.own_outlet import as_printed_in
from quiz.engine.claims.speakers.heading import heading_claims
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.speakers.known_roles import with_clear_names
from quiz.engine.claims.speakers.resolution import Identifier
from quiz.engine.claims.speech.find import find_candidates
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import GERMAN, Lexicon, lexicon
from quiz.engine.text.plain import plain
from quiz.engine.text.span import Span
from quiz.engine.text.text import read_text


def extract(raw: str, language: str = GERMAN, outlet: str = "") -> Extraction:
    """The claims of an article in order of the text, and everybody in it.

    The outlet that printed it, where it is known, is no source of its own article.

    Offsets count characters of `raw` as given; names are written without what nobody
    sees, such as soft hyphens. A text without any claim gives none.

    Raises:
        Invalid: see `accept`.
    """
    read = plain(raw)
    accept(read.text, language)
    found = as_printed_in(extract_by(read.text, lexicon(language)), outlet)
    return replace(read.in_raw(found), raw=raw)


def extract_by(raw: str, known: Lexicon) -> Extraction:
    """The same by the words of any language; no text is refused."""
    reading = Reading(read_text(raw, known), known)
    cast = Cast(reading)
    identifier = Identifier(reading, cast)
    found = [*identifier.run(find_candidates(reading))]
    found += heading_claims(reading, identifier)
    found = [*with_clear_names(reading, cast.everybody(), found)]
    speaking = {id(x.speaker) for x in found if x.speaker is not None}
    speaking |= {id(link.figure) for x in found for link in x.links}
    entities, ids = entities_of(reading, cast.everybody(), speaking)
    ordered = sorted(
        found, key=lambda x: (x.candidate.content[0][0], bool(x.candidate.inside))
    )
    reasoning = Reasoning(reading, ordered, ids)
    vague = vague_sources(reading, ordered)
    claims = [
        _claim(reading, reasoning, x, Series.CLAIM.id(n), is_vague=vague[n - 1])
        for n, x in enumerate(ordered, start=1)
    ]
    return Extraction(raw, known.language, tuple(claims), tuple(entities))


def _claim(
    reading: Reading,
    reasoning: Reasoning,
    found: Identified,
    claim_id: str,
    *,
    is_vague: bool,
) -> Claim:
    candidate = found.candidate
    content = tuple(reading.span(*piece) for piece in candidate.content)
    speaker = found.naming
    words = sum(
        reading.text.tokens[at].is_word
        for piece in candidate.content
        for at in range(*piece)
    )
    trust, hedge = trust_in(found, words), hedges_in(reading, candidate)
    doubts = () if trust.all else doubts_of(found, words)
    return Claim(
        id=claim_id,
        content=content,
        speaker=(reading.span(speaker.first, speaker.end),) if speaker else (),
        speaker_entity=reasoning.id_of(found.speaker) if found.speaker else None,
        cue=spans_of(reading, candidate.cue),
        type=candidate.type,
        sentence=_sentence(reading, found),
        nested=bool(candidate.inside),
        hedge=hedge,
        source_vague=is_vague,
        sources=tuple(
            SourceLink(
                entity=reasoning.id_of(link.figure),
                span=reading.span(link.phrase.first, link.phrase.end)
                if link.phrase
                else None,
                cue=spans_of(reading, link.cue),
                inherited=link.phrase is None,
            )
            for link in found.links
        ),
        confidence=confidence_of(found),
        sure_words=trust.words,
        sure_speaker=trust.speaker,
        sure_chain=trust.chain,
        grounds=tuple(ground.id for ground in grounds_of(found)),
        reasons=reasoning.reasons(found, hedge, doubts),
    )


def _sentence(reading: Reading, found: Identified) -> Span:
    """The sentence of the frame, from where the words begin to where they end."""
    span = reading.text.sentences[found.candidate.sentence].span
    tokens, content = reading.text.tokens, found.candidate.content
    first, last = tokens[content[0][0]].begin, tokens[content[-1][1] - 1].end
    return Span(min(first, span.begin), max(last, span.end))
