"""Whose words they are: somebody's, another's, the article's own, or nobody's."""

from collections import Counter
from dataclasses import replace

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import FixedVoice
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.rules.independence import Independence
from quiz.engine.questions.rules.validity import violations
from quiz.engine.questions.wording.cue_words import is_a_saying
from tests.engine.questions.kinds.mill import LEAD, NEW, SAID, TEXT, asked, own

SHORT = {
    "so Rothe": "Der Bach friert in jedem Winter zu, so Rothe.",
    "nach eigenen Angaben": "Die Stadt hat nach eigenen Angaben noch kein Holz "
    "für das neue Dach bestellt.",
    "„gehe“ ist Konjunktiv": "Ein Teil des Plans betrifft das Rad: Die Hälfte der "
    "Kosten gehe auf das Konto der Stadt.",
    "„sei“ statt „ist“": "Ein Teil des Plans betrifft das Dach: Die Hälfte der Kosten "
    "sei schon bezahlt.",
}


@pytest.mark.parametrize("shown", SHORT)
def test_small_words_are_shown_with_the_name_beside_them(shown):
    heard = "„Das Korn kommt nur von Höfen aus dem Tal“, sagte Müllerin Jana Rothe."
    text = f"{LEAD}\n\n{heard}\n\n{SHORT[shown]}"
    reasons = {each.explanation.de for each in asked(text, QuestionKind.OWN_VOICE)}
    proof = f"{shown}:" if "„" in shown else f"Im Text: „{shown}“."
    assert f"{proof} Hier spricht jemand anderes." in reasons


@pytest.mark.parametrize("kind", [QuestionKind.OWN_VOICE, QuestionKind.WHOSE_VOICE])
def test_no_mask_beside_a_verb_of_saying_tells_that_somebody_speaks(kind):
    said = "Vogt betonte, dass der Weg zur Mühle im Sommer noch breiter wird."
    text = f"{TEXT}\n\n{said}"
    for seed in range(4):
        for question in asked(text, kind, seed):
            assert "▒▒▒ " not in question.passage
            assert "breiter" not in question.passage


def test_who_is_described_but_not_named_is_shown_without_a_name():
    text = f"{TEXT}\n\nDas Brot sei viel zu teuer, sagten Kritiker."
    [question] = [
        each
        for each in asked(text, QuestionKind.WHOSE_VOICE)
        if each.key[0].entity == FixedVoice.NOBODY
    ]
    assert question.key[0].text == "jemand, dessen Namen der Artikel nicht nennt"
    assert "Kritiker" in question.explanation.de
    assert question.explanation.de.endswith("Einen Namen nennt der Artikel hier nicht.")


def test_what_somebody_had_hoped_is_not_asked_about_as_somebodys_words():
    hoped = "Das Rad brach schon im Mai, gehofft hatte Rothe auf hundert Jahre."
    questions = asked(f"{TEXT}\n\n{hoped}", QuestionKind.OWN_VOICE)
    assert questions
    assert not any("brach schon" in question.passage for question in questions)


def test_an_office_without_a_name_is_asked_about_as_a_voice():
    text = f"{TEXT}\n\nDas Rad laufe bald wieder, sagte ein Polizeisprecher."
    stems = [q.stem.de for q in asked(text, QuestionKind.SAID_IT)]
    assert [stem for stem in stems if stem.startswith("Hat ein Polizeisprecher das ")]
    assert not any("Hat Polizeisprecher" in stem for stem in stems)


def test_nobody_is_asked_about_of_whom_the_article_only_has_a_name():
    text = f"{TEXT}\n\nDer Weg führt an Maria Seeried vorbei zum Bach."
    for seed in range(4):
        stems = [q.stem.de for q in asked(text, QuestionKind.SAID_IT, seed)]
        assert not any("Maria Seeried" in stem for stem in stems)


def test_in_an_interview_no_sentence_is_the_articles_own():
    turns = "".join(f"\n\nRothe: Das Rad läuft seit {n} Tagen." for n in (3, 4, 5))
    assert Dossier(extract(f"{TEXT}{turns}")).narrated == ()


def test_the_article_itself_is_right_in_a_quarter_to_a_third():
    questions = asked(TEXT, QuestionKind.WHOSE_VOICE)
    assert questions
    share = len(own(questions)) / len(questions)
    assert 0.25 <= share <= 0.34
    for question in questions:
        assert FixedVoice.ARTICLE in {option.entity for option in question.options}


def test_without_a_sentence_of_its_own_the_article_is_no_option():
    text = f"Die Mühle am Wehr\n\nDie Mühle steht offen.{SAID}"
    for kind in (QuestionKind.WHOSE_VOICE, QuestionKind.OWN_VOICE):
        assert asked(text, kind) == []


def test_somebody_unnamed_is_an_option_where_it_is_the_key_as_often():
    text = f"{TEXT}\n\nDas Brot sei viel zu teuer, sagten Kritiker."
    questions = asked(text, QuestionKind.WHOSE_VOICE)
    keys = Counter(question.key[0].entity for question in questions)
    assert keys[FixedVoice.NOBODY] == keys[FixedVoice.ARTICLE] == 1
    offered = [{o.entity for o in question.options} for question in questions]
    assert all(FixedVoice.NOBODY in each for each in offered)
    assert 0.25 <= keys[FixedVoice.NOBODY] / len(questions) <= 0.34


def test_somebody_new_without_a_name_is_somebody_unnamed():
    text = f"{TEXT}\n\nDas Brot sei viel zu teuer, sagte eine Sprecherin."
    questions = asked(text, QuestionKind.WHOSE_VOICE)
    [unnamed] = [q for q in questions if "teuer" in q.passage]
    assert unnamed.key[0].entity == FixedVoice.NOBODY


def test_own_voice_is_asked_about_the_article_and_about_others():
    questions = asked(TEXT, QuestionKind.OWN_VOICE)
    assert own(questions)
    assert len(questions) - len(own(questions)) in (len(own(questions)), 2)


@pytest.mark.parametrize(
    ("words", "is_asked"),
    [
        ("Der Nachbar habe das alte Rad verkauft, sagte Müllerin Jana Rothe", True),
        ("Ihr Nachbar habe das alte Rad verkauft, sagte Müllerin Jana Rothe", False),
    ],
)
def test_words_that_may_be_anothers_are_not_asked_about(words, is_asked):
    found = asked(f"{LEAD}\n\n{words}.", QuestionKind.OWN_VOICE)
    assert any("alte Rad" in question.passage for question in found) is is_asked


def test_own_voice_needs_no_speaker_that_is_sure():
    found = extract(TEXT)
    claims = tuple(replace(c, sure_speaker=False) for c in found.claims)
    unsure = compose(replace(found, claims=claims))
    kinds = {question.kind for question in unsure}
    assert QuestionKind.OWN_VOICE in kinds
    assert not kinds & {QuestionKind.SAID_IT, QuestionKind.WHOSE_VOICE}


KOLB = "„Die Fische brauchen den Bach“, sagte Anglerin Ida Kolb.\n\n„Am Sonntag"


AFTER_VOGT = (
    " Ein Zaun trennte den Hof seit langem von der Straße. Der Bach trat im Winter "
    "zweimal über das Ufer. Hinter dem Haus wuchs eine große Linde am Ufer. Am Tor "
    "hing damals ein altes Schild aus Blech."
)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", [QuestionKind.WHOSE_VOICE, QuestionKind.SAID_IT])
def test_who_was_heard_shortly_before_is_no_answer_beside_the_article(kind, seed):
    text = TEXT.replace("„Am Sonntag", KOLB) + AFTER_VOGT
    behind = text[text.index("Ein Zaun") :]
    assert any(s.of(text) in behind for s in Dossier(extract(text)).narrated)
    questions = own(asked(text, kind, seed))
    assert questions
    for question in questions:
        before = text[: question.evidence[0].begin][-300:]
        shown = [question.stem.de, *(o.text for o in question.distractors)]
        for name in ("Rothe", "Vogt", "Kolb"):
            assert name not in before or name not in " ".join(shown)


@pytest.mark.parametrize("seed", range(6))
def test_yes_is_right_as_often_as_no(seed):
    trials = [q.is_true_trial for q in asked(TEXT, QuestionKind.SAID_IT, seed)]
    assert trials
    assert trials.count(True) == trials.count(False)


@pytest.mark.parametrize("kind", NEW)
def test_another_key_than_the_articles_is_blocked(kind):
    found = extract(TEXT)
    questions = asked(TEXT, kind)
    assert questions
    for question in questions:
        key, other = question.key[0], question.distractors[0]
        turned = {key.id: False, other.id: True}
        options = tuple(
            replace(o, correct=turned.get(o.id, o.correct)) for o in question.options
        )
        wrong = replace(question, options=options)
        assert any(each.level == "block" for each in violations(wrong, found))


@pytest.mark.parametrize("kind", NEW)
def test_it_is_read_back_from_json_as_it_was(kind):
    questions = asked(TEXT, kind)
    assert questions
    for question in questions:
        assert Question.from_json(question.as_json()) == question


def test_a_sentence_that_somebody_may_have_said_is_blocked():
    [question, *_] = own(asked(TEXT, QuestionKind.WHOSE_VOICE))
    changed = TEXT.replace("aus Eiche. Im", "aus Eiche, sagte Jana Rothe. Im")
    changed = changed.replace("dem Jahr 1870.", "dem Jahr 1870, sagte Jana Rothe.")
    found = violations(question, extract(changed))
    assert any(each.level == "block" for each in found)


def test_whether_anybody_speaks_is_not_asked_beside_a_question_about_the_sentence():
    pool = compose(extract(TEXT))
    independence = Independence(pool)
    voices = [q for q in pool if q.kind is QuestionKind.OWN_VOICE and q.claim]
    assert voices
    for question in voices:
        about = [q for q in pool if q.claim == question.claim and q != question]
        assert about
        assert not any(independence.allows(question, [each]) for each in about)


NO_SAYING = {
    "an insertion": "Zuletzt – die Planken tragen die Zahl des Jahres – hat die "
    "Werkstatt Krall ein neues Brett nachgelegt.",
    "a thing": "Am Ende, die Zahl auf dem Holz nennt das Jahr 1870, hat Vogt ein neues "
    "Brett nachgelegt.",
    "a decision": "Das Korn reicht im Sommer für alle im Tal, entschied Vogt.",
}


@pytest.mark.parametrize("case", NO_SAYING)
def test_a_verb_that_need_not_give_words_is_no_sign_that_somebody_speaks(case):
    text = f"{TEXT}\n\n{NO_SAYING[case]}"
    assert not [
        each
        for seed in range(4)
        for each in asked(text, QuestionKind.OWN_VOICE, seed)
        if each.evidence[0].of(text) == NO_SAYING[case]
    ]


def test_what_somebody_plans_before_a_colon_says_nothing():
    text = f"{LEAD}\n\nMit Blick auf das Fest, das Vogt plant: „Das Korn ist da.“"
    dossier = Dossier(extract(text))
    [claim] = dossier.claims
    assert not is_a_saying(claim.cue, claim, dossier)


def test_nobody_without_a_name_is_behind_a_sentence_of_the_articles_own():
    text = f"{TEXT}\n\nDas Brot sei viel zu teuer, sagten Kritiker."
    reasons = {
        option.rationale.de
        for seed in range(4)
        for question in asked(text, QuestionKind.WHOSE_VOICE, seed)
        if question.key[0].entity == FixedVoice.ARTICLE
        for option in question.options
        if option.entity == FixedVoice.NOBODY
    }
    assert reasons == {"Das sagt niemand sonst: Hier erzählt der Artikel selbst."}


def test_beside_somebody_without_a_name_stand_names_where_the_article_has_them():
    unnamed = "„Das Tor am Wehr klemmt“, sagte eine Helferin der Bäckerei."
    named = "„Der Weg zum Wehr ist bezahlt“, sagte Ida Sell."
    found = [
        question
        for seed in range(6)
        for question in asked(
            f"{TEXT}\n\n{named}\n\n{unnamed}", QuestionKind.WHOSE_VOICE, seed
        )
    ]
    assert any(o.entity == FixedVoice.NOBODY for q in found for o in q.options)
    assert not any("Helferin" in o.text for q in found for o in q.options)
