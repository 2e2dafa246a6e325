"""No line that somebody types can turn the direction of what stands beside it."""

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import StringField

from quiz.accounts.forms import SignInForm
from quiz.web.forms import BaseForm

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TYPED = f"Klasse {TURNS}7b"


def forms(beginning: type[BaseForm] = BaseForm) -> list[type[BaseForm]]:
    """Every form of the app, without those that only others are made of."""
    below = beginning.__subclasses__()
    return [*below, *(form for each in below for form in forms(each))]


def lines_kept(app, form: type[BaseForm]) -> dict[str, str]:
    """What stays of the typed line in each field of one line, by the field's name."""
    with app.test_request_context():
        empty = form(formdata=None)
        names = [f.name for f in empty if type(f) is StringField]
        filled = form(formdata=MultiDict(dict.fromkeys(names, TYPED)))
        return {name: filled[name].data for name in names}


def test_a_line_that_is_typed_loses_what_turns_its_direction(app):
    ours = [form for form in forms() if form.__module__.startswith("quiz.")]
    kept = {form: lines_kept(app, form) for form in ours}
    assert sum(map(len, kept.values())) > 10
    assert {line for lines in kept.values() for line in lines.values()} == {"Klasse 7b"}


def test_a_form_that_keeps_it_would_be_found(app):
    class Careless(BaseForm):
        class Meta:
            def bind_field(self, form, unbound_field, options):
                return unbound_field.bind(form=form, **options)

        name = StringField()

    assert lines_kept(app, Careless) == {"name": TYPED}


@pytest.mark.parametrize("name", ["محمد", "ليلى\u200f", "Ünal-Çelik"])
def test_names_of_every_script_stay_as_they_are(app, name):
    with app.test_request_context():
        form = SignInForm(formdata=MultiDict({"name": name, "password": "x"}))
        assert form.name.data == name
