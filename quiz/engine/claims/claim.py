"""The values that extraction gives: claims, their sources and the entities in them."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from quiz.engine.claims.reason import Aspect, Reason, SignRole
from quiz.engine.text.span import Span

_T = TypeVar("_T")


class Series(StrEnum):
    """With what the ids of one text's claims and entities begin."""

    CLAIM = "c"
    ENTITY = "e"
    SENTENCE = "s"

    def id(self, number: int) -> str:
        """As in "c1", "e1"."""
        return f"{self}{number}"


class ClaimType(StrEnum):
    """How the article gives somebody's words (names of the Redewiedergabe scheme)."""

    DIRECT = "Direct"
    INDIRECT = "Indirect"
    REPORTED = "Reported"
    FREE_INDIRECT = "FreeIndirect"
    INDIRECT_FREE_INDIRECT = "IndirectFreeIndirect"


class EntityKind(StrEnum):
    """What a speaker or a source is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    COUNTRY = "country"
    UNNAMED = "unnamed"


# Kinds that are known by a name of their own.
NAMED = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.OUTLET,
        EntityKind.ORGANISATION,
        EntityKind.COUNTRY,
    }
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A speaker or source with everything the article calls it.

    Attributes:
        id: "e1", "e2", …: stable for one text and one version of the rules.
        name: how it is put to a pupil, in the nominative and without an article
            where it is a name ("Wladimir Putin", "Ria Nowosti"); otherwise the
            role or group as the text says it ("russische Nachrichtenagenturen").
        kind: what it is.
        members: ids of entities that are part of this one (agencies of a group);
            a member and its group never stand beside each other as options.
        mentions: where the text names it, in order of appearance.
        aliases: every form that would give it away, with case endings as they
            stand in the text, plus known short and long forms.
        bodies: ids of the country, office or organisation for which it speaks
            (Putin → Kreml, Russland); same exclusion as `members`.
    """

    id: str
    name: str
    kind: EntityKind
    members: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLink:
    """One hand through which a claim reached the article.

    Attributes:
        entity: id of the outlet, agency or group.
        span: where it is named for this claim; None where it was carried over.
        cue: the words that mark it as the reporter ("laut", "wie … berichtete").
        inherited: it was named for an earlier claim and carried over.
    """

    entity: str
    span: Span | None
    cue: tuple[Span, ...] = ()
    inherited: bool = False


def _all_sure(**each: bool) -> dict[str, bool]:
    return each


def _sure_as_a_whole(kind: type[_T]) -> type[_T]:
    """Take "sure" where one is made, too: of words, speaker and chain together.

    So `replace(claim, sure=True)` is a claim as a person has looked at it.
    """
    make: Any = kind.__init__

    def init(
        self: _T, *given: object, sure: bool | None = None, **named: object
    ) -> None:
        if sure is not None:
            named |= _all_sure(sure_words=sure, sure_speaker=sure, sure_chain=sure)
        make(self, *given, **named)

    kind.__init__ = init  # type: ignore[assignment]
    return kind


@_sure_as_a_whole
@dataclass(frozen=True, slots=True)
class Claim:
    """Something the article attributes to somebody.

    Attributes:
        id: "c1", "c2", … in order of the text.
        content: what is said, without quotation marks and frame; further pieces
            where it is interrupted.
        speaker: where the speaker is named for this claim; for a carried-over
            speaker the pronoun if there is one, else the last naming.
        speaker_entity: who that is; None where the article does not say.
        cue: the words that show somebody is speaking ("sagte", "kündigte … an").
        type: how it is given.
        nested: it lies inside another claim.
        hedge: words that weaken certainty (never Konjunktiv I or a named "laut").
        source_vague: nobody stands behind it whom one could ask, by name or office
            ("hieß es", "Insider", "Medienberichte"), however certain the words are.
        sources: the reporting chain, nearest to the speaker first.
        confidence: 0–1, how likely content, speaker and sources are all right.
        sure_words, sure_speaker, sure_chain: good enough to be put to a pupil without
            review: what is said, whose words they are, and who passed them on.
        grounds: names of the figures whose product the confidence is.
        sentence: the stretch of whole sentences that prove it.
        reasons: which rules decided and by which words: about the words, the
            speaker, each source, each hedge; last, where it is not sure, why.
    """

    id: str
    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    speaker_entity: str | None
    cue: tuple[Span, ...]
    type: ClaimType
    sentence: Span
    nested: bool = False
    hedge: tuple[Span, ...] = ()
    source_vague: bool = False
    sources: tuple[SourceLink, ...] = ()
    confidence: float = 0.0
    sure_words: bool = False
    sure_speaker: bool = False
    sure_chain: bool = False
    grounds: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it is good enough in all three to be asked about without review."""
        return self.sure_words and self.sure_speaker and self.sure_chain

    def reviewed(self) -> "Claim":
        """The claim as a person has looked at it: sure of everything."""
        return replace(self, sure_words=True, sure_speaker=True, sure_chain=True)

    @property
    def is_sure_of_voice(self) -> bool:
        """Whether it is known what was said and who said it, whoever passed it on."""
        return self.sure_words and self.sure_speaker

    @property
    def mood(self) -> tuple[Span, ...]:
        """The verbs in the Konjunktiv that show it where no cue does."""
        if self.cue or not self.reasons:
            return ()
        signs = self.reasons[0].signs
        return tuple(sign.span for sign in signs if sign.role is SignRole.MOOD)

    def why(self, aspect: Aspect) -> tuple[Reason, ...]:
        """Those of its reasons that are about this."""
        return tuple(each for each in self.reasons if each.aspect is aspect)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one text; spans index into `raw`.

    Attributes:
        own: ids of the outlet that printed the text, by the names it has there; it is
            the article itself, and nobody in it.
    """

    raw: str
    language: str
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    own: frozenset[str] = frozenset()

    def entity(self, entity_id: str) -> Entity:
        """The entity of that id.

        Raises:
            KeyError: there is none.
        """
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)
