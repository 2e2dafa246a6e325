"""Two parallel forms of one set: for a comparison before and after some lessons."""

from collections import Counter
from collections.abc import Sequence

from quiz.engine.questions.question import Question
from quiz.engine.rounds import Draw, all_in_order, draw_round
from quiz.errors import Invalid

SMALLEST_FORM = 5
FORM_SIZE = 10
"""As many questions as a form has at most (question-kinds, section 7, "Pre/post")."""


def parallel_forms(
    questions: Sequence[Question], seed: int, *, whole: bool = False
) -> tuple[Draw, Draw]:
    """Two rounds with no claim in common, alike in kinds and in right attributions.

    Claims are dealt out with all their questions, so that nothing asked before is
    asked after; the form that has fewer of a claim's kinds gets it. Both are then drawn
    by the same rules as any round, or have all that was dealt to them. Each seat plays
    one before and the other after, half of the seats the other way round, so that a
    difference in difficulty cancels out.

    Args:
        questions: of one set, in its order; those without points are left out.
        seed: settles every tie; one seed always gives the same forms.
        whole: every round of the set has all its questions, so the forms do, too.

    Raises:
        Invalid: "too_few_for_forms": a form would have fewer than five questions.
    """
    by_claim: dict[tuple[str, str], list[Question]] = {}
    for question in sorted(questions, key=lambda each: each.id):
        if question.form.counts:
            key = (question.text, question.claim or question.id)
            by_claim.setdefault(key, []).append(question)
    pools: tuple[list[Question], list[Question]] = ([], [])
    counts: tuple[Counter[object], Counter[object]] = (Counter(), Counter())
    for asked in sorted(
        by_claim.values(), key=lambda found: (-len(found), found[0].id)
    ):
        alike = [(each.kind, each.is_true_trial) for each in asked]
        has = [(sum(counts[n][kind] for kind in alike), len(pools[n])) for n in (0, 1)]
        to = 0 if has[0] <= has[1] else 1
        pools[to].extend(asked)
        counts[to].update(alike)
    needed = 2 * SMALLEST_FORM
    if whole:
        if min(map(len, pools)) < SMALLEST_FORM:
            raise Invalid("too_few_for_forms", needed=needed)
        dealt = [[each for each in questions if each in pool] for pool in pools]
        return all_in_order(dealt[0], seed), all_in_order(dealt[1], seed)
    try:
        one, other = (draw_round(pool, seed, FORM_SIZE) for pool in pools)
    except Invalid:
        raise Invalid("too_few_for_forms", needed=needed) from None
    size = min(len(one.cards), len(other.cards))
    if size < SMALLEST_FORM:
        raise Invalid("too_few_for_forms", needed=needed)
    return Draw(one.cards[:size]), Draw(other.cards[:size])
