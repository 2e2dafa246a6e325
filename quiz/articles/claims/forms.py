"""What is chosen to correct a claim or to add one."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    SubmitField,
)
from wtforms.fields.choices import SelectChoice

from quiz.articles.claims.voices import NOBODY, OTHER, Wanted, voice_meant
from quiz.articles.sentences import CLAIM_TYPES, NAMED_KINDS
from quiz.engine.claims.claim import Claim, ClaimType, EntityKind, Extraction
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.text.span import Span
from quiz.engine.text.token import Token
from quiz.errors import Invalid
from quiz.web import errors
from quiz.web.forms import BaseForm, NoControlCharacters, at_most

_ONE_LINE = NoControlCharacters(_l("This is one line of plain text."))


class VoiceFields(NamedTuple):
    """Where one voice of a claim is chosen, or typed and said what it is."""

    chosen: SelectField
    typed: StringField
    kind: SelectField

    @property
    def is_kind_asked(self) -> bool:
        """Whether the article could not tell what the typed name stands for."""
        return bool(self.typed.data and (self.kind.data or self.kind.errors))


def typed_name(label: object) -> StringField:
    """A line for somebody's name."""
    most = at_most(120, _l("A name has at most %(max)d characters."))
    return StringField(label, validators=[most, _ONE_LINE])


def kind_of_name() -> SelectField:
    """A list of what a typed name can stand for."""
    kinds = [SelectChoice(each.value, name) for each, name in NAMED_KINDS.items()]
    choices = [SelectChoice("", _l("please choose")), *kinds]
    return SelectField(_l("What is that?"), choices=choices, default="")


def voice_in(fields: VoiceFields, preset: str, found: Extraction) -> Voice | None:
    """Whom these fields mean; None with an error in them where nobody can be."""
    kind = EntityKind(fields.kind.data) if fields.kind.data else None
    typed = fields.typed.data or ""
    fields.kind.label.text = _("What is “%(name)s”?", name=typed)
    wanted = Wanted(fields.chosen.data, preset, typed, kind)
    try:
        return voice_meant(wanted, found)
    except Invalid as refused:
        unknown = refused.reason in ("kind_unknown", "kind_otherwise")
        field = fields.kind if unknown else fields.typed
        field.errors = [*field.errors, errors.sentence(refused)]
        return None


class ClaimForm(BaseForm):
    """Who says it, through whom, how, which words weaken it, and who can be asked."""

    content = SelectMultipleField(_l("Which words are the statement?"))
    speaker = SelectField(_l("Who says it?"))
    other = typed_name(_l("Somebody else, as the article names them"))
    kind = kind_of_name()
    source = SelectField(_l("Through whom does the article have it?"))
    source_other = typed_name(_l("Through somebody else, as the article names them"))
    source_kind = kind_of_name()
    before = SelectField(_l("And who had it before that?"))
    before_other = typed_name(
        _l("Before that somebody else, as the article names them")
    )
    before_kind = kind_of_name()
    type = SelectField(_l("How is it told?"))
    hedge = SelectMultipleField(_l("Which words say that it is not certain?"))
    source_vague = BooleanField(_l("Nobody is named whom one could ask"))
    version = HiddenField()
    submit = SubmitField(_l("Keep it so"))

    def offer(
        self, found: Extraction, words: Sequence[Token], claim: Claim | None
    ) -> None:
        """Fill the lists with the article's people and the sentence's words."""
        self._found = found
        self._preset = _presets(claim)
        people = [(each.id, each.name) for each in found.entities]
        people.sort(key=lambda each: each[1].casefold())
        people.append((OTHER, _("somebody else …")))
        self.speaker.choices = [(NOBODY, _("nobody is named")), *people]
        none = (NOBODY, _("nobody in between"))
        self.source.choices = self.before.choices = [none, *people]
        self.type.choices = [(each.value, label) for each, label in CLAIM_TYPES.items()]
        places = [(str(number), word.text) for number, word in enumerate(words)]
        self.content.choices = self.hedge.choices = places

    def show(self, claim: Claim, words: Sequence[Token]) -> None:
        """Preset what is known of the claim."""
        for fields, preset in zip(self.voices, _presets(claim), strict=True):
            fields.chosen.data = preset
        self.type.data = claim.type.value
        self.content.data = touched(words, claim.content)
        self.hedge.data = touched(words, claim.hedge)
        self.source_vague.data = claim.source_vague

    @property
    def voices(self) -> tuple[VoiceFields, VoiceFields, VoiceFields]:
        """Those of the speaker, of the source, and of the source before it."""
        return (
            VoiceFields(self.speaker, self.other, self.kind),
            VoiceFields(self.source, self.source_other, self.source_kind),
            VoiceFields(self.before, self.before_other, self.before_kind),
        )

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Whether everything can be kept; then `correction` has whom it means."""
        valid = bool(super().validate(extra_validators))
        self._meant = [
            voice_in(fields, preset, self._found)
            for fields, preset in zip(self.voices, self._preset, strict=True)
            if not any(field.errors for field in fields)
        ]
        if valid and not self.errors:
            self._look_for_twins()
        return valid and not self.errors

    def _look_for_twins(self) -> None:
        """Note it where somebody would stand twice on the way of the statement.

        An outlet that speaks for itself is its own source.
        """
        speaker, source, before = self._meant
        own = {speaker} if speaker and speaker.kind is not EntityKind.OUTLET else set()
        for fields, meant, taken in (
            (self.voices[1], source, own),
            (self.voices[2], before, {*own, source}),
        ):
            if meant is not None and meant in taken:
                twice = errors.sentence(Invalid("twice_on_the_way", name=meant.name))
                fields.chosen.errors = [*fields.chosen.errors, twice]

    def correction(
        self, act: Act, words: Sequence[Token], claim: Claim | None
    ) -> Correction:
        """What was chosen, once it is valid."""
        speaker, source, before = self._meant
        earlier = self._earlier(claim) if before else ()
        return Correction(
            act=act,
            content=stretches(words, self.content.data, claim),
            speaker=speaker,
            sources=(*earlier, *(each for each in (before, source) if each)),
            type=ClaimType(self.type.data),
            hedge=stretches(words, self.hedge.data),
            cue=claim.cue if claim else (),
            naming=self._naming(claim, speaker),
            source_vague=self.source_vague.data,
        )

    def _naming(self, claim: Claim | None, speaker: Voice | None) -> tuple[Span, ...]:
        """Where the speaker is named, if it is still the same one."""
        if claim is None or speaker is None or not claim.speaker_entity:
            return ()
        is_same = Voice.of(self._found.entity(claim.speaker_entity)) == speaker
        return claim.speaker if is_same else ()

    def _earlier(self, claim: Claim | None) -> tuple[Voice, ...]:
        """The chain before the two sources that the form shows."""
        hidden = _sources_of(claim)[:-2]
        return tuple(Voice.of(self._found.entity(each)) for each in hidden)


def _sources_of(claim: Claim | None) -> list[str]:
    """The claim's chain, without an outlet that speaks for itself."""
    if claim is None:
        return []
    return [x.entity for x in claim.sources if x.entity != claim.speaker_entity]


def _presets(claim: Claim | None) -> tuple[str, str, str]:
    """What the lists show first: the speaker, the source, and the one before it."""
    speaker = claim.speaker_entity if claim else None
    before, source = [NOBODY, NOBODY, *_sources_of(claim)][-2:]
    return speaker or NOBODY, source, before


def touched(words: Sequence[Token], spans: Sequence[Span]) -> list[str]:
    """Numbers of the words that a span touches."""
    return [
        str(number)
        for number, word in enumerate(words)
        if any(span.overlaps(word.span) for span in spans)
    ]


def stretches(
    words: Sequence[Token], chosen: Sequence[str], claim: Claim | None = None
) -> tuple[Span, ...]:
    """The chosen words, neighbours in one stretch; the claim's own as they stand."""
    if claim is not None and chosen == touched(words, claim.content):
        return claim.content
    numbers = sorted(int(each) for each in chosen)
    if not numbers:
        return ()
    gaps = [at for at, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1]
    edges = [0, *gaps, len(numbers)]
    return tuple(
        Span(words[numbers[a]].begin, words[numbers[b - 1]].end)
        for a, b in pairwise(edges)
    )
