"""Which claims may be asked about, and for what (rules V01, V04, V06, V19)."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from quiz.engine.claims.claim import Claim, Entity, EntityKind, SourceLink
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.evidence import Naming, Trace, trace
from quiz.engine.questions.material.self_contained import stands_for_itself
from quiz.engine.questions.material.showable import is_showable
from quiz.engine.questions.patterns import any_of, either
from quiz.engine.text.span import Span

_NEAR = 60  # characters before a name in which another can be joined to it


@dataclass(frozen=True, slots=True)
class Matter:
    """One claim as the kinds of question get it."""

    claim: Claim
    trace: Trace
    dossier: Dossier

    @property
    def speaker(self) -> Entity | None:
        """Who said it, as far as the article tells."""
        found = self.claim.speaker_entity
        return None if found is None else self.dossier.entities[found]

    @property
    def chain(self) -> tuple[SourceLink, ...]:
        """Who passed it on, nearest to the speaker first."""
        return self.dossier.chain(self.claim)


def matter_of(claim: Claim, dossier: Dossier) -> Matter | None:
    """The claim if anything may be asked about it.

    Its words and its speaker are sure, it stands in the body of the article, says by
    itself what was said, and everybody in it is named.
    """
    if not _is_sure_of_voice(claim, dossier):
        return None
    if not claim.content or dossier.is_heading(claim):
        return None
    if dossier.is_part_of_another(claim) or not stands_for_itself(claim, dossier):
        return None
    found = trace(claim, dossier)
    return Matter(claim, found, dossier) if found.is_whole else None


def wording_of(claim: Claim, dossier: Dossier) -> Matter | None:
    """The claim if it may be asked how the article words it, whoever says it.

    Its words are sure; where its speaker is not, it has none here, so that no
    explanation names a wrong one.
    """
    if _is_sure_of_voice(claim, dossier):
        return matter_of(claim, dossier)
    if not claim.sure_words or not claim.content or dossier.is_heading(claim):
        return None
    if not stands_for_itself(claim, dossier):
        return None
    unsaid = replace(claim, speaker=(), speaker_entity=None, sources=())
    return Matter(unsaid, trace(unsaid, dossier), dossier)


def passed_on(claim: Claim, dossier: Dossier) -> Matter | None:
    """The claim if it may be asked who passed it on, whoever said it.

    Its words and its chain are sure; where its speaker is not, it has none here.
    """
    if _is_sure_of_voice(claim, dossier):
        return matter_of(claim, dossier)
    speaker = dossier.entities.get(claim.speaker_entity or "")
    is_own = speaker is not None and speaker.kind is EntityKind.OUTLET
    if not claim.sure_chain or not claim.sources or is_own:
        return None
    found = wording_of(claim, dossier)
    if found is None:
        return None
    unsaid = replace(found.claim, sources=claim.sources)
    traced = trace(unsaid, dossier)
    return Matter(unsaid, traced, dossier) if traced.is_whole else None


def _is_sure_of_voice(claim: Claim, dossier: Dossier) -> bool:
    """Whether it is sure who speaks, and no role may be somebody new.

    "Die Schulleiterin" need not be the Mia of the sentence before: of whom the article
    has one name alone, it has to tell somewhere what she is.
    """
    speaker = dossier.entities.get(claim.speaker_entity or "")
    here = [span for span in claim.speaker if claim.sentence.covers(span)]
    if not claim.is_sure_of_voice or speaker is None or not here:
        return claim.is_sure_of_voice
    if speaker.kind is not EntityKind.PERSON or " " in speaker.name:
        return True
    words, raw = dossier.forms.content_words, dossier.raw
    if here[0].of(raw).split()[-1] in dossier.lexicon.nouns.statements:
        return True  # "seinen Worten": a pronoun
    name, role = set(words(speaker.name)), set(words(here[0].of(raw)))
    named = [m for m in speaker.mentions if name & set(words(m.of(raw)))]
    beside = {w for m in named for w in words(dossier.sentence(m).of(raw))}
    return not role or not named or bool(role & (name | beside))


def speaker_of(matter: Matter) -> Entity | None:
    """The speaker if it can be asked who said it: one known voice, no reporter."""
    speaker, identity = matter.speaker, matter.dossier.identity
    if speaker is None or speaker.kind is EntityKind.OUTLET:
        return None
    if identity.is_vague(speaker) or not is_showable(speaker, matter.dossier):
        return None
    if _only_thinks(matter):
        return None
    if any(identity.are_one(speaker.id, link.entity) for link in matter.chain):
        return None
    return None if _speak_together(matter) else speaker


def source_of(matter: Matter) -> Entity | None:
    """The source if it can be asked who reported it: one known, nearest the article."""
    if not matter.chain or not _is_complete(matter) or not _reports(matter):
        return None
    source = matter.dossier.entities[matter.chain[-1].entity]
    if source.kind in (EntityKind.PERSON, EntityKind.COUNTRY):
        return None
    dossier = matter.dossier
    is_known = is_showable(source, dossier) and not dossier.identity.is_vague(source)
    return source if is_known else None


def _reports(matter: Matter) -> bool:
    """Whether the nearest source tells what happened or what was said to it.

    Not "nach Einschätzung der Talpost", an announcement ("spricht über …"), or what
    people write in a journal or on a platform themselves.
    """
    raw, known = matter.dossier.raw, matter.dossier.lexicon.questions.standing
    link = matter.chain[-1]
    source = matter.dossier.entities[link.entity]
    called = " ".join((source.name, *source.aliases)).casefold().split()
    if not matter.dossier.lexicon.questions.names.platforms.isdisjoint(called):
        return False
    cue = " ".join(s.of(raw) for s in (*matter.claim.cue, *link.cue)).casefold()
    told = f"{cue} {matter.dossier.content(matter.claim).casefold()}"
    if re.search(either(known.judging), cue) or re.search(
        either(known.announcing), told
    ):
        return False
    return bool(link.cue) or not re.search(either(known.writing), cue)


def route_of(matter: Matter) -> tuple[Entity, ...] | None:
    """The nodes of the chain before the article if their order is certain.

    At least two, each named for this very claim, none vague, none the newsroom itself
    ("unsere Zeitung"), no two side by side.
    """
    speaker = speaker_of(matter)
    if any(link.inherited or link.span is None for link in matter.chain):
        return None
    if not _is_complete(matter) or (matter.claim.speaker_entity and not speaker):
        return None
    if speaker and matter.trace.naming is Naming.CARRIED_OVER:
        return None
    nodes = [matter.dossier.entities[link.entity] for link in matter.chain]
    route = (*([speaker] if speaker else []), *nodes)
    dossier = matter.dossier
    if len(route) < 2 or any(map(dossier.identity.is_vague, route)):
        return None
    outlets = (node for node in route if node.kind is EntityKind.OUTLET)
    if not all(is_showable(node, dossier) for node in outlets):
        return None
    return route if _all_apart(route, matter) else None


def _only_thinks(matter: Matter) -> bool:
    """Whether the verb tells what somebody fears or hopes, not that they say it."""
    dossier = matter.dossier
    cue = " ".join(span.of(dossier.raw) for span in matter.claim.cue).casefold()
    thinking = dossier.lexicon.questions.standing.thinking
    return bool(re.search(either(thinking), cue))


def _all_apart(route: tuple[Entity, ...], matter: Matter) -> bool:
    exclude = matter.dossier.identity.exclude
    return not any(
        exclude(one.id, other.id)
        for number, one in enumerate(route)
        for other in route[number + 1 :]
    )


def _is_complete(matter: Matter) -> bool:
    """Whether the chain is a chain, and no outlet of the sentence is missing in it."""
    dossier, claim = matter.dossier, matter.claim
    if not claim.sure_chain or _is_an_answer(claim) or _is_carried_too_far(matter):
        return False
    known = {link.entity for link in matter.chain} | {claim.speaker_entity}
    if any(
        entity.kind is EntityKind.OUTLET
        and entity.id not in known
        and not dossier.is_mentioned_in(entity, claim.content)
        for entity in dossier.entities_in([claim.sentence])
    ):
        return False
    spans = sorted(link.span for link in matter.chain if link.span is not None)
    between = (dossier.raw[one.end : other.begin] for one, other in pairwise(spans))
    beside = _joints(dossier.extraction.language).side_by_side
    return not any(beside.fullmatch(text) for text in between)


def _is_carried_too_far(matter: Matter) -> bool:
    """Whether the article tells something itself since the source was at work."""
    dossier, claim = matter.dossier, matter.claim
    before = dossier.sentence_before(claim.sentence)
    return any(
        link.inherited and not dossier.reports_in(link.entity, before)
        for link in claim.sources
    )


def _is_an_answer(claim: Claim) -> bool:
    """Whether the outlet only asked, as in an interview: no word says it reports."""
    asked = any(x.span and not x.cue and not x.inherited for x in claim.sources)
    return asked and not claim.cue


def _speak_together(matter: Matter) -> bool:
    """Whether the words that name the speaker, or join them, name two voices."""
    claim, dossier = matter.claim, matter.dossier
    spans = [s for s in claim.speaker if claim.sentence.covers(s)]
    several = _joints(dossier.extraction.language).several
    joined = any(several.search(span.of(dossier.raw)) for span in spans)
    if joined and matter.speaker and matter.speaker.kind is EntityKind.PERSON:
        return True
    return len(spans) > 1 or any(_is_joined(s, matter) for s in spans)


def _is_joined(span: Span, matter: Matter) -> bool:
    """Whether "und" links the speaker's name to somebody else's beside it."""
    raw, dossier = matter.dossier.raw, matter.dossier
    joints = _joints(dossier.extraction.language)
    after = joints.after.match(raw, span.end)
    before = joints.before.search(raw, max(0, span.begin - _NEAR), span.begin)
    places = [Span(*found.span()) for found in (after, before) if found]
    own = matter.claim.speaker_entity
    return any(entity.id != own for entity in dossier.entities_in(places))


@dataclass(frozen=True, slots=True)
class _Joints:
    """What joins two voices.

    Attributes:
        several: the word for it.
        after, before: a name joined to the speaker's, up to three words away and in
            one clause.
        side_by_side: all that stands between two sources side by side.
    """

    several: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    side_by_side: re.Pattern[str]


@cache
def _joints(language: str) -> _Joints:
    words = lexicon(language).questions.names
    joined, apart = any_of(words.joined), r"[^\s,.;:„“\"]+"
    between = rf"(?:{any_of(words.joints)}\W+)?(?:{either(words.beside)}\W+)*"
    return _Joints(
        several=re.compile(rf"\b{joined}\b"),
        after=re.compile(rf" {joined}(?: {apart}){{1,3}}"),
        before=re.compile(rf"(?:{apart} ){{1,3}}{joined} (?:{apart} ){{0,2}}$"),
        side_by_side=re.compile(rf"\W*{between}", re.IGNORECASE),
    )
