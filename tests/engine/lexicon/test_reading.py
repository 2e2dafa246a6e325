"""A language's folder is read whole and checked, or all that is wrong is named."""

import re
import shutil

import pytest

from quiz.engine.lexicon.lexicon import HERE, lexicon, read_lexicon
from quiz.engine.lexicon.loading.problem import BadLexicon


@pytest.fixture
def folder(tmp_path):
    """A copy of what there is for German, to be spoilt."""
    return shutil.copytree(HERE / "de", tmp_path / "de")


def change(file, pattern, new):
    """Replace the one place; the line (from 1) where it stood."""
    text = file.read_text("utf-8")
    [found] = re.finditer(pattern, text, re.MULTILINE)
    file.write_text(text[: found.start()] + new + text[found.end() :], "utf-8")
    return text[: found.start()].count("\n") + 1


def line_of(file, pattern):
    [found] = re.finditer(pattern, file.read_text("utf-8"), re.MULTILINE)
    return file.read_text("utf-8")[: found.start()].count("\n") + 1


def problems(folder):
    with pytest.raises(BadLexicon) as caught:
        read_lexicon(folder)
    assert str(caught.value).splitlines() == [str(p) for p in caught.value.problems]
    return [
        f"{problem.file.name}:{problem.line}: {problem.what}"
        for problem in caught.value.problems
    ]


def test_a_folder_read_again_is_the_same_language(folder):
    assert read_lexicon(folder) == lexicon("de")


def test_a_missing_table_is_named_at_the_head_of_its_section(folder):
    change(folder / "words.toml", r"^negations = .*\n", "")
    line = line_of(folder / "words.toml", r"^\[quotation\]")
    assert problems(folder) == [
        f"words.toml:{line}: quotation.negations is missing (words)"
    ]


def test_a_missing_section_is_named(folder):
    change(folder / "titles.toml", r"^\[office\]\n(?:\w+ = .*\n)+", "")
    assert problems(folder) == [
        "titles.toml:1: office is missing (word → words as written)"
    ]


def test_an_unknown_table_is_named_at_its_line(folder):
    line = change(folder / "words.toml", r"^negations =", "negatoins =")
    head = line_of(folder / "words.toml", r"^\[quotation\]")
    assert problems(folder) == [
        f"words.toml:{line}: quotation.negatoins is no table of a language",
        f"words.toml:{head}: quotation.negations is missing (words)",
    ]


@pytest.mark.parametrize(
    ("pattern", "new", "what"),
    [
        (
            r"^months = \[[^]]*\]",
            "months = 12",
            "months must be words as written",
        ),
        (r"^so_called = .*", "so_called = []", "wording.so_called must be word"),
        (r"^feeling = \[", "feeling = [3,", "hedges.feeling must be words, not 3"),
        (
            r"^feeling = \[",
            'feeling = ["",',
            "hedges.feeling has '', which is empty",
        ),
        (
            r"^feeling = \[",
            'feeling = ["Fühle",',
            "hedges.feeling has 'Fühle', which has a capital: it is never found",
        ),
        (
            r'^kein = "na"',
            'kein = "nx"',
            "determiners.kein has 'nx', which may only have the letters ngda",
        ),
        (
            r'^man = \["n", "\*"\]',
            'man = ["n"]',
            "pronouns.man must be [cases, genders]",
        ),
        (
            r'^man = \["n", "\*"\]',
            'man = ["n", "?"]',
            "pronouns.man has '?', which may only have the letters mfnp1*",
        ),
        (
            r'^f = \["ung"',
            'q = ["ung"',
            "noun_endings.q has 'q', which may only have the letters mfn",
        ),
        (
            r'^beside = \["der"',
            'beside = ["der("',
            "names.beside has 'der(', which is no regular expression",
        ),
        (
            r'^  \["AP", "agency"',
            '  ["AP", "agentur"',
            (
                "outlets has 'agentur', which is none of "
                "agency, broadcaster, online, paper"
            ),
        ),
    ],
)
def test_a_table_of_another_shape_is_named_at_its_line(folder, pattern, new, what):
    [file] = (
        file
        for file in folder.glob("*.toml")
        if re.search(pattern, file.read_text("utf-8"), re.MULTILINE)
    )
    line = change(file, pattern, new)
    assert problems(folder) == [f"{file.name}:{line}: {what}"]


def test_a_wrong_row_is_named_where_it_stands(folder):
    line = change(
        folder / "outlets.toml",
        r'\["Interfax", "agency", "Russland", \[\]\]',
        '["Interfax", "agency", "Russland"]',
    )
    assert problems(folder) == [
        f"outlets.toml:{line}: outlets must be [name, type, name, names in order]"
    ]


def test_a_word_in_a_long_list_is_named_at_its_own_line(folder):
    line = change(folder / "words.toml", '"stundenlang"', '"Stundenlang"')
    [problem] = problems(folder)
    assert problem.startswith(f"words.toml:{line}: adverbs.words has 'Stundenlang'")


@pytest.mark.parametrize(
    ("file", "new", "what"),
    [
        (
            "verbs.txt",
            "sich bedanken ox",
            "a verb needs its infinitive, letters and none or three forms",
        ),
        (
            "verbs.txt",
            "danken dcy",
            "danken may only have the letters dcortqpjnawsbekx, not dcy",
        ),
        ("calling.txt", "taufen c", "taufen may only have the letters nbafvi, not c"),
        (
            "expressions.txt",
            "tun dc",
            "an expression needs a colon and words behind it",
        ),
    ],
)
def test_a_wrong_line_is_named(folder, file, new, what):
    text = (folder / file).read_text("utf-8")
    (folder / file).write_text(f"{text}\n# more\n{new}\n", "utf-8")
    assert problems(folder) == [f"{file}:{len(text.splitlines()) + 3}: {what}"]


def test_what_is_no_toml_is_named(folder):
    line = change(folder / "mood.toml", r"^loose = \[", "loose = [,")
    [problem] = problems(folder)
    assert problem.startswith(f"mood.toml:{line}: ")


def test_files_that_are_missing_or_unknown_are_named(folder):
    (folder / "verbs.txt").rename(folder / "verb.txt")
    assert problems(folder) == [
        "verb.txt:1: a language has no file of this name",
        "verbs.txt:1: this file is missing",
    ]


def test_all_that_is_wrong_is_named_at_once(folder):
    change(folder / "words.toml", r"^negations = .*\n", "")
    change(folder / "nouns.toml", r"^requests = ", "wishes = ")
    (folder / "verbs.txt").write_text("sagen\n", "utf-8")
    (folder / "mood.toml").unlink()
    assert [each.partition(":")[0] for each in problems(folder)] == [
        "verbs.txt",
        "words.toml",
        "nouns.toml",
        "nouns.toml",
        "mood.toml",
    ]
