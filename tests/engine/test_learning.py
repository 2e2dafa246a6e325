"""Ratings, levels, spacing, judging and badges, from answers alone."""

from datetime import UTC, date, datetime, timedelta
from math import exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.mastery.badges import Badge, badges, streak
from quiz.engine.mastery.judging import Leaning, calibration, detection
from quiz.engine.mastery.levels import Level, levels, mass_below
from quiz.engine.mastery.next_up import Why, next_up
from quiz.engine.mastery.practice import Practice, chance_by, first_attempts
from quiz.engine.mastery.rating import EXTREME, difficulty, likely, ratings
from quiz.engine.mastery.spacing import grade_of, reviews
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Skill

NOON = datetime(2026, 3, 23, 11, tzinfo=UTC)
DAY = timedelta(days=1)


def answers(shares, skill=Skill.SPEAKER, articles=3, start=NOON, **facts):
    return [
        Practice(
            skill,
            share,
            start + timedelta(minutes=n),
            item=f"{start}{skill}{n}",
            article=f"a{n % articles}",
            **facts,
        )
        for n, share in enumerate(shares)
    ]


def test_only_the_first_attempt_at_a_question_counts():
    one, again = answers([0.0]), answers([1.0])
    assert first_attempts(again + one) == [again[0]]
    assert first_attempts([]) == []


def test_guessing_brings_one_in_so_many():
    assert chance_by(Form.SINGLE_CHOICE, 4) == 0.25
    assert chance_by(Form.TRUE_FALSE, 2) == 0.5
    assert chance_by(Form.TYPED, 0) == 0


def test_a_rating_rises_with_what_is_right_and_falls_with_what_is_wrong():
    assert ratings(answers([1.0]))[Skill.SPEAKER].theta == pytest.approx(0.5)
    assert ratings(answers([0.0]))[Skill.SPEAKER].theta == pytest.approx(-0.5)


def test_right_answers_to_hard_questions_raise_it_more():
    hard = ratings(answers([1.0] * 5, difficulty=2.0))[Skill.SPEAKER]
    easy = ratings(answers([1.0] * 5, difficulty=-2.0))[Skill.SPEAKER]
    assert hard.theta > easy.theta


def test_what_guessing_brings_raises_no_rating():
    guessed = [1.0, 0.0, 0.0] * 20
    found = ratings(answers(guessed, chance=1 / 3))[Skill.SPEAKER]
    assert found.theta < -1


@pytest.mark.parametrize("able", [-1.0, 0.0, 1.5])
def test_a_rating_finds_what_somebody_can(able):
    chance, thetas = Random(3), []  # noqa: S311 (a test)
    for _ in range(30):
        asked = answers([0.0] * 150, chance=1 / 3)
        given_ = [
            Practice(
                each.skill,
                float(chance.random() < likely(able, each)),
                each.when,
                each.item,
                chance=each.chance,
            )
            for each in asked
        ]
        thetas.append(ratings(given_)[Skill.SPEAKER].theta)
    assert sum(thetas) / len(thetas) == pytest.approx(able, abs=0.25)


@given(st.lists(st.floats(0, 1), max_size=20), st.randoms())
def test_a_rating_does_not_depend_on_the_order_of_arrival(shares, chance):
    found = answers(shares)
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert ratings(shuffled) == ratings(found)
    assert ratings(shuffled + found) == ratings(found)


def test_a_question_nobody_answered_is_as_hard_as_its_kind():
    assert difficulty(0.3, 1 / 3, 0, 0.0) == pytest.approx(0.3)


def test_a_question_that_many_get_wrong_is_hard():
    p = 1 / (1 + exp(1.5))
    share = 0.25 + 0.75 * p
    assert difficulty(0.0, 0.25, 2000, 2000 * share) == pytest.approx(1.5, abs=0.03)
    assert difficulty(0.0, 0.25, 500, 0.0) == EXTREME
    assert difficulty(0.0, 0.5, 10**6, 10**6) == pytest.approx(-EXTREME)


@pytest.mark.parametrize(
    ("right", "wrong", "bound", "mass"),
    [
        (5, 0, 0.7, 0.7**6),
        (0, 5, 0.3, 1 - 0.7**6),
        (0, 0, 0.4, 0.4),
        (1, 1, 0.5, 0.5),
        (10, 0, 0.85, 0.85**11),
        (40, 0, 0.9, 0.9**41),
    ],
)
def test_the_mass_of_a_beta_distribution_is_the_known_one(right, wrong, bound, mass):
    assert mass_below(bound, right, wrong) == pytest.approx(mass, abs=1e-4)


def level(shares, **facts):
    return levels(answers(shares, **facts), NOON + DAY)[Skill.SPEAKER].level


def test_five_right_on_two_articles_are_sure_and_ten_on_three_expert():
    assert level([1.0] * 4) is Level.PRACTISING
    assert level([1.0] * 5) is Level.SURE
    assert level([1.0] * 5, articles=1) is Level.PRACTISING
    assert level([1.0] * 9) is Level.SURE
    assert level([1.0] * 10) is Level.EXPERT
    assert level([1.0] * 10, articles=2) is Level.SURE


def test_what_can_be_guessed_needs_more_to_be_sure():
    shares = [1.0] * 8 + [0.0] * 1
    assert level(shares) is Level.SURE
    assert level(shares, chance=0.5) is Level.PRACTISING


def test_a_bad_start_is_forgiven():
    assert level([0.0] * 20 + [1.0] * 20) is Level.EXPERT


def test_nobody_is_weak_by_a_few_unlucky_answers():
    def weak(shares, articles=2):
        given_ = answers(shares, articles=articles, chance=1 / 3)
        return levels(given_, NOON)[Skill.SPEAKER].is_weak

    assert not weak([0.0] * 9)
    assert not weak([0.0] * 10, articles=1)
    assert weak([0.0] * 10)
    assert weak([1.0, 0.0] * 5)
    assert not weak([1.0] * 7 + [0.0] * 3)
    assert not weak([1.0] * 10)
    assert weak([1.0] * 10 + [0.0] * 10)
    assert not weak([0.0] * 10 + [1.0] * 10)  # what the page shows as 100 %


def test_what_went_well_is_never_called_hard():
    def whys(shares):
        found = next_up(answers(shares), NOON + timedelta(hours=1), NOON.tzinfo)
        return [each.why for each in found if each.skill is Skill.SPEAKER]

    assert whys([1.0] * 4) == [Why.GROWING]
    assert whys([0.0] * 4) in ([Why.GROWING], [Why.DUE])
    assert whys([0.0] * 12) in ([Why.WEAK], [Why.DUE])


def test_a_level_fades_after_sixty_days():
    found = answers([1.0] * 5)
    assert not levels(found, NOON + 59 * DAY)[Skill.SPEAKER].is_faded
    faded = levels(found, NOON + 61 * DAY)[Skill.SPEAKER]
    assert faded.is_faded
    assert faded.level is Level.SURE


def test_a_skill_that_is_there_comes_back_later_than_one_that_is_not():
    known = answers([1.0] * 4)
    unknown = answers([0.0] * 4, Skill.CHAIN)
    first, second = reviews(known + unknown, NOON, UTC)
    assert (first.skill, second.skill) == (Skill.CHAIN, Skill.SPEAKER)
    assert first.due_at < NOON + 2 * DAY < NOON + 5 * DAY < second.due_at


def test_practice_on_several_days_spaces_a_skill_further_out():
    once = answers([1.0] * 2)
    twice = once + answers([1.0] * 2, start=NOON + 5 * DAY)
    (first,), (second,) = reviews(once, NOON, UTC), reviews(twice, NOON, UTC)
    assert second.due_at - (NOON + 5 * DAY) > first.due_at - NOON


def test_many_answers_of_one_day_are_one_review():
    (one,) = reviews(answers([1.0]), NOON + DAY, UTC)
    (many,) = reviews(answers([1.0] * 10), NOON + DAY, UTC)
    assert many.due_at - one.due_at < timedelta(hours=1)
    assert 0.8 < many.retained <= 1


def test_a_grade_follows_the_share():
    assert [grade_of(share).value for share in (0.2, 0.5, 0.8, 1.0)] == [1, 2, 3, 4]


def trials(hits, misses, alarms, rejections):
    right = answers([1.0] * hits + [0.0] * misses, trial=True)
    wrong = answers([0.0] * alarms + [1.0] * rejections, Skill.SOURCE, trial=False)
    return right + wrong


def test_who_tells_right_from_wrong_has_a_high_sensitivity():
    found = detection(trials(9, 1, 1, 9))
    assert found.sensitivity == pytest.approx(2 * 1.0968, abs=0.001)
    assert found.criterion == pytest.approx(0)
    assert found.leaning is Leaning.EVEN


def test_who_always_says_no_is_doubting_and_who_always_says_yes_trusting():
    assert detection(trials(0, 8, 0, 8)).leaning is Leaning.DOUBTING
    assert detection(trials(8, 0, 8, 0)).leaning is Leaning.TRUSTING
    assert detection(trials(8, 0, 8, 0)).sensitivity == pytest.approx(0)


def test_with_too_few_attributions_nothing_is_said():
    assert detection(trials(4, 0, 5, 5)) is None


def test_calibration_tells_how_often_each_step_was_right():
    said = answers([1.0, 0.0], confidence=1) + answers(
        [1.0] * 5, Skill.SOURCE, confidence=3
    )
    low, high = calibration(said + answers([0.0], Skill.CHAIN))
    assert (low.step, low.answers, low.share, low.has_enough) == (1, 2, 0.5, False)
    assert (high.step, high.share, high.has_enough) == (3, 1.0, True)


def test_badges_stand_for_competence():
    found = levels(answers([1.0] * 5), NOON)
    assert badges(found, ()) == (Badge.VOICES,)
    sure = calibration(answers([1.0] * 5, confidence=3))
    assert badges({}, sure) == (Badge.SELF_KNOWLEDGE,)
    many = [p for skill in list(Skill)[:6] for p in answers([1.0] * 5, skill)]
    assert Badge.ALL_ROUND in badges(levels(many, NOON), ())


MONDAY = date(2026, 3, 23)


def test_a_streak_forgives_a_weekend():
    days = [MONDAY - timedelta(days=4), MONDAY - timedelta(days=3), MONDAY]
    assert streak(days, MONDAY).days == 3
    assert not streak(days[:2], MONDAY).is_resting


def test_a_streak_that_rests_loses_nothing():
    days = [MONDAY, MONDAY + timedelta(days=1)]
    rested = streak(days, MONDAY + timedelta(days=20))
    assert (rested.days, rested.is_resting) == (2, True)
    assert streak([], MONDAY).days == 0
