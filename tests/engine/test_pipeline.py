import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import watchdesk
from watchdesk.engine.errors import UnreadableArticle
from watchdesk.engine.pipeline import link, read, read_capture
from watchdesk.engine.records import Article, Capture, Report, Span
from watchdesk.engine.reports.convert import from_json, schema, to_json

ARTICLE = Article(
    "Police detained reporter Ann Roe in Minsk on Friday. “They beat me,” Roe told her lawyer, "
    "Lee Doe.\n\nThe Interior Ministry declined to comment.",
    "Reporter detained in Minsk",
    published=date(2021, 3, 8),
)


def spans(value: object) -> Iterator[Span]:
    """Yield every span of a report."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, dict):
        yield from (span for one in value.values() for span in spans(one))
    elif isinstance(value, tuple):
        yield from (span for one in value for span in spans(one))
    elif is_dataclass(value):
        yield from (span for field in fields(value) for span in spans(getattr(value, field.name)))


def told(value: object) -> Iterator[tuple[Span, str]]:
    """Yield every span that comes with its words."""
    if isinstance(value, dict):
        if value.get("text") and "span" in value:
            yield Span(*value["span"]), value["text"]
        yield from (pair for one in value.values() for pair in told(one))
    elif isinstance(value, list):
        yield from (pair for one in value for pair in told(one))


def whole(report: Report) -> bool:
    """Tell whether a report keeps what the contract promises."""
    raw = to_json(report)
    Draft202012Validator(schema()).validate(raw)
    text = report.article.text
    ids = {entity.id for entity in report.entities}
    fillers = [one for event in report.events for role in event.roles.values() for one in role]
    return (
        all(0 <= span.start <= span.end <= len(text) for span in spans(report))
        and all(span.of(text) == words for span, words in told({**raw, "article": None}))
        and {one.entity for one in fillers} - {None} <= ids
        and report.main_event in {None, *(event.id for event in report.events)}
        and from_json(raw) == report
    )


def test_an_article_goes_through_every_room() -> None:
    report = read(ARTICLE)
    assert whole(report)
    assert report.article.language == "en"
    event = next(event for event in report.events if event.type == "custody.detain")
    assert event.date is not None
    assert event.date.edtf == "2021-03-05"
    assert report.entity(event.roles["target"][0].entity) is not None
    assert report.main_event == event.id
    assert report.quotes
    assert [position.position for position in report.official_positions] == ["no_comment"]
    assert report.relevance is not None
    assert report.relevance.relevant


def test_same_article_same_report() -> None:
    assert read(ARTICLE) == read(ARTICLE)


def test_the_library_is_used_in_one_line() -> None:
    assert watchdesk.read(watchdesk.Article(ARTICLE.text, published=date(2021, 3, 8))).events
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        watchdesk.write  # noqa: B018


def test_one_name_in_two_spellings_has_one_key() -> None:
    texts = ("Полиция задержала журналиста Жанболата Мамая.", "Police detained Zhanbolat Mamai.")
    keys = [[e.key for e in read(Article(text)).entities if e.kind == "person"] for text in texts]
    assert keys[0] == keys[1] != []


@pytest.mark.parametrize(
    "text", ["", "12345", "La policía detuvo a tres personas.", "警察は三人を拘束した。"]
)
def test_a_language_without_words_gives_an_honest_null(text: str) -> None:
    report = read(Article(text))
    assert whole(report)
    assert (report.events, report.error) == ((), None)


def test_text_is_put_in_nfc_before_a_span_is_counted() -> None:
    text = unicodedata.normalize("NFD", "Café owner José Ruiz was detained by police in Lviv.")
    assert whole(read(Article(text, language="en")))


def test_an_id_is_the_one_given_else_the_address_else_a_hash() -> None:
    ids = [
        read(Article("x", **more)).id for more in ({"id": "a"}, {"url": "https://x.example/"}, {})
    ]
    assert ids[:2] == ["a", "https://x.example/"]
    assert ids[2] == read(Article("x")).id != read(Article("y")).id


def test_a_page_is_read_from_its_bytes() -> None:
    page = f"<html><body><article><p>{ARTICLE.text}</p></article></body></html>"
    assert read_capture(Capture("https://x.example/1", page.encode())).events
    with pytest.raises(UnreadableArticle):
        read_capture(Capture("https://x.example/1", b"<html></html>"))


def test_reports_are_joined_whatever_their_order() -> None:
    later = Article(
        "Reporter Ann Roe, detained in Minsk on Friday, was released on Tuesday, her lawyer said.",
        id="b",
        published=date(2021, 3, 10),
    )
    reports = [read(ARTICLE), read(later)]
    assert link(reports) == link(reports[::-1])


WORDS = st.sampled_from(
    "police detained Ann Roe in Minsk on Monday . , “ ” said that two people were not killed the court "
    "sentenced him to 3 years « » полиция задержала в Минске Громова , суд оштрафовал её на 500 рублей \n\n"
    .split(" ")
)  # fmt: skip


@given(st.lists(WORDS, max_size=25), st.sampled_from(["en", "ru", None, "und", "ka"]))
@settings(deadline=None, max_examples=40)
def test_whatever_the_words_a_report_keeps_its_contract(
    words: list[str], language: str | None
) -> None:
    assert whole(read(Article(" ".join(words), language=language)))
