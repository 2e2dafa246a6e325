"""Who may be somebody with a name that the text gives elsewhere: "die Politikerin"."""

from collections.abc import Sequence

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.agreement import gender_of
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.words.reading import Reading


def may_have_name(reading: Reading, named: Sequence[Figure], claim: Identified) -> bool:
    """Whether the claim's speaker, known by a role, may be one of those with a name.

    As in "Ministerin Ida Moor gab nach. … sagte die Politikerin": a definite article
    points at somebody who is known, and the role is one more word for whoever that is.
    """
    return any(_may_be(reading, claim, figure) for figure in named)


def _may_be(reading: Reading, claim: Identified, figure: Figure) -> bool:
    role, phrase = claim.speaker, claim.naming
    if role is None or phrase is None or phrase.pronoun:
        return False
    if role.kind is not EntityKind.PERSON or role.names or phrase.genitive is not None:
        return False
    if reading.lower[phrase.first] not in reading.lexicon.words.articles:
        return False
    introduced = any(
        reading.lower[n.phrase.first] in reading.lexicon.words.indefinite
        for n in role.namings
    )
    gender = role.gender or gender_of(reading, role.namings[0])
    if introduced or (gender and figure.gender and gender != figure.gender):
        return False
    sentence = reading.text.sentences[claim.candidate.sentence]
    return figure.last_before(phrase.first) >= 0 or figure.is_named_in(
        sentence.first, sentence.end
    )
