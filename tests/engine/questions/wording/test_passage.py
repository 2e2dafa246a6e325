import pytest

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.passage import means_a_woman, passage_of
from quiz.engine.questions.words import words
from tests.engine.questions.stories import person, told

LENK = person("Mara Lenk", "Lenk")


def passage(content, raw=None, hide=False, **note):
    raw = raw or f"Mara Lenk sagte: {content}."
    pieces = [content] if isinstance(content, str) else content
    extraction = told(raw, [LENK], {"content": pieces, "speaker": "Mara Lenk", **note})
    dossier = Dossier(extraction)
    hidden = [dossier.giveaways(extraction.entities[0])] if hide else []
    return passage_of(extraction.claims[0], dossier, hidden)


def test_short_words_are_quoted_as_they_stand():
    text = "Der Fluss steigt seit gestern nicht mehr"
    assert passage(text, type="Direct") == text


def test_quotation_marks_inside_become_single_ones():
    raw = 'Der Plan sei ein "großes Wagnis" für alle Familien, sagte Lenk.'
    content = 'Der Plan sei ein "großes Wagnis" für alle Familien'
    assert passage(content, raw) == (
        "Der Plan sei ein ‚großes Wagnis‘ für alle Familien"
    )


def test_a_quotation_mark_without_its_partner_spoils_the_passage():
    raw = "Der Plan sei ein „großes Wagnis für alle Familien, sagte Lenk."
    assert passage("Der Plan sei ein „großes Wagnis für alle Familien", raw) is None


def test_interrupted_words_are_joined_visibly():
    raw = "„Der ganze Boden“, sagte Lenk, „muss neu gebaut werden.“"
    pieces = ["Der ganze Boden", "muss neu gebaut werden"]
    assert passage(pieces, raw, type="Direct") == (
        "Der ganze Boden … muss neu gebaut werden"
    )


def framed(raw, content, **note):
    return passage(content, raw, sentence=raw[:8], **note)


def test_words_from_the_middle_of_a_sentence_keep_their_frame_with_the_voice_masked():
    text = framed(
        "Lenk kündigte an, Brücke und Straße noch im Mai zu öffnen.",
        "Brücke und Straße noch im Mai zu öffnen",
        speaker_text="Lenk",
        cue=["kündigte", "an"],
    )
    assert text == f"{MASK} kündigte an, Brücke und Straße noch im Mai zu öffnen"


def test_of_her_words_only_the_pronoun_names_somebody():
    text = framed(
        "Nach ihren Worten fehlt im Museum kein einziges Stück.",
        "fehlt im Museum kein einziges Stück",
        speaker_text="ihren Worten",
        cue=["Nach"],
    )
    assert text == f"Nach {MASK} Worten fehlt im Museum kein einziges Stück"


def test_what_says_more_of_the_voice_leaves_no_comma_behind():
    text = framed(
        "Laut Lenk, der Wirtin der alten Hütte, fehlt im Museum kein einziges Stück.",
        "fehlt im Museum kein einziges Stück",
        speaker_text="Lenk, der Wirtin der alten Hütte",
        cue=["Laut"],
    )
    assert text == f"Laut {MASK} fehlt im Museum kein einziges Stück"


def test_what_a_frame_has_besides_is_left_out_visibly():
    text = framed(
        "Am Abend sagte Lenk vor vielen Leuten in Ried, die alte Brücke bleibe zu.",
        "die alte Brücke bleibe zu",
        speaker_text="Lenk",
        cue=["sagte"],
    )
    assert text == f"Am Abend sagte {MASK} …, die alte Brücke bleibe zu"


def test_a_frame_does_not_make_up_for_too_few_words():
    text = framed(
        "Am Abend sagte Lenk vor vielen Leuten in Ried, die Brücke bleibe zu.",
        "die Brücke bleibe zu",
        speaker_text="Lenk",
        cue=["sagte"],
    )
    assert text is None


def test_an_infinitive_keeps_whoever_is_to_do_it():
    text = framed(
        "Lenk bescheinigte dem alten Verein, sein Ufer am Fluss gepflegt zu haben.",
        "sein Ufer am Fluss gepflegt zu haben",
        speaker_text="Lenk",
        cue=["bescheinigte"],
    )
    verein = "dem alten Verein, sein Ufer am Fluss gepflegt zu haben"
    assert text == f"{MASK} bescheinigte {verein}"


def test_what_the_largest_party_is_besides_leaves_no_gap_behind():
    text = framed(
        "Am Abend gab die Talunion, die größte Partei im Rat, bekannt, dass sie die "
        "alte Brücke sperrt.",
        "dass sie die alte Brücke sperrt",
        speaker_text="Talunion",
        cue=["gab", "bekannt"],
    )
    assert text == f"Am Abend gab {MASK} bekannt, dass sie die alte Brücke sperrt"


def test_what_a_clause_hangs_on_stays_in_its_frame():
    content = "dass die alte Brücke am Fluss verkauft werden soll"
    text = framed(
        f"Lenk wandte sich am Abend im Rat dagegen, {content}.",
        content,
        speaker_text="Lenk",
        cue=["wandte"],
    )
    assert text == f"{MASK} wandte … dagegen, {content}"


LEAD = "Der Rat tagte lange in dem alten Saal am Markt, und Lenk sagte, "


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("die Brücke am Fluss bleibe zu", "Die Brücke am Fluss bleibe zu"),
        ("dass die alte Brücke am Fluss zu bleibe", None),
        ("die alte Brücke noch im Mai zu öffnen", None),
    ],
)
def test_without_a_short_frame_only_a_main_clause_stands_alone(content, shown):
    raw = f"{LEAD}{content}."
    assert framed(raw, content, speaker_text="Lenk", cue=["sagte"]) == shown


LONG = (
    "Die Brücke werde nach dem langen Winter gründlich geprüft und gereinigt, "
    "{and_then} die Straße zum Bahnhof werde im Sommer über mehrere Wochen "
    "vollständig gesperrt bleiben müssen"
)


def test_long_words_are_cut_visibly_where_a_clause_ends():
    text = passage(LONG.format(and_then="und"))
    assert text == (
        "Die Brücke werde nach dem langen Winter gründlich geprüft und gereinigt …"
    )


HALL = (
    "In der alten Halle habe am Abend eine große Versammlung mit vielen Gästen "
    "stattgefunden"
)
OFFER = "Der Stadtrat habe den Bau der neuen Brücke am Bahnhof lange geprüft"
LAWYER = (
    "Der Anwalt der Familie, die am alten Bahnhof in Oberbrunn ein großes Haus "
    "besitzt, habe am Montag vor dem Gericht lange gesprochen"
)
SAFETY = (
    "Die Stadt werde an der Brücke über den Fluss Tag und Nacht und an allen "
    "Tagen der Woche auf die Sicherheit der Gäste achten"
)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (f"{HALL}, bei der die Brücke als Vorbild gelobt worden sei", f"{HALL} …"),
        (
            f"{OFFER} und im Mai ein Angebot der neuen Firma aus Ried angenommen",
            f"{OFFER} …",
        ),
        (LAWYER, None),
        (SAFETY, None),
    ],
)
def test_long_words_are_cut_before_what_says_more_about_them(content, shown):
    assert passage(content) == shown


def retold(raw, content, **note):
    return passage(content, raw, type="Reported", speaker_text="Mara Lenk", **note)


def test_what_is_retold_in_one_clause_stands_there_whole_with_the_voice_masked():
    raw = "Bad Ried – Mara Lenk hatte die neue Brücke im Mai angekündigt."
    text = retold(raw, "die neue Brücke im Mai", cue=["hatte", "angekündigt"])
    assert text == f"{MASK} hatte die neue Brücke im Mai angekündigt"


def test_what_is_retold_beside_something_else_has_no_such_passage():
    raw = "Mara Lenk hatte die neue Brücke angekündigt, nun steht sie am Fluss."
    assert retold(raw, "die neue Brücke", cue=["hatte", "angekündigt"]) is None


@pytest.mark.parametrize("limit", ["falls", "sofern", "aber", "wenn"])
def test_a_condition_is_never_cut_away(limit):
    assert passage(LONG.format(and_then=limit)) is None


def test_a_clause_that_waits_for_its_verb_is_not_cut_before_it():
    assert (
        passage(
            "dass die neue Brücke über den breiten Fluss bei Oberbrunn, weil es nach "
            "Meinung der Fachleute an Geld und an Material für sie fehlt, gesperrt wird"
        )
        is None
    )


def test_a_passage_has_at_most_twenty_words():
    sentences = "Wir haben sehr lange auf diesen einen Tag gewartet. " * 6
    text = passage(sentences.strip(), type="Direct")
    assert text is not None
    assert text.endswith(" …")
    assert len(words(text)) <= 20


@pytest.mark.parametrize(
    "content",
    ["Wer soll das alles bezahlen?", "ob die Brücke morgen wieder öffnet"],
)
def test_a_question_is_no_statement(content):
    assert passage(content, f"Lenk: {content} Ende.", type="Direct") is None


def test_the_name_of_the_key_is_hidden_visibly():
    text = passage("Lenk werde die alte Brücke wieder öffnen lassen", hide=True)
    assert text == f"{MASK} werde die alte Brücke wieder öffnen lassen"


@pytest.mark.parametrize(
    "content", ["Lenk und Lenk und Lenk", "Mara Lenk schläft", "Ja, gern"]
)
def test_nothing_is_asked_where_too_little_is_left(content):
    assert passage(content, hide=True) is None


def test_words_with_two_pronouns_cannot_be_understood_alone():
    assert passage("dass er ihn gestern freundlich eingeladen habe") is None


def test_words_that_begin_by_pointing_back_cannot_be_understood_alone():
    assert passage("Das bringt die alte Frage wieder weit nach vorne") is None
    text = "Das bunte Rathaus steht seit gestern wieder allen offen"
    assert passage(text) == text


def test_who_is_called_upon_stays_in_the_frame():
    content = "die Brücke noch im Mai zu öffnen"
    text = framed(
        f"Lenk rief den Rat der Stadt dazu auf, {content}.",
        content,
        speaker_text="Lenk",
        cue=["rief", "auf"],
    )
    assert text == f"{MASK} rief den Rat der Stadt dazu auf, {content}"


@pytest.mark.parametrize(
    "content",
    [
        (
            "Der Rat wisse nicht, wie viel Geld er in jedem Winter für die alte Brücke "
            "am Fluss ausgegeben, und wie viel er gespart habe"
        ),
        (
            "Der Rat verkaufe die alte Brücke, um im nächsten Winter endlich zu "
            "bekommen, was er seit vielen langen Jahren am Fluss haben wolle"
        ),
    ],
)
def test_no_clause_breaks_off_before_what_it_needs(content):
    assert passage(content) is None


@pytest.mark.parametrize(
    ("name", "is_another"), [("Kai Moos", True), ("Lea Moos", False)]
)
def test_she_who_is_necessary_is_not_the_man_who_speaks(name, is_another):
    content = "Doch notwendig sei sie im Sommer am Fluss nicht"
    raw = f"{name} lobte die Mühle. {content}."
    note = {"content": [content], "speaker": name, "sentence": content[:8]}
    found = told(raw, [person(name)], {**note, "type": "IndirectFreeIndirect"})
    assert means_a_woman(content, found.claims[0], Dossier(found)) is is_another


@pytest.mark.parametrize(
    ("raw", "content", "cue"),
    [
        (
            "Lenk warf dem Rat in Ried vor, die alte Brücke zu verkaufen.",
            "die alte Brücke zu verkaufen",
            ["warf", "vor"],
        ),
        (
            "Lenk sprach sich aber dafür aus, dass die alte Brücke bleibt.",
            "dass die alte Brücke bleibt",
            ["sprach", "aus"],
        ),
    ],
)
def test_who_is_blamed_is_shown_between_the_parts_of_a_verb(raw, content, cue):
    text = framed(raw, content, speaker_text="Lenk", cue=cue)
    assert text == raw.replace("Lenk", MASK).removesuffix(".")


def test_a_clause_in_the_place_of_a_subject_makes_a_whole_sentence():
    content = "Dass die alte Brücke am Fluss bleibe, sei ein Erfolg"
    raw = f"{content}, sagte Lenk am Abend."
    assert framed(raw, content, speaker_text="Lenk", cue=["sagte"]) == content


def test_a_few_words_of_when_and_where_stay_in_the_frame():
    text = framed(
        "Lenk sagte am Freitag in Ried, die alte Brücke bleibe zu.",
        "die alte Brücke bleibe zu",
        speaker_text="Lenk",
        cue=["sagte"],
    )
    assert text == f"{MASK} sagte am Freitag in Ried, die alte Brücke bleibe zu"
