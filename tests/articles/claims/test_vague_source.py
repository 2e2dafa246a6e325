"""A teacher sees, and says, whether anybody can be asked."""

import pytest

from quiz.articles.claims import service as claims
from quiz.articles.models import Article, ClaimCorrection
from tests.articles.claims.ticks import ticked_in
from tests.browser import text_of
from tests.make import NOW

TEXT = (
    "Bürgermeisterin Vera Lenk sagte, der Riss gehe tief. Ein Insider sagte der "
    "Nordpost, die Werft werde verkauft."
)
TOLD = {
    "de": "Ungenaue Quelle: Es wird niemand genannt, den man fragen könnte.",
    "en": "Vague source: Nobody is named whom one could ask.",
}


@pytest.fixture
def vague(app, article):
    def read():
        with app.extensions["quiz.sessions"].reading() as session:
            found = claims.extraction_of(session.get(Article, article))
            return [claim.source_vague for claim in found.claims]

    return read


def change(browser, article, version, **ticked):
    page = browser.get(f"/articles/{article}/claims/2").text
    speaker = page.partition('name="speaker"')[2].partition("selected")[2]
    fields = {"speaker": speaker.partition('value="')[2].partition('"')[0]}
    fields |= {"source": "", "before": "", "type": "Indirect", "version": version}
    fields |= {"content": ticked_in(page, "content")}
    return browser.post(f"/articles/{article}/claims/2", data=fields | ticked)


@pytest.mark.parametrize("language", TOLD)
def test_the_page_says_so_once_in_plain_words(teacher, article, language):
    here = f"/articles/{article}?claim=c2"
    page = teacher.get(here, headers={"Accept-Language": language})
    assert page.text.count('data-testid="vague-source"') == 1
    assert TOLD[language] in text_of(page)


def test_the_form_shows_what_the_rules_found_and_takes_what_a_teacher_says(
    teacher, article, vague
):
    form = teacher.get(f"/articles/{article}/claims/2").text
    box = form.partition('id="source_vague"')[0].rpartition("<input")[2]
    box += form.partition('id="source_vague"')[2].partition(">")[0]
    assert "checked" in box
    assert vague() == [False, True]
    assert change(teacher, article, 0).status_code == 303
    assert vague() == [False, False]
    assert change(teacher, article, 1, source_vague="y").status_code == 303
    assert vague() == [False, True]


def test_an_entry_from_before_is_read_and_loses_nothing(app, teacher, article, vague):
    with app.extensions["quiz.sessions"].writing.begin() as session:
        row = session.get(Article, article)
        content = claims.extraction_of(row).claims[1].content
        insider = {"name": "Insider", "place": None}
        paper = {"name": "Nordpost", "place": None}
        body = {
            "act": "change",
            "content": [list(span) for span in content],
            "speaker": insider,
            "sources": [paper],
            "type": "Indirect",
            "hedge": [],
        }
        entry = ClaimCorrection(act="change", body=body, number=1, created_at=NOW)
        row.log.append(entry)
    assert vague() == [False, True]
    here = f"/articles/{article}?claim=c2"
    page = teacher.get(here, headers={"Accept-Language": "en"})
    assert TOLD["en"] in text_of(page)
    with app.extensions["quiz.sessions"].reading() as session:
        assert session.get(Article, article).log[0].body == body
