"""Where the skills stand in curricula: what a teacher notes beside a lesson."""

from types import MappingProxyType
from typing import NamedTuple

from quiz.engine.questions.question import Skill


class Tag(NamedTuple):
    """A competence of a framework."""

    framework: str
    number: str
    name: str


KMK = "KMK, Bildung in der digitalen Welt"
NRW = "Medienkompetenzrahmen NRW"
DIGCOMP = "DigComp 2.2"
GERMAN = "Deutsch"

_EVALUATE = (
    Tag(KMK, "1.2", "Auswerten und Bewerten"),
    Tag(NRW, "2.3", "Informationsbewertung"),
    Tag(DIGCOMP, "1.2", "Evaluating data, information and digital content"),
)
_READ = Tag(NRW, "2.2", "Informationsauswertung")
_CRITICISE = Tag(NRW, "2.4", "Informationskritik")
_ANALYSE = Tag(NRW, "5.1", "Medienanalyse")
_OPINION = Tag(NRW, "5.2", "Meinungsbildung")
_DESIGN = Tag(KMK, "6.1.2", "Gestaltungsmittel von digitalen Medienangeboten kennen")
_INTERESTS = Tag(KMK, "6.1.1", "Interessengeleitete Setzung von Themen erkennen")
_SPEECH = Tag(GERMAN, "–", "Konjunktiv I, indirekte Rede")

TAGS = MappingProxyType(
    {
        Skill.SPEAKER: (*_EVALUATE, _READ),
        Skill.SOURCE: (*_EVALUATE, _READ),
        Skill.CHAIN: (*_EVALUATE, _ANALYSE),
        Skill.HEDGE: (*_EVALUATE, _READ),
        Skill.DIRECTNESS: (_SPEECH, _READ),
        Skill.REFERENCE: (_READ,),
        Skill.FAIRNESS: (*_EVALUATE, _OPINION),
        Skill.WORDING: (_DESIGN, _ANALYSE, _OPINION),
        Skill.STATEMENT: (_READ, _OPINION),
        Skill.CRITICISM: (_INTERESTS, _CRITICISE, _OPINION),
    }
)
"""Skill → what it belongs to, for the skills that a report shows."""
