"""What a user can type, set or read is documented, and the documents lead somewhere."""

import re
from pathlib import Path

import click
import pytest

from watchdesk.cli import main
from watchdesk.engine.codebook.describe import as_markdown
from watchdesk.engine.codebook.load import load

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
SETTING = re.compile(r"[\"'](WATCHDESK_[A-Z_]+|DATABASE_URL)[\"']")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands(group: click.Group, before: str = "watchdesk") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found |= commands(command, f"{before} {name}")
        else:
            found[f"{before} {name}"] = command
    return found


def test_every_command_and_option_is_documented() -> None:
    text = (DOCS / "reference/cli.md").read_text("utf-8")
    missing = []
    for name, command in commands(main).items():
        if name not in text:
            missing.append(name)
        options = [o for p in command.params if isinstance(p, click.Option) for o in p.opts]
        missing += [f"{name} {o}" for o in options if o.startswith("--") and o not in text]
    assert missing == []


def test_every_command_explains_itself() -> None:
    assert [name for name, command in commands(main).items() if not command.help] == []


def test_every_setting_is_documented() -> None:
    text = (DOCS / "reference/settings.md").read_text("utf-8")
    sources = (ROOT / "src").rglob("*.py")
    names = {n for file in sources for n in SETTING.findall(file.read_text("utf-8"))}
    assert names
    assert sorted(n for n in names if n not in text) == []


def test_every_event_type_is_documented_as_it_stands() -> None:
    text = (DOCS / "reference/codebook.md").read_text("utf-8")
    types = load().types
    assert len(types) == 48
    assert [t for t in types if f"`{t}`" not in text] == []
    assert text == as_markdown(load()), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_documents_lead_to_a_file(page: Path) -> None:
    broken = [
        target
        for target in LINK.findall(page.read_text("utf-8"))
        if not target.startswith(("http:", "https:", "mailto:"))
        and not (page.parent / target).exists()
    ]
    assert broken == []
