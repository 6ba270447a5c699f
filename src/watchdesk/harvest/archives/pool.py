"""Read items in several processes, in order: one that dies takes its item with it and no other."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any

from watchdesk.engine.errors import WatchdeskError
from watchdesk.engine.records import Report
from watchdesk.engine.reports.convert import failed
from watchdesk.harvest.archives.items import Found, Item
from watchdesk.harvest.workers import MEGABYTE, Fence, Worker

FENCE = Fence(cpu_seconds=60, wall_seconds=240, memory_bytes=1536 * MEGABYTE)
"""Of one article: wide, for an honest one of 100,000 words on a busy machine."""
AHEAD = 4
"""Items under way for each process; more would only fill the memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report of one item, and the error if it could not be read."""

    report: Report
    error: WatchdeskError | None = None


class Pool:
    """A few processes that call one function on items.  Use it as a context manager."""

    def __init__(
        self,
        jobs: int,
        function: Callable[..., Report],
        arguments: tuple[Any, ...] = (),
        prepare: Callable[[], None] | None = None,
        fence: Fence = FENCE,
    ) -> None:
        self._jobs = jobs
        self._call = (function, arguments)
        self._fence = fence
        self._workers = [Worker(prepare) for _ in range(jobs)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="reader")

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.kill()

    def read(self, items: Iterable[Found]) -> Iterator[Outcome]:
        """Yield an outcome for each item, in order; what was no item comes through as its error."""
        waiting: deque[Future[Outcome]] = deque()
        for found in items:
            waiting.append(self._threads.submit(self._one, found))
            while len(waiting) >= AHEAD * self._jobs or (waiting and waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _one(self, found: Found) -> Outcome:
        if not isinstance(found, Item):
            place = f"{found.file}, {found.place}" if found.place else found.file
            return Outcome(failed(place, str(found)), found)
        worker = self._idle.get()
        function, arguments = self._call
        try:
            return Outcome(worker.call(self._fence, function, found, *arguments))
        except WatchdeskError as error:
            return _failed(found, error)
        finally:
            self._idle.put(worker)


def _failed(item: Item, error: WatchdeskError) -> Outcome:
    """Name the item, unless the error does so itself."""
    told = item.told
    named = told.url or (item.capture.url if item.capture else None)
    why = str(error) if named and named in str(error) else f"{item.place}: {error}"
    return Outcome(failed(told.id or told.url or item.place, why, told), error)
