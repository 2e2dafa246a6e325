"""What can be doubtful about whose words a claim gives.

The shares are estimates, as those of the rules: see `confidence`.
"""

from math import prod

from quiz.engine.claims.ground import Doubt
from quiz.engine.claims.reason import Aspect

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
SENTENCE_SAYS_MORE = Doubt(id="sentence_says_more", share=0.8, about=Aspect.WORDS)
OTHER_PRONOUN = Doubt(id="other_pronoun", share=0.8)
GOES_ON_LATER = Doubt(id="goes_on_later", share=0.93)
GUESSED = Doubt(id="guessed", share=0.5)
WORDS_CONTESTED = Doubt(id="words_contested", share=0.75, about=Aspect.WORDS)
WORD_UNACCOUNTED = Doubt(id="word_unaccounted", share=0.8, about=Aspect.SOURCE)
TALK_MAY_GO_ON = Doubt(id="talk_may_go_on", share=0.8, about=Aspect.SOURCE)
MAYBE_TOLD = Doubt(id="maybe_told", share=0.7, about=Aspect.SOURCE)
NAME_UNCLEAR = Doubt(id="name_unclear", share=0.7)
EPITHET = Doubt(id="epithet", share=0.95)
ROLE_MAY_BE_NAMED = Doubt(id="role_may_be_named", share=0.75)
VOICE_INSIDE = Doubt(id="voice_inside", share=0.7)
MARKS_UNCLEAR = Doubt(id="marks_unclear", share=0.7, about=Aspect.WORDS)
LINE_BREAKS = Doubt(id="line_breaks", share=0.7, about=Aspect.WORDS)
REPORTER_LEANS = Doubt(id="reporter_leans", share=0.7)
HEADING_INSIDE = Doubt(id="heading_inside", share=0.7, about=Aspect.WORDS)
SOURCE_MAY_GO_ON = Doubt(id="source_may_go_on", share=0.7, about=Aspect.WORDS)
WORDS_GO_ON = Doubt(id="words_go_on", share=0.7, about=Aspect.WORDS)
NO_STATEMENT = Doubt(id="no_statement", share=0.7, about=Aspect.WORDS)


def weight_of(doubts: tuple[Doubt, ...]) -> float:
    """How much of the confidence these doubts take together."""
    return 1 - prod(doubt.share for doubt in doubts)
