"""Whose words are passed on by the speaker of a claim: "Lind habe gesagt, …"."""

from dataclasses import replace

from quiz.engine.claims.speakers.extent import whole
from quiz.engine.claims.speakers.identified import How, Identified, Link
from quiz.engine.claims.speakers.lookup import Lookup
from quiz.engine.claims.speech.told import TOLD
from quiz.engine.claims.words.reading import Reading


def passed_on(reading: Reading, lookup: Lookup, found: Identified) -> Identified:
    """The claim as that of whoever its speaker tells of, by way of the speaker.

    As in "Lind habe ihm versichert, der Steg sei sicher", sagte Ott: what goes on
    behind it goes on for Ott, so that this is the last thing to be done.
    """
    told, candidate = found.candidate.told, found.candidate
    if told is None:
        return found
    figure = lookup.meant(told.speaker, lookup.figure(told.speaker))
    heard = lookup.links(replace(candidate, via=told.via))
    links = tuple(
        x for x in found.links if all(x.figure is not y.figure for y in heard)
    )
    known = {id(figure), *(id(link.figure) for link in heard)}
    if found.speaker is not None and id(found.speaker) not in known:
        by_name = found.how in (How.NAMED, How.PRONOUN)
        phrase, cue = (found.naming, candidate.cue) if by_name else (None, ())
        links = (Link(found.speaker, phrase, cue), *links)
    links = (*heard, *links)
    words = replace(candidate, content=told.content, cue=told.cue, rule=TOLD)
    return replace(
        found,
        candidate=words,
        speaker=figure,
        naming=whole(reading, told.speaker),
        links=links,
        how=How.NAMED,
    )
