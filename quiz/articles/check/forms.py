"""What a teacher says instead: somebody else, or other words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField

from quiz.articles.check.uncertain import Uncertain
from quiz.articles.claims.forms import (
    VoiceFields,
    kind_of_name,
    stretches,
    touched,
    typed_name,
    voice_in,
)
from quiz.articles.claims.voices import NOBODY, OTHER
from quiz.engine.claims.claim import Claim, Entity, EntityKind, Extraction
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.text.token import Token
from quiz.errors import Invalid
from quiz.web import errors
from quiz.web.forms import BaseForm

_SENT_NOBODY = "nobody"  # a button without a value cannot be told from none


class OtherForm(BaseForm):
    """Who else it is, chosen or typed; or which words were said."""

    who = RadioField(_l("Who is it?"), validate_choice=False)
    other = typed_name(_l("Somebody else, as the article names them"))
    kind = kind_of_name()
    content = SelectMultipleField(_l("Which words are the statement?"))

    def ask(self, claim: Claim, uncertain: Uncertain, found: Extraction) -> None:
        """Say what it is about: a claim, and what of it is uncertain."""
        self._claim, self._uncertain, self._found = claim, uncertain, found
        self._words: Sequence[Token] = ()
        self.who.choices, self.content.choices = [], []

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Whether it can be kept; then `correction` has it."""
        if not super().validate(extra_validators):
            return False
        changed = replace(self.accepted, act=Act.CHANGE)
        if self._uncertain is Uncertain.WORDS:
            words = stretches(self._words, self.content.data or [], self._claim)
            self._changed = replace(changed, content=words)
            return True
        voice = voice_in(
            VoiceFields(self.who, self.other, self.kind), OTHER, self._found
        )
        if self.errors:
            return False
        self._changed = self._with(voice, changed)
        return not self.errors

    @property
    def correction(self) -> Correction:
        """The decision, once it is valid."""
        return self._changed

    @property
    def accepted(self) -> Correction:
        """That the claim is right as it stands."""
        return Correction.accepting(self._claim, self._found)

    @property
    def is_filled_in(self) -> bool:
        """Whether somebody else was chosen or typed, or other words were."""
        if self._uncertain is Uncertain.WORDS:
            sent = self.content.data
            return bool(sent) and sent != touched(self._words, self._claim.content)
        return bool(self.other.data) or self.who.data != OTHER

    @property
    def is_kind_asked(self) -> bool:
        """Whether the article could not tell what the typed name stands for."""
        return bool(self.other.data and (self.kind.data or self.kind.errors))

    def offer_people(self, near: Iterable[Entity]) -> None:
        """Fill the list of who else it may be."""
        asks_source = self._uncertain is Uncertain.SOURCE
        nobody = _("nobody in between") if asks_source else _("nobody is named")
        people = [(each.id, each.name) for each in near]
        if self._claim.speaker_entity or asks_source:
            people.append((_SENT_NOBODY, nobody))
        self.who.choices = people
        if asks_source:
            self.who.label.text = _("Through whom does the article have it?")
        else:
            self.who.label.text = _("Who says it?")
        known = {each.id for each in self._found.entities}
        if self.who.data == _SENT_NOBODY:
            self.who.data = NOBODY
        elif self.who.data not in known:
            self.who.data = OTHER

    def offer_words(self, words: Sequence[Token]) -> None:
        """Show the words of the sentence, those of the claim ticked."""
        self._words = words
        self.content.choices = [(str(at), word.text) for at, word in enumerate(words)]
        if not self.is_submitted():
            self.content.data = touched(words, self._claim.content)

    def _with(self, voice: Voice | None, changed: Correction) -> Correction:
        """The claim with another speaker, or another nearest source."""
        if self._uncertain is Uncertain.SPEAKER:
            self._refuse_twin(voice, changed.sources)
            vague = None if voice or changed.sources else True
            return replace(changed, speaker=voice, naming=(), source_vague=vague)
        others = (changed.speaker, *changed.sources[:-1])
        self._refuse_twin(voice, others)
        chain = (*changed.sources[:-1], voice) if voice else ()
        return replace(changed, sources=chain, source_vague=None)

    def _refuse_twin(self, voice: Voice | None, others: Iterable[Voice | None]) -> None:
        """An outlet that speaks for itself is its own source; nobody else is."""
        if voice is None or voice.kind is EntityKind.OUTLET or voice not in others:
            return
        twice = errors.sentence(Invalid("twice_on_the_way", name=voice.name))
        self.other.errors = [*self.other.errors, twice]
