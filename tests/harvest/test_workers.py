"""Whatever a reader of hostile bytes does, its caller goes on."""

import asyncio
import ctypes
import os
import pickle
import time

import pytest

from watchdesk.engine.errors import FetchError, ReaderDied, UnreadableFeed, WatchdeskError
from watchdesk.harvest.workers import MEGABYTE, Fence, Worker, Workers

TIGHT = Fence(cpu_seconds=1, wall_seconds=1.5, memory_bytes=64 * MEGABYTE)


def double(number: int) -> int:
    return 2 * number


def process_id() -> int:
    return os.getpid()


def spin() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(60)


def swell() -> int:
    return len(bytearray(400 * MEGABYTE))


def crash() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(3)


def break_down() -> None:
    raise KeyError("no such tag")


def dive(depth: int = 0) -> int:
    return dive(depth + 1)


def object_in_purpose() -> None:
    raise UnreadableFeed("https://herald.example/feed", "it is HTML")


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.kill()


def test_a_call_is_answered_by_another_process(worker: Worker) -> None:
    assert worker.call(TIGHT, double, 21) == 42
    assert worker.call(TIGHT, process_id) != os.getpid()


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (spin, r"used more than 1 s of CPU|took longer than 1.5 s"),
        (sleep, r"took longer than 1\.5 s"),
        (swell, "needed more than 64 MB"),
        (crash, r"crashed \(SIGSEGV\)"),
        (leave, "ended with 3"),
        (break_down, "broke: KeyError: 'no such tag'"),
        (dive, "broke: RecursionError"),
    ],
)
def test_a_call_that_goes_wrong_is_one_clear_line_and_the_next_is_answered(
    worker: Worker, deed, why: str
) -> None:
    with pytest.raises(ReaderDied, match=why) as error:
        worker.call(TIGHT, deed)
    assert "\n" not in str(error.value)
    assert worker.call(TIGHT, double, 21) == 42


def test_an_error_raised_on_purpose_comes_through_whole(worker: Worker) -> None:
    with pytest.raises(UnreadableFeed, match="not a feed: it is HTML") as error:
        worker.call(TIGHT, object_in_purpose)
    assert error.value.url == "https://herald.example/feed"


def test_an_error_does_not_cost_the_process(worker: Worker) -> None:
    before = worker.call(TIGHT, process_id)
    with pytest.raises(WatchdeskError):
        worker.call(TIGHT, break_down)
    assert worker.call(TIGHT, process_id) == before


def test_every_error_can_be_sent() -> None:
    error = pickle.loads(pickle.dumps(FetchError("https://h.example/", "no answer", status=503)))
    assert (str(error), error.status) == ("https://h.example/: no answer", 503)


async def test_several_workers_share_the_calls() -> None:
    async with Workers(2) as workers:
        answers = await asyncio.gather(*(workers.call(TIGHT, double, n) for n in range(40)))
    assert answers == [2 * n for n in range(40)]


async def test_one_bad_call_among_many_harms_no_other() -> None:
    async with Workers(2) as workers:
        deeds = [workers.call(TIGHT, double, n) for n in range(10)]
        deeds.insert(3, workers.call(TIGHT, crash))
        answers = await asyncio.gather(*deeds, return_exceptions=True)
    assert isinstance(answers.pop(3), ReaderDied)
    assert answers == [2 * n for n in range(10)]


async def test_a_call_that_is_cancelled_frees_its_worker_at_once() -> None:
    async with Workers(1) as workers:
        await workers.call(TIGHT, double, 1)
        hanging = asyncio.create_task(workers.call(Fence(wall_seconds=60), sleep))
        await asyncio.sleep(0.1)
        hanging.cancel()
        async with asyncio.timeout(5):
            assert await workers.call(TIGHT, double, 21) == 42
