"""How far a claim can be trusted.

A claim's confidence is a product: the share of its rule's claims that are right where
the speaker is named with the words, times the share that each doubt leaves, times the
share that stays right for a speaker of that kind.
Of the claims with a confidence around .9, nine in ten should be right.

Every share stands where its rule or doubt is declared (`registry` has them all). They
are estimates in steps of about .05, made by reading what each rule found and by
reasoning about how it can fail. `python -m bench.calibration` shows them beside the
shares measured on an annotated corpus; run it after a change of a rule.
"""

from math import prod
from typing import NamedTuple

from quiz.engine.claims.claim import NAMED, EntityKind
from quiz.engine.claims.ground import Ground
from quiz.engine.claims.reason import Aspect
from quiz.engine.claims.speakers.identified import Identified

NO_DOUBT = 0.9  # of words and of a chain: nothing but doubts of their own lower them
SURE = 0.8  # from here on nobody needs to look at it before it is asked about
MIN_WORDS = 3  # a shorter one says too little to be asked for

# What is left of it for speakers who are not known by a name of their own.
PERSON_BY_ROLE = Ground(id="person_by_role", share=0.9)
PERSON_BY_OFFICE = Ground(id="person_by_office", share=0.95)
BODY_BY_ROLE = Ground(id="body_by_role", share=0.95)
LONE_WORD = Ground(id="lone_word", share=0.8)
VAGUE_BODY = Ground(id="vague_body", share=0.85)
GROUP = Ground(id="group", share=0.95)
UNNAMED = Ground(id="unnamed", share=0.85)
VOICE = Ground(id="voice", share=0.9)
NOBODY = Ground(id="nobody", share=0.8)
NEVER_SURE = frozenset({UNNAMED, NOBODY})  # however right: not to be asked


def confidence_of(found: Identified) -> float:
    """0–1: the product of the shares of all its grounds."""
    share = prod(ground.share for ground in grounds_of(found))
    return round(max(0.05, min(0.99, share)), 2)


def grounds_of(found: Identified) -> tuple[Ground, ...]:
    """What its confidence rests on: the rule, every doubt, the kind of speaker."""
    return (found.candidate.ground, *found.doubts, *_speaker_ground(found))


class Trust(NamedTuple):
    """What of a claim is right enough without a person's review, each by itself.

    Attributes:
        words: what is said, whole and nothing else.
        speaker: whose it is. A group or a role can be right, too; whether it makes a
            fair question is for the questions to decide.
        chain: who passed it on, nobody left out.
    """

    words: bool
    speaker: bool
    chain: bool

    @property
    def all(self) -> bool:
        """The three together."""
        return self.words and self.speaker and self.chain


def trust_in(found: Identified, words: int) -> Trust:
    """How far a claim of so many words can be trusted."""
    of = dict.fromkeys((Aspect.WORDS, Aspect.SPEAKER, Aspect.SOURCE), 1.0)
    for ground in grounds_of(found):
        of[ground.about] *= ground.share
    return Trust(
        words=words >= MIN_WORDS and of[Aspect.WORDS] >= NO_DOUBT,
        speaker=_is_named(found) and round(of[Aspect.SPEAKER], 2) >= SURE,
        chain=of[Aspect.SOURCE] >= NO_DOUBT,
    )


def _is_named(found: Identified) -> bool:
    speaker = found.speaker
    if speaker is None:
        return False
    if speaker.kind is EntityKind.UNNAMED and not speaker.can_speak:
        return False
    # "der Sender": maybe one that is named elsewhere
    return speaker.kind is not EntityKind.OUTLET or bool(speaker.names)


def _speaker_ground(found: Identified) -> tuple[Ground, ...]:
    """Nothing for a speaker with a name."""
    speaker = found.speaker
    if speaker is None:
        return (NOBODY,)
    if speaker.kind not in NAMED:
        if speaker.kind is EntityKind.GROUP:
            return (GROUP,)
        return (VOICE if speaker.can_speak else UNNAMED,)
    is_person = speaker.kind is EntityKind.PERSON
    if speaker.is_vague:
        return (LONE_WORD if is_person else VAGUE_BODY,)
    if speaker.names:
        return ()
    if not is_person:
        return (BODY_BY_ROLE,)
    has_office = found.naming is not None and found.naming.genitive is not None
    return (PERSON_BY_OFFICE if has_office else PERSON_BY_ROLE,)
