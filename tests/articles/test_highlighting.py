from hypothesis import given
from hypothesis import strategies as st

from quiz.articles.highlighting import ROLES, Piece, paragraph_spans, paragraphs, pieces
from quiz.engine.text.span import Span

TEXT = "Möwenau lacht.\n\nDie Bürgermeisterin sagte am Montag: „Wir bauen.“\n"
EDGE = st.integers(min_value=-3, max_value=70)
MARKS = st.lists(st.tuples(st.sampled_from(ROLES), st.builds(Span, EDGE, EDGE)))
TEXTS = st.text(alphabet="ab \n\t\r\u2028ß„“", max_size=60)


def span_of(words, text=TEXT):
    begin = text.index(words)
    return Span(begin, begin + len(words))


def pieces_of(paragraph):
    return [piece for stretch in paragraph for piece in stretch.pieces]


def test_an_unmarked_text_is_one_piece_a_paragraph():
    first, second = paragraphs(TEXT, [])
    assert pieces_of(first) == [Piece("Möwenau lacht.")]
    assert pieces_of(second) == [
        Piece("Die Bürgermeisterin sagte am Montag: „Wir bauen.“")
    ]


def test_a_mark_within_a_mark_carries_both_roles():
    marks = [("content", span_of("sagte am Montag")), ("hedge", span_of("am Montag"))]
    marked = [piece for piece in pieces(TEXT, marks) if piece.roles]
    assert marked == [
        Piece("sagte ", ("content",), ("content",)),
        Piece("am Montag", ("content", "hedge"), ("hedge",)),
    ]


def test_marks_that_cross_each_other_are_cut_at_every_edge():
    marks = [("speaker", Span(0, 10)), ("cue", Span(5, 13))]
    assert [(p.text, p.roles) for p in pieces("0123456789abcdef", marks)] == [
        ("01234", ("speaker",)),
        ("56789", ("speaker", "cue")),
        ("abc", ("cue",)),
        ("def", ()),
    ]


def test_neighbouring_marks_of_one_role_each_get_their_label():
    marks = [("cue", Span(0, 2)), ("cue", Span(2, 4))]
    assert [piece.begins for piece in pieces("abcd", marks)] == [("cue",), ("cue",)]


def test_the_words_of_a_proof_stay_together_however_they_are_marked():
    marks = [("cue", span_of("sagte")), ("speaker", span_of("Die Bürgermeisterin"))]
    _, second = paragraphs(TEXT, marks, [span_of("Die Bürgermeisterin sagte am")])
    assert [stretch.is_proof for stretch in second] == [True, False]
    assert [piece.text for piece in second[0].pieces] == [
        "Die Bürgermeisterin",
        " ",
        "sagte",
        " am",
    ]


def test_only_the_first_proof_is_the_place_to_jump_to():
    proof = [span_of("lacht"), span_of("Wir"), span_of("bauen")]
    first = [
        (stretch.is_proof, stretch.is_first_proof)
        for paragraph in paragraphs(TEXT, [], proof)
        for stretch in paragraph
    ]
    assert [is_first for is_proof, is_first in first if is_proof] == [
        True,
        False,
        False,
    ]
    assert not any(is_first for is_proof, is_first in first if not is_proof)


def test_a_mark_over_two_paragraphs_is_labelled_once():
    cut = paragraphs(TEXT, [("content", Span(0, len(TEXT)))])
    inside = [piece for paragraph in cut for piece in pieces_of(paragraph)]
    assert [piece.roles for piece in inside] == [("content",)] * 2
    assert [piece.begins for piece in inside] == [("content",), ()]


def test_lines_are_paragraphs_only_where_there_is_no_blank_line():
    assert len(paragraph_spans("Eins.\nZwei.\nDrei.")) == 3


def test_headline_lead_and_text_stay_apart_although_a_blank_line_stands_elsewhere():
    pasted = "Die Titelzeile\nDer Vorspann sagt es kurz.\nDer Text.\n\nEin Absatz."
    shown = [span.of(pasted) for span in paragraph_spans(pasted)]
    assert shown == [each for each in pasted.split("\n") if each]


def test_a_sentence_that_goes_on_in_the_next_line_stays_in_its_paragraph():
    pasted = "Vera Lenk sagte am Montag,\ndass die Brücke gesperrt sei.\n\nDas gilt."
    assert len(paragraph_spans(pasted)) == 2


def test_a_text_of_white_space_has_no_paragraph():
    assert paragraphs(" \n\n\t", [("cue", Span(0, 2))]) == ()


@given(TEXTS, MARKS)
def test_joined_pieces_are_the_text(text, marks):
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(TEXTS, MARKS, st.lists(st.builds(Span, EDGE, EDGE)))
def test_joined_paragraphs_are_the_text_without_the_gaps(text, marks, proof):
    cut = paragraphs(text, marks, proof)
    shown = ["".join(piece.text for piece in pieces_of(each)) for each in cut]
    assert shown == [span.of(text) for span in paragraph_spans(text)]
    assert "".join("".join(shown).split()) == "".join(text.split())
    assert all(words == words.strip() and words for words in shown)


@given(TEXTS, MARKS)
def test_every_character_has_exactly_the_roles_of_the_marks_over_it(text, marks):
    at = 0
    for piece in pieces(text, marks):
        for _ in piece.text:
            over = {role for role, (begin, end) in marks if begin <= at < end}
            assert set(piece.roles) == over
            at += 1


def test_words_lead_to_the_innermost_of_what_they_are_linked_to():
    whole, inside = span_of("sagte am Montag"), span_of("am Montag")
    marked = paragraphs(TEXT, [], links=[("c1", whole), ("c2", inside)])
    led = [(each.link, each.text) for each in pieces_of(marked[1]) if each.link]
    assert led == [("c1", "sagte "), ("c2", "am Montag")]
