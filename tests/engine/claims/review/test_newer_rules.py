"""What people decided holds, whatever the rules come to find in the text later."""

from dataclasses import replace

import pytest

from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.claims.review.decisions import Verdict, reviewed
from quiz.engine.claims.review.matching import likeness
from quiz.engine.text.span import Span
from tests.engine.library import SLUGS, extracted
from tests.engine.other_rules import (
    CHANGES,
    claims_missing,
    counted,
    in_two,
    names_shorter,
    order_differs,
    people_missing,
    two_are_one,
    words_cut,
)

SLUG = SLUGS[0]
DECIDED = 9  # claims about which somebody decides, the first ones


def outer(found):
    """The claims that lie in no other, about which people decide here."""
    return [claim for claim in found.claims if not claim.nested][:DECIDED]


def decisions_on(found):
    """One after the other is confirmed, given another voice, or rejected."""
    made = []
    for number, claim in enumerate(outer(found)):
        accepted = Correction.accepting(claim, found)
        other = Voice.of(found.entities[number % len(found.entities)])
        if number % 3 == 1:
            accepted = replace(accepted, act=Act.CHANGE, speaker=other, sources=())
        if number % 3 == 2:
            accepted = Correction(Act.REJECT, claim.content)
        made.append(accepted)
    return made


def is_meant(voice, entity):
    """Whether it is who was confirmed, by whatever name of theirs."""
    if voice is None or entity is None:
        return voice is entity
    names = (entity.name, *entity.aliases)
    return voice.name in names or voice.place in entity.mentions


def holds(decision, review):
    """Whether what was decided is what the review says."""
    if decision.act is Act.REJECT:
        kept = review.extraction.claims
        return not any(likeness(c.content, decision.content) >= 0.5 for c in kept)
    found = review.extraction
    claim = next((c for c in found.claims if c.content == decision.content), None)
    if claim is None or not claim.sure or claim.type is not decision.type:
        return False
    speaker = claim.speaker_entity and found.entity(claim.speaker_entity)
    chain = [found.entity(link.entity) for link in claim.sources]
    return (
        is_meant(decision.speaker, speaker)
        and len(chain) == len(decision.sources)
        and all(map(is_meant, decision.sources, chain))
        and claim.hedge == decision.hedge
    )


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("comes", ["before", "after"])
def test_a_decision_holds_by_other_rules(change, comes):
    today = extracted(SLUG)
    was, now = (today, change(today)) if comes == "after" else (change(today), today)
    made = decisions_on(was)
    review = reviewed(now, made)
    assert [each for each in made if not holds(each, review)] == []
    assert review.lost == ()


def test_a_confirmed_claim_that_is_no_longer_found_stands_by_itself_and_says_so():
    was = extracted(SLUG)
    confirmed = Correction.accepting(was.claims[0], was)
    review = reviewed(claims_missing(was), [confirmed])
    [alone] = review.alone
    claim = next(each for each in review.found.claims if each.id == alone)
    assert review.verdicts[alone] is Verdict.ACCEPTED
    assert (claim.content, claim.type) == (was.claims[0].content, was.claims[0].type)
    assert claim.sure
    assert reviewed(was, [confirmed]).alone == frozenset()


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_confirmed_keeps_the_words_by_which_it_is_known(change):
    was = extracted(SLUG)
    claim = next(each for each in was.claims if each.cue and each.speaker)
    review = reviewed(change(was), [Correction.accepting(claim, was)])
    [kept] = [each for each in review.found.claims if each.content == claim.content]
    assert (kept.cue, kept.speaker) == (claim.cue, claim.speaker)


def test_what_a_teacher_added_stands_by_itself_as_before():
    was = extracted(SLUG)
    words = (Span(was.raw.rindex(" ") + 1, len(was.raw.rstrip())),)
    review = reviewed(was, [Correction(Act.ADD, words, Voice.of(was.entities[0]))])
    assert review.alone == frozenset()
    assert Verdict.ADDED in review.verdicts.values()


def test_a_claim_that_stands_by_itself_can_be_changed_and_rejected():
    was = extracted(SLUG)
    confirmed = Correction.accepting(was.claims[0], was)
    other = replace(confirmed, act=Act.CHANGE, type=ClaimType.REPORTED)
    rejected = Correction(Act.REJECT, confirmed.content)
    now = claims_missing(was)
    changed = reviewed(now, [confirmed, other])
    [alone] = changed.alone
    assert changed.verdicts[alone] is Verdict.CHANGED
    claim = next(each for each in changed.found.claims if each.id == alone)
    assert claim.type is ClaimType.REPORTED
    gone = reviewed(now, [confirmed, rejected])
    assert gone.extraction.claims == now.claims
    assert reviewed(now, [rejected, confirmed]).alone == {"p1"}


def test_pieces_of_a_confirmed_claim_give_way_to_the_whole():
    was = extracted(SLUG)
    claim = outer(was)[0]
    review = reviewed(in_two(was), [Correction.accepting(claim, was)])
    touching = [
        each
        for each in review.found.claims
        if not each.nested and likeness(each.content, claim.content)
    ]
    assert [each.content for each in touching] == [claim.content]


def test_a_decision_never_takes_a_claim_that_another_one_is_about():
    was = extracted(SLUG)
    claim = outer(was)[0]
    begin, end = claim.content[0]
    part = replace(claim, id="part", content=(Span(begin, begin + (end - begin) // 2),))
    both = counted(was, [claim, part, *was.claims[1:]], was.entities)
    made = [Correction.accepting(each, both) for each in both.claims[:2]]
    only_whole = reviewed(was, made)
    assert {m.content for m in made} <= {c.content for c in only_whole.found.claims}
    rejected = [made[0], Correction(Act.REJECT, part.content)]
    assert holds(made[0], reviewed(was, rejected))


def test_a_claim_of_which_only_the_words_were_kept_is_told_as_lost():
    was = extracted(SLUG)
    only_words = Correction(Act.ACCEPT, was.claims[0].content)
    assert reviewed(claims_missing(was), [only_words]).lost == (only_words,)


def test_somebody_who_is_no_longer_found_stays_what_they_were():
    was = extracted(SLUG)
    outlet = next(e for e in was.entities if e.kind is EntityKind.OUTLET)
    now = counted(was, was.claims[:1], [])
    said = Correction(Act.CHANGE, was.claims[0].content, Voice.of(outlet))
    named = reviewed(now, [said]).found
    speaker = named.entity(named.claims[0].speaker_entity)
    assert (speaker.name, speaker.kind) == (outlet.name, EntityKind.OUTLET)


def test_two_people_whom_newer_rules_take_for_one_stay_the_speakers_they_were():
    was = extracted(SLUG)
    made = [Correction.accepting(each, was) for each in outer(was)]
    review = reviewed(two_are_one(was), made)
    by_words = {each.content: each for each in review.found.claims}
    for each in made:
        speaker = by_words[each.content].speaker_entity
        assert each.speaker.name == review.found.entity(speaker).name


def people(found):
    """Two whom the text names in full, in places of their own."""
    full = [e for e in found.entities if e.kind is EntityKind.PERSON and " " in e.name]
    return full[:2]


@pytest.mark.parametrize("change", [order_differs, names_shorter, words_cut])
def test_who_is_who_holds_by_other_rules(change):
    was = extracted(SLUG)
    one, other = people(was)
    renamed = Correction(Act.RENAME, (), Voice.of(one), name="Frau Doktor Lenk")
    merged = Correction(Act.MERGE, (), Voice.of(one), (Voice.of(other),))
    [named] = named_so(reviewed(change(was), [renamed]), "Frau Doktor Lenk")
    assert one.mentions[0] in named.mentions
    whole = reviewed(change(was), [merged]).found
    assert any(
        {*one.mentions, *other.mentions} <= {*e.mentions} for e in whole.entities
    )


def named_so(review, name):
    return [entity for entity in review.found.entities if entity.name == name]


def test_two_whom_the_rules_take_for_one_by_now_are_the_one_they_were_made():
    was = extracted(SLUG)
    one, other = _first_speakers(was)
    made = Correction(
        Act.MERGE,
        (),
        Voice.of(one),
        (Voice(one.name, other.mentions[0]),),
        name="Beide",
    )
    review = reviewed(two_are_one(was), [made])
    assert review.lost == ()
    assert len(named_so(review, "Beide")) == 1


def test_one_whom_the_rules_take_for_two_by_now_is_called_as_it_was_split():
    was = extracted(SLUG)
    one = next(e for e in was.entities if len(e.mentions) > 1)
    places = one.mentions[1:]
    split = Correction(Act.SPLIT, places, Voice.of(one), name="Die andere")
    apart = reviewed(was, [split]).found
    again = reviewed(replace(apart, claims=was.claims), [split])
    assert again.lost == ()
    assert [each.mentions for each in named_so(again, "Die andere")] == [places]


def test_a_decision_about_somebody_who_is_gone_is_told_as_lost():
    was = extracted(SLUG)
    gone = was.entities[1]
    renamed = Correction(Act.RENAME, (), Voice.of(gone), name="Wer anders")
    assert reviewed(people_missing(was), [renamed]).lost == (renamed,)


def _first_speakers(found):
    spoke = dict.fromkeys(each.speaker_entity for each in found.claims)
    return [found.entity(each) for each in spoke if each][:2]
