from watchdesk.harvest.demo.press import load
from watchdesk.harvest.demo.sources import sources
from watchdesk.harvest.source_files import CHANNEL_KINDS, KINDS, LANGUAGES

SOURCES = sources("http://127.0.0.1:8090/")


def test_every_outlet_is_a_source_with_one_address_to_poll() -> None:
    assert [source.id for source in SOURCES] == [f"demo-{id}" for id in load().outlets]
    for source in SOURCES:
        assert source.kind in KINDS
        assert set(source.languages) <= LANGUAGES
        assert source.country in source.covers or source.kind == "wire" or source.country == "LV"
        assert [channel.kind in CHANNEL_KINDS for channel in source.channels] == [True]
        assert source.channels[0].url.startswith("http://127.0.0.1:8090/")


def test_the_two_services_of_the_agency_have_one_owner() -> None:
    owners = {source.id: source.owner for source in SOURCES}
    assert owners["demo-caspian-line"] == owners["demo-caspian-line-ru"]


def test_feeds_sitemaps_and_pages_are_all_there() -> None:
    kinds = {source.id: source.channels[0].kind for source in SOURCES}
    assert set(kinds.values()) == {"feed", "sitemap", "page"}
    assert kinds["demo-tanba"] == "sitemap"
    assert kinds["demo-levi-breg"] == "page"
