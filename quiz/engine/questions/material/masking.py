"""Words that would give a name away, and how to hide them (rule V03)."""

import re
from dataclasses import dataclass

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.lexicon.vocabulary.inflection import without
from quiz.engine.questions.question import MASK
from quiz.engine.questions.words import Forms, fold, word_spans
from quiz.engine.text.span import Span

_PARTS = re.compile(r"[^-‐‑]+")
_MASKS = re.compile(rf"{MASK}(?:\s+{MASK})+")

# A name inside a compound counts from this length on, so that "Waldweg" does not
# give away a Mr Wald, while "Kremlchef" gives away the Kreml.
_PERSON_IN_COMPOUND = 5
_OTHER_IN_COMPOUND = 4
_SHORTEST_TOKEN = 3
_LONGEST_ROOT = 60  # letters with which a compound can begin


@dataclass(frozen=True, slots=True)
class Giveaways:
    """Everything that would give one entity away.

    Attributes:
        phrases: whole names and aliases, word by word, without articles.
        tokens: single telling words of them.
        roots: what gives it away as the beginning of a compound or adjective.
        forms: how words of the article's language meet.
    """

    phrases: frozenset[tuple[str, ...]]
    tokens: frozenset[str]
    roots: frozenset[str]
    forms: Forms


def giveaways(entity: Entity, forms: Forms, raw: str = "") -> Giveaways:
    """What gives an entity away: its name, aliases and what the text calls it.

    Args:
        entity: who is not to be guessed from the words alone.
        forms: how words of the article's language meet.
        raw: the article, to read the entity's mentions in it.
    """
    called = [entity.name, *entity.aliases]
    called += [span.of(raw) for span in entity.mentions if raw]
    phrases = frozenset(found for name in called if (found := _phrase(name, forms)))
    tokens = frozenset(
        forms.bare(fold(word))
        for name in called
        for word in _telling(name, forms)
        if len(fold(word)) >= _SHORTEST_TOKEN
    )
    return Giveaways(phrases, tokens, _roots(entity, tokens, forms), forms)


def found_in(text: str, sought: Giveaways) -> list[Span]:
    """Where a text gives the entity away, in order, without overlaps."""
    hits = set(_whole_names(text, sought))
    for span in word_spans(text):
        hits.update(_hits_in_word(text, span, sought))
    return _merged(hits)


def names(text: str, sought: Giveaways) -> bool:
    """Whether a text has the whole name or an alias of the entity."""
    return bool(_whole_names(text, sought))


def hide(text: str, sought: Giveaways) -> str:
    """The text with everything that gives the entity away replaced by `MASK`."""
    for span in reversed(found_in(text, sought)):
        text = text[: span.begin] + MASK + text[span.end :]
    return _MASKS.sub(MASK, text)


def _whole_names(text: str, sought: Giveaways) -> list[Span]:
    spans = word_spans(text)
    forms = sought.forms
    folded = tuple(forms.bare(fold(span.of(text))) for span in spans)
    small = forms.function_words
    return [
        Span(spans[at].begin, spans[at + size - 1].end)
        for size in {len(phrase) for phrase in sought.phrases}
        for at in range(len(spans) - size + 1)
        if folded[at : at + size] in sought.phrases
        and (text[spans[at].begin].isupper() or folded[at] not in small)
    ]


def _phrase(name: str, forms: Forms) -> tuple[str, ...]:
    """The words of a name from the first that is no article; () for a pronoun."""
    found = [span.of(name) for span in word_spans(name)]
    while found and found[0].casefold() in forms.function_words:
        found.pop(0)
    return tuple(forms.bare(fold(word)) for word in found)


def _telling(name: str, forms: Forms) -> list[str]:
    """Capitalised words and their hyphen parts, except adjectives of places.

    As in "russische", which says where somebody is from, not who it is.
    """
    found = [span.of(name) for span in word_spans(name)]
    parts = [part for word in found for part in {word, *_PARTS.findall(word)}]
    return [
        part
        for part in parts
        if part[0].isupper()
        and fold(part) not in forms.function_words
        and not fold(part).endswith(forms.place_adjectives)
    ]


def _roots(entity: Entity, tokens: frozenset[str], forms: Forms) -> frozenset[str]:
    if entity.kind is EntityKind.PERSON:
        return frozenset(each for each in tokens if len(each) >= _PERSON_IN_COMPOUND)
    roots = {each for each in tokens if len(each) >= _OTHER_IN_COMPOUND}
    if entity.kind is EntityKind.COUNTRY:
        # "Russland" is in "russische" and "Russen" too.
        stems = {without(each, forms.country_endings) for each in tokens}
        roots |= {each for each in stems if len(each) >= _OTHER_IN_COMPOUND}
    return frozenset(roots)


def _hits_in_word(text: str, span: Span, sought: Giveaways) -> list[Span]:
    """The giving parts of a hyphened word, or the whole of any other."""
    word = span.of(text)
    whole = sought.forms.bare(fold(word))
    if whole in sought.tokens:
        return [span]
    return [
        Span(span.begin + part.start(), span.begin + part.end())
        for part in _PARTS.finditer(word)
        if _gives_away(part.group(), sought)
    ]


def _gives_away(part: str, sought: Giveaways) -> bool:
    folded = sought.forms.bare(fold(part))
    if folded in sought.tokens:
        return True
    ends = range(1, min(len(folded) - 1, _LONGEST_ROOT + 1))
    return any(folded[:end] in sought.roots for end in ends)


def _merged(hits: set[Span]) -> list[Span]:
    merged: list[Span] = []
    for hit in sorted(hits):
        if merged and hit.begin < merged[-1].end:
            merged[-1] = Span(merged[-1].begin, max(merged[-1].end, hit.end))
        else:
            merged.append(hit)
    return merged
