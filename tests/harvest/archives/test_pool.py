import pytest

from tests.harvest.archives import reading_child
from watchdesk.engine.errors import UnreadableInput
from watchdesk.engine.records import Article
from watchdesk.harvest.archives.items import Found, Item
from watchdesk.harvest.archives.pool import Outcome, Pool
from watchdesk.harvest.workers import Fence

FENCE = Fence(cpu_seconds=5, wall_seconds=2)


def item(text: str) -> Item:
    return Item(f"a.jsonl, line {text}", Article(text, url=f"https://x.example/{text}"))


def read(*texts: str, jobs: int = 2) -> list[Outcome]:
    found: list[Found] = [item(text) for text in texts]
    with Pool(jobs, reading_child.read, ("!",), fence=FENCE) as pool:
        return list(pool.read(found))


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_come_in_the_order_of_their_items(jobs: int) -> None:
    outcomes = read("slow", "b", "c", "slow", "e", jobs=jobs)
    assert [outcome.report.id for outcome in outcomes] == ["slow!", "b!", "c!", "slow!", "e!"]


def test_an_item_that_kills_its_process_is_named_and_the_rest_goes_on() -> None:
    outcomes = read("a", "kill", "b", "hang", "bug", "bad", "c")
    assert [bool(outcome.error) for outcome in outcomes] == [
        False,
        True,
        False,
        True,
        True,
        True,
        False,
    ]
    told = [outcome.report.error for outcome in outcomes if outcome.error]
    assert told == [
        "a.jsonl, line kill: crashed (SIGKILL)",
        "a.jsonl, line hang: took longer than 2 s",
        "a.jsonl, line bug: broke: RuntimeError: oops",
        "https://x.example/bad: not an article: no text was found",
    ]
    assert outcomes[1].report.article.url == "https://x.example/kill"


def test_what_is_no_item_keeps_its_place() -> None:
    broken = UnreadableInput("a.jsonl", "no JSON", "line 2")
    with Pool(1, reading_child.read, ("",), fence=FENCE) as pool:
        outcomes = list(pool.read([item("a"), broken, item("b")]))
    assert [outcome.report.id for outcome in outcomes] == ["a", "a.jsonl, line 2", "b"]
    assert outcomes[1].report.error == "a.jsonl, line 2: no JSON"
