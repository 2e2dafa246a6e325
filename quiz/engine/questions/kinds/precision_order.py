"""Sortiere die Quellen von genau zu ungenau."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.builders.arrangement import key_option, lettered
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key
from quiz.engine.questions.material.askable import Matter
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.showable import is_showable
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Marked, MarkRole, Question, QuestionKind
from quiz.engine.questions.violation import Violation
from quiz.engine.questions.wording.explain import joined
from quiz.engine.questions.wording.nominative import called, capital
from quiz.engine.text.span import Span

_FEWEST = 3
_MOST_OF_A_PLACE = 4  # voices of one precision that are tried

_PLACES = (
    Localised("ein Mensch mit Namen", "a person by name"),
    Localised("ein Medium oder eine Agentur mit Namen", "a medium or agency by name"),
    Localised("Medien ohne Namen", "media without a name"),
    Localised("niemand Bestimmtes", "nobody in particular"),
)


def _build(shop: Workshop) -> Iterator[Question]:
    """One question about the article, where its voices are of three precisions."""
    found: dict[int, list[tuple[Entity, Matter]]] = {}
    for matter in shop.matters:
        for entity in _voices(matter):
            place = precision(entity, shop.dossier)
            known = [each.id for each, _ in found.get(place or 0, ())]
            if place is not None and entity.id not in known:
                found.setdefault(place, []).append((entity, matter))
    if len(found) < _FEWEST:
        return
    ordered = [found[place][:_MOST_OF_A_PLACE] for place in sorted(found)]
    for cards in _combinations(ordered):
        question = _question(cards, shop)
        if shop.is_valid(question):
            yield question
            return


def _combinations(
    ordered: Sequence[list[tuple[Entity, Matter]]],
) -> Iterator[tuple[tuple[Entity, Matter], ...]]:
    """One voice of each precision, as many precisions as there are first."""
    for size in range(len(ordered), _FEWEST - 1, -1):
        for places in combinations(ordered, size):
            yield from product(*places)


def _voices(matter: Matter) -> Iterator[Entity]:
    entities = matter.dossier.entities
    if matter.speaker is not None:
        yield matter.speaker
    for link in matter.chain:
        yield entities[link.entity]


def precision(entity: Entity, dossier: Dossier) -> int | None:
    """How exactly the article says who it is, 0 being the most; None in between."""
    if not is_showable(entity, dossier):
        return None
    if dossier.identity.is_vague(entity):
        return 3 if dossier.identity.is_nobody_definite(entity) else None
    if entity.kind is EntityKind.PERSON:
        is_whole = dossier.identity.is_named(entity.id) and " " in entity.name
        return 0 if is_whole else None
    known = dossier.lexicon
    if entity.kind is EntityKind.OUTLET and entity.name in known.outlets:
        return 1
    generic = entity.name.casefold().endswith(known.words.sorting.media)
    if entity.kind is EntityKind.OUTLET:
        return 2 if generic else 1
    return 2 if entity.kind is EntityKind.GROUP and generic else None


def _question(cards: Sequence[tuple[Entity, Matter]], shop: Workshop) -> Question:
    first = cards[0][1]
    rng = shop.rng(QuestionKind.PRECISION_ORDER.value, first)
    options = [key_option(entity, _why(entity, shop.dossier)) for entity, _ in cards]
    names = [called(entity, shop.dossier) for entity, _ in cards]
    return Question(
        id=f"{QuestionKind.PRECISION_ORDER}-{first.claim.id}",
        kind=QuestionKind.PRECISION_ORDER,
        claim=first.claim.id,
        stem=Localised(
            "Wie genau nennt der Artikel, von wem etwas kommt? Beginne mit der "
            "genauesten Quelle.",
            "How exactly does the article say who something comes from? Begin with the "
            "most exact source.",
        ),
        passage="",
        options=lettered(options, rng),
        explanation=joined(
            Localised(
                f"Von genau zu ungenau: {' → '.join(each.de for each in names)}.",
                f"From exact to vague: {' → '.join(each.en for each in names)}.",
            ),
            Localised(
                "Genau heißt nicht glaubwürdig; aber nur wen man kennt, kann man "
                "fragen.",
                "Exact does not mean trustworthy; but only those you know can be "
                "asked.",
            ),
        ),
        evidence=_sentences([matter for _, matter in cards]),
        marks=_marks(cards),
    )


def _why(entity: Entity, dossier: Dossier) -> Localised:
    place = _PLACES[precision(entity, dossier) or 0]
    name = called(entity, dossier)
    return Localised(
        f"{capital(name.de)}: {place.de}.", f"{capital(name.en)}: {place.en}."
    )


def _sentences(matters: Sequence[Matter]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for span in sorted({e for matter in matters for e in matter.trace.evidence}):
        if spans and span.begin < spans[-1].end:
            spans[-1] = Span(spans[-1].begin, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(spans)


def _marks(cards: Sequence[tuple[Entity, Matter]]) -> tuple[Marked, ...]:
    marks = {mark for _, matter in cards for mark in matter.trace.marks}
    named = {mark for mark in marks if mark.role in (MarkRole.SPEAKER, MarkRole.SOURCE)}
    return tuple(sorted(named, key=lambda mark: (mark.span, mark.role)))


def _by_precision(question: Question, dossier: Dossier) -> list[str | None]:
    """The voices from exact to vague, worked out anew."""
    named = [dossier.entities[each.entity] for each in question.options if each.entity]
    named.sort(key=lambda entity: precision(entity, dossier) or 0)
    return [entity.id for entity in named]


def _no_ties(question: Question, dossier: Dossier) -> Iterator[Violation]:
    """V01: no two cards are as exact as each other."""
    entities = (dossier.entities[option.entity or ""] for option in question.key)
    places = [precision(entity, dossier) for entity in entities]
    for one, other in pairwise(places):
        if one is None or other is None or one >= other:
            yield Violation("V01", "block", f"{places}")


KIND = Kind(
    id=QuestionKind.PRECISION_ORDER,
    build=_build,
    keys=no_key,
    right=_by_precision,
    sizes=range(_FEWEST, len(_PLACES) + 1),
    rules=(_no_ties,),
    asks_for_voice=False,
    quotes=False,
    difficulty=0.3,
)
