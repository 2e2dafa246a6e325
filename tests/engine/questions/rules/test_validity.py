"""Every rule can fail: a good question is spoilt in one place."""

from dataclasses import replace

import pytest

from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.validity import set_violations, violations
from quiz.engine.text.span import Span
from tests.engine.library import asked_by_notes, noted


def story():
    return noted("bridge")


def who():
    return by_id("who_said-c4")


def source():
    return by_id("which_source-c1")


def chain():
    return by_id("chain_order-c1")


def wrong():
    """A wrong attribution, to be called wrong."""
    trial = QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION
    asked = (q for q in asked_by_notes("bridge") if q.kind is trial)
    return next(q for q in asked if q.key[0].entity is not None)


def by_id(name):
    return next(q for q in asked_by_notes("bridge") if q.id == name)


def id_of(name):
    return next(entity.id for entity in story().entities if entity.name == name)


def rules(question, inside=None, level="block"):
    found = violations(question, inside or story())
    return {each.rule for each in found if each.level == level}


def with_options(question, change):
    return replace(question, options=tuple(change(list(question.options))))


def with_wrong(question, name):
    """The first wrong option names somebody else."""

    def change(options):
        at = next(n for n, option in enumerate(options) if not option.correct)
        label = Localised(name, name)
        options[at] = replace(options[at], text=name, label=label, entity=id_of(name))
        return options

    return with_options(question, change)


def with_stem(question, words):
    stem = Localised(f"{words} {question.stem.de}", f"{words} {question.stem.en}")
    return replace(question, stem=stem)


def with_claim(**changes):
    claims = tuple(
        replace(claim, **changes) if claim.id == who().claim else claim
        for claim in story().claims
    )
    return replace(story(), claims=claims)


def test_the_questions_as_composed_break_nothing():
    assert not any(map(rules, asked_by_notes("bridge")))


def test_v01_two_right_options():
    spoilt = with_options(who(), lambda all_: [replace(o, correct=True) for o in all_])
    assert "V01" in rules(spoilt)


def test_v01_the_wrong_one_is_keyed():
    spoilt = with_options(
        who(), lambda all_: [replace(o, correct=not o.correct) for o in all_[:2]]
    )
    assert "V01" in rules(spoilt)


def test_v01_one_option_twice():
    assert "V01" in rules(with_options(who(), lambda all_: [*all_, all_[0]]))


def test_v01_the_chain_in_another_order():
    assert "V01" in rules(
        with_options(chain(), lambda all_: [all_[1], all_[0], *all_[2:]])
    )


def test_v01_a_wrong_attribution_keyed_as_right():
    def change(options):
        return [replace(o, correct=o.entity is None) for o in options]

    assert "V01" in rules(with_options(wrong(), change))


def test_v02_a_group_beside_its_member():
    agency, paper = id_of("Nordwort"), id_of("Talpost")
    group = replace(story().entity(agency), members=(paper,))
    entities = tuple(group if e.id == group.id else e for e in story().entities)
    assert "V02" in rules(source(), replace(story(), entities=entities))


def test_v03_the_name_of_the_key_in_the_stem():
    assert "V03" in rules(with_stem(who(), "Rieds Brücke:"))


def test_v03_too_little_left():
    passage = "▒▒▒ kam ▒▒▒"
    stem = Localised(f"Wer? „{passage}“?", f"Who? “{passage}”?")
    assert "V03" in rules(replace(who(), passage=passage, stem=stem))


def test_v04_evidence_elsewhere():
    assert "V04" in rules(replace(who(), evidence=(Span(0, 20),)))
    assert "V04" in rules(replace(who(), evidence=(Span(0, 10**6),)))


def test_v04_no_such_claim():
    assert "V04" in rules(replace(who(), claim="c99"))


def test_v04_a_claim_that_is_not_sure():
    assert "V04" in rules(who(), with_claim(sure_speaker=False))


def test_v05_a_wrong_option_said_nearly_the_same():
    echo = replace(
        next(claim for claim in story().claims if claim.id == who().claim),
        id="c12",
        speaker_entity=id_of("Tilda Voss"),
    )
    assert "V05" in rules(who(), replace(story(), claims=(*story().claims, echo)))


def test_v06_nobody_in_particular_speaks():
    assert "V06" in rules(who(), with_claim(speaker_entity=None))


def test_v06_the_agency_itself_speaks():
    assert "V06" in rules(who(), with_claim(speaker_entity=id_of("Talpost")))


def test_v07_nobody_else_of_the_keys_type():
    spoilt = who()
    for name in ("Talpost", "Nordwort"):
        spoilt = with_options(
            spoilt,
            lambda all_, name=name: [
                o
                if o.correct or o.entity in (id_of("Talpost"), id_of("Nordwort"))
                else replace(o, entity=id_of(name))
                for o in all_
            ],
        )
    assert "V07" in rules(spoilt)


def test_v10_none_of_these():
    def change(options):
        label = Localised("keine Quelle genannt", "no source named")
        at = next(n for n, o in enumerate(options) if not o.correct)
        options[at] = replace(options[at], entity=None, label=label)
        return options

    assert "V10" in rules(with_options(source(), change))


def test_v13_a_stem_that_copies_the_article():
    assert "V13" in rules(with_stem(who(), "Die Leitungen unter der Brücke trocken."))


def test_v13_a_quotation_that_is_too_long():
    passage = " ".join(["Wort"] * 26)
    stem = Localised(f"„{passage}“?", f"“{passage}”?")
    assert "V13" in rules(replace(who(), passage=passage, stem=stem))


def test_v13_words_that_lack_one_of_the_articles_without_a_gap():
    passage = who().passage.replace(" viel", "")
    assert passage != who().passage
    stem = Localised(f"„{passage}“?", f"“{passage}”?")
    assert "V13" in rules(replace(who(), passage=passage, stem=stem))
    gap = who().passage.replace(" viel", " …")
    stem = Localised(f"„{gap}“?", f"“{gap}”?")
    assert "V13" not in rules(replace(who(), passage=gap, stem=stem))


def test_v19_a_heading():
    heading = story().raw.index("Streit um")
    span = Span(heading, heading + len("Streit um die alte Brücke"))
    assert "V19" in rules(who(), with_claim(sentence=span))


def test_v20_a_word_that_judges():
    assert "V20" in rules(with_stem(who(), "Der Diktator sprach."))


def test_v22_no_explanation():
    assert "V22" in rules(replace(who(), evidence=()))
    assert "V22" in rules(replace(who(), explanation=Localised("", "")))
    nothing = Localised("", "")
    assert "V22" in rules(
        with_options(who(), lambda all_: [replace(o, rationale=nothing) for o in all_])
    )


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        (
            "V08",
            lambda q: with_options(
                q, lambda a: [replace(a[0], label=Localised("X", "X")), *a[1:]]
            ),
        ),
        ("V09", lambda q: replace(q, stem=Localised(q.stem.de.replace("?", "."), ""))),
        ("V11", lambda q: with_stem(q, "Das stimmt nicht:")),
        ("V12", lambda q: with_stem(q, "Wort " * 30)),
        (
            "V14",
            lambda q: with_options(
                q, lambda a: [replace(o, misconception=None) for o in a]
            ),
        ),
    ],
)
def test_what_deserves_a_second_look_is_a_warning(rule, spoil):
    assert rule in rules(spoil(who()), level="warn")


def test_v15_options_that_never_speak():
    ried = id_of("Jonas Ried")
    claims = tuple(c for c in story().claims if c.speaker_entity == ried)
    lonely = replace(story(), claims=claims)
    assert "V15" in rules(who(), lonely, level="warn")


def test_v24_the_same_question_twice():
    twin = replace(who(), id="who_said-c99")
    assert "V24" in {each.rule for each in set_violations([who(), twin])}


def test_v17_v18_and_v08_look_at_the_whole_set():
    same = [replace(who(), id=f"q{n}", claim=f"c{n}") for n in range(12)]
    found = {each.rule for each in set_violations(same)}
    assert {"V17", "V18"} <= found
    rights = [replace(wrong(), id=f"q{n}") for n in range(6)]
    assert "V18" in {each.rule for each in set_violations(rights)}
    long = [
        with_options(
            q,
            lambda all_: [
                replace(o, label=Localised("X" * 40, "X")) if o.correct else o
                for o in all_
            ],
        )
        for q in same
    ]
    assert "V08" in {each.rule for each in set_violations(long)}
