"""How an article is shown to be read: subheads, where words stand, minutes."""

import pytest

from quiz.articles.reading import place_of, reading_of
from quiz.articles.service import minutes_of

LONG = (
    "Am Montag kamen alle zusammen, und es wurde lange über die neue Brücke geredet. "
)
TEXT = "\n\n".join(
    (
        "Streit um die Brücke",
        LONG,
        "Niemand will zahlen",
        f"{LONG}„Das zahlen wir nicht“, sagte Ada Amsel.",
        "Ende",
    )
)


def test_a_short_line_before_a_paragraph_is_a_subhead_the_headline_is_none():
    assert reading_of(TEXT).subheads == {2}


@pytest.mark.parametrize(
    "line", ["Das war alles.", "„Nie wieder", "Wer zahlt?", "– dpa"]
)
def test_a_sentence_a_quotation_or_a_question_is_no_subhead(line):
    assert not reading_of(f"Titel\n\n{line}\n\n{LONG}").subheads


def test_a_text_opens_where_the_longest_of_the_words_stand():
    assert place_of(["Ada", "Das zahlen wir nicht"], TEXT) == 3
    assert place_of(["steht nirgends"], TEXT) is None
    assert place_of(["", " … "], TEXT) is None


def test_words_that_leave_something_out_or_are_quoted_otherwise_are_found():
    text = f"Titel\n\n{LONG}\n\nEr nannte das „nicht bereit“, aber er kommt.\n\n{LONG}"
    assert place_of(["Er … aber er kommt"], text) == 2
    assert place_of(["Er nannte das ‚nicht bereit‘"], text) == 2


def test_reading_takes_whole_minutes_and_no_text_takes_none():
    assert reading_of(LONG * 40).minutes == 5
    assert reading_of("Kurz.").minutes == 1
    assert reading_of("").minutes == 0


@pytest.mark.parametrize("times", range(2, 60))
def test_a_card_and_the_page_of_its_round_name_the_same_minutes(times):
    text = (LONG + " 2026 – am 3. Mai. ") * times
    assert reading_of(text).minutes == minutes_of(text)
