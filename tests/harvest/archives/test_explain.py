from rich.console import Console

from watchdesk.engine.records import Article, Entity, Event, Filler, Relevance, Report, Span
from watchdesk.harvest.archives.explain import explain

TEXT = "Police detained Ann Roe."
REPORT = Report(
    "a1",
    Article(TEXT, "Detained"),
    Relevance(0.9, True, reasons=("harm_in_lead",)),
    "e1",
    (Entity("n1", "person", "Anna Roe"),),
    (
        Event(
            "e1",
            "custody.detain",
            Span(7, 15),
            Span(0, 24),
            "custody.detain/en/active",
            roles={"target": (Filler(Span(16, 23), entity="n1"),)},
        ),
    ),
)


def test_the_words_are_coloured_and_the_rule_is_named() -> None:
    console = Console(record=True, width=100, force_terminal=True, quiet=True)
    with console.capture() as shown:
        console.quiet = False
        explain(REPORT, console)
    text = shown.get()
    assert "\x1b[1;37;41mdetained\x1b[0m" in text
    assert "custody.detain/en/active" in text
    assert "target: " in text
    assert "= Anna Roe" in text
    assert "relevant (0.90): harm_in_lead" in text
