"""The sources that ship are whole, and a bad file is told by its name and field."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from watchdesk.engine.errors import SourceError
from watchdesk.harvest.source_files import KINDS, Source, load, read

SOURCES = load()
FOCUS = yaml.safe_load(
    (files("watchdesk.engine.gazetteer") / "data/regions/focus.yaml").read_text("utf-8")
)
COUNTRIES = [entry["country"] for entry in FOCUS["countries"]]
GOOD = """
name: The Herald
kind: independent
owner: Herald Trust
languages: [en, kk]
home: https://herald.example/
channels:
  - {url: "https://herald.example/feed", kind: feed, expected_per_week: 20}
checked: 2026-01-31
note: >-
  Invented.
"""


def made(tmp_path: Path, text: str, name: str = "herald.yaml", folder: str = "kz") -> Source:
    file = tmp_path / folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return read(file)


def test_there_are_at_least_eighty_sources_of_every_kind() -> None:
    assert len(SOURCES) >= 200
    assert set(Counter(source.kind for source in SOURCES)) == set(KINDS)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_of_the_region_has_sources_of_several_owners(country: str) -> None:
    at_home = [source for source in SOURCES if source.country == country]
    assert len({source.owner for source in at_home}) >= 4
    assert {"independent"} < {source.kind for source in at_home}
    assert sum(country in source.covers for source in SOURCES) >= 10


def test_every_source_says_where_it_is_read_or_why_not() -> None:
    assert all(source.channels or source.note for source in SOURCES)
    assert all(source.home_url and source.owner and source.languages for source in SOURCES)


def test_no_address_is_polled_for_two_sources() -> None:
    urls = Counter(channel.url for source in SOURCES for channel in source.channels)
    assert [url for url, count in urls.items() if count > 1] == []


def test_a_list_kept_by_those_who_persecute_comes_with_a_warning() -> None:
    lists = {"minjust-registers", "rosfinmonitoring-list", "mininform-extremist-list"}
    assert {source.id for source in SOURCES if source.ethics.startswith("A list of people")} > lists


def test_no_source_is_said_to_be_checked_that_nobody_could_check() -> None:
    assert all(source.checked is None for source in SOURCES)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    source = made(tmp_path, GOOD)
    assert (source.id, source.country, source.covers) == ("herald", "KZ", ("KZ",))
    assert source.channels[0].expected_per_week == 20
    assert (source.note, str(source.checked)) == ("Invented.", "2026-01-31")


BAD = {
    "kind: independent": ("kind: newspaper", "kind: 'newspaper' is none of independent, state"),
    "name: The Herald": ("name: ", "name: is missing"),
    "[en, kk]": ("[en, xx]", "languages: 'xx' is not a language of the vocabulary"),
    "languages: [en, kk]": ("languages: en", "languages: 'en' is no list"),
    "owner: Herald Trust": ("ownr: Herald Trust", "ownr: no such field; there are channels, checked"),
    "https://herald.example/feed": ("http://10.0.0.1/feed", "channel 1: url: .*10.0.0.1 is private"),
    '"https://herald.example/feed"': ("7", "channel 1: url: 7 is no address"),
    "kind: feed": ("kind: atom", "channel 1: kind: 'atom' is none of feed, sitemap, page"),
    "expected_per_week: 20": ("expected_per_week: many", "channel 1: expected_per_week: 'many' is no"),
    "expected_per_week: 20}": ("every: 5}", "every: no such field"),
    "2026-01-31": ("yesterday", "checked: 'yesterday' is no day"),
    "home: https://herald.example/": ("home: ftp://herald.example/", "home: .*only http"),
    "name: The": ("name: [The", "not YAML: "),
}  # fmt: skip


@pytest.mark.parametrize("good", BAD)
def test_a_bad_file_is_told_by_its_name_and_field(tmp_path: Path, good: str) -> None:
    bad, why = BAD[good]
    with pytest.raises(SourceError, match=why) as error:
        made(tmp_path, GOOD.replace(good, bad))
    assert str(error.value).startswith(str(tmp_path / "kz" / "herald.yaml"))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "folder", "why"),
    [
        ("The Herald.yaml", "kz", "its name: 'The Herald' is not in small letters"),
        ("herald.yaml", "kazakhstan", "its folder: 'KAZAKHSTAN' is no country code"),
        ("herald.yaml", "int", "covers: an international source names the countries"),
    ],
)
def test_a_file_in_the_wrong_place_is_told(
    tmp_path: Path, name: str, folder: str, why: str
) -> None:
    with pytest.raises(SourceError, match=why):
        made(tmp_path, GOOD, name, folder)


def test_a_source_without_channels_says_why(tmp_path: Path) -> None:
    without = GOOD[: GOOD.index("channels:")]
    with pytest.raises(SourceError, match="channels: none, and no note says why"):
        made(tmp_path, without)
    assert made(tmp_path, without + "note: A register that is searched.").channels == ()


def test_an_id_stands_once(tmp_path: Path) -> None:
    made(tmp_path, GOOD)
    made(tmp_path, GOOD, folder="kg")
    with pytest.raises(SourceError, match="another source has the id 'herald'"):
        load(tmp_path)


@settings(max_examples=200)
@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["name", "kind", "channels", "url", "languages"]), inner),
    max_leaves=8,
))  # fmt: skip
def test_whatever_else_a_file_holds_it_is_told(
    tmp_path_factory: pytest.TempPathFactory, data: object
) -> None:
    with pytest.raises(SourceError, match=r"herald\.yaml: "):
        made(tmp_path_factory.getbasetemp(), yaml.safe_dump(data))
