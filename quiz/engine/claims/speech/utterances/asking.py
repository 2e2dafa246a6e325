"""What shows that somebody is asked, and by whom an interview is led."""

from quiz.engine.claims.candidates.candidate import Range, Via
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.words.noun import is_first_name
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.sentence import CLOSING

QUESTION = "?"


def asks(reading: Reading, stretch: Range) -> bool:
    """It ends with a question mark, closing marks apart."""
    first, end = stretch
    while end > first and reading.word(end - 1) in CLOSING:
        end -= 1
    return end > first and reading.word(end - 1) == QUESTION


def addressees_in(reading: Reading, stretch: Range) -> list[Phrase]:
    """As in "Frau Dr. Moos, was tun Sie?", "Ida, was tust du?": who is asked."""
    found: list[Phrase] = []
    first, end = stretch
    at = first
    while at < end:
        opens = at in reading.starts or reading.word(at - 1) == ","
        phrase = phrase_at(reading, at, end) if opens else None
        if phrase is not None and _is_address(reading, phrase, end):
            found.append(phrase)
        at = phrase.end if phrase is not None else at + 1
    return found


def _is_address(reading: Reading, phrase: Phrase, end: int) -> bool:
    """As in "Frau Dr. Moos,", "Ida,"."""
    if phrase.pronoun or phrase.first < phrase.core or phrase.end >= end:
        return False
    if reading.word(phrase.end) not in (",", QUESTION):
        return False
    word = reading.word(phrase.core)
    if word in reading.lexicon.words.interview.address:
        return phrase.core_end - phrase.core > 1
    alone = phrase.core_end - phrase.core == 1
    return alone and is_first_name(word, reading.lexicon)


def is_polite(reading: Reading, stretch: Range) -> bool:
    """As in "was tun Sie?": said to somebody."""
    polite = reading.lexicon.words.polite
    places = range(*stretch)
    return any(reading.word(n) in polite and n not in reading.starts for n in places)


def says_own(reading: Reading, stretch: Range) -> bool:
    """As in "wir warten": whoever speaks says it of himself."""
    own = reading.lexicon.words.wording.own
    return any(
        reading.lower[n] in own and n not in reading.quoted for n in range(*stretch)
    )


def announces(reading: Reading, sentences: range) -> bool:
    """As in "Ein Gespräch über Käfer": one of these sentences calls it an interview."""
    return any(_names_talk(reading, index) for index in sentences)


def heard_by(reading: Reading, sentences: range) -> tuple[Via, ...]:
    """As in "Im Interview mit der Nordpost spricht Försterin Moos": the outlet."""
    talking = reading.lexicon.words.quotation.talking
    for index in sentences:
        if not _names_talk(reading, index):
            continue
        sentence = reading.text.sentences[index]
        for phrase, governed in phrases_in(reading, sentence.first, sentence.end):
            if governed is None or reading.lower[governed] not in talking:
                continue
            if is_media(reading, phrase):
                return (Via(phrase, (governed,)),)
    return ()


def _names_talk(reading: Reading, index: int) -> bool:
    sentence = reading.text.sentences[index]
    nouns = reading.lexicon.words.interview.announcing
    return any(
        reading.lower[at].endswith(nouns) and reading.text.tokens[at].is_capital
        for at in range(sentence.first, sentence.end)
    )
