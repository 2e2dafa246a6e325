"""Who says certain words of a text."""

from quiz.engine.claims.extract import extract


def said_by(text, content):
    """Who says what begins so, and whether that is sure."""
    found = extract(text)
    for claim in found.claims:
        if claim.content[0].of(text).startswith(content):
            speaker = claim.speaker_entity
            return found.entity(speaker).name if speaker else None, claim.sure
    return None
