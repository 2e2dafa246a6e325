"""What a decision did, in words."""

from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.articles.claims.service import Effect


def said(effect: Effect) -> str:
    """What a decision did to the questions."""
    if not (effect.new or effect.gone):
        return str(_("Kept. No question changes by it."))
    new = ngettext("%(num)s new question", "%(num)s new questions", len(effect.new))
    gone = ngettext("%(num)s question less", "%(num)s questions less", len(effect.gone))
    return str(_("Kept. %(new)s, %(gone)s.", new=new, gone=gone))
