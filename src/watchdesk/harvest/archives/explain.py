"""Show a report on a terminal: the text with what was found in it, and the rule of each event."""

from rich.console import Console
from rich.text import Text

from watchdesk.engine.records import Event, Report, Span

STYLES = {
    "trigger": "bold white on red",
    "target": "bold yellow",
    "actor": "bold cyan",
    "place": "green",
    "date": "magenta",
    "other": "blue",
}


def explain(report: Report, console: Console) -> None:
    """Print the text with coloured spans, then one paragraph an event."""
    article = report.article
    console.print(Text(article.title or report.id, style="bold underline"))
    console.print(_marked(report))
    for event in report.events:
        console.print()
        console.print(_told(report, event))
    relevance = report.relevance
    if relevance:
        console.print()
        verdict = "relevant" if relevance.relevant else "not relevant"
        reasons = "; ".join(relevance.reasons)
        console.print(Text(f"{verdict} ({relevance.score:.2f}): {reasons}", style="italic"))
    console.print()


def _marked(report: Report) -> Text:
    text = Text(report.article.text)
    for event in report.events:
        text.stylize(STYLES["trigger"], event.trigger.start, event.trigger.end)
        for role, fillers in event.roles.items():
            for filler in fillers:
                _mark(text, filler.span, STYLES.get(role, STYLES["other"]))
        if event.date:
            _mark(text, event.date.span, STYLES["date"])
    return text


def _mark(text: Text, span: Span, style: str) -> None:
    text.stylize(style, span.start, span.end)


def _told(report: Report, event: Event) -> Text:
    """Tell one event: its type, how it is told, its roles with their words, and its rule."""
    words = report.article.text
    star = "* " if event.id == report.main_event else "  "
    told = Text(star)
    told.append(f"{event.type} ", style="bold")
    told.append(f"“{event.trigger.of(words)}”", style=STYLES["trigger"])
    extra = [event.modality, *(["background"] if event.background else [])]
    extra += [] if event.concern else ["no concern"]
    told.append(f" {', '.join(extra)}, salience {event.salience:.2f}")
    for role, fillers in event.roles.items():
        for filler in fillers:
            told.append(f"\n    {role}: ")
            entity = report.entity(filler.entity)
            said = filler.text or filler.span.of(words)
            told.append(said, style=STYLES.get(role, STYLES["other"]))
            if entity and entity.name and entity.name != said:
                told.append(f" = {entity.name}")
            if filler.code or filler.kind or filler.length:
                told.append(
                    f" ({', '.join(filter(None, (filler.code, filler.kind, filler.length)))})"
                )
    if event.date:
        told.append(f"\n    date: {event.date.text} = {event.date.edtf}", style=STYLES["date"])
    for attribution in event.attribution:
        source = report.entity(attribution.entity)
        told.append(f"\n    according to: {source.name if source else attribution.entity}")
    told.append(f"\n    rule: {event.rule}", style="dim")
    return told
