"""Whose a quotation is that stands beside no verb of speech and no source."""

from quiz.engine.claims.candidates.candidate import Range, SentenceView
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.claims.phrases.agreement import can_be_subject
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.phrases.voiceless import is_voiceless
from quiz.engine.claims.reason import SpeakerReason
from quiz.engine.claims.words.quoted import is_name_noun
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.quotation import Quotation

LABEL = 8  # words between an opening bracket and a colon that still only label

UNFRAMED = Rule(id="quotation_unframed", share=0.35, gives=ClaimType.DIRECT)
GOES_ON = Rule(
    id="quotation_goes_on",
    share=0.85,
    gives=ClaimType.DIRECT,
    talk=Talk.SPEAKS,
    stands_alone=True,
)
AFTER_COLON = Rule(
    id="quotation_after_colon",
    share=0.83,
    gives=ClaimType.DIRECT,
    naming=SpeakerReason.NAMED_BEFORE_COLON,
)
IN_BRACKETS = Rule(id="quotation_in_brackets", share=0.75, gives=ClaimType.DIRECT)


def whose(view: SentenceView, inner: Range) -> tuple[Phrase | None, Rule]:
    """Who said the quoted words, None for the speaker before; and the rule.

    As in "Lenk: „…“", or whoever can speak in the sentence. A quotation that stands
    alone goes on for the speaker before, and so do "Sein Rat: „…“" and one behind a
    clause in the Konjunktiv.
    """
    reading, mark = view.reading, inner[0] - 1
    before = [s for s in view.segments if s.quotation is None and s.first < mark]
    mood = any(reading.has_mood(s.first, min(s.end, mark)) for s in before)
    speaker = None if mood else _who_can_speak(view, before, mark)
    if speaker is None or is_owned(reading, speaker):
        return None, GOES_ON
    colon = reading.word(mark - 1) == ":"
    return speaker, AFTER_COLON if colon else UNFRAMED


def named_beside(view: SentenceView, index: int) -> tuple[Phrase, Rule] | None:
    """Who is named right before the quotation, whatever else the sentence says.

    As in "Trainer Sand („Wir waren müde“)", "(Trainer Sand: „…“)" and "…, und Trainer
    Sand: „…“"; with the rule.
    """
    quotation = view.segments[index].quotation
    if quotation is None:
        return None
    inner = (quotation.first + 1, quotation.last)
    bracket = _before_bracket(view, inner)
    if bracket is not None:
        return bracket, IN_BRACKETS
    label = _label(view, quotation)
    colon = _named_in(view, label) if label is not None else _at_colon(view, index)
    return None if colon is None else (colon, AFTER_COLON)


def _at_colon(view: SentenceView, index: int) -> Phrase | None:
    """Nothing but a name stands between the break before and the colon."""
    reading = view.reading
    if index == 0 or view.segments[index].mark != ":":
        return None
    segment = view.segments[index - 1]
    joining = reading.lexicon.words.conjunctions.joining
    joined = reading.lower[segment.first] in joining
    if not joined or segment.quotation is not None:
        return None
    phrase = phrase_at(reading, segment.first + 1, segment.end)
    filled = phrase is not None and phrase.end == segment.end
    return (
        phrase if phrase is not None and filled and _speaks(reading, phrase) else None
    )


def is_gloss(view: SentenceView, quotation: Quotation) -> bool:
    """As in "der Verein Oos (deutsch: „Wir!“)": a label in brackets, no speaker."""
    label = _label(view, quotation)
    if label is None:
        return False
    named = any(is_name_noun(view.reading, at) for at in range(*label))
    return named or _named_in(view, label) is None


def _label(view: SentenceView, quotation: Quotation) -> Range | None:
    """What stands between an opening bracket and the colon before the quotation."""
    reading, mark = view.reading, quotation.first - 1
    closed = quotation.last + 1 < view.sentence.end
    if not closed or reading.word(quotation.last + 1) != ")":
        return None
    if mark <= view.sentence.first or reading.word(mark) != ":":
        return None
    floor = max(view.sentence.first, mark - LABEL)
    opened = [at for at in range(floor, mark) if reading.word(at) == "("]
    return (opened[-1] + 1, mark) if opened else None


def _named_in(view: SentenceView, label: Range) -> Phrase | None:
    named = (phrase for phrase, _ in phrases_in(view.reading, *label))
    return next((phrase for phrase in named if _speaks(view.reading, phrase)), None)


def is_inscription(view: SentenceView, quotation: Quotation) -> bool:
    """As in "auf dem Deckel steht „Bitte nicht niesen“", "das Motto lautet: „…“".

    Where the words are told to stand nobody says them, unless the sentence tells of a
    document, or of an answer, a demand, a verdict; or points back at one ("darunter").
    """
    reading = view.reading
    outside = [
        at
        for at in range(view.sentence.first, view.sentence.end)
        if at not in reading.quoted
    ]
    near = [
        at
        for segment in view.segments
        if segment.first <= quotation.last + 1 and quotation.first <= segment.end + 1
        for at in range(segment.first, segment.end)
        if at not in reading.quoted
    ]
    inscribed = reading.lexicon.words.wording.inscribed
    if all(reading.lower[at] not in inscribed for at in near):
        return False
    return not any(_tells(reading, at) for at in outside)


def _tells(reading: Reading, at: int) -> bool:
    """A document, a noun for something said, or "darin", "dort", "darunter"."""
    words, lower = reading.lexicon.words, reading.lower[at]
    if not reading.text.tokens[at].is_capital or at in reading.starts:
        rests = (lower.removeprefix(each) for each in words.adverbs.pronominal)
        if lower in words.quotation.inside or any(
            rest != lower and rest in words.prepositions for rest in rests
        ):
            return True
    nouns = reading.lexicon.nouns
    large = reading.text.tokens[at].is_capital
    if not large or lower.endswith(nouns.voiceless_endings):
        return False  # "der Spruch"
    said = reading.word(at) in words.wording.said
    return said or lower in nouns.speech or lower.endswith(nouns.document_endings)


def is_owned(reading: Reading, phrase: Phrase) -> bool:
    """As in "Sein Rat: „…“": a thing of somebody named before."""
    owners = reading.lexicon.words.quotation.owners
    owner = reading.lower[phrase.first].startswith(owners)
    return owner and not phrase.pronoun and naming_of(reading, phrase).kind is None


def _before_bracket(view: SentenceView, inner: Range) -> Phrase | None:
    """As in "Auch Trainer Sand („Wir waren müde“) war enttäuscht"."""
    reading, mark = view.reading, inner[0] - 1
    behind = inner[1] + 1
    closed = behind < view.sentence.end and reading.word(behind) == ")"
    if mark - 1 <= view.sentence.first or reading.word(mark - 1) != "(" or not closed:
        return None
    for segment in view.segments:
        if segment.first < mark - 1 <= segment.end:
            for phrase, _ in phrases_in(reading, segment.first, mark - 1):
                if phrase.end == mark - 1 and _speaks(reading, phrase):
                    return phrase
    return None


def _who_can_speak(
    view: SentenceView, segments: list[Segment], mark: int
) -> Phrase | None:
    """Whoever can speak in main clauses, before the words rather than behind.

    Else the document in which they stand, else whatever is named first.
    """
    reading = view.reading
    words = reading.lexicon.words.conjunctions
    found = [
        each
        for segment in segments
        if reading.lower[segment.first] not in words.subordinating
        for each in phrases_in(reading, segment.first, segment.end)
    ]
    plain = [
        p for p, governed in found if governed is None and can_be_subject(reading, p)
    ]
    plain = [phrase for phrase in plain if not is_voiceless(reading, phrase)]
    able = [phrase for phrase in plain if _speaks(reading, phrase)]
    able.sort(key=lambda phrase: phrase.first > mark)
    papers = [p for p, governed in found if _is_paper(reading, p, governed)]
    return next(iter([*able, *papers, *plain]), None)


def _is_paper(reading: Reading, phrase: Phrase, governed: int | None) -> bool:
    """As in "In dem Bericht steht etwas über „laute Musik“"."""
    words = reading.lexicon.words
    places = words.passive.places | words.quotation.out_of
    if governed is None or reading.lower[governed] not in places:
        return False
    return reading.word(phrase.core_end - 1) in reading.lexicon.nouns.documents


def _speaks(reading: Reading, phrase: Phrase) -> bool:
    return phrase.pronoun or naming_of(reading, phrase).kind is not None
