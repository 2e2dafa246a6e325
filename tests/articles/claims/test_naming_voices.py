"""A teacher types who said something, and nothing of it is lost."""

import pytest

from quiz.articles.claims import service as claims
from quiz.articles.models import Article, ClaimCorrection
from quiz.engine.claims.claim import EntityKind
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from tests.articles.claims.ticks import ticked_in
from tests.browser import text_of
from tests.make import NOW

LANGUAGES = ("de", "en")
TEXT = (
    "Zum Fest lud die CDU ein, auch die Grünen und Lea Lenk waren da.\n\n"
    "Bürgermeisterin Vera Lenk sagte, der Riss in der Mauer gehe tief. "
    "Förster Kai Moos erklärte, das Eis auf dem See sei zu dünn. "
    "Der Umweltverband teilte mit, die Stege am Ufer seien repariert. "
    "Die Stadtverwaltung teilte mit, das Boot fahre wieder jeden Tag. "
    "Die Zeitung Nordpost berichtete, im Rathaus gebe es neue Pläne.\n\n"
    "Am Abend regnete es in Tal\u00adheim, und Radio Uferlos spielte Musik. "
    "Die Westwind blieb aus."
)
ASKED = {"de": "Was ist „Talheim“?", "en": "What is “Talheim”?"}
REFUSED = {"de": "nennt niemanden „Donald Duck“", "en": "nobody “Donald Duck”"}
ALIKE = {"de": "Ähnlich heißen dort: Kai Moos", "en": "It has: Kai Moos"}
SEVERAL = {"de": "So heißen dort mehrere", "en": "More than one is called"}
WHICH = {"de": "Wer von beiden", "en": "Which of the two"}
NOBODY = {"de": "Niemand, wie die Liste sagt", "en": "Nobody, as the list says"}


@pytest.fixture
def kept(app, article):
    def count():
        with app.extensions["quiz.sessions"].reading() as session:
            return len(session.get(Article, article).log)

    return count


@pytest.fixture
def send(teacher, article, found, kept):
    """The form of the first claim as it is shown, with some of it changed."""

    def post(path="claims/1", language="en", **changed):
        claim = found().claims[0]
        fields = {
            "version": kept(),
            "speaker": claim.speaker_entity,
            "source": "",
            "before": "",
            "type": claim.type.value,
        }
        if path != "claims/1":
            fields |= {"speaker": ""}
        else:
            fields["content"] = ticked_in(
                teacher.get(f"/articles/{article}/{path}").text, "content"
            )
        return teacher.post(
            f"/articles/{article}/{path}",
            data=fields | changed,
            headers={"Accept-Language": language},
        )

    return post


def by_name(found, name):
    return next(each for each in found().entities if each.name == name)


def speaker_of(found, claim=0):
    return found().entity(found().claims[claim].speaker_entity)


def test_a_typed_name_counts_more_than_the_list_that_was_left_as_it_was(send, found):
    assert send(other="Kai Moos").status_code == 303
    assert speaker_of(found).name == "Kai Moos"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("kai   MOOS", "Kai Moos"),
        ("Moos", "Kai Moos"),
        ("Kai Moos'", "Kai Moos"),
        ("cdu", "CDU"),
        ("die CDU", "CDU"),
        ("Umweltverbands", "Umweltverband"),
    ],
)
def test_a_name_is_found_however_it_is_written(send, found, typed, name):
    assert send(other=typed).status_code == 303
    assert speaker_of(found).name == name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["claims/1", "new-claim?sentence=0"])
def test_a_name_that_the_article_lacks_is_refused_and_stays_in_the_form(
    send, kept, language, path
):
    told = send(path, language, other="Donald Duck", content=["0", "1"])
    assert told.status_code == 400
    assert REFUSED[language] in text_of(told)
    assert 'value="Donald Duck"' in told.text
    assert kept() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_is_nearly_one_of_the_article_is_told_which(send, kept, language):
    told = send(language=language, other="Kay Moos")
    assert ALIKE[language] in text_of(told)
    assert 'value="Kay Moos"' in told.text
    assert kept() == 0


@pytest.mark.parametrize("word", ["im", "und", "…", "Moo", "der"])
def test_small_words_and_pieces_of_words_name_nobody(send, kept, word):
    assert send(other=word).status_code == 400
    assert kept() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_two_have_must_be_written_in_full(send, kept, language):
    told = send(language=language, other="Lenk")
    assert SEVERAL[language] in text_of(told)
    assert "Lea Lenk, Vera Lenk" in text_of(told)
    assert kept() == 0
    assert send(other="Lea Lenk").status_code == 303


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_in_the_list_and_a_third_typed_asks_which(send, found, kept, language):
    moos = by_name(found, "Kai Moos").id
    told = send(language=language, speaker=moos, other="Umweltverband")
    assert told.status_code == 400
    assert WHICH[language] in text_of(told)
    assert 'value="Umweltverband"' in told.text
    assert f'<option selected value="{moos}">' in told.text
    nobody = send(language=language, speaker="", other="Umweltverband")
    assert NOBODY[language] in text_of(nobody)
    assert kept() == 0
    assert send(speaker="other", other="Umweltverband").status_code == 303
    assert speaker_of(found).name == "Umweltverband"


def test_the_same_one_in_the_list_and_typed_is_no_question(send, found):
    moos = by_name(found, "Kai Moos").id
    assert send(speaker=moos, other="Moos").status_code == 303
    assert speaker_of(found).name == "Kai Moos"


def test_somebody_else_without_a_name_is_asked_for_one(send, kept):
    for field in ("speaker", "source", "before"):
        told = send(**{field: "other"})
        assert told.status_code == 400
        assert "Enter the name as the article has it." in text_of(told)
    assert kept() == 0


def test_a_party_becomes_a_body_and_its_questions_offer_bodies(send, found):
    send(other="CDU")
    assert speaker_of(found).kind is EntityKind.ORGANISATION
    asked = next(
        each
        for each in compose(found())
        if each.kind is QuestionKind.WHO_SAID and each.claim == found().claims[0].id
    )
    offered = [
        found().entity(each.entity) for each in asked.options if not each.correct
    ]
    assert {each.kind for each in offered} == {EntityKind.ORGANISATION}
    assert next(each.text for each in asked.options if each.correct) == "CDU"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_article_does_not_tell_is_asked(send, found, kept, language):
    asked = send(language=language, other="Talheim")
    assert asked.status_code == 400
    assert ASKED[language] in text_of(asked)
    assert 'value="Talheim"' in asked.text
    assert kept() == 0
    assert send(other="Talheim", kind="organisation").status_code == 303
    speaker = speaker_of(found)
    assert (speaker.name, speaker.kind) == ("Talheim", EntityKind.ORGANISATION)
    assert [mention.of(TEXT) for mention in speaker.mentions] == ["Tal\u00adheim"]


def test_a_kind_is_asked_only_where_it_is_missing(teacher, article, send):
    form = teacher.get(f"/articles/{article}/claims/1").text
    refused = send(other="Donald Duck").text
    for page in (form, refused):
        assert 'name="kind"' not in page
        assert 'name="source_kind"' not in page


def test_a_source_that_the_list_lacks_can_be_typed(send, found):
    asked = send(source_other="Westwind", before_other="Nordpost")
    assert "What is “Westwind”?" in text_of(asked)
    told = send(source_other="Westwind", source_kind="outlet", before_other="Nordpost")
    assert told.status_code == 303
    chain = [found().entity(link.entity) for link in found().claims[0].sources]
    assert [each.name for each in chain] == ["Nordpost", "Westwind"]
    assert {each.kind for each in chain} == {EntityKind.OUTLET}
    again = send(source=chain[1].id, before=chain[0].id, source_other="Radio Uferlos")
    assert again.status_code == 303
    chain = [found().entity(link.entity).name for link in found().claims[0].sources]
    assert chain == ["Nordpost", "Radio Uferlos"]


def test_sources_before_the_two_that_are_shown_are_kept(app, article, send, found):
    names = ("Umweltverband", "Stadtverwaltung", "Nordpost")
    three = [{"name": name, "place": None} for name in names]
    store(app, article, {"sources": three, "speaker": {"name": "CDU", "place": None}})
    claim = found().claims[0]
    first, before, source = (link.entity for link in claim.sources)
    send(speaker=claim.speaker_entity, before=before, source=source, type="Direct")
    kept = found().claims[0]
    assert [link.entity for link in kept.sources] == [first, before, source]
    assert kept.type == "Direct"


def test_a_new_statement_takes_a_typed_name(send, found):
    before = len(found().claims)
    told = send("new-claim?sentence=7", other="Grünen", content=["2", "3"])
    assert "What is “Grünen”?" in text_of(told)
    told = send(
        "new-claim?sentence=7",
        other="die Grünen",
        kind="organisation",
        content=["0", "1", "2"],
    )
    assert told.status_code == 303
    assert len(found().claims) == before + 1
    assert speaker_of(found, -1).name == "Grünen"


def test_decisions_kept_without_a_kind_are_read_as_far_as_the_article_tells(
    app, article, found
):
    store(app, article, {"speaker": {"name": "CDU", "place": None}})
    assert speaker_of(found).kind is EntityKind.ORGANISATION
    store(app, article, {"speaker": {"name": "Ufer", "place": None}})
    assert speaker_of(found).kind is EntityKind.PERSON


def test_a_wrong_kind_is_refused(send, kept):
    assert send(other="Talheim", kind="nonsense").status_code == 400
    assert kept() == 0


def store(app, article, body):
    """A decision about the first claim, in the words of an older version."""
    with app.extensions["quiz.sessions"].writing.begin() as session:
        row = session.get(Article, article)
        claim = claims.extraction_of(row).claims[0]
        whole = {
            "act": "change",
            "content": [list(span) for span in claim.content],
            "sources": [],
            "type": "Indirect",
            "hedge": [],
        }
        entry = ClaimCorrection(act="change", body=whole | body, created_at=NOW)
        entry.number = len(row.log) + 1
        row.log.append(entry)
