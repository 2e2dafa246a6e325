"""Words and marks with their places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.text.token import tokenise


def words(raw):
    return [token.text for token in tokenise(raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("An Chan-il kam.", ["An", "Chan-il", "kam", "."]),
        ("Atom-U-Boote", ["Atom-U-Boote"]),
        ("1.500 Euro", ["1.500", "Euro"]),
        ("um 19:30 Uhr", ["um", "19:30", "Uhr"]),
        ("z.B. heute", ["z.B", ".", "heute"]),
        ("Lenks' Plan", ["Lenks", "'", "Plan"]),
        ("Ende.Anfang", ["Ende", ".", "Anfang"]),
        ("Nahrungs- und Düngemittel", ["Nahrungs", "-", "und", "Düngemittel"]),
        ("Na ja...", ["Na", "ja", "..."]),
    ],
)
def test_a_text_falls_into_words_and_marks(raw, expected):
    assert words(raw) == expected


@given(st.text(max_size=400))
def test_tokens_point_back_into_any_text_in_order(raw):
    tokens = tokenise(raw)
    assert all(raw[t.begin : t.end] == t.text for t in tokens)
    assert all(a.end <= b.begin for a, b in pairwise(tokens))
    covered = sum(t.end - t.begin for t in tokens)
    assert covered == sum(1 for c in raw if not c.isspace())
