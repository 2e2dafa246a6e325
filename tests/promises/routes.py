"""The routes of the app as the promises look at them."""

from collections.abc import Mapping
from uuid import UUID

from flask import Flask
from werkzeug.routing import Rule

NOWHERE = UUID(int=0)
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
# Addresses of drafts name a set that is not published yet.
OF_DRAFTS = ("drafts.", "own.", "gathering.", "preview.")


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


def address(app: Flask, rule: Rule, ids: Mapping[str, UUID], number: int = 1) -> str:
    """An address that matches the rule, about these things."""
    values: dict[str, UUID | int] = {}
    for name in rule.arguments:
        of_draft = name == "set_id" and rule.endpoint.startswith(OF_DRAFTS)
        known = number if name == "number" else ids[name]
        values[name] = ids["draft_id"] if of_draft else known
    if rule.endpoint == "drafts.begin":
        values["set_id"] = ids["set_id"]
    return app.url_map.bind("localhost").build(rule.endpoint, values)


def is_public(app: Flask, rule: Rule) -> bool:
    return "guest" in {role.value for role in app.view_functions[rule.endpoint].allows}


def says(rule: Rule) -> str:
    return f"{sorted(rule.methods - {'HEAD', 'OPTIONS'})} {rule.rule} ({rule.endpoint})"
