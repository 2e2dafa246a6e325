"""Claims of one sentence that are after the same words."""

from dataclasses import replace

from quiz.engine.claims.draft import Draft


def contested(drafts: list[Draft]) -> list[Draft]:
    """The drafts, those marked whose words another of them has, too.

    As in "Lenk sagte, der Steg sei, so Falk, morsch": either the words are the one's or
    the other's, or one claim lies inside the other; that takes a person.
    """
    places = sorted(
        (*piece, at) for at, draft in enumerate(drafts) for piece in draft.content
    )
    marked: set[int] = set()
    furthest, owner = -1, -1
    for first, end, at in places:
        if first < furthest and at != owner:
            marked |= {at, owner}
        if end > furthest:
            furthest, owner = end, at
    return [
        replace(draft, contested=True) if at in marked else draft
        for at, draft in enumerate(drafts)
    ]
