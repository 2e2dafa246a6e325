"""The longest text that is accepted, made of news or of one piece again and again."""

from bench.fragments import text_of
from bench.longest import seconds, up_to


def test_a_text_is_repeated_up_to_the_length_that_is_wanted():
    assert up_to("Der Steg ist zu. ", 40) == "Der Steg ist zu. Der Steg ist zu. Der St"


def test_a_hole_is_filled_with_a_name_of_its_own_each_time():
    text = text_of(["Anna {} ging. "], 100)
    names = [piece.split()[0] for piece in text.split("Anna ")[1:]]
    assert len(names) > 5
    assert len(set(names)) == len(names)


def test_it_takes_time():
    assert seconds("Der Steg ist zu, sagte Jo Brandt.") > 0
