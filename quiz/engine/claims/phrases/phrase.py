"""Noun phrases: the candidates for speakers and sources."""

from typing import NamedTuple

from quiz.engine.claims.phrases.complement import (
    is_leader,
    past_fields,
    takes_country,
    takes_leader,
    takes_purpose,
)
from quiz.engine.claims.phrases.prenominal import (
    agree,
    bare_cases,
    can_open,
    is_bare_genitive,
    is_of_place,
    leads_to_noun,
    other_head,
    past_adjectives,
)
from quiz.engine.claims.phrases.proper_names import MAX_NOUNS, less_source, past_nouns
from quiz.engine.claims.words.noun import (
    is_body,
    is_day,
    is_outlet_noun,
    is_title,
    may_begin_outlet,
)
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import NO_GENITIVE, Case
from quiz.engine.text.sentence import OPENING

AGED = 4  # tokens of "der 67-Jährige"
MAX_QUOTED_NAME = 4  # words of an outlet's name in quotation marks
MAX_PHRASE = 50  # tokens with all genitives, so that time stays linear


class Phrase(NamedTuple):
    """A noun phrase or pronoun, as token indices.

    Attributes:
        first, end: the phrase with its article and attributes, `[first, end)`.
        core: where its capitalised words begin.
        core_end: one past the last of them; the last is a name or the head noun.
        cases: letters of n, g, d, a that it can stand in.
        pronoun: it is a pronoun.
        genitive: the phrase attached behind it ("der Direktor des Instituts").
        apposition: what is set beside it in commas ("An, Direktor des …,").
        quoted_name: a name in quotation marks right behind it (token range).
    """

    first: int
    end: int
    core: int
    core_end: int
    cases: str
    pronoun: bool = False
    genitive: "Phrase | None" = None
    apposition: "Phrase | None" = None
    quoted_name: tuple[int, int] | None = None

    def can_be(self, case: str) -> bool:
        """Whether it can stand in that case."""
        return case in self.cases


def phrase_at(reading: Reading, at: int, end: int) -> Phrase | None:
    """The noun phrase or pronoun that begins at this token and ends before `end`."""
    if at >= end or at not in reading.openers:
        return None
    end = min(end, at + MAX_PHRASE)
    if reading.is_pronoun(at) and not leads_to_noun(reading, at, end):
        cases = reading.lexicon.words.pronouns[reading.lower[at]].cases
        return Phrase(at, at + 1, at, at + 1, cases, pronoun=True)
    if reading.is_determiner(at):
        if (aged := _aged(reading, at, end)) is not None:
            return aged
        if at + 1 < end and Case.GENITIVE in reading.cases(at + 1):
            is_article = reading.lower[at] in reading.lexicon.words.articles
            return None if is_article else _partitive(reading, at, end)
    return _with_head(reading, at, end)


def _aged(reading: Reading, at: int, end: int) -> Phrase | None:
    """As in "der 67-Jährige": it stands for somebody, as a pronoun does."""
    aged = reading.lexicon.words.aged
    last = at + AGED - 1
    if last >= end or not reading.lower[last].startswith(aged.noun):
        return None
    if not reading.word(at + 1).isdigit() or reading.word(at + 2) != "-":
        return None
    named = last + 1 < end and reading.is_noun(last + 1)  # "die 51-Jährige Lea Arndt"
    if named or age_key(reading, at, last) not in aged.fits:
        return None
    cases = reading.cases(at)
    return Phrase(at, last + 1, at, last + 1, cases, pronoun=True)


def age_key(reading: Reading, first: int, last: int) -> str:
    """The article and the noun that show the gender: "der jährige"."""
    return f"{reading.lower[first]} {reading.lower[last]}"


def _with_head(reading: Reading, at: int, end: int) -> Phrase | None:
    """A phrase with a noun as its head, whose article may stand at this token."""
    cases = reading.cases(at)
    if not cases and not can_open(reading, at):
        return None
    core = at + 1 if cases else at
    core = past_adjectives(reading, core, end)
    if cases and core < end and reading.is_mark(core):
        return quoted_phrase(reading, (at, core), end)
    if core >= end or not reading.is_noun(core):
        core = other_head(reading, at, core, end) if cases else end
    if core >= end:
        return None
    if not cases and not agree(reading, at, core):
        return None
    core_end = less_source(reading, core, past_nouns(reading, core, end))
    if not cases:
        cases = bare_cases(reading, at, core)
    phrase = Phrase(at, core_end, core, core_end, cases)
    phrase = _with_second_office(reading, phrase, end) or phrase
    return _with_attributes(reading, phrase, end)


def _with_second_office(reading: Reading, phrase: Phrase, end: int) -> Phrase | None:
    """As in "die Rätin und Bürgermeisterin Lea Arndt": one person, two offices."""
    at, last = phrase.end + 1, phrase.core_end - 1
    joined = (
        at < end
        and reading.lower[phrase.end] in reading.lexicon.words.conjunctions.joining
    )
    if not joined or not is_title(reading, last) or not reading.is_noun(at):
        return None
    words, titles = reading.lexicon.words, reading.lexicon.inflection.titles
    feminine = reading.word(last).endswith(titles.feminine + titles.either)
    singular = reading.lower[phrase.first] in words.articles
    if reading.lower[phrase.first] in words.plural_article and not feminine:
        return None
    core_end = past_nouns(reading, at, end)
    if not singular or not is_title(reading, at) or core_end - at < 2:
        return None
    return phrase._replace(end=core_end, core=at, core_end=core_end)


def name_at(reading: Reading, at: int, end: int) -> Phrase | None:
    """The phrase that begins there, also one that is a name in quotation marks."""
    if at < end and at in reading.quoted and at - 1 not in reading.quoted:
        return quoted_phrase(reading, (at, at), end)
    return phrase_at(reading, at, end)


def quoted_phrase(reading: Reading, start: tuple[int, int], end: int) -> Phrase | None:
    """As in "dem „Talheimer Anzeiger“": a name in quotation marks.

    Args:
        reading: the text.
        start: where the phrase begins (its article, or the mark) and the mark.
        end: the phrase must end before it.
    """
    first, mark = start
    close = mark + 1
    while close < end and close + 1 in reading.quoted and close - mark <= MAX_NOUNS:
        close += 1
    words = range(mark + 1, close)
    if close >= end or close not in reading.quoted or not words:
        return None
    opens = mark + 1 + (reading.is_determiner(mark + 1) and len(words) > 1)
    capital = reading.is_noun(opens) or reading.text.tokens[opens].is_capital
    if not capital or len(words) > MAX_QUOTED_NAME:
        return None
    cases = reading.cases(first) or NO_GENITIVE
    name = (mark + 1, close)
    return Phrase(first, close + 1, *name, cases, quoted_name=name)


def _partitive(reading: Reading, at: int, end: int) -> Phrase | None:
    """As in "einige der Forscher", "einer der drei Bäcker"."""
    inner = phrase_at(reading, at + 1, end)
    if inner is None or inner.pronoun:
        return None
    alone = reading.lexicon.words.partitive.get(reading.lower[at])
    return inner._replace(first=at, cases=alone or reading.cases(at))


def _with_attributes(reading: Reading, phrase: Phrase, end: int) -> Phrase:
    if phrase.end >= end:
        return phrase
    phrase = _with_parenthesis(reading, phrase, end)
    phrase = _with_quoted_name(reading, phrase, end)
    if phrase.end < end:
        phrase = _with_complement(reading, phrase, end)
    return _with_genitive(reading, phrase, end)


def _with_complement(reading: Reading, phrase: Phrase, end: int) -> Phrase:
    """As in "das Bundesamt für Umwelt", "der Rat für Verkehr", "das Team um Ott"."""
    at, noun = phrase.end, phrase.core_end - 1
    if takes_country(reading, noun, at, end):
        return phrase._replace(end=at + 2)
    purpose = takes_purpose(reading, noun, at)
    led = takes_leader(reading, noun, at)
    inner = phrase_at(reading, at + 1, end) if purpose or led else None
    if inner is None or (led and not is_leader(reading, inner.core, inner.core_end)):
        return phrase
    behind = past_fields(reading, inner.end, end) if purpose else inner.end
    return phrase._replace(end=behind)


def _with_parenthesis(reading: Reading, phrase: Phrase, end: int) -> Phrase:
    """As in "Lea Arndt (CDU)", "Bundeskriminalamt (BKA)": part of the phrase."""
    at = phrase.end
    if at + 2 < end and reading.word(at) == "(":
        for close in range(at + 1, min(end, at + 6)):
            if reading.word(close) == ")":
                return phrase._replace(end=close + 1)
    return phrase


def _with_quoted_name(reading: Reading, phrase: Phrase, end: int) -> Phrase:
    """As in "die Zeitung „Nordpost“": the name stands in quotation marks behind it."""
    at = phrase.end
    if at >= end or at not in reading.quoted or reading.word(at) not in OPENING:
        return phrase
    last = phrase.core_end - 1
    named = reading.word(last) in reading.lexicon.nouns.sites
    named = named or is_outlet_noun(reading, last) or is_body(reading, last)
    if not (named or is_of_place(reading, phrase.first, phrase.end)):
        return phrase
    for close in range(at + 1, min(end, at + 8)):
        if close not in reading.quoted or (
            close + 1 >= len(reading.lower) or close + 1 not in reading.quoted
        ):
            if 1 < close - at <= 6:
                return phrase._replace(end=close + 1, quoted_name=(at + 1, close))
            break
    return phrase


def _with_genitive(reading: Reading, phrase: Phrase, end: int) -> Phrase:
    at = phrase.end
    if at >= end:
        return phrase
    origins = reading.lexicon.words.origins
    if reading.lower[at] in origins and _takes_attribute(reading, phrase):
        inner = name_at(reading, at + 1, end)
        if inner is not None and not _is_no_owner(reading, inner):
            return phrase._replace(end=inner.end, genitive=inner)
    word = reading.word(phrase.core_end - 1)
    owner = reading.is_noun(at) and reading.is_genitive_name(at)
    if word in reading.lexicon.nouns.statements and owner:
        inner = phrase_at(reading, at, end)
        return phrase._replace(end=inner.end, genitive=inner) if inner else phrase
    bare = word in reading.lexicon.nouns.statements and is_bare_genitive(
        reading, at, end
    )
    if bare or (
        Case.GENITIVE in reading.cases(at) and _takes_attribute(reading, phrase)
    ):
        inner = phrase_at(reading, at, end)
        if inner is not None and not _is_addressee(reading, phrase, inner):
            return phrase._replace(end=inner.end, genitive=inner)
    return phrase


def _is_no_owner(reading: Reading, phrase: Phrase) -> bool:
    """As in "Angaben von ihm", "Angaben vom Montag", "die Rede von 900"."""
    counted = reading.word(phrase.first)[0].isdigit()
    return phrase.pronoun or counted or is_day(reading, phrase.core_end - 1)


def _takes_attribute(reading: Reading, phrase: Phrase) -> bool:
    """A common noun takes a genitive behind it, a name does not."""
    word = reading.word(phrase.core_end - 1)
    if phrase.core_end - phrase.core > 1:
        return reading.lower[phrase.first] in reading.lexicon.words.nominative_articles
    nouns = reading.lexicon.nouns
    if word in nouns.statements or word in nouns.documents or word in nouns.group_nouns:
        return True  # "Angaben der Polizei", "aus Kreisen der Partei"
    return reading.is_determiner(phrase.first) or is_title(reading, phrase.core)


def _is_addressee(reading: Reading, phrase: Phrase, inner: Phrase) -> bool:
    """As in "sagte der Direktor der Nordpost": whom it was said to, rather.

    But "ein Reporter der Nordpost" works there.
    """
    head = reading.word(phrase.core_end - 1)
    works_there = head.lower().endswith(reading.lexicon.nouns.outlet_compound_endings)
    if works_there or head in reading.lexicon.nouns.statements:
        return False
    marks = reading.lexicon.words.quotation
    ours = reading.lower[inner.first] in marks.ours
    if ours and reading.word(inner.core_end - 1) in reading.lexicon.nouns.newsrooms:
        return True  # "sagte ein Freund des Sängers unserer Redaktion"
    addressed = reading.lower[inner.first] in marks.addressed
    name = inner.core if inner.quoted_name is None else inner.quoted_name[1] - 1
    return addressed and any(may_begin_outlet(reading, n) for n in (inner.core, name))
