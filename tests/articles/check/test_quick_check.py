"""A teacher answers one question after the other."""

import re

import pytest

from quiz.engine.claims.review.decisions import Verdict
from tests.articles.check.words import (
    EN,
    query_for,
    question_on,
    words_of,
)
from tests.articles.claims.ticks import ticked_in
from tests.browser import text_of


def test_one_statement_is_shown_in_its_sentence_with_one_question(see, waiting):
    page = see()
    assert page.status_code == 200
    first = waiting()[0]
    assert words_of(first)[:20] in text_of(page)
    assert page.text.count('data-testid="check-question"') == 1
    assert f"{len(waiting())} statements left" in text_of(page)


def test_what_gives_a_question_comes_before_what_gives_none(see, say, waiting):
    def questions():
        return int(re.search(r'data-testid="tally">(\d+) question', see().text)[1])

    order = [words_of(each) for each in waiting()]
    none = ("Leider spät", "Die Stege", "der Tunnel")
    assert [any(word in each for word in none) for each in order] == sorted(
        any(word in each for word in none) for each in order
    )
    before = questions()
    say("accept")
    assert questions() > before


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("das Eis", "Does “Sie” mean Ida Krull here?"),
        ("Die Stege", "Is it right that nobody is named here?"),
        ("Leider spät", "Are these the whole words?"),
        ("die Fähre", "Does the article have this from nobody in between?"),
        ("der Tunnel", "Is this who is speaking: Sprecherin?"),
    ],
)
def test_the_question_is_about_what_is_uncertain(see, waiting, words, asked):
    assert question_on(see(query_for(waiting, words))) == asked


def test_a_yes_confirms_for_good_and_the_next_one_comes(say, see, waiting, review):
    first, count = waiting()[0], len(waiting())
    told = say("accept")
    assert told.status_code == 303
    assert f"{count - 1} statement" in text_of(see())
    decided = next(c for c in review().found.claims if c.content == first.content)
    assert review().verdicts[decided.id] is Verdict.ACCEPTED
    assert decided.sure
    assert decided.speaker_entity == first.speaker_entity


def test_no_statement_takes_it_out(say, waiting, review):
    first = waiting()[0]
    assert say("reject").status_code == 303
    gone = next(c for c in review().found.claims if c.content == first.content)
    assert review().is_rejected(gone.id)
    assert first.content not in {each.content for each in waiting()}


def test_somebody_else_is_chosen(say, waiting, review):
    at = query_for(waiting, "das Eis")
    lenk = next(e.id for e in review().found.entities if e.name == "Vera Lenk")
    assert say("change", at, who=lenk).status_code == 303
    changed = next(c for c in review().found.claims if "das Eis" in words_of(c))
    assert changed.speaker_entity == lenk
    assert review().verdicts[changed.id] is Verdict.CHANGED


def test_somebody_else_is_typed_and_is_asked_what_that_is(say, waiting, review):
    at = query_for(waiting, "das Eis")
    asked = say("change", at, other="Talheim")
    assert asked.status_code == 400
    assert "What is “Talheim”?" in text_of(asked)
    assert 'value="Talheim"' in asked.text
    sent = {"other": "Talheim", "kind": "organisation"}
    assert say("change", at, **sent).status_code == 303
    changed = next(c for c in review().found.claims if "das Eis" in words_of(c))
    assert review().found.entity(changed.speaker_entity).name == "Talheim"


def test_it_may_be_nobody(say, waiting, review):
    assert say("change", query_for(waiting, "das Eis"), who="nobody").status_code == 303
    changed = next(c for c in review().found.claims if "das Eis" in words_of(c))
    assert changed.speaker_entity is None


def test_a_name_that_was_typed_is_not_lost_by_a_yes(say, waiting, review):
    before = review()
    told = say("accept", query_for(waiting, "das Eis"), other="Ida Krull")
    assert told.status_code == 400
    assert "You said yes, and something else as well" in text_of(told)
    assert 'value="Ida Krull"' in told.text
    assert review() == before


@pytest.mark.parametrize("other", ["", "Donald Duck", "sei zu dünn"])
def test_nobody_chosen_or_nobody_of_that_name_is_told(say, waiting, review, other):
    before = review()
    told = say("change", query_for(waiting, "das Eis"), other=other)
    assert told.status_code == 400
    assert 'class="field__error"' in told.text
    assert review() == before


def test_what_is_left_for_later_comes_at_the_end(teacher, see, waiting):
    first = question_on(see())
    later = re.search(r'href="([^"]+)"\s+data-go data-keys="s"', see().text)[1]
    page = teacher.get(later.replace("&amp;", "&"), headers=EN)
    assert question_on(page) != first
    all_later = "-".join(str(each.content[0].begin) for each in waiting())
    end = see(f"?later={all_later}")
    assert "All others are left for later" in text_of(end)
    assert 'data-testid="check-question"' not in end.text


def test_later_stays_later_over_a_verdict(say, waiting):
    place = waiting()[0].content[0].begin
    told = say("accept", f"?later={place}")
    assert f"later={place}" in told.location
    assert waiting()[0].content[0].begin == place


def test_words_are_set_right_where_they_are_uncertain(see, say, waiting, review):
    at = query_for(waiting, "Leider spät")
    ticked = ticked_in(see(at).text, "content")
    assert say("change", at, content=[]).status_code == 400
    assert say("change", at, content=ticked[1:]).status_code == 303
    assert any(words_of(claim) == "spät" for claim in review().found.claims)


def test_a_source_is_added_and_stands_on_the_way(say, waiting, review):
    at = query_for(waiting, "die Fähre")
    told = say("change", at, other="Maibrunner", kind="outlet")
    assert told.status_code == 303
    changed = next(c for c in review().found.claims if "die Fähre" in words_of(c))
    [source] = [review().found.entity(link.entity) for link in changed.sources]
    assert source.name == "Maibrunner"


def test_the_speaker_is_not_the_source_as_well(say, waiting):
    told = say("change", query_for(waiting, "die Fähre"), other="Krull")
    assert told.status_code == 400
    assert "would stand twice" in text_of(told)


def test_the_meter_is_full_as_soon_as_there_is_enough_for_a_round(say, see):
    page = see()
    while "enough for a round" not in text_of(page):
        assert say("accept").status_code == 303
        page = see()
    most, together = re.findall(r'max="(\d+)" value="(\d+)"', page.text)[0]
    assert most == together
