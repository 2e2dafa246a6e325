"""A language of made-up words: what the rules find, they find by its tables."""

import pytest

from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.extract import extract, extract_by
from quiz.engine.lexicon.lexicon import read_lexicon
from tests.engine.lexicon.make_language import write_language

# "frimmo" is to say and "frimmob" said, "dak" opens what is said, "zil" stands before
# whoever said it, "ve" is an article, "mip" weakens and a Grond is a body of people.
TOY = {
    "verbs.txt": ["frimmo dc  # to say"],
    "words.toml": {
        "determiners": {"ve": "na"},
        "conjunctions.content": ["dak"],
        "quotation.before_noun": ["zil"],
        "hedges.words": ["mip"],
    },
    "inflection.toml": {
        "conjugation.infinitives": ["o"],
        "conjugation.past": "ob",
    },
    "nouns.toml": {"organisation_nouns": ["Grond"]},
}


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("languages") / "toy"
    write_language(folder, TOY)
    return read_lexicon(folder)


def told(text, known):
    """Of each claim its words, who says it, what that is, how, and what weakens it."""
    found = extract_by(text, known)
    names = {entity.id: (entity.name, entity.kind) for entity in found.entities}
    return [
        (
            " … ".join(span.of(text) for span in claim.content),
            *names.get(claim.speaker_entity, (None, None)),
            claim.type,
            [span.of(text) for span in claim.hedge],
        )
        for claim in found.claims
    ]


TEXTS = {
    "„Ela mor tavik“, frimmob Zilda Korr.": (
        "Ela mor tavik",
        *("Zilda Korr", EntityKind.PERSON),
        *(ClaimType.DIRECT, []),
    ),
    "Zilda Korr frimmob, dak ela mip tavik.": (
        "dak ela mip tavik",
        *("Zilda Korr", EntityKind.PERSON),
        *(ClaimType.INDIRECT, ["mip"]),
    ),
    "Zil ve Grond tavik ela mor.": (
        "tavik ela mor",
        *("Grond", EntityKind.ORGANISATION),
        *(ClaimType.INDIRECT, []),
    ),
}


@pytest.mark.parametrize(("text", "claim"), TEXTS.items())
def test_a_sentence_of_it_gives_its_claim(toy, text, claim):
    assert told(text, toy) == [claim]


@pytest.mark.parametrize(
    ("file", "table"), [(file, table) for file, of in TOY.items() for table in of]
)
def test_without_any_of_its_tables_something_is_not_found(toy, tmp_path, file, table):
    of = TOY[file]
    left = {name: of[name] for name in of if name != table} if type(of) is dict else []
    write_language(tmp_path / "toy", {**TOY, file: left})
    poorer = read_lexicon(tmp_path / "toy")
    assert [told(text, poorer) for text in TEXTS] != [told(text, toy) for text in TEXTS]


def test_german_finds_nothing_in_it_and_it_nothing_in_german(toy):
    assert (
        extract("Zil ve Grond tavik und mor der Grond. Und sie mor nicht.").claims == ()
    )
    assert told("Die Bürgermeisterin sagte, dass der Steg offen bleibt.", toy) == []


def test_the_extraction_tells_its_language(toy):
    assert extract_by("Ela mor tavik.", toy).language == "toy"
