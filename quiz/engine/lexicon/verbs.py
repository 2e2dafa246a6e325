"""Verbs that mark speech, with every form a text can show them in."""

from dataclasses import dataclass
from pathlib import Path

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
        form: "finite", "participle", "infinitive" or "subjunctive".
        plural: finite and plural.
    """

    verb: Verb
    form: str
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


def read_verbs(path: Path) -> dict[str, tuple[VerbForm, ...]]:
    """Every form of the verbs in the file, each with its readings.

    A separable verb stands under its bare forms ("kündigte") and its joined ones
    ("ankündigte", "angekündigt", "anzukündigen").
    """
    forms: dict[str, list[VerbForm]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if len(words) in (2, 5):
            for form, reading in _forms_of(words):
                readings = forms.setdefault(form, [])
                if reading not in readings:
                    readings.append(reading)
    return {form: tuple(readings) for form, readings in forms.items()}


def read_expressions(path: Path) -> dict[str, tuple[Expression, ...]]:
    """Every form of the verbs in the file, each with the words that it needs.

    A line is one of verbs.txt, a colon, and the words, in small letters.
    """
    forms: dict[str, list[Expression]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        verb, _, ways = line.split("#")[0].partition(":")
        for form, reading in _forms_of(verb.split()) if ways else ():
            for way in ways.split(","):
                found = Expression(reading, tuple(way.split()))
                forms.setdefault(form, []).append(found)
    return {form: tuple(readings) for form, readings in forms.items()}


def subjunctive_forms(infinitives: list[str]) -> frozenset[str]:
    """Konjunktiv I, third person singular, of each verb ("gehen" → "gehe")."""
    return frozenset(_stem(infinitive) + "e" for infinitive in infinitives)


def _stem(infinitive: str) -> str:
    if infinitive.endswith("en"):
        return infinitive[:-2]
    return infinitive[:-1]


def _forms_of(words: list[str]) -> list[tuple[str, VerbForm]]:
    prefix, _, base = words[0].rpartition("|")
    verb = Verb(prefix + base, prefix, frozenset(words[1]))
    present, past, participle = words[2:] or _weak_forms(prefix, base)
    stem = _stem(base)
    past_plural = past + ("n" if past.endswith("e") else "en")
    finite = [(present, False), (base, True)]
    if past != NONE:
        finite += [(past, False), (past_plural, True)]
    found = [(form, VerbForm(verb, "finite", plural)) for form, plural in finite]
    found.append((stem + "e", VerbForm(verb, "subjunctive")))
    if participle != NONE:
        found.append((participle, VerbForm(verb, "participle")))
    if prefix:
        joined = [
            (prefix + form, VerbForm(verb, "finite", plural)) for form, plural in finite
        ]
        found += joined
        found.append((prefix + "zu" + base, VerbForm(verb, "infinitive")))
        found.append((prefix + stem + "e", VerbForm(verb, "subjunctive")))
    return found


def _weak_forms(prefix: str, base: str) -> tuple[str, str, str]:
    stem = _stem(base)
    needs_e = stem.endswith(("t", "d", "chn", "ffn", "tm", "dm", "gn", "dn"))
    ending = "et" if needs_e else "t"
    inseparable = base.startswith(INSEPARABLE) or base.endswith("ieren")
    ge = "" if inseparable else "ge"
    return stem + ending, stem + ending + "e", prefix + ge + stem + ending
