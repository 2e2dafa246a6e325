"""Who is meant: every draft's speaker and sources become figures of the cast."""

from collections.abc import Iterator
from dataclasses import replace

from quiz.engine.claims.candidates.candidate import Draft, Via
from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.doubt import (
    CARRIED_FROM_DOUBTFUL,
    GUESSED,
    NAME_SHARED,
    NOBODY_NAMED,
    OTHER_PARAGRAPH,
    PRONOUN,
    PRONOUN_FITS_NOBODY,
    PRONOUN_OPEN,
    VOICES_JOINED,
    weight_of,
)
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.ground import Doubt
from quiz.engine.claims.phrases.chunks import is_joined
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.speakers.authorship import behind_statement, speaker_in_compound
from quiz.engine.claims.speakers.continuation import doubts_of_carrying
from quiz.engine.claims.speakers.discourse import Discourse
from quiz.engine.claims.speakers.extent import whole
from quiz.engine.claims.speakers.identified import How, Identified, Link
from quiz.engine.claims.speakers.inherited_sources import inherited_links
from quiz.engine.claims.speakers.pronoun import agrees, fitting, points_at_last
from quiz.engine.claims.speech.free_indirect import MOOD_GOES_ON
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood
from quiz.engine.lexicon.lexicon import Lexicon

MIN_QUOTED = 4  # tokens from which on a sentence gives some words as they were said
MEMORY = 4  # sentences back that a pronoun or a carried speaker may reach


class Identifier:
    """Goes through the drafts in order, remembering who spoke last."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.cast = cast
        self.discourse = Discourse(reading, cast)
        self.done: list[Identified] = []

    def run(self, drafts: list[Draft]) -> list[Identified]:
        """Each draft identified; those nobody can be found for are left out."""
        for draft in drafts:
            found = self._identify(draft)
            if found is not None:
                self.done.append(self._with_chain(_doubted(found)))
        return self.done

    def aside(self, draft: Draft) -> Identified | None:
        """One draft more, that nothing behind it goes back to (a heading's)."""
        return self._identify(draft)

    def _with_chain(self, found: Identified) -> Identified:
        """With the sources of the claim before, where the same talk goes on."""
        if found.links or found.speaker is None or found.draft.carried:
            return found
        earlier = self._last_outer()
        links = inherited_links(self.reading, found.draft, found.speaker, earlier)
        return replace(found, links=links, earlier=earlier) if links else found

    def _last_outer(self) -> Identified | None:
        """The last claim that lies inside no other."""
        return next((x for x in reversed(self.done) if not x.draft.inside), None)

    @property
    def _lexicon(self) -> Lexicon:
        return self.reading.lexicon

    def _identify(self, draft: Draft) -> Identified | None:
        links = self._links(draft)
        if draft.carried:
            return self._carried(draft, links)
        phrase = draft.speaker
        named = None if phrase is None else behind_statement(self.reading, phrase)
        if phrase is None or named is None:
            return (
                self._in_document(draft, links)
                or self._body_before(draft, links)
                or _found(draft, None, phrase, links, How.NOBODY, NOBODY_NAMED)
            )
        if named.pronoun:
            found = self._by_pronoun(draft, named, links)
            return found and replace(found, naming=phrase)
        return self._by_name(draft, (phrase, named), links)

    def _body_before(self, draft: Draft, links: tuple[Link, ...]) -> Identified | None:
        """As in "Die Bahn wies das zurück. Alles sei geprüft, hieß es.": the body."""
        said = self._lexicon.words.quotation.it_says
        if not any(self.reading.lower[at] in said for at in draft.cue):
            return None
        voice = self.discourse.voice(draft, self.done)
        figure = voice.figure if voice is not None else None
        bodies = (EntityKind.ORGANISATION, EntityKind.COUNTRY)
        if voice is None or figure is None or figure.kind not in bodies:
            return None
        found = _found(draft, figure, voice.phrase, links, How.GUESSED, GUESSED)
        return replace(found, earlier=voice.earlier)

    def _in_document(self, draft: Draft, links: tuple[Link, ...]) -> Identified | None:
        """As in "Ein Gutachten liegt vor. Darin heißt es, …": the document before."""
        inside = self._lexicon.words.quotation.inside
        beside = (draft.cue[0] - 1, draft.cue[-1] + 1) if draft.cue else ()
        lower = self.reading.lower
        if not any(0 <= at < len(lower) and lower[at] in inside for at in beside):
            return None
        document = self.discourse.document_before(draft)
        if document is None:
            return None
        named = behind_statement(self.reading, document) or document
        found = self._by_name(draft, (document, named), links)
        return replace(found, how=How.GUESSED, doubts=(GUESSED,))

    def _by_name(
        self, draft: Draft, phrases: tuple[Phrase, Phrase], links: tuple[Link, ...]
    ) -> Identified:
        """The figure the second phrase names; the first is what stands there."""
        phrase, named = phrases
        figure = self._figure(named)
        if figure.kind is EntityKind.OUTLET or is_media(self.reading, named):
            own = Link(figure, named, draft.cue)
            if all(link.figure is not figure for link in links):
                links = (own, *links)
        shown = whole(self.reading, phrase)
        return _found(draft, figure, shown, links, How.NAMED, *self._doubts(named))

    def _doubts(self, phrase: Phrase) -> Iterator[Doubt]:
        """Whether two share the name, or another voice joins in."""
        tokens = range(phrase.core, phrase.core_end)
        if any(at in self.cast.shared_names for at in tokens):
            yield NAME_SHARED
        elif is_joined(self.reading, phrase):
            yield VOICES_JOINED

    def _links(self, draft: Draft) -> tuple[Link, ...]:
        found: list[Link] = []
        for via in draft.via:
            figure = self._source_figure(via)
            if figure is not None and all(figure is not x.figure for x in found):
                found.append(Link(figure, via.phrase, via.cue))
        return tuple(found)

    def _source_figure(self, via: Via) -> Figure | None:
        phrase = via.phrase
        if phrase.pronoun:
            return None
        named = behind_statement(self.reading, phrase)
        return None if named is None or named.pronoun else self._figure(named)

    def _figure(self, phrase: Phrase) -> Figure:
        inside = speaker_in_compound(self.reading, phrase)
        body = inside is not None and inside.kind is EntityKind.ORGANISATION
        figure = None if body else self.cast.of(phrase)
        if figure is not None:
            return figure
        naming = inside or naming_of(self.reading, phrase)
        figure = self.cast.add(naming, naming.kind or self._unknown_kind(naming))
        figure.is_vague = naming.kind is None
        return figure

    def _unknown_kind(self, naming: Naming) -> EntityKind:
        """A person where the word stands alone as names do, else nobody known."""
        phrase = naming.phrase
        word = self.reading.word(phrase.core)
        alone = phrase.first == phrase.core and phrase.genitive is None
        known = self._lexicon.nouns.documents | self.reading.common_nouns
        return EntityKind.PERSON if alone and word not in known else EntityKind.UNNAMED

    def _by_pronoun(
        self, draft: Draft, phrase: Phrase, links: tuple[Link, ...]
    ) -> Identified | None:
        fits = fitting(self.reading, phrase)
        if not fits:
            return _found(draft, None, phrase, links, How.NOBODY, NOBODY_NAMED)
        near, far = self.discourse.meant(draft, phrase, self.done)
        suiting = [f for f in (*near, *far) if agrees(self.reading, f, fits)]
        if not suiting:
            doubt = PRONOUN_FITS_NOBODY
            return _found(draft, None, phrase, links, How.PRONOUN, doubt)
        rivals = {id(f) for f in suiting}
        hidden = self.discourse.hides(draft, fits) or points_at_last(
            self.reading, phrase
        )
        clear = len(rivals) == 1 and suiting[0] in near and not hidden
        doubt = PRONOUN if clear else PRONOUN_OPEN
        return _found(draft, suiting[0], phrase, links, How.PRONOUN, doubt)

    def _carried(self, draft: Draft, links: tuple[Link, ...]) -> Identified | None:
        """The speaker and chain of the claim just before.

        Words of a rule that stands alone are somebody's all the same: then the subject
        of the sentence before is the likeliest. Others are left out.
        """
        earlier = self._last_outer()
        if earlier is None or not self._is_adjacent(draft, earlier):
            alone = draft.rule.stands_alone
            return self._guessed(draft, links) if alone else None
        sentences = self.reading.text.sentences
        here = sentences[draft.sentence].paragraph
        there = sentences[earlier.draft.sentence].paragraph
        own = self._own_pronoun(draft, earlier)
        doubts = doubts_of_carrying(self.reading, draft, earlier, own)
        if here != there:
            doubts += (OTHER_PARAGRAPH,)
        inherited = tuple(Link(link.figure, None) for link in earlier.links)
        naming = own or earlier.naming
        if earlier.doubt > weight_of(doubts):
            doubts += (CARRIED_FROM_DOUBTFUL,)
        doubt = weight_of(doubts)
        speaker, links = earlier.speaker, links or inherited
        return Identified(
            draft, speaker, naming, links, How.CARRIED, doubt, doubts, earlier
        )

    def _is_adjacent(self, draft: Draft, earlier: Identified) -> bool:
        """Whether the claim before, with a speaker, is in the sentence before."""
        if earlier.speaker is None or draft.sentence - earlier.draft.sentence > 1:
            return False
        if draft.rule is not MOOD_GOES_ON[Mood.LOOSE] or self._is_speech(earlier):
            return True
        return earlier.draft.type is ClaimType.DIRECT and self._quotes(draft)

    def _quotes(self, draft: Draft) -> bool:
        """As in "Auch hätte er „nichts gewusst“": some of the words are quoted."""
        places = range(draft.content[0][0], draft.content[-1][1])
        return sum(at in self.reading.quoted for at in places) > MIN_QUOTED

    def _guessed(self, draft: Draft, links: tuple[Link, ...]) -> Identified:
        """Whoever suits best of those before, else nobody."""
        voice = self.discourse.voice(draft, self.done)
        if voice is None or voice.phrase is None:
            return _found(draft, None, None, links, How.NOBODY, NOBODY_NAMED)
        figure = voice.figure or self._figure(voice.phrase)
        shown = whole(self.reading, voice.phrase)
        found = _found(draft, figure, shown, links, How.GUESSED, GUESSED)
        return replace(found, earlier=voice.earlier)

    def _is_speech(self, earlier: Identified) -> bool:
        """Whether the claim before was indirect speech in the Konjunktiv."""
        first, end = earlier.draft.content[0][0], earlier.draft.content[-1][1]
        indirect = earlier.draft.type in (
            ClaimType.INDIRECT,
            ClaimType.INDIRECT_FREE_INDIRECT,
        )
        return indirect and bool(self.reading.has_mood(first, end))

    def _own_pronoun(self, draft: Draft, earlier: Identified) -> Phrase | None:
        """As in "Er sei sicher": the sentence's own pronoun as its subject."""
        first = draft.content[0][0]
        phrase = phrase_at(self.reading, first, draft.content[0][1])
        if phrase is None or not phrase.pronoun or earlier.speaker is None:
            return None
        if earlier.speaker.kind is not EntityKind.PERSON:
            return None
        fits = fitting(self.reading, phrase)
        return phrase if fits and agrees(self.reading, earlier.speaker, fits) else None


def _doubted(found: Identified) -> Identified:
    """With the doubts of the draft."""
    if not found.draft.doubts:
        return found
    doubts = (*found.doubts, *found.draft.doubts)
    return replace(found, doubt=weight_of(doubts), doubts=doubts)


def _found(
    draft: Draft,
    speaker: Figure | None,
    naming: Phrase | None,
    links: tuple[Link, ...],
    how: How,
    *doubts: Doubt,
) -> Identified:
    """The draft with these people and all that is doubtful about them."""
    doubt = weight_of(doubts)
    return Identified(draft, speaker, naming, links, how, doubt, doubts)
