"""Posts on the internet, and paragraphs that the one before them introduces."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quiz.engine.claims.candidates.candidate import Range, SentenceView
from quiz.engine.claims.candidates.via import candidate_of
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.doubt import WORDS_GO_ON
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.reason import SpeakerReason
from quiz.engine.claims.speech.direct import WITH
from quiz.engine.claims.speech.utterances.labels import ACCOUNT, label_of
from quiz.engine.claims.speech.utterances.turns import tokens_of
from quiz.engine.claims.speech.utterances.utterance import Utterance, uttered
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Trait
from quiz.engine.text.text import CREDIT_MARKS, Paragraph, Part

POST = Rule(
    id="post_headed",
    share=0.9,
    gives=ClaimType.DIRECT,
    naming=SpeakerReason.NAMED_BEFORE_COLON,
)
INTRODUCED = Rule(id="paragraph_introduced", share=0.75, gives=ClaimType.DIRECT)


@dataclass(frozen=True, slots=True)
class _Post:
    """Whose it is, and the token behind the colon."""

    speaker: Phrase
    begin: int


def posts_in(reading: Reading) -> Iterator[Utterance]:
    """As in "@lenk: Es regnet.", and behind "Lenk schrieb auf X:" in its own line."""
    for paragraph in reading.text.paragraphs:
        if paragraph.part is Part.BODY:
            posts = [*_headed(reading, paragraph)]
            introduced = None if posts else _introduced(reading, paragraph)
            yield from posts if introduced is None else [introduced]


def _headed(reading: Reading, paragraph: Paragraph) -> Iterator[Utterance]:
    """As in "@lenk: Der Steg bleibt.", "Vera Lenk (@lenk): Der Steg bleibt.".

    Each goes to the next. Where the article's own words stand before the first, its
    own may follow the last: that is sure of no more than a sentence.
    """
    every = range(paragraph.first, paragraph.end)
    posts = {index: post for index in every if (post := _post(reading, index))}
    stops = [*posts, paragraph.end][1:]
    for (index, post), stop in zip(posts.items(), stops, strict=True):
        open_end = stop == paragraph.end and paragraph.first not in posts
        sentences = range(index, index + 1 if open_end else stop)
        place = (post.begin, tokens_of(reading, sentences)[1])
        content = _quoted(paragraph, place) or place
        found = uttered((sentences, content), post.speaker, POST)
        said = found.said.doubted(WORDS_GO_ON) if open_end else found.said
        yield replace(found, said=said)


def _post(reading: Reading, index: int) -> _Post | None:
    """The account before a colon with which the sentence of that index begins."""
    sentence, label = reading.text.sentences[index], label_of(reading, index)
    first, end = sentence.first, sentence.end
    if label is not None and label.account:
        return _Post(label.phrase, label.begin) if label.begin < end else None
    colon = first + 2
    if reading.word(first) != ACCOUNT or colon + 1 >= end:
        return None
    if reading.word(colon) != ":" or not reading.text.tokens[first + 1].is_word:
        return None
    speaker = Phrase(first, colon, first + 1, colon, Case.NOMINATIVE)
    return _Post(speaker, colon + 1)


def _introduced(reading: Reading, paragraph: Paragraph) -> Utterance | None:
    """As in "Lenk schrieb auf X:" with the words in the next paragraph."""
    sentences = range(paragraph.first, paragraph.end)
    whole = tokens_of(reading, sentences)
    if not paragraph.first or reading.word(whole[0] - 1) != ":":
        return None
    before = SentenceView(reading, paragraph.first - 1)
    frame = _frame_at_end(before)
    if frame is None or reading.word(whole[0]) in CREDIT_MARKS:
        return None
    quoted = _quoted(paragraph, whole)
    if quoted is None and (paragraph.quotations or _has_frame(reading, sentences)):
        return None
    rule = INTRODUCED if quoted is None else WITH[frame.kind]
    said = candidate_of(before, frame, rule, (quoted or whole,))
    return Utterance(sentences, replace(said, sentence=before.index))


def _frame_at_end(view: SentenceView) -> Frame | None:
    """The frame of the last clause, which introduces words and names who says them."""
    frame = view.frame_at(len(view.segments) - 1)
    if frame is None or frame.subject is None:
        return None
    return frame if Trait.QUOTATION in frame.frames else None


def _has_frame(reading: Reading, sentences: range) -> bool:
    return any(SentenceView(reading, index).frames for index in sentences)


def _quoted(paragraph: Paragraph, stretch: Range) -> Range | None:
    """What quotation marks enclose, where it is all of the stretch."""
    return next(
        (
            (each.first + 1, each.last)
            for each in paragraph.quotations
            if (each.first, each.last + 1) == stretch
        ),
        None,
    )
