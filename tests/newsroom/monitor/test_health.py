from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.newsroom import make
from watchdesk.engine.records import FeedItem
from watchdesk.harvest.source_files import Source
from watchdesk.harvest.store import Channel, Poll
from watchdesk.newsroom.monitor import health, models, selectors, services
from watchdesk.newsroom.monitor.store import OrmStore

pytestmark = pytest.mark.django_db
FEED = Channel("herald", "https://herald.example/feed", "feed", expected_per_week=5)
HERALD = Source("herald", "Herald", "independent", "KZ", "Herald Group", ("ru",), channels=(FEED,))
OK = replace(FEED, last_success_at=make.NOW, next_poll_at=make.NOW + timedelta(hours=1))


def polled(channel: Channel = OK, **more: object) -> health.Health:
    services.register_sources([HERALD])
    OrmStore().record_poll(Poll(channel, make.NOW, **more))
    (found,) = health.all_health(make.NOW)
    return found


def test_a_registered_source_keeps_its_name_owner_and_state() -> None:
    assert services.register_sources([HERALD]) == 1
    services.set_active(models.Source.objects.get(), active=False)
    assert services.register_sources([replace(HERALD, name="The Herald")]) == 0
    row = models.Source.objects.get()
    assert (row.name, row.owner, row.active) == ("The Herald", "Herald Group", False)
    assert not OrmStore().lease_channels(make.NOW, 10, 60)


def test_a_source_that_answers_is_fine() -> None:
    found = polled()
    assert (found.state, found.last_success_at) == (health.FINE, make.NOW)


def test_a_source_that_fails_shows_its_error() -> None:
    found = polled(replace(FEED, failures=2), error="no answer in 30 s")
    assert (found.state, found.failures, found.error) == (health.FAILING, 2, "no answer in 30 s")


def test_a_source_that_was_given_up_comes_first() -> None:
    assert polled(FEED, alive=False, status=410, error="gone").state == health.GIVEN_UP
    assert health.ORDER[0] == health.GIVEN_UP


def test_a_source_is_quiet_once_a_week_brought_less_than_expected() -> None:
    assert polled(items=(FeedItem("https://herald.example/1", "One"),)).state == health.FINE
    later = make.NOW + timedelta(days=8)
    (found,) = health.all_health(later)
    assert (found.state, found.found, found.expected) == (health.QUIET, 0, 5)


def test_the_watch_has_settled_when_all_is_polled_and_read() -> None:
    services.register_sources([HERALD])
    assert not selectors.is_settled()
    polled(items=(FeedItem("https://herald.example/1", "One"),))
    assert not selectors.is_settled()
    (page,) = OrmStore().lease_pages(make.NOW, 10, 60)
    OrmStore().fail_page(page, "503", make.NOW + timedelta(hours=1))
    assert selectors.is_settled()


def test_a_channel_given_up_is_polled_again_when_an_editor_says_so(desk: Client) -> None:
    polled(FEED, alive=False, error="gone")
    assert not OrmStore().lease_channels(make.NOW + timedelta(days=99), 10, 60)
    desk.post(reverse("monitor:revive", args=[models.Channel.objects.get().pk]))
    assert OrmStore().lease_channels(make.NOW + timedelta(days=9999), 10, 60)


def test_a_page_given_up_is_fetched_again_when_an_editor_says_so(desk: Client) -> None:
    polled(items=(FeedItem("https://herald.example/1", "One"),))
    (page,) = OrmStore().lease_pages(make.NOW, 10, 60)
    OrmStore().fail_page(page, "the reader died on it", None)
    url = reverse("monitor:source", args=["herald"])
    assert b"the reader died on it" in desk.get(url).content
    desk.post(reverse("monitor:fetch", args=[models.PageTask.objects.get().pk]))
    assert OrmStore().lease_pages(make.NOW + timedelta(days=9999), 10, 60)


def test_the_monitor_shows_sources_and_captures(desk: Client) -> None:
    polled()
    row = make.kept(make.report())
    assert b"Herald" in desk.get(reverse("monitor:sources") + "?country=KZ").content
    capture = desk.get(reverse("monitor:capture", args=[row.capture_id])).content.decode()
    assert row.capture.sha256 in capture
    desk.post(reverse("monitor:active", args=["herald"]), {"active": "0"})
    assert health.all_health(make.NOW)[0].state == health.RESTING
