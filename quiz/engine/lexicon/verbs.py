"""Verbs that mark speech, with every form a text can show them in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from quiz.engine.lexicon.grammar import Form, Trait

LETTERS = "".join(Trait)  # what each stands for is told in the head of verbs.txt
CALLING_LETTERS = "nbafvi"  # the same for calling.txt
NONE = "-"  # stands for a form that marks no speech ("fand, dass" is no opinion)
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "unter", "über")


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
        forms: present, past and participle; those of a weak verb where none are given.
    """

    prefix: str
    base: str
    letters: str
    forms: tuple[str, str, str]


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
    present, past, participle = forms or _weak_forms(prefix, base)
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


def verb_forms(lines: Iterable[VerbLine]) -> Mapping[str, tuple[VerbForm, ...]]:
    """Every form of the verbs, each with its readings.

    A separable verb stands under its bare forms ("kündigte") and its joined ones
    ("ankündigte", "angekündigt", "anzukündigen").
    """
    forms: dict[str, list[VerbForm]] = {}
    for line in lines:
        for form, reading in _forms_of(line):
            readings = forms.setdefault(form, [])
            if reading not in readings:
                readings.append(reading)
    return MappingProxyType({form: tuple(known) for form, known in forms.items()})


def expressions(
    lines: Iterable[ExpressionLine],
) -> Mapping[str, tuple[Expression, ...]]:
    """Every form of the verbs, each with the words that it needs."""
    forms: dict[str, list[Expression]] = {}
    for line in lines:
        for form, reading in _forms_of(line.verb):
            found = forms.setdefault(form, [])
            found += [Expression(reading, way) for way in line.ways]
    return MappingProxyType({form: tuple(known) for form, known in forms.items()})


def subjunctive_forms(infinitives: Iterable[str]) -> frozenset[str]:
    """Konjunktiv I, third person singular, of each verb ("gehen" → "gehe")."""
    return frozenset(_stem(infinitive) + "e" for infinitive in infinitives)


def _stem(infinitive: str) -> str:
    if infinitive.endswith("en"):
        return infinitive[:-2]
    return infinitive[:-1]


def _forms_of(line: VerbLine) -> list[tuple[str, VerbForm]]:
    prefix, base = line.prefix, line.base
    verb = Verb(prefix + base, prefix, frozenset(line.letters))
    present, past, participle = line.forms
    stem = _stem(base)
    past_plural = past + ("n" if past.endswith("e") else "en")
    finite = [(present, False), (base, True)]
    if past != NONE:
        finite += [(past, False), (past_plural, True)]
    found = [(form, VerbForm(verb, Form.FINITE, plural)) for form, plural in finite]
    found.append((stem + "e", VerbForm(verb, Form.SUBJUNCTIVE)))
    if participle != NONE:
        found.append((participle, VerbForm(verb, Form.PARTICIPLE)))
    if prefix:
        joined = [
            (prefix + form, VerbForm(verb, Form.FINITE, plural))
            for form, plural in finite
        ]
        found += joined
        found.append((prefix + "zu" + base, VerbForm(verb, Form.INFINITIVE)))
        found.append((prefix + stem + "e", VerbForm(verb, Form.SUBJUNCTIVE)))
    return found


def _weak_forms(prefix: str, base: str) -> tuple[str, str, str]:
    stem = _stem(base)
    needs_e = stem.endswith(("t", "d", "chn", "ffn", "tm", "dm", "gn", "dn"))
    ending = "et" if needs_e else "t"
    inseparable = base.startswith(INSEPARABLE) or base.endswith("ieren")
    ge = "" if inseparable else "ge"
    return stem + ending, stem + ending + "e", prefix + ge + stem + ending
