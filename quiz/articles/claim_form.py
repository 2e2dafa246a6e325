"""What is chosen to correct a claim or to add one."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    SubmitField,
    ValidationError,
)

from quiz.articles.sentences import CLAIM_TYPES
from quiz.engine.claims.claim import Claim, ClaimType, Entity, Extraction
from quiz.engine.claims.correction import Act, Correction, Voice
from quiz.engine.text.span import Span
from quiz.engine.text.token import Token
from quiz.web.forms import BaseForm, NoControlCharacters, at_most

NOBODY, OTHER = "", "other"
_ONE_LINE = NoControlCharacters(_l("This is one line of plain text."))


class ClaimForm(BaseForm):
    """Who says it, through whom, how, and which words weaken it."""

    content = SelectMultipleField(_l("Which words are the statement?"))
    speaker = SelectField(_l("Who says it?"))
    other = StringField(
        _l("Somebody else, as the article names them"),
        validators=[
            at_most(120, _l("A name has at most %(max)d characters.")),
            _ONE_LINE,
        ],
    )
    source = SelectField(_l("Through whom does the article have it?"))
    before = SelectField(_l("And who had it before that?"))
    type = SelectField(_l("How is it told?"))
    hedge = SelectMultipleField(_l("Which words say that it is not certain?"))
    version = HiddenField()
    submit = SubmitField(_l("Keep it so"))

    def offer(self, found: Extraction, words: Sequence[Token]) -> None:
        """Fill the lists with the article's people and the sentence's words."""
        people = [(each.id, each.name) for each in found.entities]
        people.sort(key=lambda each: each[1].casefold())
        nobody = (NOBODY, _("nobody is named"))
        self.speaker.choices = [nobody, *people, (OTHER, _("somebody else …"))]
        none = (NOBODY, _("nobody in between"))
        self.source.choices = self.before.choices = [none, *people]
        self.type.choices = [(each.value, label) for each, label in CLAIM_TYPES.items()]
        places = [(str(number), word.text) for number, word in enumerate(words)]
        self.content.choices = self.hedge.choices = places

    def show(self, claim: Claim, words: Sequence[Token]) -> None:
        """Preset what is known of the claim."""
        sources = [s.entity for s in claim.sources if s.entity != claim.speaker_entity]
        self.speaker.data = claim.speaker_entity or NOBODY
        self.source.data = sources[-1] if sources else NOBODY
        self.before.data = sources[-2] if len(sources) > 1 else NOBODY
        self.type.data = claim.type.value
        self.content.data = _touched(words, claim.content)
        self.hedge.data = _touched(words, claim.hedge)

    def validate_other(self, field: Any) -> None:  # noqa: ANN401
        """Ask for the name of somebody else.

        Raises:
            ValidationError: somebody else was chosen and no name was entered.
        """
        if self.speaker.data == OTHER and not field.data:
            raise ValidationError(_("Enter the name as the article has it."))

    def correction(
        self, act: Act, found: Extraction, words: Sequence[Token], claim: Claim | None
    ) -> Correction:
        """What was chosen, once it is valid; a claim that is there keeps its words."""
        entities = {each.id: each for each in found.entities}
        chain = (self.before.data, self.source.data)
        return Correction(
            act=act,
            content=claim.content if claim else _stretches(words, self.content.data),
            speaker=self._speaker(entities),
            sources=tuple(_voice(entities[each]) for each in chain if each in entities),
            type=ClaimType(self.type.data),
            hedge=_stretches(words, self.hedge.data),
        )

    def _speaker(self, entities: dict[str, Entity]) -> Voice | None:
        if self.speaker.data == OTHER:
            return Voice(self.other.data)
        chosen = entities.get(self.speaker.data)
        return _voice(chosen) if chosen else None


def _voice(entity: Entity) -> Voice:
    return Voice(entity.name, entity.mentions[0] if entity.mentions else None)


def _touched(words: Sequence[Token], spans: Sequence[Span]) -> list[str]:
    """Numbers of the words that a span touches."""
    return [
        str(number)
        for number, word in enumerate(words)
        if any(span.overlaps(word.span) for span in spans)
    ]


def _stretches(words: Sequence[Token], chosen: Sequence[str]) -> tuple[Span, ...]:
    """The chosen words, neighbours in one stretch."""
    numbers = sorted(int(each) for each in chosen)
    if not numbers:
        return ()
    gaps = [at for at, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1]
    edges = [0, *gaps, len(numbers)]
    return tuple(
        Span(words[numbers[a]].begin, words[numbers[b - 1]].end)
        for a, b in pairwise(edges)
    )
