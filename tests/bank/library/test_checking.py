"""Whether articles are ready for the library, and whether the library is balanced."""

from collections import Counter
from dataclasses import replace

import pytest

from quiz.articles.bundled import LIBRARY, bundled_articles
from quiz.articles.service import Rights
from quiz.bank.library.checking import check, key_hints, keys_of
from quiz.engine.claims.claim import EntityKind
from quiz.engine.questions.option import FixedVoice, is_fixed_voice
from quiz.engine.questions.question import QuestionKind
from tests.engine.library import ALL_SLUGS, asked, extracted
from tests.engine.test_library_gold import NOTES

WOMEN = """
Amina Aurelia Aylin Ayla Birgit Carla Carlotta Corinne Elif Emilia Franziska
Friederike Greta Gül Helga Henrike Ida Ilka Irina Jelena Jule Katharina Leyla
Lene Lioba Lotte Ludmila Margarethe Marie Mia Mila Nadia Nesrin Ngozi Noemi Nora
Olga Paulina Petra Pia Romy Rosalie Sabine Samira Theresia Wiebke Yuki Zeynep
Frau
"""
MEN = """
Ben Bernd Björn Bogdan Bruno Can Cedric Deniz Emeka Emre Frank Gerd Goran
Hartmut Holger Ibrahim Jakub Jan-Ole Jaron Jens Jonas Josef Kevin Kim Konrad
Lamin Lothar Lukas Malte Mirko Moritz Pavel Piet Rainer Rajesh Ravi Renzo Reto
Sami Samuel Sandro Tenzin Thilo Tiago Tomasz Tomás Tuan Valentin Werner Wladimir
Wolf Herr
"""
READY = next(each for each in bundled_articles() if each.slug == "wolf-am-schulweg")


@pytest.mark.slow
def test_every_article_of_the_library_is_ready():
    problems = {each.slug: check(each).problems for each in bundled_articles()}
    assert {slug: found for slug, found in problems.items() if found} == {}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"subtitle": None}, "subtitle is missing"),
        ({"trains": {"de": "Wer spricht?"}}, "trains is not in both languages"),
        ({"topic": "wolves"}, "topic “wolves”"),
        ({"form": "poem"}, "form “poem”"),
        ({"glossary": {"Xyzzy": "Zauberwort"}}, "does not have “Xyzzy”"),
        ({"title": "Ein anderer Titel"}, "does not begin with the title"),
        ({"rights": Rights("s60a_extract", work_share=0.1)}, "may be passed on"),
        ({"rights": Rights("open_licence", "CC BY 4.0")}, "licence_url is missing"),
        ({"age": 6}, "age 6"),
        ({"text": READY.title + "\n\nKurz.\n"}, "words"),
        ({"text": "The mayor said the bridge was closed. " * 30}, "not_german"),
    ],
)
def test_what_is_wrong_is_named(changed, said):
    assert any(said in each for each in check(replace(READY, **changed)).problems)


def test_one_voice_and_no_round_are_worth_a_look():
    lines = " ".join(f"„Das ist Satz {n}“, sagte Lotte Priem." for n in range(40))
    alone = check(replace(READY, text=f"{READY.title}\n\n{lines}\n"))
    assert "no round can be drawn: only teachers will see it" in alone.hints
    assert "only 1 voices are found" in alone.hints


def test_whoever_is_the_answer_nearly_every_time_is_named():
    slug = "freibad-in-fahlenbeck"
    made = [q for q in asked(slug) if len(q.key) == 1]
    for voice, name in ((FixedVoice.ARTICLE, "the article itself"), ("e1", "Carla")):
        alike = tuple(q for q in made if q.key[0].entity == voice)
        [hint] = key_hints(extracted(slug), alike)
        assert name in hint
        assert f"the right answer {len(alike)} times of {len(alike)}" in hint


@pytest.mark.slow
def test_the_command_says_what_is_wrong_and_fails(runner, tmp_path):
    good = LIBRARY / "wolf-am-schulweg.md"
    assert runner.invoke(args=["library", "check", str(good)]).exit_code == 0
    bad = tmp_path / "wolf.md"
    bad.write_text(
        good.read_text(encoding="utf-8").replace('form = "report"\n', ""), "utf-8"
    )
    done = runner.invoke(args=["library", "check", str(good), str(bad)])
    assert done.exit_code == 1
    assert "wrong: form is missing" in done.stdout
    bad.write_text("nothing", encoding="utf-8")
    assert runner.invoke(args=["library", "check", str(bad)]).exit_code == 1


@pytest.mark.slow
def test_no_kind_of_voice_is_always_the_key():
    """Of an article that gives enough to tell, no voice has most of the answers."""
    kinds = Counter()
    for slug in ALL_SLUGS:
        found, keys = extracted(slug), keys_of(asked(slug))
        if keys.total() >= 10:
            assert max(keys.values()) <= 0.75 * keys.total(), slug
        for voice, count in keys.items():
            is_fixed = is_fixed_voice(voice)
            kinds[voice if is_fixed else found.entity(voice).kind] += count
    assert kinds[EntityKind.PERSON] <= 0.85 * kinds.total()
    assert kinds[EntityKind.OUTLET] >= 0.1 * kinds.total()


@pytest.mark.slow
def test_no_name_is_the_key_beyond_the_two_articles_on_one_event():
    names = Counter(
        entity.name
        for slug in ALL_SLUGS
        for entity in extracted(slug).entities
        if entity.id in keys_of(asked(slug)) and entity.kind is EntityKind.PERSON
    )
    assert max(names.values()) <= 2, names.most_common(3)


@pytest.mark.slow
def test_topics_forms_and_ages_are_mixed():
    articles = bundled_articles()
    for of in ("topic", "form", "age"):
        counted = Counter(getattr(each, of) for each in articles)
        assert max(counted.values()) <= len(articles) / 2, counted
        assert len(counted) >= 6
    assert len({kind for slug in ALL_SLUGS for kind in kinds_of(slug)}) >= 10


def kinds_of(slug) -> set[QuestionKind]:
    return {question.kind for question in asked(slug)}


@pytest.mark.slow
def test_women_and_men_speak_about_as_often():
    """By the first names of those whose words are noted; others tell nothing."""
    first = {
        (slug, claim["speaker"]): claim["speaker"].split()[0]
        for slug, notes in NOTES.items()
        for claim in notes["claims"]
        if claim["speaker"]
    }
    women = sum(name in WOMEN.split() for name in first.values())
    men = sum(name in MEN.split() for name in first.values())
    assert women + men >= 90
    assert 0.4 <= women / (women + men) <= 0.6, (women, men)
