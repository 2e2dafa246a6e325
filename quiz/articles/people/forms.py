"""What a teacher decided about who is who, as it was sent."""

from werkzeug.datastructures import MultiDict

from quiz.engine.claims.claim import Entity, EntityKind, Extraction
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.errors import Invalid

_LONGEST_NAME = 120


def decision(sent: MultiDict[str, str], found: Extraction) -> Correction:
    """What was decided, of the entity and the button that were sent.

    Raises:
        Invalid: "nobody_changed" an entity that is not there, or nothing chosen;
            "name_too_long"; "two_decisions" something is filled in that the button
            does not keep; "which_name_stays" of two who are one; "name_taken"
            somebody else has the new name.
    """
    entities = {entity.id: entity for entity in found.entities}
    one, act = entities.get(sent.get("entity", "")), sent.get("act", "")
    if one is None or act not in (Act.RENAME, Act.MERGE, Act.SPLIT):
        raise Invalid("nobody_changed")
    name, other_name = _name(sent, "name"), _name(sent, "other_name")
    kind = EntityKind(sent["kind"]) if sent.get("kind") in set(EntityKind) else None
    other = entities.get(sent.get("other", ""))
    chosen = set(sent.getlist("place"))
    places = tuple(m for n, m in enumerate(one.mentions) if str(n) in chosen)
    renames = name not in ("", one.name) or kind not in (None, one.kind)
    splits = bool(places or other_name)
    besides = {Act.RENAME: other or splits, Act.MERGE: splits}
    if besides.get(Act(act), other or renames):
        raise Invalid("two_decisions")
    taken = {each.name for each in found.entities} - {one.name}
    if act == Act.RENAME and name in taken:
        raise Invalid("name_taken", name=name)
    if act == Act.SPLIT:
        return Correction(Act.SPLIT, places, Voice.of(one), name=other_name)
    if act == Act.MERGE and other is not None and name in ("", one.name):
        one, other = _staying(one, other, sent.get("stays", ""))
        name = ""
    sources = (Voice.of(other),) if other else ()
    if not renames:
        name, kind = "", None
    return Correction(Act(act), (), Voice.of(one), sources, name=name, kind=kind)


def _staying(one: Entity, other: Entity, stays: str) -> tuple[Entity, Entity]:
    """The two, the one first whose name stays.

    Raises:
        Invalid: "which_name_stays" nobody said it.
    """
    if stays not in (one.id, other.id) and one.name != other.name:
        raise Invalid("which_name_stays", one=one.name, other=other.name)
    return (other, one) if stays == other.id else (one, other)


def _name(sent: MultiDict[str, str], field: str) -> str:
    name = " ".join(sent.get(field, "").split())
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise Invalid("name_too_long", most=_LONGEST_NAME)
    return name
