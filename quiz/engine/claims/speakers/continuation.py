"""What is doubtful about words that go on for the speaker of the claim before."""

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.doubt import (
    CARRIED_FROM_ASIDE,
    CARRIED_FROM_WEAK,
    OTHER_PRONOUN,
    SENTENCE_SAYS_MORE,
)
from quiz.engine.claims.ground import Doubt, Talk
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.speakers.identified import How, Identified
from quiz.engine.claims.words.reading import Reading


def doubts_of_carrying(
    reading: Reading, candidate: Candidate, earlier: Identified, own: Phrase | None
) -> tuple[Doubt, ...]:
    """More where the claim before was itself unsure or the sentence says more."""
    sentence = reading.text.sentences[candidate.sentence]
    first, end = candidate.content[0][0], candidate.content[-1][1]
    rest = [*range(sentence.first, first), *range(end, sentence.end)]
    alone = not any(reading.text.tokens[at].is_word for at in rest)
    pronouns = reading.lexicon.words.third_person
    stranger = reading.lower[first] in pronouns and own is None
    weak = earlier.how is How.PRONOUN or earlier.candidate.rule.talk is Talk.UNSURE
    aside = not weak and earlier.candidate.rule.talk is not Talk.SPEAKS
    doubtful = {
        CARRIED_FROM_WEAK: weak,
        CARRIED_FROM_ASIDE: aside,
        SENTENCE_SAYS_MORE: not alone,
        OTHER_PRONOUN: stranger,
    }
    return tuple(doubt for doubt, is_so in doubtful.items() if is_so)
