"""What is typed and chosen to change a question of a draft."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, HiddenField, SelectField, SubmitField, TextAreaField

from quiz.bank.drafts.rewording import Wording, wording_of
from quiz.bank.forms import SecondsField
from quiz.engine.questions.editing.anchoring import todays
from quiz.engine.questions.editing.replacements import replacements
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question
from quiz.web.forms import BaseForm, NoControlCharacters, at_most, needed

_STEM = [
    needed(_l("Enter the question.")),
    at_most(600, _l("A question has at most %(max)d characters.")),
    NoControlCharacters(_l("This is plain text without line breaks.")),
]
_WHY = [
    needed(_l("Enter why the answer is right.")),
    at_most(1500, _l("An explanation has at most %(max)d characters.")),
    NoControlCharacters(_l("This is plain text without line breaks.")),
]


class QuestionForm(BaseForm):
    """Stem, explanation and wrong answers of one question."""

    stem_de = TextAreaField(_l("Question in German"), validators=_STEM)
    stem_en = TextAreaField(_l("Question in English"), validators=_STEM)
    why_de = TextAreaField(_l("Explanation in German"), validators=_WHY)
    why_en = TextAreaField(_l("Explanation in English"), validators=_WHY)
    wrong = FieldList(SelectField(_l("Wrong answer"), validate_choice=False))
    seconds = SecondsField()
    changes = HiddenField()
    submit = SubmitField(_l("Keep it so"))

    def offer(self, question: Question, dossier: Dossier) -> None:
        """One list for each wrong answer that can be exchanged."""
        sent = [entry.data for entry in self.wrong.entries]
        while self.wrong.entries:
            self.wrong.pop_entry()
        for option in question.distractors:
            others = replacements(todays(question, dossier), option.id, dossier)
            if not others:
                continue
            stays = ("", _("%(name)s (as it is)", name=option.label.de))
            swaps = [(f"{option.id}:{o.entity}", o.label.de) for o in others]
            at = len(self.wrong.entries)
            entry = self.wrong.append_entry(sent[at] if at < len(sent) else "")
            entry.choices = [stays, *swaps]
            entry.label.text = _("Wrong answer %(number)s", number=at + 1)

    def show(self, question: Question) -> None:
        """Preset how it is worded."""
        wording = wording_of(question)
        self.stem_de.data, self.stem_en.data = wording.stem.de, wording.stem.en
        self.why_de.data = wording.explanation.de
        self.why_en.data = wording.explanation.en
        self.seconds.data = wording.seconds

    def wording(self) -> Wording:
        """How it shall be worded, once it is valid."""
        return Wording(
            Localised(self.stem_de.data, self.stem_en.data),
            Localised(self.why_de.data, self.why_en.data),
            self.seconds.data,
        )

    def swaps(self) -> Sequence[str]:
        """Which answers shall be exchanged, as `drafting.change` takes them."""
        return [entry.data for entry in self.wrong.entries if entry.data]
