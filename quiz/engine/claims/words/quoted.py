"""What quotation marks enclose: words that somebody said, or a name."""

from enum import StrEnum

from quiz.engine.claims.words.noun import is_body, is_outlet_noun
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.quotation import Quotation
from quiz.engine.text.sentence import END
from quiz.engine.text.token import is_address

# Counted on an annotated corpus: of fragments that begin small, those of three words
# and more are somebody's nearly always, shorter ones where the clause speaks.
MIN_FRAGMENT = 3
MIN_PHRASE = 5  # a capitalised phrase below that is mostly a name or a title
SHORT = 3  # up to here a small beginning behind an article can still be a name


class Wording(StrEnum):
    """How the words in quotation marks are built."""

    SENTENCE = "sentence"
    FRAGMENT = "fragment"
    PHRASE = "phrase"


class Setting(StrEnum):
    """What stands around the words in quotation marks."""

    ALONE = "alone"
    SPEECH = "speech"
    CLAIM = "claim"
    CALLED = "called"


def wording_of(reading: Reading, quotation: Quotation) -> Wording:
    """Whether it is a whole sentence, a piece out of one, or a phrase like a name.

    German writes nouns and names large: what begins small was lifted out of a
    sentence, as in "der Plan sei „mutig und klug“".
    """
    first = _first_word(reading, quotation)
    if first is None:
        return Wording.PHRASE
    small = not reading.text.tokens[first].is_capital
    if small:
        address = is_address(reading.word(first))
        return Wording.PHRASE if address else Wording.FRAGMENT
    if _is_sentence(reading, quotation, first):
        return Wording.SENTENCE
    return Wording.FRAGMENT if _ends_small(reading, quotation) else Wording.PHRASE


def is_said(reading: Reading, quotation: Quotation, setting: Setting) -> bool:
    """Whether words in quotation marks inside a clause are somebody's.

    As in "nannte den Plan „mutig und klug“", but not in "das Stück „Die Räuber“",
    "die sogenannte „grüne Welle“" or "die „Neue Halle“".
    """
    address = is_address(reading.word(quotation.first + 1))
    if quotation.words == 0 or address or _is_so_called(reading, quotation):
        return False
    wording = wording_of(reading, quotation)
    verdict = wording is Wording.PHRASE and setting is Setting.CALLED
    if not verdict and _names_what_is_before(reading, quotation, wording):
        return False
    if wording is not Wording.SENTENCE and _explains(reading, quotation):
        return False
    if wording is Wording.FRAGMENT:
        return _is_said_fragment(reading, quotation, setting)
    if wording is Wording.SENTENCE:
        return quotation.words > 1 and not (
            setting is Setting.ALONE and _behind_definite(reading, quotation)
        )
    return _is_said_phrase(reading, quotation, setting)


def introduces_words(reading: Reading, at: int) -> bool:
    """As in "mit den Worten „…“", "Rufe wie „…“": a noun for something said."""
    words = reading.lexicon.words.wording
    while at > 0 and (reading.lower[at] in words.such_as or reading.word(at) == ":"):
        at -= 1
    return at >= 0 and reading.word(at) in words.said


def is_name_noun(reading: Reading, at: int) -> bool:
    """As in "Titel", "Films", "Themenbereich": a noun that a name follows."""
    words = reading.lexicon.words.wording
    word = reading.word(at)
    ends = reading.lexicon.inflection.nouns.cases
    if word in words.named or any(word.removesuffix(e) in words.named for e in ends):
        return True
    return word.lower().endswith(words.named_endings)


def titles_what_is_before(reading: Reading, quotation: Quotation) -> bool:
    """As in "unter dem Motto „Rettet den Wald!“": the name of what stands before."""
    wording = wording_of(reading, quotation)
    return _names_what_is_before(reading, quotation, wording)


def is_indefinite(reading: Reading, at: int) -> bool:
    """As in "ein", "keine", "einem"; behind them stands no name."""
    beginnings = reading.lexicon.words.wording.indefinite
    return reading.lower[at].startswith(beginnings) and reading.is_determiner(at)


def _is_said_fragment(reading: Reading, quotation: Quotation, setting: Setting) -> bool:
    before = quotation.first - 1
    behind_article = before >= 0 and reading.is_determiner(before)
    large = reading.text.tokens[quotation.first + 1].is_capital
    if behind_article and large:
        return is_indefinite(reading, before)
    if behind_article and quotation.words <= SHORT:
        inside = range(quotation.first + 1, quotation.last)
        ends = reading.lexicon.inflection.adjectives.endings
        bent = any(reading.lower[at].endswith(ends) for at in inside)
        if not bent:
            return False  # "die „moor und meer“"
    if quotation.words >= MIN_FRAGMENT:
        return True
    if quotation.words > 1:
        return setting is not Setting.ALONE
    return setting in (Setting.CLAIM, Setting.CALLED)


def _is_said_phrase(reading: Reading, quotation: Quotation, setting: Setting) -> bool:
    """A capitalised phrase is a name unless the clause says what somebody calls it."""
    before = quotation.first - 1
    if setting is Setting.CALLED or introduces_words(reading, before):
        return True
    if before < 0 or setting is Setting.ALONE:
        return False
    article = _before_adjectives(reading, before)
    if is_indefinite(reading, article):
        thing = article > 0 and reading.is_preposition(article - 1)
        # "das Geld für ein „Haus der Möwen und Menschen“"
        return not thing and (setting is Setting.CLAIM or quotation.words > 1)
    if reading.has_article(article):
        return False
    abstract = setting is Setting.CLAIM and _is_abstract(reading, quotation)
    return abstract or quotation.words >= MIN_PHRASE


def _is_abstract(reading: Reading, quotation: Quotation) -> bool:
    """As in "durch „Trickserei“": a noun made of another word is hardly a name."""
    endings = reading.lexicon.words.wording.derived_endings
    return reading.word(quotation.last - 1).endswith(tuple(endings))


def _before_adjectives(reading: Reading, at: int) -> int:
    """As in "der kleinen, weißen „Möwe“": where the article of a phrase can stand."""
    floor = max(0, at - SHORT)
    while at > floor and reading.is_adjective(at) and not reading.is_determiner(at):
        at -= 1
    return at


def _names_what_is_before(
    reading: Reading, quotation: Quotation, wording: Wording
) -> bool:
    """As in "der Film „Der Deich“", "das Magazin „segeln und mehr“"."""
    before = quotation.first - 1
    if before < 0 or introduces_words(reading, before):
        return False
    if reading.word(before) == "," and is_name_noun(reading, before - 1):
        return True  # "das Motto, „ein Haus für alle“"
    if reading.lower[before] in reading.lexicon.words.wording.for_example:
        before -= 1  # "Filme wie „Der Deich“"
    if not reading.is_noun(before):
        return False
    if wording is not Wording.FRAGMENT:
        return True
    large = reading.text.tokens[quotation.first + 1].is_capital
    large = large and quotation.words < MIN_PHRASE
    return (
        large
        or is_name_noun(reading, before)
        or is_outlet_noun(reading, before)
        or (is_body(reading, before) and quotation.words < MIN_FRAGMENT)
    )


def _is_so_called(reading: Reading, quotation: Quotation) -> bool:
    """As in "die sogenannte „grüne Welle“", "kurz „NWV“": a name is explained."""
    words = reading.lexicon.words.wording
    at = quotation.first - 1
    if at >= 0 and reading.word(at) in ("(", ":"):
        at -= 1
    while at > 0 and reading.lower[at] in reading.lexicon.words.adverbs.words:
        at -= 1
    if at < 0:
        return False
    after = quotation.last + 1
    if after < len(reading.lower) and reading.lower[after] in words.titled:
        return True
    lower = reading.lower[at]
    if lower in words.explaining:
        return True
    joined = (reading.lower[at - 1] if at else "") + lower
    return lower.startswith(words.so_called) or joined.startswith(words.so_called)


def _explains(reading: Reading, quotation: Quotation) -> bool:
    """As in "(„weiße Welle“)": alone in brackets; or "wie „segeln heute“ meldet"."""
    before = quotation.first - 1
    if before < 0:
        return False
    after = quotation.last + 1
    closed = after < len(reading.lower) and reading.word(after) == ")"
    alone = reading.word(before) == "(" and closed
    sources = reading.lexicon.words.wording.before_source
    source = reading.lower[before] in sources and quotation.words <= SHORT
    return alone or (source and not introduces_words(reading, before))


def _behind_definite(reading: Reading, quotation: Quotation) -> bool:
    """As in "das „Wir backen selbst“ in der Hafenstraße": a name."""
    before = quotation.first - 1
    if before < 0 or not reading.has_article(before):
        return False
    return not is_indefinite(reading, before)


def _ends_small(reading: Reading, quotation: Quotation) -> bool:
    """As in "„Wege aus der Krise gesucht“": a name ends in a noun."""
    last = reading.text.tokens[quotation.last - 1]
    return quotation.words >= SHORT and last.is_word and not last.is_capital


def _first_word(reading: Reading, quotation: Quotation) -> int | None:
    for at in range(quotation.first + 1, quotation.last):
        if reading.text.tokens[at].is_word:
            return at
    return None


def _is_sentence(reading: Reading, quotation: Quotation, first: int) -> bool:
    """It ends like a sentence, or holds a verb, or somebody says "ich" or "wir"."""
    last = quotation.last - 1
    if reading.word(last) in END and last > first:
        return reading.word(last - 1) not in reading.lexicon.words.abbreviations
    own = reading.lexicon.words.wording.own
    inside = range(first, quotation.last)
    return any(reading.lower[at] in own or _is_verb(reading, at) for at in inside)


def _is_verb(reading: Reading, at: int) -> bool:
    return not reading.text.tokens[at].is_capital and reading.is_finite(at)
