"""A watch that is killed (SIGKILL) at any moment loses nothing and keeps nothing twice."""

from pathlib import Path

import pytest

from tests.harvest.killing import kill_often, stop_past_the_lease

KILLS = 20
"""`python -m bench.watch kill` does 200."""


async def test_after_twenty_kills_every_article_is_kept_exactly_once(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    left = await kill_often(tmp_path, request.config.rootpath, KILLS, seed=7)
    assert len(left.announced) >= KILLS
    assert dict(left.kept) == dict.fromkeys(left.announced, 1)
    assert (left.unreadable, left.integrity) == ([], "ok")
    assert left.evidence == ()


async def test_a_watch_that_wakes_past_its_lease_keeps_nothing_twice(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    left = await stop_past_the_lease(tmp_path, request.config.rootpath, stops=4)
    assert len(left.announced) >= 4
    assert dict(left.kept) == dict.fromkeys(left.announced, 1)
    assert (left.unreadable, left.integrity) == ([], "ok")
