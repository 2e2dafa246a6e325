"""Every passage of the corpus beside what the extractor finds in it."""

import pytest

from bench.passages import differences, read_passages
from quiz.engine.claims.extract import extract


def _marked(passage):
    """A known gap must fail: once it does not, its mark is to be removed."""
    gap = passage.get("known_gap")
    marks = [pytest.mark.xfail(strict=True, reason=gap)] if gap else []
    return pytest.param(passage, id=passage["id"], marks=marks)


PASSAGES = read_passages()


@pytest.mark.parametrize("passage", [_marked(p) for p in PASSAGES])
def test_a_passage_gives_its_claims_and_no_others(passage):
    assert differences(passage) == []


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize("passage", [pytest.param(p, id=p["id"]) for p in PASSAGES])
def test_spans_lie_inside_the_text_and_on_words(passage):
    found = extract(passage["text"])
    for claim in found.claims:
        spans = [*claim.content, *claim.speaker, *claim.cue, *claim.hedge]
        assert all(0 <= s.begin < s.end <= len(found.raw) for s in spans)
        assert all(s.of(found.raw).strip() == s.of(found.raw) for s in spans)
        assert all(claim.sentence.covers(s) for s in claim.content)
