"""Sentences in which nobody speaks but the article itself."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from quiz.engine.claims.claim import EntityKind
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.questions.material.plain_sentence import is_plain
from quiz.engine.questions.patterns import either
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span
from quiz.engine.text.text import Part

if TYPE_CHECKING:
    from quiz.engine.questions.material.dossier import Dossier

_REACH = 5  # sentences on either side that may belong to the same speech
_LATER = 2  # sentences in which a study or a witness may still be told from
_REPORT = 4  # sentences about what was found out: then the article is about a study
_ECHO = 2  # sentences about a study, a report or the police that may go on with it
_LEAD = 2  # sentences at the beginning, which sum up what follows
_BODIES = (EntityKind.ORGANISATION, EntityKind.COUNTRY)
_ALIKE = 3  # words of content in common: then somebody else may be behind it
_TURNS = 3  # "Name: …" so often is an interview, whose answers have no frame
_MOST_SENTENCES = 400
_LOUD = frozenset('"„“”»«:?!')
_TURN = re.compile(r"(?:^|[.?!“\"]\s+|\n)(\w[\w.-]*(?: \w[\w.-]*){0,2}):\s")


def narrated(dossier: "Dossier") -> tuple[Span, ...]:
    """The sentences of the body that are the article's own for certain, in order.

    No word in one points to a voice, a view or a source: no verb of saying, no
    Konjunktiv, no quotation; nobody is heard in the sentence before it or after it,
    unless it tells what happened in the past tense, as people seldom speak; and
    nobody claims anything like it elsewhere. None in an interview, or where quotation
    marks do not pair, nor in an article about a study; none of the first sentences,
    which sum up what others say.
    """
    if not _tells_all_voices(dossier.raw):
        return ()
    body = _body(dossier)[:_MOST_SENTENCES]
    quiet = _quiet(body, dossier)
    studied, unmarked = _studied(body, dossier), _unmarked(body, dossier)
    if sum(studied) >= _REPORT:
        return ()
    told, mentions = _told_by_bodies(body, dossier), _mentions_of_voices(dossier)
    return tuple(
        sentence
        for at, sentence in enumerate(body)
        if at >= _LEAD
        and quiet[at]
        and not _near(at, studied, before=_LATER, after=0)
        and not _near(at, unmarked, before=1, after=1)
        and (
            (_is_apart(at, quiet, told) and not _near(at, unmarked, _REACH, _REACH))
            or (
                _is_behind_a_report(body[at - 1], told[at - 1], dossier)
                and _tells_what_happened(sentence, dossier)
            )
        )
        and is_plain(sentence.of(dossier.raw), dossier.lexicon)
        and not _is_like_a_claim(sentence, dossier)
        and not _names_a_voice_beside_it(at, body, mentions)
        and not _may_retell(sentence, dossier)
    )


def _is_apart(
    at: int, quiet: Sequence[bool], told: Sequence[EntityKind | None]
) -> bool:
    """Whether nobody is heard beside it, and no body shortly before or after it."""
    around = told[at - _ECHO : at + _ECHO + 1]
    return all(quiet[at - 1 : at + 2]) and not any(around)


def _is_behind_a_report(
    before: Span, told: EntityKind | None, dossier: "Dossier"
) -> bool:
    """Whether what a body says in the sentence before ends there.

    "Zwei sind in Haft, teilte die Polizei mit" does; what "demnach" or "laut" some
    paper is so may go on, and so may a study.
    """
    lists = dossier.lexicon.words.sorting
    words = (word.lower() for word in _words(before.of(dossier.raw)))
    return told is None or (told in _BODIES and lists.attribution.isdisjoint(words))


def _tells_what_happened(sentence: Span, dossier: "Dossier") -> bool:
    """Whether its main clause has a verb in the past tense that one writes.

    "Der Damm brach am Abend": whoever is asked about it says "ist gebrochen". So it is
    no quotation, even where marks are lost.
    """
    known = dossier.lexicon
    main, *_ = sentence.of(dossier.raw).split(",")
    words = _words(main)
    if not words:
        return False
    return not known.words.sorting.narrating.isdisjoint(words) or any(
        _is_weak_past(*three, known)
        for three in zip(words, words[1:], words[2:], strict=False)
    )


def _is_weak_past(before: str, word: str, after: str, known: Lexicon) -> bool:
    """As in "Der Wirt räumte den Keller": behind a noun, and not before one."""
    return (
        word.endswith(known.inflection.verbs.past)
        and before[0].isupper()
        and before.lower() not in known.words.articles
        and word.islower()
        and after.islower()
        and word not in known.words.auxiliaries
    )


def _quiet(body: Sequence[Span], dossier: "Dossier") -> list[bool]:
    """For each sentence whether nobody is heard in it.

    There is no claim in it and no word of saying, and it lies in no quotation, whose
    marks may stand around several sentences.
    """
    raw, at, opened, straight = dossier.raw, 0, 0, 0
    quiet = []
    for sentence in body:
        before = raw[at : sentence.begin]
        opened, straight = opened + _balance(before), straight + before.count('"')
        at = sentence.begin
        is_quoted = (
            opened > 0 or straight % 2 == 1 or bool(_LOUD & set(sentence.of(raw)))
        )
        quiet.append(
            not is_quoted
            and not dossier.is_claimed(sentence)
            and not _has_voice(sentence.of(raw), dossier.lexicon)
        )
    return quiet


def _studied(body: Sequence[Span], dossier: "Dossier") -> list[bool]:
    """For each sentence whether something is found out or told at length in it."""
    words = dossier.lexicon.words.sorting.studying
    sign = re.compile(either(words), flags=re.IGNORECASE)
    return [sign.search(each.of(dossier.raw)) is not None for each in body]


def _unmarked(body: Sequence[Span], dossier: "Dossier") -> list[bool]:
    """For each sentence whether "wir" stands in it without marks: they are lost."""
    first = dossier.lexicon.words.sorting.first_person
    texts = (sentence.of(dossier.raw) for sentence in body)
    return [not _LOUD & set(text) and _has_any(text, first) for text in texts]


def _near(at: int, found: Sequence[bool], before: int, after: int) -> bool:
    return any(found[max(0, at - before) : at + after + 1])


def _mentions_of_voices(dossier: "Dossier") -> dict[Span, list[Span]]:
    """For each sentence of a claim all places where its speaker is mentioned."""
    found: dict[Span, list[Span]] = {}
    for claim in dossier.claims:
        if claim.speaker_entity:
            voice = dossier.entities[claim.speaker_entity]
            found.setdefault(claim.sentence, []).extend(voice.mentions)
    return found


def _names_a_voice_beside_it(
    at: int, body: Sequence[Span], mentions: Mapping[Span, Sequence[Span]]
) -> bool:
    """Whether it names whoever speaks right before or after it.

    "Der Förster erkannte eine Wirkung. Der Wald werde dichter": it may retell him.
    """
    beside = (*body[max(0, at - 1) : at], *body[at + 1 : at + 2])
    return any(
        body[at].covers(mention)
        for sentence in beside
        for mention in mentions.get(sentence, ())
    )


def _may_retell(sentence: Span, dossier: "Dossier") -> bool:
    """Whether it names a person who speaks, with a weak past that may be of saying.

    "Pater Ott erwähnte den Mond" may tell what he said; "Ott stürzte am Wehr" and "Ott
    hatte den Antrag gestellt" do not.
    """
    known, text = dossier.lexicon, sentence.of(dossier.raw)
    words = _words(text)
    threes = zip(words, words[1:], words[2:], strict=False)
    if _has_any(text, known.words.sorting.narrating):
        return False
    return any(_is_weak_past(*three, known) for three in threes) and any(
        entity.kind is EntityKind.PERSON and dossier.said_by(entity.id)
        for entity in dossier.entities_in([sentence])
    )


def _has_any(text: str, sought: Set[str]) -> bool:
    return not sought.isdisjoint(word.lower() for word in _words(text))


def _balance(text: str) -> int:
    """How many more quotations are opened in it than closed."""
    return text.count("„") - text.count("“") - text.count("”")


def _has_voice(text: str, known: Lexicon) -> bool:
    """Whether a word of it points to a voice or a source, or somebody says "ich"."""
    lists = known.words.sorting
    signs = (lists.attribution - lists.guarded) | lists.speaking | lists.first_person
    words = _words(text)
    small = {word for word in words if word.islower()}
    return (
        not signs.isdisjoint(word.lower() for word in words)
        or not known.strict_mood.isdisjoint(small)
        or any(word.endswith(_mood_endings(known)) for word in small)
        or has_verb_of_saying(small, known)
    )


def _mood_endings(known: Lexicon) -> tuple[str, ...]:
    """How the Konjunktiv ends of verbs that all end alike: "das Herz dominiere"."""
    bends = known.inflection.conjugation
    return tuple(f"{bends.stem(e)}{bends.subjunctive}" for e in bends.without_perfect)


def _told_by_bodies(
    body: Sequence[Span], dossier: "Dossier"
) -> list[EntityKind | None]:
    """For each sentence what claims something in it and is no person; else None.

    A study or the police are named once and then told from, sentence after sentence.
    Where nobody is named, or somebody passed it on, it counts as somebody unnamed.
    """
    told: list[EntityKind | None] = [None] * len(body)
    begins = [sentence.begin for sentence in body]
    for claim in dossier.claims:
        voice = dossier.entities.get(claim.speaker_entity or "")
        kind = EntityKind.UNNAMED if voice is None or claim.sources else voice.kind
        at = bisect_right(begins, claim.sentence.begin) - 1
        if at >= 0 and kind is not EntityKind.PERSON:
            told[at] = kind
    return told


def _body(dossier: "Dossier") -> list[Span]:
    paragraphs = dossier.text.paragraphs
    return [
        sentence.span
        for sentence in dossier.text.sentences
        if paragraphs[sentence.paragraph].part is Part.BODY
    ]


def _tells_all_voices(raw: str) -> bool:
    """Whether one can see of every sentence if it lies in a quotation or an answer."""
    names = (name.split() for name in _TURN.findall(raw))
    if sum(all(word[0].isupper() for word in name) for name in names) >= _TURNS:
        return False
    return raw.count('"') % 2 == 0 and not {"»", "«"} & set(raw)


def has_verb_of_saying(tokens: Set[str], known: Lexicon) -> bool:
    """Whether one of them is one, with its prefix if it has one ("gab … an")."""
    return any(
        form.verb.prefix in tokens or token.startswith(form.verb.prefix)
        for token in tokens
        for form in known.verbs.get(token, ())
    )


def _words(text: str) -> list[str]:
    return [text[span.begin : span.end] for span in word_spans(text)]


def _is_like_a_claim(sentence: Span, dossier: "Dossier") -> bool:
    own = set(dossier.forms.content_words(sentence.of(dossier.raw)))
    return any(len(own & each) >= _ALIKE for each in dossier.told)
