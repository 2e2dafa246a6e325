"""The routes of the app as the promises look at them."""

from uuid import UUID

from flask import Flask
from werkzeug.routing import Rule

NOWHERE = UUID(int=0)
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def rules(app: Flask) -> list[Rule]:
    """Every rule of ours: all but the static files."""
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def kinds(rule: Rule) -> dict[str, str]:
    """The converters of the rule, by the name of their class."""
    return {type(c).__name__: name for name, c in rule._converters.items()}


def path(app: Flask, rule: Rule, number: int = 1) -> str:
    """An address that matches the rule, about things that do not exist."""
    samples = {"UUIDConverter": NOWHERE, "IntegerConverter": number}
    values = {name: samples[kind] for kind, name in kinds(rule).items()}
    adapter = app.url_map.bind("localhost")
    return adapter.build(rule.endpoint, values)


def is_public(app: Flask, rule: Rule) -> bool:
    return "guest" in {role.value for role in app.view_functions[rule.endpoint].allows}


def says(rule: Rule) -> str:
    return f"{sorted(rule.methods - {'HEAD', 'OPTIONS'})} {rule.rule} ({rule.endpoint})"
