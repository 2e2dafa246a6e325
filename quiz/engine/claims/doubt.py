"""What can be doubtful about whose words a claim gives.

The shares are estimates, as those of the rules: see `confidence`.
"""

from math import prod

from quiz.engine.claims.ground import Doubt

NAME_SHARED = Doubt(id="name_shared", share=0.7)
VOICES_JOINED = Doubt(id="voices_joined", share=0.8)
PRONOUN = Doubt(id="pronoun", share=0.95)
PRONOUN_OPEN = Doubt(id="pronoun_open", share=0.8)
PRONOUN_FITS_NOBODY = Doubt(id="pronoun_fits_nobody", share=0.7)
NOBODY_NAMED = Doubt(id="nobody_named", share=0.6)
OTHER_PARAGRAPH = Doubt(id="other_paragraph", share=0.6)
CARRIED_FROM_WEAK = Doubt(id="carried_from_weak", share=0.85)
CARRIED_FROM_ASIDE = Doubt(id="carried_from_aside", share=0.85)
CARRIED_FROM_DOUBTFUL = Doubt(id="carried_from_doubtful", share=0.7)
SENTENCE_SAYS_MORE = Doubt(id="sentence_says_more", share=0.8)
OTHER_PRONOUN = Doubt(id="other_pronoun", share=0.8)
GUESSED = Doubt(id="guessed", share=0.5)
WORDS_CONTESTED = Doubt(id="words_contested", share=0.75)
MARKS_UNCLEAR = Doubt(id="marks_unclear", share=0.7)
LINE_BREAKS = Doubt(id="line_breaks", share=0.7)
REPORTER_LEANS = Doubt(id="reporter_leans", share=0.7)


def weight_of(doubts: tuple[Doubt, ...]) -> float:
    """How much of the confidence these doubts take together."""
    return 1 - prod(doubt.share for doubt in doubts)
