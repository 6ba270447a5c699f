from datetime import date

from watchdesk.engine.records import (
    Article,
    Attribution,
    Count,
    DateMention,
    Entity,
    Event,
    Filler,
    Place,
    Relevance,
    Report,
    Span,
)
from watchdesk.engine.reports.rows import COLUMNS, rows

TEXT = "Anna Roe and a friend were detained by police in Ostrava on Friday, her lawyer said."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def filler(words: str, entity: str | None = None, **more: str) -> Filler:
    return Filler(span(words), entity=entity, **more)


REPORT = Report(
    id="a1",
    article=Article(TEXT, "Detained", url="https://example.org/1", published=date(2021, 3, 5)),
    relevance=Relevance(0.9, True, ("human-rights",), ("CZ",)),
    main_event="e1",
    entities=(
        Entity("n1", "person", "Anna Roe"),
        Entity("n2", "place", "Ostrava", place=Place("CZ")),
        Entity("n3", "person", ""),
    ),
    events=(
        Event(
            id="e1",
            type="custody.detain",
            trigger=span("detained"),
            sentence=Span(0, len(TEXT)),
            rule="custody.detain/en/passive",
            roles={
                "target": (filler("Anna Roe", "n1"), filler("a friend")),
                "actor": (filler("police"),),
                "place": (filler("Ostrava", "n2"),),
                "charge": (filler("Friday", code="extremism", article="280"),),
            },
            date=DateMention("Friday", span("Friday"), "2021-03-05"),
            counts=(Count("detained", 2, None, span("a friend")),),
            attribution=(Attribution("n3", "lawyer", "said", span("said")),),
        ),
    ),
)


def test_an_event_is_a_row_that_reads_without_the_report() -> None:
    (row,) = rows(REPORT)
    assert tuple(row) == COLUMNS
    assert row["target"] == "Anna Roe; a friend"
    assert (row["actor"], row["place"], row["place_country"]) == ("police", "Ostrava", "CZ")
    assert (row["charge"], row["law_article"]) == ("extremism", "280")
    assert (row["date"], row["main"], row["counts"]) == ("2021-03-05", "yes", "detained 2..")
    assert (row["words"], row["told_in"]) == ("detained", TEXT)


def test_a_report_without_events_keeps_its_row() -> None:
    (row,) = rows(Report("a2", Article("", "Broken"), error="no text"))
    assert (row["report"], row["title"], row["error"], row["type"]) == (
        "a2",
        "Broken",
        "no text",
        "",
    )
