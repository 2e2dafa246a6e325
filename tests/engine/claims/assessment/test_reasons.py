"""Which rule decided about a claim, and by which words."""

import pytest

from quiz.engine.claims.claim import Claim
from quiz.engine.claims.extract import extract
from quiz.engine.claims.reason import Aspect, Reason
from quiz.engine.claims.registry import reason_names
from tests.engine.library import SLUGS, extracted

STORY = (
    "Laut der Nachrichtenagentur Nordlicht wird der Steg in Möwenau neu gebaut. "
    "Das Holz sei morsch, sagte Bürgermeister Theo Falk der Zeitung Seebote. "
    "Der Umbau koste viel und könne möglicherweise bis Mai dauern. "
    "„Wir warten gern auf den neuen Steg“, sagte Mila Kern. "
    "Sie erklärte, dass das Boot jetzt „für immer am Ufer“ bleibe."
)


def reasons_of(words: str, text: str = STORY) -> tuple[Claim, dict[str, Reason]]:
    """The first claim that holds the words, and its reasons by name."""
    found = extract(text)
    claim = next(c for c in found.claims if words in c.content[0].of(text))
    return claim, {reason.name: reason for reason in claim.reasons}


def shown(reason: Reason, text: str = STORY) -> set[tuple[str, str]]:
    return {(sign.role.value, sign.span.of(text)) for sign in reason.signs}


def test_the_subject_of_the_verb_and_the_mood_of_the_words_are_shown():
    _, reasons = reasons_of("Das Holz")
    assert shown(reasons["subject"]) == {
        ("speaker", "Bürgermeister Theo Falk"),
        ("cue", "sagte"),
    }
    assert ("mood", "sei") in shown(reasons["clause_before_verb"])


def test_a_source_is_shown_where_it_is_stated():
    _, reasons = reasons_of("Das Holz")
    assert shown(reasons["source_heard"]) == {("source", "der Zeitung Seebote")}


def test_what_goes_on_says_from_which_claim_it_has_speaker_and_source():
    stated, _ = reasons_of("Das Holz")
    _, reasons = reasons_of("Der Umbau")
    assert shown(reasons["mood_goes_on_strict"]) == {
        ("mood", "koste"),
        ("mood", "könne"),
    }
    assert reasons["carried"].claim == stated.id
    assert reasons["source_carried"].claim == stated.id
    assert reasons["source_carried"].entity == stated.sources[0].entity


def test_a_source_carried_over_twice_is_said_to_be_stated_in_the_first_claim():
    text = STORY.replace(" „Wir", " Ein Geländer fehle. „Wir")
    stated, _ = reasons_of("Das Holz", text)
    _, reasons = reasons_of("Ein Geländer", text)
    assert reasons["carried"].claim != stated.id
    assert reasons["source_carried"].claim == stated.id


def test_a_word_that_weakens_is_a_reason():
    _, reasons = reasons_of("Der Umbau")
    assert shown(reasons["weakens"]) == {("hedge", "möglicherweise")}


def test_a_pronoun_is_shown_with_the_name_it_stands_for():
    _, reasons = reasons_of("dass das Boot")
    assert shown(reasons["pronoun"]) == {
        ("pronoun", "Sie"),
        ("antecedent", "Mila Kern"),
    }
    assert ("conjunction", "dass") in shown(reasons["clause_behind"])


def test_quoted_words_inside_a_claim_say_in_which_one_they_lie():
    outer, _ = reasons_of("dass das Boot")
    found = extract(STORY)
    inner = next(claim for claim in found.claims if claim.nested)
    first = inner.reasons[0]
    assert (first.name, first.claim) == ("quoted_inside", outer.id)
    assert shown(first) == {("quotation", "„"), ("quotation", "“")}


def test_a_role_whose_name_stands_elsewhere_is_said_to_mean_somebody():
    text = STORY + " Der Bürgermeister sagte, das Geld sei da."
    claim, reasons = reasons_of("das Geld", text)
    assert shown(reasons["meant"], text) == {("speaker", "Der Bürgermeister")}
    assert reasons["meant"].entity == claim.speaker_entity


def test_an_outlet_that_speaks_for_itself_is_its_own_source():
    _, reasons = reasons_of("der Steg in Möwenau")
    assert ("cue", "Laut") in shown(reasons["named_as_origin"])
    assert "source_itself" in reasons


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Der Steg sei morsch, hieß es am Abend.", "nobody_named"),
        ("„Wir warten gern auf den Steg.“ Das sagte eine Sprecherin.", "known_by_role"),
        ("„Nie wieder“, sagte Mila Kern am Steg.", "too_short"),
        ("Mila Kern kündigte einen neuen Steg an.", "weak_rule"),
        (
            "Theo Falk traf Bernd Kuhn am Steg. Er sagte, der Steg sei morsch.",
            "pronoun_open",
        ),
        ("Nach Angaben von Mila Kern zwei Tonnen Müll am Ufer.", "no_statement"),
        (
            "Die Ministerin bestätigte laut Nordpost den Preis des Stegs.",
            "voice_inside",
        ),
        (
            "„Der Steg, sagte Kern, ist weg. Wir warten“, sagte Theo Falk.",
            "marks_unclear",
        ),
    ],
)
def test_what_is_not_sure_says_why(text, doubt):
    [claim] = extract(text).claims
    assert not claim.sure
    assert doubt in {reason.name for reason in claim.why(Aspect.DOUBT)}


def test_words_that_two_voices_claim_say_so():
    found = extract("Mila Kern sagte, der Steg sei, so Theo Falk, morsch.")
    assert len(found.claims) == 2
    for claim in found.claims:
        assert "words_contested" in {each.name for each in claim.why(Aspect.DOUBT)}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_reason_of_the_library_is_known_and_points_into_the_text(slug):
    found = extracted(slug)
    known, claims = reason_names(), {claim.id for claim in found.claims}
    entities = {entity.id for entity in found.entities}
    for claim in found.claims:
        assert claim.reasons[0].aspect is Aspect.WORDS
        assert len(claim.why(Aspect.SOURCE)) == len(claim.sources)
        assert len(claim.why(Aspect.HEDGE)) == len(claim.hedge)
        assert bool(claim.why(Aspect.DOUBT)) is not claim.sure
        for reason in claim.reasons:
            assert reason.name in known[reason.aspect], reason.name
            assert reason.claim is None or reason.claim in claims - {claim.id}
            assert reason.entity is None or reason.entity in entities
            assert all(
                0 <= s.span.begin < s.span.end <= len(found.raw) for s in reason.signs
            )
