"""The rules for questions in words: what is wrong and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from quiz.engine.questions.rules.validity import Violation

RULES = {
    "V01": _l("It must have exactly the answer that the article gives."),
    "V02": _l("Two of the answers can mean the same. Exchange one of them."),
    "V03": _l("The question gives the answer away. Take its name out of the question."),
    "V04": _l(
        "The article does not prove this, or you said that the statement is none. "
        "Leave the question out, or look at the statement again."
    ),
    "V05": _l("A wrong answer could be right as well. Exchange it."),
    "V06": _l("Nobody in particular says this. Leave the question out."),
    "V07": _l("Only the right answer is of its kind. Exchange a wrong one."),
    "V08": _l("One answer is much longer than the others and sticks out."),
    "V09": _l("The question should be a whole question with a question mark."),
    "V10": _l("“All of them” and “none of them” are no answers."),
    "V11": _l("“Not” in a question is easily read over. Can it be put without?"),
    "V12": _l("This is hard to read. Can it be put in shorter words?"),
    "V13": _l(
        "The words quoted must stay in the question as they are, in both languages, "
        "and the rest must be your own words."
    ),
    "V14": _l("A wrong answer is not in the article, so nobody would choose it."),
    "V15": _l("The wrong answers never speak in the article and are easily ruled out."),
    "V19": _l("This stands in a heading, where speakers get lost."),
    "V20": _l("Outside the quotation nothing may judge anybody. Word it neutrally."),
    "V22": _l("Every question needs an explanation in both languages."),
}
_ANY = _l("A rule for questions speaks against it.")


@dataclass(frozen=True, slots=True)
class Objection:
    """What speaks against a question, for its teacher."""

    blocks: bool
    sentence: str


def sentence_of(rule: str) -> str:
    """A rule in words."""
    return str(RULES.get(rule, _ANY))


def objections(found: Iterable[Violation]) -> tuple[Objection, ...]:
    """Each rule once, the ones that block first."""
    by_rule: dict[tuple[bool, str], None] = {}
    for each in found:
        by_rule.setdefault((each.level == "block", each.rule))
    ordered = sorted(by_rule, key=lambda one: (not one[0], one[1]))
    return tuple(Objection(blocks, sentence_of(rule)) for blocks, rule in ordered)
