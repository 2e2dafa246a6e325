"""Nouns that make of a phrase a speaker or a source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from quiz.engine.lexicon.shapes import Beginnings, Endings, Listed, Names, Word, Words


@dataclass(frozen=True)
class Nouns:
    """The file nouns.toml."""

    statements: Names
    interviews: Endings
    columns: Endings
    questions: Names
    requests: Names
    outlet_compounds: Words
    no_outlet_fronts: Names
    programmes: Words
    references: Words
    circles: Words
    events: Names
    views: Names
    sights: Names
    statement_heads: Endings
    acts: Endings
    dative_reports: Endings
    agency_parts: Words
    media_parts: Beginnings
    voice_endings: Endings
    offices_of_one: Endings
    outlet_texts: Endings
    own_channels: Endings
    documents: Names
    findings: Words
    voiceless: Words
    numbered: Words
    pictures: Words
    no_outlets: Endings
    newsrooms: Names
    sites: Names
    speech: Words
    outlet_nouns: Names
    outlet_name_parts: Names
    outlet_plurals: Names
    outlet_endings: Endings
    weak_outlet_endings: Endings
    organisation_nouns: Names
    organisation_endings: Endings
    neuter_and_masculine_endings: Endings
    ranks: Words
    vague_bodies: Names
    group_nouns: Names
    teams: Endings
    fixed_names: Listed
    club_parts: Names
    outlet_types: Mapping[Word, Endings]

    @cached_property
    def document_endings(self) -> tuple[str, ...]:
        """`documents` as endings of compounds."""
        return _endings(self.documents)

    @cached_property
    def finding_endings(self) -> tuple[str, ...]:
        """`findings` as endings of compounds."""
        return _endings(self.findings)

    @cached_property
    def speech_endings(self) -> tuple[str, ...]:
        """`speech` as endings of compounds."""
        return _endings(self.speech)

    @cached_property
    def voiceless_endings(self) -> tuple[str, ...]:
        """`voiceless` as endings of compounds."""
        return _endings(self.voiceless)

    @cached_property
    def picture_endings(self) -> tuple[str, ...]:
        """`pictures` as endings of compounds."""
        return _endings(self.pictures)

    @cached_property
    def talks(self) -> tuple[str, ...]:
        """Where somebody was heard: interviews, and what somebody wrote there."""
        return (*self.interviews, *self.columns)

    @cached_property
    def circle_endings(self) -> tuple[str, ...]:
        """`circles` as endings of compounds."""
        return _endings(self.circles)

    @cached_property
    def outlet_noun_endings(self) -> tuple[str, ...]:
        """`outlet_nouns` as endings of compounds."""
        return _endings(self.outlet_nouns)

    @cached_property
    def outlet_compound_endings(self) -> tuple[str, ...]:
        """`outlet_compounds` as endings of compounds."""
        return _endings(self.outlet_compounds)

    @property
    def programme_endings(self) -> tuple[str, ...]:
        """`programmes` as endings of compounds."""
        return _endings(self.programmes)


def _endings(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(word.lower() for word in words))
