"""A teacher says who is who in an article."""

import pytest

from tests.articles.claims.ticks import ticked_in
from tests.browser import text_of

EN = {"Accept-Language": "en"}
TEXT = (
    "Bürgermeisterin Vera Lenk sagte, der Riss gehe tief. Förster Kai Moos erklärte, "
    "das Eis sei zu dünn. Kapitänin Ida Krull teilte mit, die Stege seien fertig.\n\n"
    "„Der Weg ist wieder offen für alle Kinder“, sagte Lenk. "
    "„Das Boot fährt im Sommer jeden Tag“, sagte die Stadtchefin Wiebke Lenk-Ott."
)


def entity(found, name):
    return next(each for each in found().entities if each.name == name)


def decide(browser, article, version, entity_id, act, **fields):
    sent = {"version": version, "entity": entity_id, "act": act} | fields
    return browser.post(f"/articles/{article}/people", data=sent, headers=EN)


def names(found):
    return {each.name for each in found().entities}


def speakers(found):
    by_id = {each.id: each.name for each in found().entities}
    return [by_id[c.speaker_entity] for c in found().claims if c.speaker_entity]


def test_the_page_names_everybody_with_their_places(teacher, article, found):
    page = text_of(teacher.get(f"/articles/{article}/people", headers=EN))
    assert all(name in page for name in names(found))
    assert "named 2 times" in page


def test_somebody_gets_the_right_name_in_all_questions(teacher, article, found):
    lenk = entity(found, "Vera Lenk")
    done = decide(teacher, article, 0, lenk.id, "rename", name="Vera von Lenk")
    assert done.status_code == 303
    assert "Vera Lenk" not in names(found)
    assert speakers(found).count("Vera von Lenk") == 2
    assert "Vera Lenk" in entity(found, "Vera von Lenk").aliases


def test_two_who_are_one_share_their_statements(teacher, article, found):
    lenk, other = entity(found, "Vera Lenk"), entity(found, "Wiebke Lenk-Ott")
    decide(teacher, article, 0, lenk.id, "merge", other=other.id, stays=lenk.id)
    assert "Wiebke Lenk-Ott" not in names(found)
    assert speakers(found).count("Vera Lenk") == 3
    assert set(other.mentions) <= set(entity(found, "Vera Lenk").mentions)


def test_a_draft_made_before_shows_what_cannot_be_asked_any_more(
    teacher, article, found
):
    draft = teacher.post(f"/articles/{article}/draft").location
    assert "Cannot be published" not in teacher.get(draft, headers=EN).text
    lenk, other = entity(found, "Vera Lenk"), entity(found, "Wiebke Lenk-Ott")
    decide(teacher, article, 0, lenk.id, "merge", other=other.id, stays=lenk.id)
    page = teacher.get(draft, headers=EN)
    assert page.status_code == 200
    assert "Cannot be published" in page.text


def test_one_name_that_stands_for_two_is_split(teacher, article, found):
    lenk = entity(found, "Vera Lenk")
    last = len(lenk.mentions) - 1
    decide(
        teacher, article, 0, lenk.id, "split", place=str(last), other_name="Otto Lenk"
    )
    assert {"Vera Lenk", "Otto Lenk"} <= names(found)
    assert speakers(found).count("Vera Lenk") == 1
    assert speakers(found).count("Otto Lenk") == 1


def test_what_was_decided_is_taken_back(teacher, article, found):
    before = found()
    lenk = entity(found, "Vera Lenk")
    decide(teacher, article, 0, lenk.id, "rename", name="Vera von Lenk", kind="group")
    assert found() != before
    teacher.post(f"/articles/{article}/corrections/undo", data={"version": 1})
    assert found() == before


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("merge", {}),
        ("merge", {"other": "e99"}),
        ("split", {}),
        ("split", {"place": "99", "other_name": "Otto"}),
        ("split", {"place": "0"}),
        ("rename", {"name": "x" * 121}),
        ("rename", {"name": "", "kind": "nonsense"}),
        ("nonsense", {}),
    ],
)
def test_what_says_nothing_changes_nothing_and_says_so(
    teacher, article, found, act, fields
):
    before = found()
    done = decide(teacher, article, 0, entity(found, "Vera Lenk").id, act, **fields)
    assert done.status_code == 400
    assert found() == before
    page = text_of(done)
    assert "Nothing was changed" in page or "at most 120 characters" in page


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("rename", {"name": "Vera Au", "other": "Kai Moos"}),
        ("rename", {"name": "Vera Au", "place": "1", "other_name": "Otto Lenk"}),
        ("merge", {"other": "Kai Moos", "other_name": "Otto Lenk"}),
        ("split", {"place": "1", "other_name": "Otto Lenk", "name": "Vera Au"}),
        ("split", {"place": "1", "other_name": "Otto Lenk", "kind": "group"}),
    ],
)
def test_what_a_button_does_not_keep_is_not_lost(teacher, article, found, act, fields):
    before, lenk = found(), entity(found, "Vera Lenk")
    if "other" in fields:
        fields = fields | {"other": entity(found, fields["other"]).id}
    done = decide(teacher, article, 0, lenk.id, act, **fields)
    assert done.status_code == 400
    assert "more was filled in than this button is for" in text_of(done)
    assert found() == before
    for field in ("name", "other_name"):
        assert f'value="{fields.get(field, "")}"' in done.text
    assert ('value="1" checked' in done.text) == ("place" in fields)
    assert (f'value="{fields.get("other")}" selected' in done.text) == (
        "other" in fields
    )


def test_two_become_one_under_the_name_that_was_typed(teacher, article, found):
    lenk, other = entity(found, "Vera Lenk"), entity(found, "Wiebke Lenk-Ott")
    decide(teacher, article, 0, lenk.id, "merge", other=other.id, name="Vera von Lenk")
    assert not {"Vera Lenk", "Wiebke Lenk-Ott"} & names(found)
    assert speakers(found).count("Vera von Lenk") == 3
    aliases = set(entity(found, "Vera von Lenk").aliases)
    assert {"Vera Lenk", "Wiebke Lenk-Ott"} <= aliases


def test_ids_stay_apart_after_two_became_one(teacher, article, found):
    lenk, other = entity(found, "Vera Lenk"), entity(found, "Wiebke Lenk-Ott")
    split = {"place": "1", "other_name": "Otto Lenk"}
    decide(teacher, article, 0, lenk.id, "split", **split)
    decide(teacher, article, 1, lenk.id, "merge", other=other.id, stays=lenk.id)
    moos = entity(found, "Kai Moos")
    sent = {"version": 2, "speaker": moos.id, "source": "", "before": ""}
    sent |= {"type": "Indirect", "other": "Talheim", "kind": "organisation"}
    page = teacher.get(f"/articles/{article}/claims/1").text
    sent["content"] = ticked_in(page, "content")
    teacher.post(f"/articles/{article}/claims/1", data=sent)
    ids = [each.id for each in found().entities]
    assert len(ids) == len(set(ids))


def test_another_tab_never_overwrites(teacher, article, found):
    lenk = entity(found, "Vera Lenk")
    decide(teacher, article, 0, lenk.id, "rename", name="Vera von Lenk")
    decide(teacher, article, 0, lenk.id, "rename", name="Vera zu Lenk")
    assert "Vera von Lenk" in names(found)


def test_strangers_find_nobody(article, stranger, client):
    path = f"/articles/{article}/people"
    assert stranger.get(path).status_code == 404
    assert decide(stranger, article, 0, "e1", "rename", name="X").status_code == 404
    assert client.get(path).location.startswith("/account/sign-in")


def test_two_who_become_one_keep_the_name_that_is_chosen(teacher, article, found):
    lenk, other = entity(found, "Vera Lenk"), entity(found, "Wiebke Lenk-Ott")
    asked = decide(teacher, article, 0, lenk.id, "merge", other=other.id)
    assert asked.status_code == 400
    assert "Which name stays" in text_of(asked)
    assert asked.text.count('name="stays"') == 2
    assert {"Vera Lenk", "Wiebke Lenk-Ott"} <= names(found)
    merge = {"other": other.id, "stays": other.id}
    assert decide(teacher, article, 0, lenk.id, "merge", **merge).status_code == 303
    assert "Vera Lenk" not in names(found)
    assert speakers(found).count("Wiebke Lenk-Ott") == 3
    assert "Vera Lenk" in entity(found, "Wiebke Lenk-Ott").aliases


def test_nobody_takes_the_name_of_somebody_else(teacher, article, found):
    lenk, before = entity(found, "Vera Lenk"), found()
    told = decide(teacher, article, 0, lenk.id, "rename", name="Kai Moos")
    assert told.status_code == 400
    assert "Somebody else is called “Kai Moos”" in text_of(told)
    assert found() == before
