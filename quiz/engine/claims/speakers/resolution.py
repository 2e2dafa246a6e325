"""Who is meant: every candidate's speaker and sources become figures of the cast."""

from dataclasses import replace

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.doubt import (
    CARRIED_FROM_DOUBTFUL,
    EPITHET,
    GOES_ON_LATER,
    GUESSED,
    NOBODY_NAMED,
    PRONOUN,
    PRONOUN_FITS_NOBODY,
    PRONOUN_OPEN,
    TALK_MAY_GO_ON,
    weight_of,
)
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.ground import Doubt
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.speakers.authorship import behind_statement, owns_statement
from quiz.engine.claims.speakers.center import Center
from quiz.engine.claims.speakers.continuation import (
    LITTLE,
    doubts_of_before,
    doubts_of_carrying,
    is_adjacent,
)
from quiz.engine.claims.speakers.discourse import Discourse
from quiz.engine.claims.speakers.extent import whole
from quiz.engine.claims.speakers.going_on import GoingOn
from quiz.engine.claims.speakers.identified import How, Identified, Link
from quiz.engine.claims.speakers.inherited_sources import inherited_links
from quiz.engine.claims.speakers.lookup import Lookup
from quiz.engine.claims.speakers.passing_on import passed_on
from quiz.engine.claims.speakers.pronoun import agrees, fitting, points_at_last
from quiz.engine.claims.speakers.talks import Talks, told_later
from quiz.engine.claims.speech.going_on.first_person import FIRST_PERSON_GOES_ON
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import Lexicon

FIRM = 0.8  # share of a rule's claims from which on they are hardly the article's own
MEMORY = 4  # sentences back that a pronoun or a carried speaker may reach


class Identifier:
    """Goes through the candidates in order, remembering who spoke last."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.cast = cast
        self.lookup = Lookup(reading, cast)
        self.discourse = Discourse(reading, cast)
        self.talks = Talks(reading)
        self.center = Center(reading, cast)
        self.going_on = GoingOn(reading, cast)
        self.done: list[Identified] = []

    def run(self, candidates: list[Candidate]) -> list[Identified]:
        """Each candidate identified; those nobody can be found for are left out."""
        for candidate in candidates:
            found = self._identify(candidate)
            if found is not None:
                self.done.append(self._with_chain(_doubted(found)))
                self.talks.note(self.done[-1])
        later = told_later(self.reading, self.done)
        return [passed_on(self.reading, self.lookup, each) for each in later]

    def aside(self, candidate: Candidate) -> Identified | None:
        """One candidate more, that nothing behind it goes back to (a heading's)."""
        return self._identify(candidate)

    def _with_chain(self, found: Identified) -> Identified:
        """With the sources of the claim before, where the same talk goes on."""
        if found.links or found.speaker is None:
            return found
        earlier = self._last_outer()
        links = inherited_links(self.reading, found.candidate, found.speaker, earlier)
        if not links:
            links, earlier = self.talks.links(found)
        if links and not found.candidate.carried:
            return replace(found, links=links, earlier=earlier)
        if not self.talks.may_go_on(found):
            return found
        return replace(found, doubts=(*found.doubts, TALK_MAY_GO_ON))

    def _last_outer(self) -> Identified | None:
        """The last claim that lies inside no other."""
        return next((x for x in reversed(self.done) if not x.candidate.inside), None)

    @property
    def _lexicon(self) -> Lexicon:
        return self.reading.lexicon

    def _identify(self, candidate: Candidate) -> Identified | None:
        links = self.lookup.links(candidate)
        if candidate.carried:
            return self._carried(candidate, links)
        phrase = candidate.speaker
        named = None if phrase is None else behind_statement(self.reading, phrase)
        if phrase is None or named is None:
            return (
                self._in_document(candidate, links)
                or self._body_before(candidate, links)
                or _found(candidate, None, phrase, links, How.NOBODY, NOBODY_NAMED)
            )
        if named.pronoun:
            found = self._by_pronoun(candidate, named, links)
            return found and replace(found, naming=phrase)
        return self._by_name(candidate, (phrase, named), links)

    def _body_before(
        self, candidate: Candidate, links: tuple[Link, ...]
    ) -> Identified | None:
        """As in "Die Bahn wies das zurück. Alles sei geprüft, hieß es.": the body."""
        said = self._lexicon.words.quotation.it_says
        if not any(self.reading.lower[at] in said for at in candidate.cue):
            return None
        voice = self.discourse.voice(candidate, self.done)
        figure = voice.figure if voice is not None else None
        bodies = (EntityKind.ORGANISATION, EntityKind.COUNTRY)
        if voice is None or figure is None or figure.kind not in bodies:
            return None
        found = _found(candidate, figure, voice.phrase, links, How.GUESSED, GUESSED)
        return replace(found, earlier=voice.earlier)

    def _in_document(
        self, candidate: Candidate, links: tuple[Link, ...]
    ) -> Identified | None:
        """As in "Ein Gutachten liegt vor. Darin heißt es, …": the document before."""
        if not self._is_inside(candidate):
            return None
        earlier = self._last_outer()
        again = earlier is not None and self._is_inside(earlier.candidate)
        if earlier and again and is_adjacent(self.reading, candidate, earlier):
            same, naming = earlier.speaker, earlier.naming
            return _found(candidate, same, naming, links, How.GUESSED, GUESSED)
        document = self.discourse.document_before(candidate)
        if document is None:
            return None
        named = behind_statement(self.reading, document) or document
        found = self._by_name(candidate, (document, named), links)
        return replace(found, how=How.GUESSED, doubts=(GUESSED,))

    def _is_inside(self, candidate: Candidate) -> bool:
        """As in "darin heißt es": a word for a document beside what marks speech."""
        inside, lower = self._lexicon.words.quotation.inside, self.reading.lower
        beside = [at for cue in candidate.cue for at in (cue - 1, cue + 1)]
        return any(0 <= at < len(lower) and lower[at] in inside for at in beside)

    def _by_name(
        self,
        candidate: Candidate,
        phrases: tuple[Phrase, Phrase],
        links: tuple[Link, ...],
    ) -> Identified:
        """The figure the second phrase names; the first is what stands there."""
        phrase, named = phrases
        figure = self.lookup.figure(named)
        figure.can_speak |= owns_statement(self.reading, phrase, named)
        if figure.kind is EntityKind.OUTLET or is_media(self.reading, named):
            own = Link(figure, named, candidate.cue)
            if all(link.figure is not figure for link in links):
                links = (own, *links)
        shown, doubts = whole(self.reading, phrase), [*self.lookup.doubts(named)]
        person = self.lookup.meant(named, figure)
        if person is not figure:
            doubts.append(EPITHET)
        return _found(candidate, person, shown, links, How.NAMED, *doubts)

    def _by_pronoun(
        self, candidate: Candidate, phrase: Phrase, links: tuple[Link, ...]
    ) -> Identified | None:
        fits = fitting(self.reading, phrase)
        if not fits:
            return _found(candidate, None, phrase, links, How.NOBODY, NOBODY_NAMED)
        near, far = self.discourse.meant(candidate, phrase, self.done)
        suiting = [f for f in (*near, *far) if agrees(self.reading, f, fits)]
        if not suiting:
            doubt = PRONOUN_FITS_NOBODY
            return _found(candidate, None, phrase, links, How.PRONOUN, doubt)
        hidden = self.discourse.hides(candidate, fits) or points_at_last(
            self.reading, phrase
        )
        last = self._last_outer()
        only = self.center.is_clear(candidate, suiting, near, last)
        clear = only and not hidden and not _is_guess(candidate, suiting[0], last)
        doubt = PRONOUN if clear else PRONOUN_OPEN
        return _found(candidate, suiting[0], phrase, links, How.PRONOUN, doubt)

    def _carried(
        self, candidate: Candidate, links: tuple[Link, ...]
    ) -> Identified | None:
        """The speaker and chain of the claim just before.

        Words of a rule that stands alone are somebody's all the same: then the subject
        of the sentence before is the likeliest. Others are left out.
        """
        earlier = self._last_outer()
        if earlier is None or not is_adjacent(self.reading, candidate, earlier):
            alone = candidate.rule.stands_alone
            return self._guessed(candidate, links) if alone else None
        if candidate.rule is FIRST_PERSON_GOES_ON:
            return self._speaks_on(candidate, links, earlier)
        return self._gone_on(candidate, links, earlier)

    def _speaks_on(
        self, candidate: Candidate, links: tuple[Link, ...], earlier: Identified
    ) -> Identified | None:
        """As in "Es ist knapp, sagte Lenk. Wir sparen.": only where nothing is open.

        Whoever speaks of himself does not call himself by his name.
        """
        found = self._gone_on(candidate, links, earlier)
        speaker, content = found.speaker, candidate.content
        if speaker is None or speaker.kind is not EntityKind.PERSON:
            return None
        named = speaker.is_named_in(content[0][0], content[-1][1])
        said = earlier.candidate.cue and earlier.candidate.rule.share >= FIRM
        clear = said and weight_of(found.doubts) <= LITTLE
        again = earlier.candidate.rule is FIRST_PERSON_GOES_ON
        return found if not named and (clear or again) else None

    def _gone_on(
        self,
        candidate: Candidate,
        links: tuple[Link, ...],
        earlier: Identified,
        *more: Doubt,
    ) -> Identified:
        """Words of the speaker of the claim before, with its chain."""
        own = self._own_pronoun(candidate, earlier)
        doubts = doubts_of_carrying(self.reading, candidate, earlier, own)
        doubts += (*more, *doubts_of_before(earlier, keeps_chain=not links))
        doubts = tuple(dict.fromkeys(doubts))
        inherited = tuple(Link(link.figure, None) for link in earlier.links)
        naming = own or earlier.naming
        doubt = weight_of(doubts)
        speaker, links = earlier.speaker, links or inherited
        return Identified(
            candidate, speaker, naming, links, How.CARRIED, doubt, doubts, earlier
        )

    def _guessed(self, candidate: Candidate, links: tuple[Link, ...]) -> Identified:
        """Whoever suits best of those before, else nobody."""
        last = self._last_outer()
        voice = self.discourse.voice(candidate, self.done)
        if voice is None or voice.phrase is None:
            return _found(candidate, None, None, links, How.NOBODY, NOBODY_NAMED)
        if last and self.going_on.goes_on_from(candidate, voice, last):
            return self._gone_on(candidate, links, last, GOES_ON_LATER)
        clear = self.going_on.is_told_of(candidate, voice, last)
        figure = voice.figure or self.lookup.figure(voice.phrase)
        shown = whole(self.reading, voice.phrase)
        doubt = GOES_ON_LATER if clear else GUESSED
        found = _found(candidate, figure, shown, links, How.GUESSED, doubt)
        return replace(found, earlier=voice.earlier)

    def _own_pronoun(self, candidate: Candidate, earlier: Identified) -> Phrase | None:
        """As in "Er sei sicher": the sentence's own pronoun as its subject."""
        first = candidate.content[0][0]
        phrase = phrase_at(self.reading, first, candidate.content[0][1])
        if phrase is None or not phrase.pronoun or earlier.speaker is None:
            return None
        if earlier.speaker.kind is not EntityKind.PERSON:
            return None
        fits = fitting(self.reading, phrase)
        return phrase if fits and agrees(self.reading, earlier.speaker, fits) else None


def _is_guess(candidate: Candidate, figure: Figure, last: Identified | None) -> bool:
    """Whether it is only who may have spoken in the sentence before."""
    if last is None or last.speaker is not figure:
        return False
    near = candidate.sentence - last.candidate.sentence <= 1
    return near and not {GUESSED, CARRIED_FROM_DOUBTFUL}.isdisjoint(last.doubts)


def _doubted(found: Identified) -> Identified:
    """With the doubts of the candidate."""
    if not found.candidate.doubts:
        return found
    doubts = (*found.doubts, *found.candidate.doubts)
    return replace(found, doubt=weight_of(doubts), doubts=doubts)


def _found(
    candidate: Candidate,
    speaker: Figure | None,
    naming: Phrase | None,
    links: tuple[Link, ...],
    how: How,
    *doubts: Doubt,
) -> Identified:
    """The candidate with these people and all that is doubtful about them."""
    doubt = weight_of(doubts)
    return Identified(candidate, speaker, naming, links, how, doubt, doubts)
