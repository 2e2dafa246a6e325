"""Every command explains itself."""

import click
import pytest

from quiz.factory import create_app


def commands():
    """Every command of ours: its words, and what it is."""
    app = create_app({"SECRET_KEY": "x" * 16})
    groups = {k: v for k, v in app.cli.commands.items() if k not in ("limiter",)}
    found = []
    for name, group in groups.items():
        found.append((name, group))
        if isinstance(group, click.Group):
            found += [(f"{name} {sub}", one) for sub, one in group.commands.items()]
    return found


@pytest.mark.parametrize(("words", "command"), commands())
def test_every_command_has_help(words, command):
    assert (command.help or "").strip(), words


@pytest.mark.parametrize(("words", "command"), commands())
def test_every_option_has_help(words, command):
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{words} {parameter.opts}"
