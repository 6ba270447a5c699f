"""Read the codebook from its files, and refuse it unless it is whole."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from watchdesk.engine.codebook.parse import event_type, term, wording
from watchdesk.engine.codebook.schema import Codebook, EventType, Term, Wording
from watchdesk.engine.errors import CodebookError
from watchdesk.engine.text import plain_yaml

Raw = dict[str, Any]
Found = TypeVar("Found", EventType, Term)


@cache
def load(folder: Traversable | None = None) -> Codebook:
    """Load every event type, term and wording.

    Raises:
        CodebookError: a file is no YAML, lacks a field or has an unknown one, is not named after
            what it holds, or speaks of a type or role that does not exist.
    """
    folder = folder or files(__package__) / "data"
    types = dict(event_types(folder / "events"))
    wordings = {(w.language, w.type): w for w in all_wordings(folder / "words", types)}
    return Codebook(
        types=types,
        wordings=wordings,
        charges=terms(folder / "charges"),
        methods=terms(folder / "methods"),
        relations=terms(folder / "relations"),
    )


def event_types(folder: Traversable) -> Iterator[tuple[str, EventType]]:
    for name, raw in contents(folder):
        kind = event_type(name, raw)
        yield kind.code, named_after(name, kind.code, kind)


def terms(folder: Traversable) -> Mapping[str, Term]:
    found = [(name, term(name, raw)) for name, raw in contents(folder)]
    return {t.code: named_after(name, t.code, t) for name, t in found}


def all_wordings(folder: Traversable, types: Mapping[str, EventType]) -> Iterator[Wording]:
    for language in subfolders(folder):
        for name, raw in contents(language):
            yield checked(f"{language.name}/{name}", wording(name, raw), language.name, types)


def checked(name: str, found: Wording, language: str, types: Mapping[str, EventType]) -> Wording:
    """Give the wording back if it stands in the right folder and names only roles of its type."""
    if found.language != language or not name.endswith(f"/{found.type}.yaml"):
        raise CodebookError(name, f"should be words/{found.language}/{found.type}.yaml")
    if found.type not in types:
        raise CodebookError(name, f"no event type {found.type!r}")
    for pattern in found.patterns:
        used = {r for rs in pattern.frame.values() for r in rs} | {*pattern.only, *pattern.never}
        if unknown := (used | {*pattern.gives}) - types[found.type].roles.keys():
            raise CodebookError(name, f"{pattern.id}: {found.type} has no role {min(unknown)!r}")
    return found


def named_after(name: str, code: str, found: Found) -> Found:
    if name != f"{code}.yaml":
        raise CodebookError(name, f"should be named {code}.yaml")
    return found


def subfolders(folder: Traversable) -> list[Traversable]:
    inside = folder.iterdir() if folder.is_dir() else ()
    return sorted((f for f in inside if f.is_dir()), key=lambda f: f.name)


def contents(folder: Traversable) -> Iterator[tuple[str, Raw]]:
    """Give name and content of each YAML file of a folder, in order of their names."""
    inside = folder.iterdir() if folder.is_dir() else ()
    for file in sorted(inside, key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            yield file.name, plain_yaml.read(file)
