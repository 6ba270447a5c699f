from watchdesk.harvest.demo.press import load
from watchdesk.harvest.demo.sources import sources
from watchdesk.harvest.source_files import CHANNEL_KINDS, KINDS, LANGUAGES

SOURCES = sources("http://127.0.0.1:8090/")


def test_every_outlet_is_a_source_with_addresses_to_poll() -> None:
    assert [source.id for source in SOURCES] == [f"demo-{id}" for id in load().outlets]
    for source in SOURCES:
        assert source.kind in KINDS
        assert set(source.languages) <= LANGUAGES
        assert source.covers
        assert source.channels
        for channel in source.channels:
            assert channel.kind in CHANNEL_KINDS
            assert channel.url.startswith("http://127.0.0.1:8090/")


def test_the_two_services_of_the_agency_have_one_owner() -> None:
    owners = {source.id: source.owner for source in SOURCES}
    assert owners["demo-caspian-line"] == owners["demo-caspian-line-ru"]


def test_feeds_sitemaps_and_pages_are_all_there() -> None:
    kinds = {source.id: [channel.kind for channel in source.channels] for source in SOURCES}
    assert kinds["demo-aspan-daily"] == ["feed"]
    assert kinds["demo-levi-breg"] == ["page"]
    assert kinds["demo-tanba"] == ["sitemap", "page"]
