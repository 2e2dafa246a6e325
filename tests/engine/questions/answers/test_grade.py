import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.form import hits_less_false_alarms, share_of_links
from quiz.engine.questions.question import QuestionKind
from quiz.errors import Invalid
from tests.engine.library import asked_by_notes

KEY = ("b", "d", "a")
SURPLUS = "c"


def question(kind):
    return next(each for each in asked_by_notes("bridge") if each.kind is kind)


@pytest.fixture(scope="module")
def choice():
    return question(QuestionKind.WHO_SAID)


@pytest.fixture(scope="module")
def chain():
    """Three to be put in order, and one that does not belong to them."""
    found = question(QuestionKind.CHAIN_ORDER)
    assert tuple(option.id for option in found.key) == KEY
    assert [option.id for option in found.distractors] == [SURPLUS]
    return found


def test_only_the_key_is_right(choice):
    for option in choice.options:
        mark = grade(choice, (option.id,))
        assert mark.is_right == option.correct
        assert mark.share == float(option.correct)
        assert mark.key == (choice.key[0].id,)


@pytest.mark.parametrize(
    ("reply", "share"),
    [
        (KEY, 1.0),
        (KEY[:2], 0.5),
        (KEY[1:], 0.5),
        ((KEY[0], KEY[2]), 0.0),
        (KEY[::-1], 0.0),
        ((KEY[0],), 0.0),
        ((*KEY, SURPLUS), 2 / 3),
        ((SURPLUS, *KEY), 2 / 3),
        ((KEY[0], SURPLUS, *KEY[1:]), 1 / 3),
        ((KEY[1], KEY[2], KEY[0]), 0.5),
    ],
)
def test_a_chain_is_worth_the_share_of_its_links(chain, reply, share):
    mark = grade(chain, reply)
    assert mark.share == pytest.approx(share)
    assert mark.is_right == (share == 1.0)


@pytest.mark.parametrize(
    ("kind", "reply", "reason"),
    [
        (QuestionKind.WHO_SAID, (), "no_option"),
        (QuestionKind.CHAIN_ORDER, (), "no_option"),
        (QuestionKind.WHO_SAID, ("z",), "unknown_option"),
        (QuestionKind.WHO_SAID, ("a", "b"), "too_many_options"),
        (QuestionKind.CHAIN_ORDER, ("a", "a"), "repeated_option"),
    ],
)
def test_a_reply_that_cannot_be_is_refused(kind, reply, reason):
    with pytest.raises(Invalid) as refused:
        grade(question(kind), reply)
    assert refused.value.reason == reason


@given(st.permutations(["a", "b", "c", "d"]), st.integers(1, 4))
def test_a_share_lies_between_nothing_and_all(chain, order, size):
    mark = grade(chain, tuple(order[:size]))
    assert 0.0 <= mark.share <= 1.0
    assert mark.is_right == (tuple(order[:size]) == KEY)


@given(st.integers(2, 6))
def test_the_whole_chain_is_the_only_full_share(size):
    key = list("abcdef"[:size])
    assert share_of_links(key, key) == 1.0
    assert share_of_links(key, [*key, "x"]) < 1.0
    assert share_of_links(key, key[:-1]) < 1.0


@pytest.mark.parametrize(
    ("reply", "share"),
    [("ab", 1.0), ("a", 0.5), ("abc", 0.5), ("abcd", 0.0), ("cd", 0.0), ("ba", 1.0)],
)
def test_several_choices_are_worth_the_hits_less_the_false_alarms(reply, share):
    assert hits_less_false_alarms("ab", reply) == share
