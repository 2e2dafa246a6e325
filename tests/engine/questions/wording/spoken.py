"""Words of Mara Lenk, as a question quotes them."""

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.wording.passage import passage_of
from tests.engine.questions.stories import person, told

LENK = person("Mara Lenk", "Lenk")


def passage(content, raw=None, hide=False, **note):
    raw = raw or f"Mara Lenk sagte: {content}."
    pieces = [content] if isinstance(content, str) else content
    extraction = told(raw, [LENK], {"content": pieces, "speaker": "Mara Lenk", **note})
    dossier = Dossier(extraction)
    hidden = [dossier.giveaways(extraction.entities[0])] if hide else []
    return passage_of(extraction.claims[0], dossier, hidden)
