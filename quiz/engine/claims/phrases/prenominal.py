"""What stands before a noun: adjectives, numbers, participles with their own words."""

from quiz.engine.claims.words.noun import is_title
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import ANY_CASE, NO_GENITIVE

MAX_ADJECTIVES = 5
MAX_TAKEN = 9  # words a participle before its noun may take along


def can_open(reading: Reading, at: int) -> bool:
    """A noun, an adjective or a number: without an article nothing else does."""
    return reading.is_noun(at) or reading.is_adjective(at)


def past_adjectives(reading: Reading, at: int, end: int) -> int:
    """Past adjectives, numbers and what belongs to them."""
    begin = at
    while at < end and at - begin < MAX_ADJECTIVES and at not in reading.heads:
        if not _modifies(reading, at, end):
            break
        at += 1
    return at


def other_head(reading: Reading, at: int, core: int, end: int) -> int:
    """The head of a phrase whose article no noun or adjective follows; else `end`.

    As in "der 81-jährige sagte", where the age is the head, and "die in Talheim
    geborene Sängerin", where a participle takes words along.
    """
    if core - 2 > at and _is_inner_hyphen(reading, core - 2):
        return core - 1
    opens = core < end and core == at + 1 and at not in reading.quoted
    after_comma = at > 0 and reading.word(at - 1) == ","
    taken = reading.is_preposition(core) or reading.is_determiner(core) if opens else 0
    behind = reading.lexicon.words.quotation.behind_noun
    if not taken or after_comma or reading.lower[core] in behind:
        return end
    for head in range(core + 2, min(end, core + MAX_TAKEN)):
        before = head - 1
        token = reading.text.tokens[before]
        if not (token.is_word or token.text[0].isdigit()) or reading.verbs(before):
            break
        if reading.is_noun(head) and _is_participle(reading, before):
            return head
    return end


def leads_to_noun(reading: Reading, at: int, end: int) -> bool:
    """As in "ihr Sprecher", "diese Woche": a determiner rather than a pronoun."""
    if not reading.is_determiner(at):
        return False
    core = past_adjectives(reading, at + 1, end)
    return core < end and reading.is_noun(core)


def agree(reading: Reading, first: int, end: int) -> bool:
    """Adjectives without an article share their ending; a verb among them does not."""
    neuter = reading.lexicon.inflection.adjectives.neuter
    endings = {
        reading.lower[at].rstrip(neuter)[-1]
        for at in range(first, end)
        if reading.is_adjective(at) and reading.text.tokens[at].is_word
    }
    return len(endings) <= 1


def bare_cases(reading: Reading, at: int, core: int) -> str:
    """Cases of a phrase without article, from the ending of its adjective."""
    if core == at:
        return ANY_CASE if reading.is_genitive_name(at) else NO_GENITIVE
    ends, word = reading.lexicon.inflection.adjectives, reading.lower[core - 1]
    cases = (each for ending, each in ends.bare_cases.items() if word.endswith(ending))
    return next(cases, ends.bare_other)


def is_bare_genitive(reading: Reading, at: int, end: int) -> bool:
    """As in "Angaben örtlicher Behörden": an adjective in -er shows the genitive."""
    ending = reading.lexicon.inflection.adjectives.genitive
    if not reading.is_adjective(at) or not reading.lower[at].endswith(ending):
        return False
    core = past_adjectives(reading, at, end)
    return core < end and reading.is_noun(core)


def _modifies(reading: Reading, at: int, end: int) -> bool:
    """An adjective, a number, or an adverb before an adjective."""
    token = reading.text.tokens[at]
    if reading.is_adjective(at) or (token.text[0].isdigit() and at + 1 < end):
        return True
    if token.text == ".":
        return reading.text.tokens[at - 1].text[0].isdigit()
    counted = token.text in reading.lexicon.words.plural_determiners
    if _is_inner_hyphen(reading, at) or (counted and reading.is_determiner(at - 1)):
        return True
    return _is_adverb_before_adjective(reading, at, end)


def _is_adverb_before_adjective(reading: Reading, at: int, end: int) -> bool:
    """As in "der schwer bewaffnete Mann", "die staatlich gelenkte Agentur"."""
    token = reading.text.tokens[at]
    if at + 2 >= end or not token.is_word or token.is_capital:
        return False
    if reading.is_determiner(at) or reading.is_preposition(at):
        return False
    if reading.lower[at] in reading.lexicon.words.conjunctions.alternatives:
        return reading.is_adjective(at - 1) and reading.is_adjective(at + 1)
    behind_article = at > 0 and reading.is_determiner(at - 1)
    return behind_article and reading.is_adjective(at + 1) and reading.is_noun(at + 2)


def _is_participle(reading: Reading, at: int) -> bool:
    """As in "geborene", "gehörender": a participle before its noun."""
    endings = reading.lexicon.inflection.adjectives.participles
    return reading.is_adjective(at) and reading.lower[at].endswith(endings)


def _is_inner_hyphen(reading: Reading, at: int) -> bool:
    """The hyphen of "81-jährige": glued to a number and a word."""
    tokens = reading.text.tokens
    if tokens[at].text != "-" or not tokens[at - 1].text[0].isdigit():
        return False
    glued = tokens[at - 1].end == tokens[at].begin
    return glued and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].begin


def is_of_place(reading: Reading, first: int, mark: int) -> bool:
    """As in "der Kieler „Möwe“": whose it is, between an article and a name.

    Args:
        reading: the text.
        first: the article.
        mark: the quotation mark behind.
    """
    word, name = mark - 1, mark + 1
    if word != first + 1 or not reading.is_determiner(first) or is_title(reading, word):
        return False
    origin = reading.word(word).endswith(reading.lexicon.inflection.names.origin)
    return origin and reading.text.tokens[name].is_capital
