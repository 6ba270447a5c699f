"""Visits to one host are spaced; other hosts do not wait."""

import asyncio
from itertools import pairwise

import pytest

from watchdesk.harvest.pace import MOST_HOSTS, HostRests, Pace


async def test_one_host_is_visited_one_at_a_time_and_spaced() -> None:
    pace, there, starts = Pace(0.05), 0, []
    loop = asyncio.get_running_loop()

    async def visit() -> None:
        nonlocal there
        async with pace.visit("herald.example"):
            there += 1
            starts.append(loop.time())
            assert there == 1
            await asyncio.sleep(0.01)
            there -= 1

    await asyncio.gather(*(visit() for _ in range(4)))
    gaps = [b - a for a, b in pairwise(starts)]
    assert all(gap >= 0.055 for gap in gaps)


async def test_other_hosts_do_not_wait() -> None:
    pace = Pace(10)
    async with pace.visit("slow.example"), asyncio.timeout(0.5):
        async with pace.visit("quick.example"):
            assert pace.busy() == {"slow.example", "quick.example"}


async def test_a_host_that_asks_for_rest_gets_it() -> None:
    pace = Pace(0)
    pace.rest("herald.example", 0.1)
    assert pace.busy(longer_than_seconds=0.05) == {"herald.example"}
    began = asyncio.get_running_loop().time()
    async with pace.visit("herald.example"):
        assert asyncio.get_running_loop().time() - began >= 0.09


async def test_nobody_stands_in_line_for_a_host_that_rests_long() -> None:
    pace = Pace(0)
    pace.rest("herald.example", 1800)
    with pytest.raises(HostRests, match="asked to be left alone, for 1800 s more"):
        async with pace.visit("herald.example"):
            pass


async def test_a_visit_that_fails_lets_the_next_one_in() -> None:
    pace = Pace(0)
    for _ in range(2):
        try:
            async with pace.visit("herald.example"):
                raise ValueError
        except ValueError:
            pass
    assert pace.busy() == frozenset()


async def test_hosts_nobody_needs_are_forgotten() -> None:
    pace = Pace(0)
    for number in range(MOST_HOSTS + 50):
        async with pace.visit(f"{number}.example"):
            pass
    assert len(pace._turns) <= MOST_HOSTS
