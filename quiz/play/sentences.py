"""What is said to players: why not, after an answer, at the end of a round."""

from dataclasses import dataclass
from functools import lru_cache

from flask_babel import lazy_gettext as _l

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.pointing import Pointed
from quiz.engine.questions.question import Skill
from quiz.engine.text.text import read_text

AT_A_GLANCE = 2
"""Sentences of an explanation that are read without opening anything."""

# Why something was not taken.
SENTENCES = {
    "no_option": _l("Choose an answer first."),
    "nothing_typed": _l("Type an answer first."),
    "too_long": _l("That is too long: at most %(most)s characters."),
    "same_place": _l("Two cards have the same place. Give each its own."),
    "unknown_option": _l("That is none of the answers. Please choose again."),
    "repeated_option": _l("Each card can be used only once."),
    "too_many_options": _l("Choose one answer only."),
    "already_answered": _l("You have answered this already. The first answer counts."),
    "answer_in_order": _l("One after the other: this question comes first."),
    "no_sentence": _l("Choose a sentence first, or skip this."),
    "unknown_sentence": _l("That is none of the sentences. Please choose again."),
    "round_closed": _l("The time for this round is over. What you answered counts."),
    "round": _l("There is no such round, or it belongs to somebody else."),
    "question_set": _l("These questions are gone."),
}

# A wrong choice that was close: the mistake it shows, and a warm word about it.
NEAR = {
    "M1": _l("Right place! One says it, another passes it on."),
    "M2": _l("This name is in there. But who says it?"),
    "M4": _l("Right sentence, other voice: look for who speaks and who listens."),
}

# One thing to keep in mind, by what was practised.
LEARNT = {
    Skill.SPEAKER: _l("A verb of saying beside a name tells who is speaking."),
    Skill.SOURCE: _l("Whoever passes something on has not said it themselves."),
    Skill.CHAIN: _l(
        "First somebody says it, then somebody reports it, at last it is printed."
    ),
    Skill.HEDGE: _l("Small words such as “perhaps” leave open whether it is so."),
    Skill.DIRECTNESS: _l("Quotation marks mean word for word; all else is retold."),
    Skill.REFERENCE: _l("Who “he”, “she” or “the minister” is stands further up."),
    Skill.FAIRNESS: _l("When you pass something on, say whose words they are."),
    Skill.WORDING: _l("A word in quotation marks is just as that person said it."),
    Skill.STATEMENT: _l("A fact can be checked; an opinion or a forecast cannot."),
    Skill.CRITICISM: _l("Ask yourself: who gains if this is said?"),
}

# How near somebody pointed to the sentence that shows the answer.
POINTED = {
    Pointed.FOUND: _l("Found: exactly this sentence shows it."),
    Pointed.BESIDE: _l("Close: the sentence beside it shows it."),
    Pointed.NAMES: _l("Close: here stands the name. The marked sentence shows it."),
    Pointed.ELSEWHERE: _l("The sentence that shows it is marked."),
}


_EXPLAINED = 2048  # texts that are remembered; each is a short one


@dataclass(frozen=True, slots=True)
class Why:
    """An explanation: what is read at a glance, and the lines behind the fold."""

    glance: str
    more: tuple[str, ...]


@lru_cache(_EXPLAINED)
def why_in(text: str) -> Why:
    """An explanation of ours or a teacher's, in either language.

    The engine tells where its sentences end: not inside quotation marks, not behind
    "Dr.".
    """
    read = read_text(text, lexicon("de"))
    told = [text[each.span.begin : each.span.end] for each in read.sentences]
    rest = " ".join(told[AT_A_GLANCE:])
    return Why(" ".join(told[:AT_A_GLANCE]), (rest,) if rest else ())
