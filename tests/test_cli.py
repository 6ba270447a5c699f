import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from watchdesk.cli import COMMANDS, main
from watchdesk.engine.errors import UnreadableInput


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_there(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help


def test_help_lists_the_commands_without_loading_them() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from watchdesk.cli import main;"
        "print(CliRunner().invoke(main, ['--help']).output);"
        "print([m for m in sys.modules if m.startswith(('django', 'watchdesk.newsroom', 'natasha'))])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Read articles, print a report each." in shown.stdout
    assert shown.stdout.splitlines()[-1] == "[]"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def broken() -> None:
        """Fail."""
        raise UnreadableInput("a.jsonl", "no JSON", "line 3")

    monkeypatch.setattr(main, "get_command", lambda context, name: broken)


@pytest.mark.usefixtures("broken")
def test_an_expected_error_is_one_line_and_exit_code_1() -> None:
    result = CliRunner().invoke(main, ["broken"])
    assert (result.exit_code, result.stderr) == (1, "Error: a.jsonl, line 3: no JSON\n")


@pytest.mark.usefixtures("broken")
def test_debug_shows_where_an_error_came_from() -> None:
    assert isinstance(CliRunner().invoke(main, ["--debug", "broken"]).exception, UnreadableInput)


def test_an_unknown_command_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["nonsense"]).exit_code == 2
