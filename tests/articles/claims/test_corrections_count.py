"""What a teacher types or chooses holds, or she is told why it cannot."""

import pytest

from quiz.articles.claims import service as claims
from quiz.articles.claims.log import Seen
from quiz.articles.models import Article
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.errors import Invalid
from tests.articles.claims.ticks import ticked_in
from tests.browser import text_of
from tests.make import NOW, make_article

EN = {"Accept-Language": "en"}
TEXT = (
    "Bürgermeisterin Vera Lenk sagte der Agentur dpa, der Riss in der Mauer gehe tief. "
    "Förster Kai Moos erklärte, das Eis auf dem See sei zu dünn. "
    "Der Umweltverband teilte mit, die Stege am Ufer seien repariert. "
    "Die Zeitung Nordpost berichtete, im Rathaus gebe es neue Pläne.\n\n"
    "Am Abend regnete es in Talheim, und die Letzte Wache blieb daheim."
)


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id, TEXT)
    session.commit()
    return made


@pytest.fixture
def found(session, article):
    def read():
        session.expire_all()
        return claims.review_of(session.get_one(Article, article.id)).found

    return read


@pytest.fixture
def send(session, teacher, article, found):
    """The form of a claim as it is shown, with some of it changed."""

    def post(number=1, **changed):
        path = f"/articles/{article.id}/claims/{number}"
        claim = found().claims[number - 1]
        page = teacher.get(path).text
        chain = ["", "", *(link.entity for link in claim.sources)][-2:]
        fields = {
            "version": len(session.get_one(Article, article.id).log),
            "speaker": claim.speaker_entity,
            "before": chain[0],
            "source": chain[1],
            "type": claim.type.value,
            "content": ticked_in(page, "content"),
            "hedge": ticked_in(page, "hedge"),
        }
        return teacher.post(path, data=fields | changed, headers=EN)

    return post


def speaker_of(found, number=1):
    said = found().claims[number - 1].speaker_entity
    return None if said is None else found().entity(said)


def words_of(found, number=1):
    return [span.of(TEXT) for span in found().claims[number - 1].content]


@pytest.mark.parametrize("word", ["niemand", "Niemand", "nobody"])
def test_nobody_can_be_typed(send, found, word):
    assert send(2, other=word).status_code == 303
    assert speaker_of(found, 2) is None


def test_nobody_typed_and_somebody_chosen_asks_which_of_the_two(send, found):
    moos = next(each.id for each in found().entities if each.name == "Kai Moos")
    told = send(1, speaker=moos, other="niemand")
    assert told.status_code == 400
    assert "Which of the two" in text_of(told)


@pytest.mark.parametrize(
    "words", ["gehe tief", "seien", "sei zu dünn", "regnete es in"]
)
def test_words_that_name_nobody_are_refused_whatever_they_are_called(send, words):
    told = send(1, other=words, kind="person")
    assert told.status_code == 400
    assert "these words name nobody" in text_of(told)
    assert f'value="{words}"' in told.text


def test_a_name_that_begins_like_an_adjective_is_a_name(send, found):
    assert send(1, other="Letzte Wache", kind="group").status_code == 303
    assert speaker_of(found).name == "Letzte Wache"


def test_a_kind_that_the_article_has_otherwise_is_not_dropped(send, found):
    told = send(1, other="Umweltverband", kind="person")
    assert told.status_code == 400
    assert "is a party, office or company" in text_of(told)
    assert speaker_of(found).name == "Vera Lenk"
    assert send(1, other="Umweltverband", kind="organisation").status_code == 303


def test_nobody_stands_twice_on_the_way(send, found):
    dpa = found().claims[0].sources[0].entity
    twice = send(1, before=dpa)
    assert "would stand twice" in text_of(twice)
    lenk = found().claims[0].speaker_entity
    itself = send(1, source=lenk)
    assert "would stand twice" in text_of(itself)
    typed = send(1, before_other="Lenk")
    assert "would stand twice" in text_of(typed)
    assert (twice.status_code, itself.status_code, typed.status_code) == (400,) * 3


def test_another_source_leaves_the_place_where_the_speaker_is_named(send, found):
    before = found().claims[0].speaker
    assert send(1, source="").status_code == 303
    assert found().claims[0].sources == ()
    assert found().claims[0].speaker == before


def test_words_of_a_statement_can_be_set_right(send, found):
    assert words_of(found, 2) == ["das Eis auf dem See sei zu dünn"]
    kept = ticked_in(send(2, speaker="other").text, "content")
    assert send(2, content=kept[:-1]).status_code == 303
    assert words_of(found, 2) == ["das Eis auf dem See sei zu"]
    assert send(2, content=kept).status_code == 303
    assert words_of(found, 2) == ["das Eis auf dem See sei zu dünn"]


def test_without_a_word_there_is_no_statement(send, found):
    told = send(2, content=[])
    assert told.status_code == 400
    assert "Mark the words that are said" in text_of(told)


def test_quite_other_words_are_told_to_be_another_statement(send, found):
    before = found()
    told = send(2, content=["0", "1"])
    assert told.status_code == 400
    assert "mostly other words" in text_of(told)
    assert found() == before


@pytest.mark.parametrize(
    "voice",
    [
        Voice("Umweltverband", None, EntityKind.PERSON),
        Voice("Nordpost", None, EntityKind.GROUP),
    ],
)
def test_what_would_not_hold_is_not_kept(session, teacher, article, voice):
    claim = claims.review_of(article).found.claims[1]
    decision = Correction(Act.CHANGE, claim.content, voice, (), claim.type)
    with pytest.raises(Invalid) as refused:
        claims.correct(session, teacher.actor, article.id, decision, Seen(0, NOW))
    assert refused.value.reason == "not_taken"
    assert not article.log
