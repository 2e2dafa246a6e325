"""Verbs that mark speech, with every form a text can show them in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from quiz.engine.lexicon.grammar import Form, Trait
from quiz.engine.lexicon.shapes import MARKERS
from quiz.engine.lexicon.vocabulary.inflection import Conjugation

LETTERS = "".join(Trait)  # what each stands for is told in the head of verbs.txt
PLAIN, BARE = "n", "b"  # of calling.txt: no word stands before what a thing is called
CALLING_LETTERS = PLAIN + BARE + MARKERS
NONE = "-"  # stands for a form that marks no speech ("fand, dass" is no opinion)


@dataclass(frozen=True, slots=True)
class Verb:
    """A speech verb.

    Attributes:
        infinitive: without a bar ("ankündigen").
        prefix: the separable part ("an"), or "".
        frames: letters for what it introduces; see the head of verbs.txt.
    """

    infinitive: str
    prefix: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a form of a speech verb.

    Attributes:
        verb: which.
        form: how it is used.
        plural: finite and plural.
    """

    verb: Verb
    form: Form
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A form of a verb that marks speech only beside certain words.

    Attributes:
        form: the verb's form ("gab").
        words: those words, in small letters ("zu", "bedenken").
    """

    form: VerbForm
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerbLine:
    """A verb as its file gives it.

    Attributes:
        prefix, base: of the infinitive, parted by a bar in the file.
        letters: what it introduces.
        forms: present, past and participle; None for those of a weak verb.
    """

    prefix: str
    base: str
    letters: str
    forms: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class ExpressionLine:
    """A verb with the words that it needs beside it, in any of these ways."""

    verb: VerbLine
    ways: tuple[tuple[str, ...], ...]


def verb_line(line: str, letters: str = LETTERS) -> VerbLine:
    """The verb of a line, whose letters are some of those.

    Raises:
        ValueError: the line is no such thing.
    """
    columns = line.split()
    if len(columns) not in (2, 5):
        raise ValueError("a verb needs its infinitive, letters and none or three forms")
    infinitive, own, *forms = columns
    if not set(own) <= set(letters):
        raise ValueError(f"{infinitive} may only have the letters {letters}, not {own}")
    prefix, _, base = infinitive.rpartition("|")
    if not forms:
        return VerbLine(prefix, base, own, None)
    present, past, participle = forms
    return VerbLine(prefix, base, own, (present, past, participle))


def expression_line(line: str) -> ExpressionLine:
    """The verb of a line and, behind a colon, the words it needs.

    Raises:
        ValueError: the line is no such thing.
    """
    verb, colon, ways = line.partition(":")
    rows = tuple(tuple(way.split()) for way in ways.split(","))
    if not colon or not all(rows):
        raise ValueError("an expression needs a colon and words behind it")
    return ExpressionLine(verb_line(verb), rows)


def verb_forms(
    lines: Iterable[VerbLine], bends: Conjugation
) -> Mapping[str, tuple[VerbForm, ...]]:
    """Every form of the verbs, each with its readings.

    A separable verb stands under its bare forms ("kündigte") and its joined ones
    ("ankündigte", "angekündigt", "anzukündigen").
    """
    forms: dict[str, list[VerbForm]] = {}
    for line in lines:
        for form, reading in _forms_of(line, bends):
            readings = forms.setdefault(form, [])
            if reading not in readings:
                readings.append(reading)
    return MappingProxyType({form: tuple(known) for form, known in forms.items()})


def expressions(
    lines: Iterable[ExpressionLine], bends: Conjugation
) -> Mapping[str, tuple[Expression, ...]]:
    """Every form of the verbs, each with the words that it needs."""
    forms: dict[str, list[Expression]] = {}
    for line in lines:
        for form, reading in _forms_of(line.verb, bends):
            found = forms.setdefault(form, [])
            found += [Expression(reading, way) for way in line.ways]
    return MappingProxyType({form: tuple(known) for form, known in forms.items()})


def subjunctive_forms(infinitives: Iterable[str], bends: Conjugation) -> frozenset[str]:
    """Konjunktiv I, third person singular, of each verb ("gehen" → "gehe")."""
    return frozenset(bends.stem(each) + bends.subjunctive for each in infinitives)


def _forms_of(line: VerbLine, bends: Conjugation) -> list[tuple[str, VerbForm]]:
    prefix, base = line.prefix, line.base
    verb = Verb(prefix + base, prefix, frozenset(line.letters))
    present, past, participle = line.forms or bends.weak_forms(prefix, base)
    subjunctive = bends.stem(base) + bends.subjunctive
    finite = [(present, False), (base, True)]
    if past != NONE:
        finite += [(past, False), (bends.past_plural_of(past), True)]
    found = [(word, VerbForm(verb, Form.FINITE, plural)) for word, plural in finite]
    found.append((subjunctive, VerbForm(verb, Form.SUBJUNCTIVE)))
    if participle != NONE:
        found.append((participle, VerbForm(verb, Form.PARTICIPLE)))
    if prefix:
        joined = [(prefix + word, form) for word, form in found[: len(finite)]]
        infinitive = (prefix + bends.marker + base, VerbForm(verb, Form.INFINITIVE))
        mood = (prefix + subjunctive, VerbForm(verb, Form.SUBJUNCTIVE))
        found += [*joined, infinitive, mood]
    return found
