"""What is doubtful about words that go on for the speaker of the claim before."""

from quiz.engine.claims.draft import Draft
from quiz.engine.claims.identified import How, Identified
from quiz.engine.claims.phrase import Phrase
from quiz.engine.claims.reading import Reading

UNSURE_BEFORE = frozenset({"summary", "judgement", "clause_before_unclear"})
# What names a speaker by a verb of speech, or takes one over: the talk can go on.
SPEAKS = frozenset(
    {
        "as_says",
        "clause_before_it",
        "clause_before_so",
        "clause_before_verb",
        "clause_behind",
        "clause_denied",
        "mood_goes_on_loose",
        "mood_goes_on_strict",
        "quotation_goes_on",
        "quotation_with_as",
        "quotation_with_so",
        "quotation_with_verb",
        "relative_clause",
    }
)


def doubts_of_carrying(
    reading: Reading, draft: Draft, earlier: Identified, own: Phrase | None
) -> tuple[str, ...]:
    """More where the claim before was itself unsure or the sentence says more."""
    sentence = reading.text.sentences[draft.sentence]
    first, end = draft.content[0][0], draft.content[-1][1]
    rest = [*range(sentence.first, first), *range(end, sentence.end)]
    alone = not any(reading.text.tokens[at].is_word for at in rest)
    pronouns = reading.lexicon.words.third_person
    stranger = reading.lower[first] in pronouns and own is None
    weak = earlier.how is How.PRONOUN or earlier.draft.rule in UNSURE_BEFORE
    aside = not weak and earlier.draft.rule not in SPEAKS
    doubtful = {
        "carried_from_weak": weak,
        "carried_from_aside": aside,
        "sentence_says_more": not alone,
        "other_pronoun": stranger,
    }
    return tuple(name for name, is_so in doubtful.items() if is_so)
