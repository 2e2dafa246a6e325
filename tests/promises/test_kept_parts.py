"""Parts of pages that are kept for everybody hold nothing of one person.

`kept` (quiz/web/jinja.py) draws a macro once for each language and its values.
"""

import pytest
from jinja2 import nodes

from tests.promises.test_templates import PARSER, parsed, templates

# What one person sees, or one request; the rest follows from the values.
OWN = frozenset(
    {"actor", "current_user", "csrf_token", "g", "get_flashed_messages", "request"}
    | {"seat_here", "session", "url_for"}
)
PLANTED = """
{% macro inner(set) %}{{ url_for('bank.show', set_id=set.id) }}{% endmacro %}
{% macro outer(set) %}<p>{{ inner(set) }}</p>{% endmacro %}
{{ kept(outer, set) }}
"""


def own_names(name: str, tree: nodes.Template) -> set[str]:
    """What of one person the kept macros of a template ask for, however far down."""
    found: set[str] = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "kept":
            found |= _asked(tree, call.args[0].name)
    return {f"{name}: {each}" for each in found}


def _asked(tree: nodes.Template, macro: str) -> set[str]:
    for node in tree.find_all(nodes.Macro):
        if node.name == macro:
            names = {each.name for each in node.find_all(nodes.Name)} - {macro}
            return (names & OWN).union(*(_asked(tree, each) for each in names))
    for node in tree.find_all(nodes.FromImport):
        for named in node.names:
            ours, theirs = (named, named) if isinstance(named, str) else named[::-1]
            if ours == macro:
                return _asked(parsed(node.template.value), theirs)
    return set()


@pytest.mark.parametrize("name", templates())
def test_what_is_kept_asks_for_nothing_of_one_person(name):
    assert not own_names(name, parsed(name))


def test_a_macro_that_asks_for_something_of_its_own_is_found():
    assert own_names("planted", PARSER.parse(PLANTED)) == {"planted: url_for"}


def test_the_article_of_a_round_is_kept():
    tree = parsed("play/question.html")
    assert [c for c in tree.find_all(nodes.Call) if _name(c) == "kept"]


def _name(call: nodes.Call) -> str:
    return getattr(call.node, "name", "")
