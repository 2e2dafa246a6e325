"""Whether a statement comes from nobody whom one could ask."""

from collections.abc import Sequence

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.candidates.hedge import frame_around
from quiz.engine.claims.claim import NAMED, EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.media import is_media_report
from quiz.engine.claims.phrases.naming import Naming, naming_of
from quiz.engine.claims.phrases.number import is_counted
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.speakers.authorship import behind_statement
from quiz.engine.claims.speakers.identified import How, Identified
from quiz.engine.claims.words.noun import are_bodies, is_day
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

MAX_CLAUSE = 20  # tokens of a relative clause behind a noun
KNOWN = (EntityKind.ORGANISATION, EntityKind.COUNTRY)


def vague_sources(reading: Reading, found: Sequence[Identified]) -> list[bool]:
    """Whether nobody stands behind each, or somebody without a name and an office.

    As in "hieß es", "dem Vernehmen nach", "Regierungskreise", "Medienberichte",
    "Beobachter", "sagte ein Insider der Nordpost". Not so for bodies, offices and those
    who speak for them, nor for people who tell what they saw themselves. A person with
    a name who passes it on can be asked, whoever said it first.

    Args:
        reading: the text.
        found: its claims in the making, in order.
    """
    vague: list[bool] = []
    before: tuple[Identified, bool] | None = None
    for each in found:
        if before is not None and _goes_on(reading, before[0], each):
            is_vague = before[1]
        else:
            is_vague = _has_vague_source(reading, each)
        vague.append(is_vague)
        before = before if each.candidate.inside else (each, is_vague)
    return vague


def _goes_on(reading: Reading, before: Identified, found: Identified) -> bool:
    """As in "berichtete die Nordpost. Der Bau ruhe, hieß es.": who said it is known.

    But "Es hieß, der Bau ruhe" begins anew.
    """
    candidate, earlier = found.candidate, before.candidate
    says = reading.lexicon.words.quotation.it_says
    if found.how is not How.NOBODY or not candidate.cue or candidate.inside:
        return False
    told = any(reading.lower[at] in says for at in candidate.cue)
    behind = candidate.cue[0] >= candidate.content[0][1]
    sentences = reading.text.sentences
    here, there = sentences[candidate.sentence], sentences[earlier.sentence]
    near = 0 <= candidate.sentence - earlier.sentence <= 1
    return told and behind and near and here.paragraph == there.paragraph


def _has_vague_source(reading: Reading, found: Identified) -> bool:
    if any(_is_named_person(link.figure) for link in found.links):
        return False
    is_told = any(link.figure.kind is EntityKind.OUTLET for link in found.links)
    voices = [(link.figure, link.phrase) for link in found.links]
    if found.speaker is not None:
        voices.append((found.speaker, found.naming))
        if _is_nameless_outlet(reading, found.speaker):
            return True
    elif _names_nobody(reading, found):
        return True
    return any(_is_vague(reading, *voice, is_told=is_told) for voice in voices)


def _is_named_person(figure: Figure) -> bool:
    return figure.kind is EntityKind.PERSON and _is_named(figure)


def _is_named(figure: Figure) -> bool:
    """Whether it has a name, and not only a word that may be one ("EU-Diplomaten")."""
    return bool(figure.names) and not figure.is_vague


def _names_nobody(reading: Reading, found: Identified) -> bool:
    """As in "hieß es", "wie verlautete", "Gerüchten zufolge", "laut Berichten"."""
    candidate, words = found.candidate, reading.lexicon.words
    if found.how is not How.NOBODY or candidate.carried:
        return False
    lower, phrase = reading.lower, found.naming
    told = {lower[at] for at in candidate.cue}
    named = {lower[at] for at in range(phrase.first, phrase.end)} if phrase else set()
    if (told | named) & (words.vague.rumours | words.vague.rumoured):
        return True
    if phrase is not None and named & words.vague.reports:
        return not _is_definite(reading, phrase)
    return bool(told & words.quotation.it_says) and _is_bare(reading, candidate)


def _is_bare(reading: Reading, candidate: Candidate) -> bool:
    """Whether "hieß es" stands alone, but for the day on which it was said.

    Not "hieß es weiter", which goes on for whoever spoke, nor "heißt es darin", "heißt
    es an einer Stelle", "hieß es zur Begründung", where something else tells it.
    """
    marks = reading.lexicon.words.quotation
    elsewhere = marks.going_on | marks.inside
    return not any(
        reading.lower[at] in elsewhere
        or (reading.is_preposition(at) and not is_day(reading, at + 1))
        for at in range(*frame_around(reading, candidate))
    )


def _is_vague(
    reading: Reading, figure: Figure, phrase: Phrase | None, *, is_told: bool
) -> bool:
    """Whether it is nobody to be asked, as it is named here or where it first was.

    Args:
        reading: the text.
        figure: a voice of the claim.
        phrase: the words that name it for the claim.
        is_told: an outlet had it from them, or from somebody who did.
    """
    if figure.kind in KNOWN or (figure.kind in NAMED and _is_named(figure)):
        return False
    first = figure.namings[0].phrase
    named = None if phrase is None else behind_statement(reading, phrase)
    here = first if named is None or named.pronoun else named
    if here is not first and _is_definite(reading, here):
        return any(_is_nobody(reading, each, is_told) for each in (here, first))
    return _is_nobody(reading, here, is_told)


def _is_nobody(reading: Reading, phrase: Phrase, is_told: bool) -> bool:
    naming = naming_of(reading, phrase)
    if _is_nameless(reading, phrase) or _is_nameless_media(reading, naming):
        return True
    if _is_definite(reading, phrase) or naming.kind in KNOWN:
        return False
    vague = reading.lexicon.words.vague
    head = reading.lower[phrase.core_end - 1]
    if head.endswith(vague.insiders) or (is_told and head.endswith(vague.staff)):
        return True
    in_heading = naming.kind is EntityKind.PERSON and phrase.first == phrase.core
    if head.endswith(vague.onlookers) and not in_heading:
        return not _has_body(reading, phrase)
    return _is_anonymous(reading, phrase)


def _is_definite(reading: Reading, phrase: Phrase) -> bool:
    """As in "die Experten": those named before, as far as that helps."""
    return reading.lower[phrase.first] in reading.lexicon.words.articles


def _is_nameless(reading: Reading, phrase: Phrase) -> bool:
    """As in "Regierungskreise", "das Umfeld des Spielers", "der Insider".

    But Landkreise are bodies.
    """
    last = phrase.core_end - 1
    nameless = reading.lexicon.words.vague.nameless
    return reading.lower[last].endswith(nameless) and not are_bodies(reading, last)


def _is_nameless_media(reading: Reading, naming: Naming) -> bool:
    """As in "Medienberichte", "örtliche Medien"; not a state's own.

    Of the agencies of one country there are so few that everybody knows them.
    """
    known, phrase, head = reading.lexicon, naming.phrase, naming.head.lower()
    state = known.words.sorting
    beside = {reading.lower[at] for at in range(phrase.first, phrase.core)}
    if head.startswith(tuple(state.state_media)) or beside & state.state_words:
        return False
    several = naming.head in known.nouns.outlet_plurals
    if _is_definite(reading, phrase) or is_counted(reading, phrase):
        several = False  # "die beiden Sender": those named before
    agency = any(part in head for part in known.nouns.agency_parts)
    if agency and naming.country is not None:
        return False
    return naming.plural and (several or is_media_report(reading, phrase))


def _is_nameless_outlet(reading: Reading, figure: Figure) -> bool:
    """As in "eine Zeitung berichtet": not one that somebody else told something."""
    first = reading.lower[figure.namings[0].phrase.first]
    indefinite = first.startswith(tuple(reading.lexicon.words.indefinite))
    return figure.kind is EntityKind.OUTLET and not figure.names and indefinite


def _has_body(reading: Reading, phrase: Phrase) -> bool:
    """As in "Experten des Instituts", "UN-Experten": one knows where to ask."""
    front, hyphen, _ = reading.word(phrase.core_end - 1).partition("-")
    if hyphen and front.isupper():
        return True
    inner = phrase.genitive or _genitive_behind(reading, phrase.end)
    return inner is not None and naming_of(reading, inner).kind in KNOWN


def _genitive_behind(reading: Reading, at: int) -> Phrase | None:
    """As in "Experten der Universität": behind a noun without an article."""
    if at >= len(reading.lower) or Case.GENITIVE not in reading.cases(at):
        return None
    found = phrase_at(reading, at, len(reading.lower))
    return None if found is None or found.pronoun else found


def _is_anonymous(reading: Reading, phrase: Phrase) -> bool:
    """As in "eine mit der Sache vertraute Person", "ein Arzt, der anonym bleiben will".

    Or whose relative clause says that the name is not told.
    """
    vague, lower = reading.lexicon.words.vague, reading.lower
    before = range(phrase.first, phrase.core)
    if any(lower[at].startswith(vague.anonymous) for at in before):
        return True
    behind = _relative_clause(reading, phrase.end)
    if any(lower[at].startswith(vague.anonymous) for at in behind):
        return True
    negations = reading.lexicon.words.quotation.negations
    words = {lower[at] for at in behind}
    return bool(words & vague.names) and bool(words & negations)


def _relative_clause(reading: Reading, at: int) -> range:
    """The tokens of the relative clause that begins behind a comma there."""
    lower = reading.lower
    opens = at + 1 < len(lower) and lower[at] == ","
    relative = reading.lexicon.words.conjunctions.relative
    if not opens or lower[at + 1] not in relative:
        return range(0)
    end = at + 2
    while end < min(len(lower), at + MAX_CLAUSE) and lower[end] not in {",", "."}:
        end += 1
    return range(at + 1, end)
