"""A claim's reasons in sentences, cut so that a page can mark the article's words."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from flask_babel import gettext as _

from quiz.articles.claims.sentences.reasons import SENTENCES, UNEXPLAINED
from quiz.engine.claims.claim import Claim, Extraction
from quiz.engine.claims.reason import Aspect, Reason, Sign, SignRole
from quiz.engine.text.span import Span

_PLACE = re.compile(r"%\((\w+)\)s")
_MARKED_AS = {
    SignRole.CUE: "cue",
    SignRole.CONJUNCTION: "cue",
    SignRole.MOOD: "mood",
    SignRole.SPEAKER: "speaker",
    SignRole.PRONOUN: "speaker",
    SignRole.ANTECEDENT: "speaker",
    SignRole.SOURCE: "source",
    SignRole.HEDGE: "hedge",
    SignRole.UNACCOUNTED: "hedge",
}
_DOUBTED = "not_named"  # the first of the doubts says it already
# What may stand between the words of a list and the words of one verb.
_BETWEEN = {SignRole.MOOD: ", ", SignRole.CUE: " … "}


class Part(NamedTuple):
    """A piece of a sentence.

    Attributes:
        kind: "text", "name", "claim", or the role as which the article's words are
            marked.
        text: the piece as it is read.
        claim: id of the claim that it leads to, "" for anything else.
    """

    kind: str
    text: str
    claim: str = ""


Sentence = tuple[Part, ...]


class Explaining:
    """Says in the reader's language why the claims of one text are what they are."""

    def __init__(self, found: Extraction) -> None:
        self._raw = found.raw
        self._names = {entity.id: entity.name for entity in found.entities}

    def why(self, claim: Claim) -> tuple[Sentence, ...]:
        """What decided, without what is doubtful; each thing once."""
        steps = (
            each
            for each in claim.reasons
            if each.aspect is not Aspect.DOUBT and each.name != _DOUBTED
        )
        return tuple(dict.fromkeys(self.sentence(each) for each in steps))

    def doubts(self, claim: Claim) -> tuple[Sentence, ...]:
        """Why the claim is not sure; nothing where it is."""
        steps = claim.why(Aspect.DOUBT)
        return tuple(dict.fromkeys(self.sentence(each) for each in steps))

    def sentence(self, reason: Reason) -> Sentence:
        """What the reason says; of an unknown one its name."""
        parts = self._parts(reason)
        known = SENTENCES[reason.aspect].get(reason.name)
        if known is None:
            parts["rule"] = Part("text", reason.name)
            known = UNEXPLAINED
        for wording in known[:-1]:
            if set(_PLACE.findall(str(wording))) <= parts.keys():
                return filled(str(wording), parts)
        return filled(str(known[-1]), parts)

    def _parts(self, reason: Reason) -> dict[str, Part]:
        """What can be put into a sentence, by the name of its place."""
        parts: dict[str, Part] = {}
        for role, kind in _MARKED_AS.items():
            words = _words(reason.signs, role, self._raw)
            if words:
                parts[role.value] = Part(kind, words)
        name = self._names.get(reason.entity or "")
        if name is not None:
            parts["name"] = Part("name", name)
            if parts.get("antecedent", Part("", "")).text == name:
                del parts["antecedent"]  # the same words twice explain nothing
        if reason.claim is not None:
            parts["claim"] = Part("claim", claim_name(reason.claim), reason.claim)
        return parts


def claim_name(claim_id: str) -> str:
    """What the page calls the claim: "Statement 3"."""
    return str(_("Statement %(number)s", number=claim_id.removeprefix("c")))


def _words(signs: Iterable[Sign], role: SignRole, raw: str) -> str:
    """The article's words in that role, each once; no cue within another's."""
    cues = [each.span for each in signs if each.role is SignRole.CUE]
    spans = sorted(each.span for each in signs if each.role is role)
    if role is not SignRole.CUE:
        spans = [_behind(span, cues) for span in spans]
    words = (" ".join(span.of(raw).split()) for span in spans)
    return _BETWEEN.get(role, " … ").join(dict.fromkeys(word for word in words if word))


def _behind(span: Span, cues: Iterable[Span]) -> Span:
    """The span without the cue that it begins with: "Angaben der Polizei"."""
    begins = [cue.end for cue in cues if cue.begin <= span.begin < cue.end]
    return Span(min(max([span.begin, *begins]), span.end), span.end)


def filled(wording: str, parts: Mapping[str, Part]) -> Sentence:
    """The wording, cut where parts stand in it."""
    pieces = _PLACE.split(wording)
    made = [
        parts[piece] if at % 2 else Part("text", piece)
        for at, piece in enumerate(pieces)
        if piece
    ]
    return tuple(made)
