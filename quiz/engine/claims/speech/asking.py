"""What shows that somebody is asked, and by whom an interview is led."""

from quiz.engine.claims.candidates.candidate import Range, Via
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.sentence import CLOSING

QUESTION = "?"
MAX_TITLES = 3  # words behind "Frau" that can be the surname


def asks(reading: Reading, stretch: Range) -> bool:
    """It ends with a question mark, closing marks apart."""
    first, end = stretch
    while end > first and reading.word(end - 1) in CLOSING:
        end -= 1
    return end > first and reading.word(end - 1) == QUESTION


def addressed_in(reading: Reading, stretch: Range) -> set[str]:
    """As in "Frau Dr. Moos, was tun Sie?", "Ida, was tust du?": who is asked."""
    words = reading.lexicon.words.interview
    first, end = stretch
    found: set[str] = set()
    for at in range(first, end):
        if at in reading.starts and at + 1 < end and reading.word(at + 1) == ",":
            found.add(reading.word(at))
        if reading.word(at) in words.address:
            found.update(reading.words[at + 1 : min(end, at + 1 + MAX_TITLES)])
    return found


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
