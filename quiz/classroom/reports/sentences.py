"""What to do about a mistake of a class: one suggestion for each skill."""

from flask_babel import lazy_gettext as _l

from quiz.engine.questions.question import Skill

SUGGESTIONS = {
    Skill.SPEAKER: _l(
        "Have everybody underline the word of saying in these sentences and draw an "
        "arrow to whoever says it. Then ask: is that the speaker, or only a name "
        "nearby?"
    ),
    Skill.SOURCE: _l(
        "Have two columns filled in: who says it, and who passes it on. Where the "
        "second one stays empty, ask how the newspaper could know."
    ),
    Skill.CHAIN: _l(
        "Have three pupils play the way of one sentence: speaker, agency, newspaper. "
        "Each says only what they have from the one before."
    ),
    Skill.HEDGE: _l(
        "Read the sentence once with and once without its small words of doubt, and "
        "have the difference said in words of their own."
    ),
    Skill.DIRECTNESS: _l(
        "Have one quotation turned into indirect speech and back, and look at what "
        "changes: the verb, and nothing about who says it."
    ),
    Skill.REFERENCE: _l(
        "Have the pronouns of the paragraph replaced by names, from the top down."
    ),
    Skill.FAIRNESS: _l(
        "Have the sentence passed on in one's own words, and let the neighbour check "
        "whether one still sees who said it."
    ),
    Skill.WORDING: _l(
        "Collect the words that judge, and ask of each: whose word is it, the "
        "speaker's or the newspaper's?"
    ),
    Skill.STATEMENT: _l(
        "Sort the statements into three heaps: can be checked, is an opinion, is a "
        "forecast. Doubtful ones are the most useful."
    ),
    Skill.CRITICISM: _l(
        "Ask of each voice: what would it gain if we believed it? Nobody is in the "
        "wrong for that alone."
    ),
}
"""Skill → what one can do about it in a lesson."""
