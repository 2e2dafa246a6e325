"""What is doubtful about words that go on for the speaker of the claim before."""

from quiz.engine.claims.candidates.candidate import Candidate, Range
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.doubt import (
    CARRIED_FROM_ASIDE,
    CARRIED_FROM_DOUBTFUL,
    CARRIED_FROM_WEAK,
    GOES_ON_LATER,
    OTHER_PARAGRAPH,
    OTHER_PRONOUN,
    SENTENCE_SAYS_MORE,
    WORDS_GO_ON,
    weight_of,
)
from quiz.engine.claims.ground import Doubt, Talk
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.reason import Aspect
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.speakers.own_frame import frames_itself, is_same_paragraph
from quiz.engine.claims.speech.going_on.free_indirect import MAY_BE_MOOD, MOODS_GO_ON
from quiz.engine.claims.words.reading import Reading

MIN_QUOTED = 4  # tokens from which on a sentence gives some words as they were said
LITTLE = 0.15  # of a speaker who is surely the one who goes on, too


def is_adjacent(reading: Reading, candidate: Candidate, earlier: Identified) -> bool:
    """Whether the claim before, with a speaker, is in the sentence before.

    What looks like the Konjunktiv but may be something else goes on only with other
    words in it, or where it quotes some ("Auch hätte er „nichts gewusst“").
    """
    far = candidate.sentence - earlier.candidate.sentence > 1
    if earlier.speaker is None or far:
        return False
    if candidate.rule not in MAY_BE_MOOD or _is_speech(reading, earlier):
        return True
    quoted = sum(at in reading.quoted for at in range(*_reach(candidate)))
    return earlier.candidate.type is ClaimType.DIRECT and quoted > MIN_QUOTED


def _is_speech(reading: Reading, earlier: Identified) -> bool:
    """Whether the claim before was indirect speech in the Konjunktiv."""
    indirect = (ClaimType.INDIRECT, ClaimType.INDIRECT_FREE_INDIRECT)
    spoken = earlier.candidate.type in indirect
    return spoken and bool(reading.has_mood(*_reach(earlier.candidate)))


def _reach(candidate: Candidate) -> Range:
    return candidate.content[0][0], candidate.content[-1][1]


def doubts_of_before(earlier: Identified, *, keeps_chain: bool) -> tuple[Doubt, ...]:
    """What of the claim before is as doubtful where its speaker goes on.

    Args:
        earlier: that claim.
        keeps_chain: its sources are those of the words that go on, too.
    """
    chain = tuple(d for d in earlier.doubts if d.about is Aspect.SOURCE)
    speaker = tuple(
        d for d in earlier.doubts if d not in chain and d is not WORDS_GO_ON
    )
    if weight_of(speaker) > LITTLE:
        speaker = (CARRIED_FROM_DOUBTFUL,)
    return (*speaker, *(chain if keeps_chain else ()))


def doubts_of_carrying(
    reading: Reading, candidate: Candidate, earlier: Identified, own: Phrase | None
) -> tuple[Doubt, ...]:
    """More where the claim before was itself unsure or the sentence says more."""
    sentence = reading.text.sentences[candidate.sentence]
    first, end = _reach(candidate)
    rest = [*range(sentence.first, first), *range(end, sentence.end)]
    alone = not any(reading.text.tokens[at].is_word for at in rest)
    bare = candidate.rule in MOODS_GO_ON
    alone = alone and not (bare and frames_itself(reading, candidate.sentence))
    pronouns = reading.lexicon.words.third_person
    stranger = reading.lower[first] in pronouns and own is None
    rule = earlier.candidate.rule
    told = rule.gives is ClaimType.REPORTED and bare
    weak = rule.talk is Talk.UNSURE and not told
    aside = not weak and not told and rule.talk is not Talk.SPEAKS
    doubtful = {
        CARRIED_FROM_WEAK: weak,
        CARRIED_FROM_ASIDE: aside,
        GOES_ON_LATER: told,
        SENTENCE_SAYS_MORE: not alone,
        OTHER_PRONOUN: stranger,
        OTHER_PARAGRAPH: not is_same_paragraph(
            reading, candidate.sentence, earlier.candidate.sentence
        ),
    }
    return tuple(doubt for doubt, is_so in doubtful.items() if is_so)
