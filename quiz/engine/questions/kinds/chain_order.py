"""Welchen Weg nahm die Nachricht?"""

import random
from dataclasses import replace

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.builders.arrangement import (
    key_option,
    lettered,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, for_each_claim, speaker_key
from quiz.engine.questions.distractors.from_article import compatible, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Distractor
from quiz.engine.questions.material.askable import Matter, route_of, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Face, Localised, Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.wording.asking import with_a_note_on_names
from quiz.engine.questions.wording.explain import asked, joined
from quiz.engine.questions.wording.nominative import about, called
from quiz.engine.questions.wording.passage import passage_of

_ARTICLE = Localised("dieser Artikel", "this article")
_MOST_CARDS = 4
_FIRST = Localised(
    "{}: Hier beginnt der Weg, von dort stammt die Aussage.",
    "{}: the route begins here, this is where the statement comes from.",
)
_IN_THE_MIDDLE = Localised(
    "{}: als Quelle in die Mitte, denn gesagt hat es jemand anderes.",
    "{}: in the middle, as a source, because somebody else said it.",
)
_LAST = Localised(
    "Der Artikel steht am Ende. Seine direkte Quelle: {}.",
    "The article comes last. Its direct source: {}.",
)
_ORDER = Localised(
    "Vorn steht, wer spricht; dann kommt, wer es weitergibt.",
    "First comes who speaks, then who passes it on.",
)


def chain_order(matter: Matter, rng: random.Random) -> Question | None:
    """The route from the speaker over the sources to the article, as cards.

    With room for it, one surplus card: somebody who is not in the chain, neither
    passing on anything in this article nor excluded by what it says.
    """
    route = route_of(matter)
    passage = passage_of(matter.claim, matter.dossier, alone=False)
    if route is None or passage is None or len(route) + 1 > _MOST_CARDS:
        return None
    has_room = len(route) + 2 <= _MOST_CARDS
    surplus = _surplus(route, passage, matter, rng) if has_room else []
    cards = [*_cards(route, matter), *map(wrong_option, surplus)]
    claim = matter.claim
    return Question(
        id=f"{QuestionKind.CHAIN_ORDER}-{claim.id}",
        kind=QuestionKind.CHAIN_ORDER,
        claim=claim.id,
        stem=_stem(passage, has_surplus=bool(surplus)),
        passage=passage,
        options=lettered(cards, rng),
        explanation=joined(
            _drawn(route, matter.dossier),
            _ORDER,
        ),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _stem(passage: str, *, has_surplus: bool) -> Localised:
    over = Localised(" Eine Karte bleibt übrig.", " One card is left over.")
    more = over if has_surplus else Localised("", "")
    question = Localised(
        f"Durch welche Hände ging das? Ordne von der Stimme bis zum Artikel.{more.de}",
        "Whose hands did this go through? Put them in order, from the voice to the "
        f"article.{more.en}",
    )
    return asked(with_a_note_on_names(question, passage), passage)


def _cards(route: tuple[Entity, ...], matter: Matter) -> list[Option]:
    speaker = speaker_of(matter)
    cards = [
        key_option(
            node,
            _place(
                node, matter.dossier, is_speaker=speaker is not None and node is speaker
            ),
        )
        for node in route
    ]
    end = about(_LAST, route[-1], matter.dossier)
    article = Option("", _ARTICLE.de, None, True, None, _ARTICLE, end)  # noqa: FBT003
    article = replace(article, face=Face.ARTICLE)
    return [*cards, article]


def _place(node: Entity, dossier: Dossier, *, is_speaker: bool) -> Localised:
    return about(_FIRST if is_speaker else _IN_THE_MIDDLE, node, dossier)


def _drawn(route: tuple[Entity, ...], dossier: Dossier) -> Localised:
    names = [*(called(node, dossier) for node in route), _ARTICLE]
    return Localised(
        f"Der Weg der Nachricht: {' → '.join(each.de for each in names)}.",
        f"The route of the information: {' → '.join(each.en for each in names)}.",
    )


def _surplus(
    route: tuple[Entity, ...], passage: str, matter: Matter, rng: random.Random
) -> list[Distractor]:
    """A person who is surely no part of the way: of the article, but no reporter.

    Nobody whom the words themselves name: they could be struck out unread.
    """
    claim, dossier = matter.claim, matter.dossier
    others = [
        each
        for each in wrong_speakers(claim, dossier, rng)
        if each.entity.kind is EntityKind.PERSON
        and not dossier.may_report(each.entity.id)
        and not found_in(passage, dossier.giveaways(each.entity))
    ]
    return compatible(others, route, dossier)[:1]


def _keys(question: Question, dossier: Dossier) -> list[str]:
    claim = dossier.claim(question.claim)
    speaker = speaker_key(question, dossier)
    chain = [link.entity for link in dossier.chain(claim)] if claim else []
    return [*speaker, *(each for each in chain if each not in speaker)]


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    """The chain, and last the article itself."""
    return [*_keys(question, dossier), None]


KIND = Kind(
    id=QuestionKind.CHAIN_ORDER,
    build=for_each_claim(QuestionKind.CHAIN_ORDER, chain_order),
    keys=_keys,
    right=_right,
    sizes=range(3, 5),
    quota=1,
    difficulty=0.3,
    is_mission=True,
)
