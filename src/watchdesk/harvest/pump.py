"""Keeps a number of jobs going: takes work as places become free, and stops cleanly."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from watchdesk.harvest.log import say

Job = TypeVar("Job")
AFTER_TROUBLE_SECONDS = 5.0
BREATH_SECONDS = 0.03
"""Between two takes, so that places that become free together are filled together."""


class Pump(Generic[Job]):
    """Takes jobs and works on up to `places` of them at once.

    A job that fails in a way nobody expected is logged and left to its lease; the rest goes on.
    """

    def __init__(
        self,
        name: str,
        places: int,
        take: Callable[[int], Awaitable[Sequence[Job]]],
        work: Callable[[Job], Awaitable[None]],
    ) -> None:
        self.name = name
        self.places = places
        self._take = take
        self._work = work
        self._jobs: dict[asyncio.Task[None], Job] = {}

    @property
    def working(self) -> bool:
        """Tell whether any job is in hand."""
        return bool(self._jobs)

    async def run(
        self, stop: asyncio.Event, idle_seconds: float, until_dry: Callable[[], bool] | None = None
    ) -> None:
        """Work until `stop` is set, or until there is no work left and `until_dry` agrees."""
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                may_end = until_dry is not None and until_dry()
                took = await self._fill()
                if may_end and not took and not self._jobs:
                    break
                await self._wait(stopped, idle_seconds, eager=took > 0)
        finally:
            stopped.cancel()

    async def finish(self, grace_seconds: float) -> list[Job]:
        """Let the jobs in hand finish; give those that did not, cancelled."""
        if self._jobs:
            await asyncio.wait(self._jobs, timeout=grace_seconds)
        left = {task: job for task, job in self._jobs.items() if not task.done()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        self._clear()
        return list(left.values())

    async def _fill(self) -> int:
        """Take as many jobs as there are free places; give their number."""
        free = self.places - len(self._jobs)
        if free <= 0:
            return 0
        taking = asyncio.ensure_future(self._take(free))
        await asyncio.wait([taking])
        if taking.exception():
            self._tell(taking.exception(), "cannot take work")
            await asyncio.sleep(AFTER_TROUBLE_SECONDS)
            return 0
        jobs = taking.result()
        for job in jobs:
            self._jobs[asyncio.ensure_future(self._work(job))] = job
        return len(jobs)

    async def _wait(self, stopped: asyncio.Task[bool], idle_seconds: float, *, eager: bool) -> None:
        """Wait for a place to become free, or a while where there was nothing to do."""
        full = len(self._jobs) >= self.places
        if not eager or full:
            await asyncio.wait(
                [stopped, *self._jobs],
                timeout=None if full else idle_seconds,
                return_when=asyncio.FIRST_COMPLETED,
            )
            await asyncio.sleep(BREATH_SECONDS)
        self._clear()

    def _clear(self) -> None:
        for task in [task for task in self._jobs if task.done()]:
            job = self._jobs.pop(task)
            if not task.cancelled() and task.exception():
                self._tell(task.exception(), str(job)[:200])

    def _tell(self, error: BaseException | None, what: str) -> None:
        fault = f"{type(error).__name__}: {error}"
        say("trouble", logging.ERROR, pump=self.name, what=what, error=fault)
