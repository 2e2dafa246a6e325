"""The articles of the library, the notes on who says what, and what is extracted."""

import json
import re
from collections import Counter
from functools import cache

import pytest

from quiz.engine.claims.claim import EntityKind
from tests.engine.library import (
    ALL_SLUGS,
    FLOORS,
    GOLD,
    SLUGS,
    extracted,
    text_of,
)

NOTES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(GOLD.glob("*.json"))
}
LONGEST_PASSAGE = 25  # words that a question may quote
SAME_CONTENT = 0.5  # shared letters of all letters
QUESTIONS_FROM = 8  # sure claims that an article needs to be worth a round

article = pytest.mark.parametrize("slug", ALL_SLUGS)
plain_article = pytest.mark.parametrize("slug", SLUGS)
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
    found = extracted(slug).entity(entity_id)
    noted = next(e for e in NOTES[slug]["entities"] if e["name"] == name)
    if "mentions" in noted:
        return name == named_at(slug, found.mentions)
    known = {_plain(form) for form in [noted["name"], *noted["aliases"]]}
    return _plain(found.name) in known


def named_at(slug, mentions):
    """Who is noted at most of these places."""
    votes = Counter()
    for found in mentions:
        best = max(
            (2 * shared / (end - start + len(found)), name, shared)
            for name, (start, end) in mentions_noted(slug)
            for shared in [max(0, min(end, found.end) - max(start, found.begin))]
        )
        if best[0]:
            votes[best[1]] += best[2]
    return votes.most_common(1)[0][0] if votes else None


@cache
def mentions_noted(slug):
    entities = NOTES[slug]["entities"]
    return [(e["name"], place) for e in entities for place in e["mentions"]]


def _plain(name):
    return _ARTICLE_WORD.sub("", name).casefold()


def own_names(noted):
    return [noted["speaker"], *noted.get("speaker_also", [])]


def has_speaker(slug, noted, found):
    return any(is_entity(slug, found.speaker_entity, n) for n in own_names(noted))


def has_sources(slug, noted, found):
    own = own_names(noted)
    links = [s.entity for s in found.sources if s.entity != found.speaker_entity]
    if not links and (noted.get("inherited") or own == [None]):
        return True
    allowed = [*own, *noted.get("sources_besides", [])]
    links = [e for e in links if not any(is_entity(slug, e, n) for n in allowed)]
    needed = [name for name in noted["sources"] if name not in own]
    return len(links) == len(needed) and all(
        is_entity(slug, link, name) for link, name in zip(links, needed, strict=True)
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
    assert set(NOTES) == set(FLOORS) == set(ALL_SLUGS)
    assert all(len(required(s)) == FLOORS[s]["noted"] for s in ALL_SLUGS)


@article
def test_the_notes_quote_the_article_word_for_word(slug):
    text = text_of(slug)
    for claim in NOTES[slug]["claims"]:
        assert text.count(claim["sentence"]) == 1, claim
        rest = text[text.index(claim["sentence"]) :]
        for piece in [*claim["content"], *claim["cue"]]:
            assert piece in rest, claim
        assert (claim["speaker_text"] or "") in text
    for open_or_own in ("may_be_claims", "not_claims"):
        assert all(words in text for words in NOTES[slug].get(open_or_own, ()))


@article
def test_the_notes_know_everybody_they_name(slug):
    names = {entity["name"] for entity in NOTES[slug]["entities"]}
    for claim in NOTES[slug]["claims"]:
        besides = {*claim.get("sources_besides", []), *claim.get("speaker_also", [])}
        assert {*claim["sources"], claim["speaker"], *besides} - {None} <= names
    for entity in NOTES[slug]["entities"]:
        assert set(entity["members"]) <= names


@plain_article
def test_a_passage_is_short_and_does_not_name_its_own_speaker(slug):
    for claim in required(slug):
        passage = words(" ".join(claim["content"]))
        assert len(passage) <= LONGEST_PASSAGE
        assert not set(words(claim["speaker"])) & set(passage), claim


@plain_article
def test_enough_people_speak_and_enough_outlets_report(slug):
    speakers = [claim["speaker"] for claim in required(slug)]
    people = [name for name in speakers if kind_of(slug, name) == "person"]
    assert sum(people.count(name) > 1 for name in set(people)) >= 3
    assert len({name for claim in required(slug) for name in claim["sources"]}) >= 3
    assert sum(bool(claim["sources"]) for claim in required(slug)) >= 6


@article
def test_no_more_that_is_sure_is_wrong_than_before(slug):
    wrong = [told(slug, c) for c in extracted(slug).claims if is_wrong(slug, c)]
    assert len(wrong) <= FLOORS[slug]["sure_but_wrong"], wrong


def is_wrong(slug, found):
    """Whether it is sure, and noted differently or not at all."""
    if not found.sure or is_left_open(slug, found):
        return False
    near = [n for n in NOTES[slug]["claims"] if covers(slug, n, found)]
    return not any(
        has_speaker(slug, n, found) and has_sources(slug, n, found) for n in near
    )


def covers(slug, noted, found):
    """Whether what was found is the claim noted, or a part of it."""
    own = found_letters(slug, found)
    inside = len(own & noted_letters(slug, noted)) >= 0.9 * len(own)
    return inside or likeness(slug, noted, found) >= SAME_CONTENT


def is_left_open(slug, found):
    """Whether the notes say that these words may be found or left."""
    own = found_letters(slug, found)
    return any(
        len(own & place_of(slug, words)) >= 0.9 * len(own)
        for words in NOTES[slug].get("may_be_claims", ())
    )


def place_of(slug, words):
    start = text_of(slug).index(words)
    return letters(text_of(slug), ((start, start + len(words)),))


@article
def test_the_articles_own_voice_is_nobodys_claim(slug):
    wrong = [
        f"{own!r} in {told(slug, found)}"
        for own in NOTES[slug]["not_claims"]
        for found in extracted(slug).claims
        if found.sure and place_of(slug, own) & found_letters(slug, found)
    ]
    assert len(wrong) <= FLOORS[slug]["own_voice"], wrong


@article
@pytest.mark.parametrize("what", ["speakers", "chains"])
def test_as_much_of_what_people_say_is_found_as_before(slug, what):
    missed = []
    for noted in required(slug):
        found = best_match(slug, noted)
        right = found is not None and has_speaker(slug, noted, found)
        if right and what == "chains":
            right = has_sources(slug, noted, found)
        if not right:
            missed.append((noted["sentence"], found and told(slug, found)))
    assert len(required(slug)) - len(missed) >= FLOORS[slug][what], missed


@plain_article
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
        assert len(names) <= 1 + FLOORS[slug].get("two_names", 0), names
