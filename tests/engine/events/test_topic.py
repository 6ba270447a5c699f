from watchdesk.engine import codebook
from watchdesk.engine.events.find import find
from watchdesk.engine.records import Article, Entity, Event, Mention, Mentions, Span
from watchdesk.engine.text.sentences import sentences

NAME = "Андрея Лапина"


def read(text: str) -> dict[str, Event]:
    start = text.index(NAME) if NAME in text else None
    mentions = Mentions()
    if start is not None:
        span = Span(start, start + len(NAME))
        entity = Entity("n1", "person", "Андрей Лапин")
        mentions = Mentions((entity,), (Mention(span, "person", "name", "n1", span, "лапин"),))
    article = Article(text=text, language="ru")
    found = find(article, sentences(text, "ru"), mentions, (), codebook.load())
    return {event.type: event for event in found}


def test_an_appeal_without_a_name_is_that_of_the_one_last_spoken_of() -> None:
    found = read(
        f"Суд приговорил {NAME} к трём годам колонии. Защита намерена обжаловать приговор."
    )
    appeal = found["legal.appeal"]
    assert appeal.modality == "planned"
    assert [f.entity for f in appeal.roles["target"]] == ["n1"]


def test_a_penalty_of_an_article_is_no_event_where_nobody_is_spoken_of() -> None:
    assert read("Статья предусматривает до пяти лет лишения свободы.") == {}


def test_a_penalty_of_an_article_is_what_the_accused_may_get() -> None:
    text = f"Полиция задержала {NAME}. Статья предусматривает до пяти лет лишения свободы."
    event = read(text)["legal.convict"]
    assert event.modality == "hypothetical"
    assert [f.length for f in event.roles["sentence"]] == ["P5Y"]
