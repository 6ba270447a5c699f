"""`watchdesk codebook`: what can be said, checked, shown and written down."""

from collections.abc import Iterator
from pathlib import Path

import click

from watchdesk.engine.codebook.describe import as_markdown, as_text
from watchdesk.engine.codebook.load import load
from watchdesk.engine.codebook.schema import Codebook, Example, Wording
from watchdesk.engine.pipeline import read
from watchdesk.engine.records import Article, Event


@click.group()
def codebook() -> None:
    """Check, show or document the codebook: event types and the words that tell of them."""


@codebook.command()
def check() -> None:
    """Read every file of the codebook and try every example; name each that fails."""
    book = load()
    examples = failed = 0
    for wording in book.wordings.values():
        examples += len(wording.examples)
        for example in failing(wording, book):
            failed += 1
            click.echo(f"words/{wording.language}/{wording.type}.yaml: {example.text}", err=True)
    summary = (
        f"{len(book.types)} types, {len(book.wordings)} wordings in "
        f"{len(book.languages())} languages, {examples} examples"
    )
    if failed:
        raise click.ClickException(f"{summary}; {failed} fail")
    click.echo(f"{summary}: all hold")


@codebook.command()
@click.argument("code", required=False)
def show(code: str | None) -> None:
    """Show one event type with its words, or the list of all types."""
    book = load()
    if code is None:
        for kind in book.types.values():
            click.echo(f"{kind.code:<24}{kind.label['en']}")
        return
    if code not in book.types:
        near = ", ".join(c for c in book.types if code.split(".")[-1] in c) or "see the list"
        raise click.UsageError(f"no event type {code!r} ({near})")
    click.echo(as_text(book, code))


@codebook.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File; else printed.")
def docs(out: Path | None) -> None:
    """Write the whole codebook as one page of Markdown."""
    text = as_markdown(load())
    if out:
        out.write_text(text, "utf-8")
    else:
        click.echo(text)


def failing(wording: Wording, book: Codebook) -> Iterator[Example]:
    """Yield the examples that do not read as they say."""
    for example in wording.examples:
        found = read(Article(text=example.text, language=wording.language), book)
        events = [e for e in found.events if e.type == wording.type]
        if bool([e for e in events if _agrees(e, example)]) != example.match:
            yield example


def _agrees(event: Event, example: Example) -> bool:
    """Tell whether an event has the modality, time and concern that an example asks for."""
    asked = (
        (example.modality, event.modality),
        (example.background, event.background),
        (example.concern, event.concern),
    )
    return all(wanted is None or wanted == given for wanted, given in asked)
