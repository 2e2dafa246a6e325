"""The articles of the library, the notes on who says what, and what is extracted."""

import json
import re
from functools import cache

import pytest

from quiz.engine.claims.claim import EntityKind
from tests.engine.library import GOLD, SLUGS, extracted, text_of

NOTES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(GOLD.glob("*.json"))
}
LONGEST_PASSAGE = 25  # words that a question may quote
SAME_CONTENT = 0.5  # shared letters of all letters
SPEAKERS_FOUND = 0.85  # of the claims noted, with the right speaker
CHAINS_FOUND = 0.8  # with the right speaker and the right sources
QUESTIONS_FROM = 8  # sure claims that an article needs to be worth a round

article = pytest.mark.parametrize("slug", SLUGS)
_ARTICLE_WORD = re.compile(r"^(der|die|das|dem|den|des)\s+", re.IGNORECASE)


def words(text):
    return re.findall(r"\w+", text.casefold())


def required(slug):
    return [claim for claim in NOTES[slug]["claims"] if not claim.get("optional")]


def kind_of(slug, name):
    return next(e["kind"] for e in NOTES[slug]["entities"] if e["name"] == name)


@cache
def letters(text, spans):
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def noted_letters(slug, claim):
    text = text_of(slug)
    at, spans = text.index(claim["sentence"]), []
    for piece in claim["content"]:
        at = text.index(piece, at)
        spans.append((at, at + len(piece)))
        at += len(piece)
    return letters(text, tuple(spans))


def found_letters(slug, claim):
    return letters(text_of(slug), claim.content)


def likeness(slug, noted, found):
    one, other = noted_letters(slug, noted), found_letters(slug, found)
    return len(one & other) / len(one | other)


def is_entity(slug, entity_id, name):
    """Whether what was found is the entity of that name, under any of its names."""
    if name is None or entity_id is None:
        unnamed = entity_id is None or (
            extracted(slug).entity(entity_id).kind is EntityKind.UNNAMED
        )
        return name is None and unnamed
    found = extracted(slug).entity(entity_id).name
    noted = next(e for e in NOTES[slug]["entities"] if e["name"] == name)
    known = {_plain(form) for form in [noted["name"], *noted["aliases"]]}
    return _plain(found) in known


def _plain(name):
    return _ARTICLE_WORD.sub("", name).casefold()


def has_speaker(slug, noted, found):
    return is_entity(slug, found.speaker_entity, noted["speaker"])


def has_sources(slug, noted, found):
    links = [s.entity for s in found.sources if s.entity != found.speaker_entity]
    if not links and noted.get("inherited"):
        return True
    names = noted["sources"]
    return len(links) == len(names) and all(
        is_entity(slug, link, name) for link, name in zip(links, names, strict=True)
    )


def told(slug, found):
    """The found claim in words, for a message that can be acted on."""
    extraction = extracted(slug)
    content = " … ".join(s.of(extraction.raw) for s in found.content)
    speaker = found.speaker_entity and extraction.entity(found.speaker_entity).name
    sources = [extraction.entity(link.entity).name for link in found.sources]
    rules = ", ".join(reason.name for reason in found.reasons)
    return f"{content!r}: {speaker} via {sources} ({found.confidence:.2f}; {rules})"


def best_match(slug, noted):
    near = [
        (likeness(slug, noted, found), number, found)
        for number, found in enumerate(extracted(slug).claims)
    ]
    share, _, found = max(near, default=(0.0, 0, None))
    return found if share >= SAME_CONTENT else None


def test_every_article_has_its_notes():
    assert set(NOTES) == set(SLUGS)
    assert len(SLUGS) >= 3


@article
def test_the_notes_quote_the_article_word_for_word(slug):
    text = text_of(slug)
    for claim in NOTES[slug]["claims"]:
        assert text.count(claim["sentence"]) == 1, claim
        rest = text[text.index(claim["sentence"]) :]
        for piece in [*claim["content"], *claim["cue"], claim["speaker_text"] or ""]:
            assert piece in rest, claim
    for words_of_the_article in NOTES[slug]["not_claims"]:
        assert words_of_the_article in text


@article
def test_the_notes_know_everybody_they_name(slug):
    names = {entity["name"] for entity in NOTES[slug]["entities"]}
    for claim in NOTES[slug]["claims"]:
        assert {*claim["sources"], claim["speaker"]} - {None} <= names
    for entity in NOTES[slug]["entities"]:
        assert set(entity["members"]) <= names


@article
def test_a_passage_is_short_and_does_not_name_its_own_speaker(slug):
    for claim in required(slug):
        passage = words(" ".join(claim["content"]))
        assert len(passage) <= LONGEST_PASSAGE
        assert not set(words(claim["speaker"])) & set(passage), claim


@article
def test_enough_people_speak_and_enough_outlets_report(slug):
    speakers = [claim["speaker"] for claim in required(slug)]
    people = [name for name in speakers if kind_of(slug, name) == "person"]
    assert sum(people.count(name) > 1 for name in set(people)) >= 3
    assert len({name for claim in required(slug) for name in claim["sources"]}) >= 3
    assert sum(bool(claim["sources"]) for claim in required(slug)) >= 6


@article
def test_nothing_that_is_sure_is_wrong(slug):
    noted = NOTES[slug]["claims"]
    wrong = []
    for found in extracted(slug).claims:
        if not found.sure:
            continue
        like = max(noted, key=lambda n: likeness(slug, n, found))
        right = (
            likeness(slug, like, found) >= SAME_CONTENT
            and has_speaker(slug, like, found)
            and has_sources(slug, like, found)
        )
        if not right:
            wrong.append(told(slug, found))
    assert wrong == []


@article
def test_the_articles_own_voice_is_nobodys_claim(slug):
    text = text_of(slug)
    wrong = []
    for own in NOTES[slug]["not_claims"]:
        start = text.index(own)
        place = letters(text, ((start, start + len(own)),))
        wrong += [
            f"{own!r} in {told(slug, found)}"
            for found in extracted(slug).claims
            if found.sure and place & found_letters(slug, found)
        ]
    assert wrong == []


@article
@pytest.mark.parametrize(
    ("floor", "with_sources"), [(SPEAKERS_FOUND, False), (CHAINS_FOUND, True)]
)
def test_most_of_what_people_say_is_found(slug, floor, with_sources):
    missed = []
    for noted in required(slug):
        found = best_match(slug, noted)
        right = found is not None and has_speaker(slug, noted, found)
        if right and with_sources:
            right = has_sources(slug, noted, found)
        if not right:
            missed.append((noted["sentence"], found and told(slug, found)))
    share = 1 - len(missed) / len(required(slug))
    assert share >= floor, missed


@article
def test_an_article_gives_enough_sure_claims_for_a_round(slug):
    assert sum(found.sure for found in extracted(slug).claims) >= QUESTIONS_FROM


@article
def test_nobody_is_two_people(slug):
    """Two names of one person would stand beside each other as options."""
    voices = {
        entity_id
        for found in extracted(slug).claims
        if found.sure
        for entity_id in (found.speaker_entity, *(s.entity for s in found.sources))
    }
    for noted in NOTES[slug]["entities"]:
        names = [
            extracted(slug).entity(voice).name
            for voice in voices
            if is_entity(slug, voice, noted["name"])
        ]
        assert len(names) <= 1, names
