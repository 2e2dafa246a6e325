import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.compose import compose
from quiz.engine.questions.form import hits_less_false_alarms, share_of_links
from quiz.engine.questions.question import QuestionKind
from quiz.errors import Invalid
from tests.engine.questions.stories import bridge

QUESTIONS = compose(bridge())
CHOICE = next(q for q in QUESTIONS if q.kind is QuestionKind.WHO_SAID)
CHAIN = next(q for q in QUESTIONS if q.kind is QuestionKind.CHAIN_ORDER)
KEY = tuple(option.id for option in CHAIN.key)
SURPLUS = CHAIN.distractors[0].id


def test_only_the_key_is_right():
    for option in CHOICE.options:
        mark = grade(CHOICE, (option.id,))
        assert mark.is_right == option.correct
        assert mark.share == float(option.correct)
        assert mark.key == (CHOICE.key[0].id,)


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
def test_a_chain_is_worth_the_share_of_its_links(reply, share):
    mark = grade(CHAIN, reply)
    assert mark.share == pytest.approx(share)
    assert mark.is_right == (share == 1.0)


@pytest.mark.parametrize(
    ("question", "reply", "reason"),
    [
        (CHOICE, (), "no_option"),
        (CHAIN, (), "no_option"),
        (CHOICE, ("z",), "unknown_option"),
        (CHOICE, ("a", "b"), "too_many_options"),
        (CHAIN, ("a", "a"), "repeated_option"),
    ],
)
def test_a_reply_that_cannot_be_is_refused(question, reply, reason):
    with pytest.raises(Invalid) as refused:
        grade(question, reply)
    assert refused.value.reason == reason


@given(st.permutations(["a", "b", "c", "d"]), st.integers(1, 4))
def test_a_share_lies_between_nothing_and_all(order, size):
    mark = grade(CHAIN, tuple(order[:size]))
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
