"""The codebook for people: one type as text, all of it as Markdown."""

from collections.abc import Iterator
from itertools import groupby

from watchdesk.engine.codebook.schema import Codebook, EventType, Wording


def as_text(book: Codebook, code: str) -> str:
    """Describe one type with its words in every language, for a terminal."""
    kind = book.types[code]
    lines = [f"{kind.code}: {kind.label['en']} / {kind.label.get('ru', '')}", ""]
    lines += [" ".join(kind.definition.split()), "", f"Roles: {_roles(kind)}"]
    lines += [f"State: {kind.state}"] if kind.state else []
    lines += [f"{name}: {value}" for name, value in kind.mappings.items() if value]
    lines += [f"Source: {kind.source}"] if kind.source else []
    for wording in _wordings(book, code):
        lines += ["", f"[{wording.language}]"]
        lines += [f"  {p.id} ({p.kind}): {'; '.join(p.words)}" for p in wording.patterns]
        lines += [f"  {'+' if e.match else '-'} {e.text}" for e in wording.examples]
    return "\n".join(lines)


def as_markdown(book: Codebook) -> str:
    """Describe every type, grouped, with its roles, mappings and example sentences."""
    lines = [
        "# Codebook",
        "",
        "Written by `watchdesk codebook docs`; do not edit. A role marked `!` is required.",
        "",
    ]
    for group, kinds in groupby(book.types.values(), key=lambda k: k.code.split(".")[0]):
        lines += [f"## {group}", ""]
        for kind in kinds:
            lines += [*_section(book, kind), ""]
    return "\n".join(lines).rstrip() + "\n"


def _section(book: Codebook, kind: EventType) -> Iterator[str]:
    yield f"### `{kind.code}`"
    yield ""
    label = f"**{kind.label['en']}** ({kind.label.get('ru', '')})"
    yield f"{label}. {' '.join(kind.definition.split())}"
    yield ""
    yield f"- Roles: {_roles(kind)}"
    if kind.state:
        yield f"- State: `{kind.state}`"
    codes = [f"{name} {value}" for name, value in kind.mappings.items() if value]
    if codes:
        yield f"- Elsewhere: {'; '.join(codes)}"
    for wording in _wordings(book, kind.code):
        shown = next((e.text for e in wording.examples if e.match), None)
        trap = next((e.text for e in wording.examples if not e.match), None)
        if shown:
            yield f"- {wording.language}: {shown}" + (f" Not: {trap}" if trap else "")


def _roles(kind: EventType) -> str:
    return ", ".join(f"{r.name}{'!' if r.required else ''}" for r in kind.roles.values())


def _wordings(book: Codebook, code: str) -> list[Wording]:
    return [book.wordings[lang, code] for lang in book.languages() if (lang, code) in book.wordings]
