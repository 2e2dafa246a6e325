"""What is typed to write a question of one's own."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, SubmitField, TextAreaField
from wtforms.fields.choices import SelectChoice

from quiz.bank.forms import SecondsField
from quiz.bank.own.service import Written
from quiz.bank.sentences import SKILLS
from quiz.engine.questions.editing.line_format import OwnForm, lines_of
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, Skill
from quiz.web.forms import BaseForm, at_most, needed

FORMS = {
    OwnForm.SINGLE: _l("One right answer"),
    OwnForm.MULTIPLE: _l("Several right answers"),
    OwnForm.TRUE_FALSE: _l("True or false"),
    OwnForm.TYPED: _l("Type the answer"),
    OwnForm.NUMBER: _l("Type a number"),
    OwnForm.ORDER: _l("Put in order"),
    OwnForm.MATCH: _l("Match"),
    OwnForm.CATEGORISE: _l("Sort into groups"),
    OwnForm.CLOZE: _l("Fill the gaps"),
    OwnForm.MARK: _l("Mark words"),
    OwnForm.POLL: _l("Poll without points"),
}

HINTS = {
    OwnForm.SINGLE: _l("An answer a line. Put * before the right one."),
    OwnForm.MULTIPLE: _l("An answer a line. Put * before each right one."),
    OwnForm.TRUE_FALSE: _l("“richtig” or “falsch”: what the sentence above is."),
    OwnForm.TYPED: _l("Every answer that shall count, each on a line of its own."),
    OwnForm.NUMBER: _l("The number, such as 42; with a tolerance, 42 +- 3."),
    OwnForm.ORDER: _l("The cards in the right order, each on a line of its own."),
    OwnForm.MATCH: _l(
        "A pair a line: left = right. An answer that stays over: = right."
    ),
    OwnForm.CATEGORISE: _l("A line each: what is sorted = its group."),
    OwnForm.CLOZE: _l(
        "The text with its gaps in brackets: The tower is [fifty|50] metres high."
    ),
    OwnForm.MARK: _l("A sentence with the right words in brackets: It [may] rain."),
    OwnForm.POLL: _l("An answer a line. None is right or wrong."),
}

PRESETS = {
    "independence": (
        _l("Two independent confirmations?"),
        "Sind das zwei voneinander unabhängige Bestätigungen: … und …?",
        (
            "Ja: zwei verschiedene Seiten sagen es\n"
            "Nein: die eine gibt nur weiter, was die andere sagt\n"
            "Nein: beide gehören zu derselben Regierung"
        ),
    ),
    "next-step": (
        _l("What would you check next?"),
        "Was würdest du als Nächstes prüfen, bevor du das weitererzählst?",
        (
            "* nachsehen, ob ein zweites, unabhängiges Medium es auch meldet\n"
            "die Seite noch einmal genau durchlesen\n"
            "nachsehen, wie oft es geteilt wurde\n"
            "schauen, ob die Seite gut aussieht"
        ),
    ),
}

_SHORT = at_most(600, _l("A question has at most %(max)d characters."))
_WHY = at_most(1500, _l("An explanation has at most %(max)d characters."))


class OwnQuestionForm(BaseForm):
    """A question, its answers as lines, and what proves it."""

    form = HiddenField()
    changes = HiddenField()
    stem_de = TextAreaField(
        _l("Question in German"), validators=[needed(_l("Enter the question.")), _SHORT]
    )
    stem_en = TextAreaField(_l("Question in English"), validators=[_SHORT])
    lines = TextAreaField(
        _l("Answers"),
        validators=[
            needed(_l("Enter the answers.")),
            at_most(3000, _l("The answers have at most %(max)d characters.")),
        ],
    )
    proof = TextAreaField(
        _l("Words of the article that prove it"),
        validators=[at_most(1000, _l("Take at most %(max)d characters."))],
    )
    why_de = TextAreaField(_l("Explanation in German"), validators=[_WHY])
    why_en = TextAreaField(_l("Explanation in English"), validators=[_WHY])
    skill = SelectField(
        _l("What it trains"),
        choices=[SelectChoice(skill.value, name) for skill, name in SKILLS.items()],
    )
    seconds = SecondsField()
    submit = SubmitField(_l("Take it into the set"))

    def show(self, question: Question) -> None:
        """Preset what was written."""
        own, self.lines.data = lines_of(question)
        self.form.data = own.value
        self.stem_de.data, self.stem_en.data = question.stem.de, question.stem.en
        self.why_de.data = question.explanation.de
        self.why_en.data = question.explanation.en
        self.skill.data = question.skill.value
        self.seconds.data = question.seconds

    def begin_with(self, preset: str) -> None:
        """Preset a question to be filled in; nothing for a name that is none."""
        if preset in PRESETS:
            _name, self.stem_de.data, self.lines.data = PRESETS[preset]

    def written(self) -> Written:
        """What was written, once it is valid."""
        stem, why = _line(self.stem_de.data), _line(self.why_de.data)
        return Written(
            form=OwnForm(self.form.data),
            stem=Localised(stem, _line(self.stem_en.data) or stem),
            lines=self.lines.data,
            why=Localised(why, _line(self.why_en.data) or why),
            proof=self.proof.data or "",
            skill=Skill(self.skill.data),
            seconds=self.seconds.data,
        )


def own_form(value: str | None) -> OwnForm:
    """The form of that name; one right answer where there is none."""
    return OwnForm(value) if value in set(OwnForm) else OwnForm.SINGLE


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
