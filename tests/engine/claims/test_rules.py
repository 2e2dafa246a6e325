"""A rule is a value: without its figure there is none."""

from types import SimpleNamespace

import pytest

from quiz.engine.claims.frames.frame import FrameKind
from quiz.engine.claims.ground import Doubt, Rule
from quiz.engine.claims.reason import Aspect
from quiz.engine.claims.registry import RULES, grounds_in, reason_names
from quiz.engine.claims.speech import direct, indirect


def test_a_rule_without_a_figure_does_not_load():
    with pytest.raises(TypeError, match="share"):
        exec("from quiz.engine.claims.ground import Rule\nNEW = Rule(id='new')")  # noqa: S102


@pytest.mark.parametrize("share", [0, -0.5, 1.5])
def test_a_figure_that_is_no_share_does_not_load(share):
    with pytest.raises(ValueError, match="'new' needs a share"):
        Rule(id="new", share=share)


def test_a_rule_is_found_where_it_is_declared():
    alone, doubt = Rule(id="alone", share=0.5), Doubt(id="doubt", share=0.5)
    by_kind = {FrameKind.SO: Rule(id="by_kind", share=0.5)}
    module = SimpleNamespace(ALONE=alone, DOUBT=doubt, BY_KIND=by_kind, other="text")
    assert [each.id for each in grounds_in(module)] == ["alone", "doubt", "by_kind"]


def test_a_rule_is_the_same_value_in_the_registry():
    assert RULES["clause_behind"] is indirect.BEHIND
    assert RULES["quotation_with_verb"] is direct.WITH[FrameKind.VERB]


def test_every_reason_has_one_name_for_what_it_is_about():
    known = reason_names()
    assert known.keys() == set(Aspect)
    assert known[Aspect.WORDS] == RULES.keys()
    assert all(rule.naming in {None, *known[Aspect.SPEAKER]} for rule in RULES.values())


def test_every_frame_that_can_stand_beside_a_quotation_has_its_rule():
    assert set(FrameKind) - set(direct.WITH) == {FrameKind.FOR}
