"""Processes that read hostile bytes, with limits, and may be killed and replaced.

A parser that hangs, bursts or crashes takes its process with it and nothing else.
"""

import asyncio
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from watchdesk.engine.errors import ReaderDied, WatchdeskError

P = ParamSpec("P")
T = TypeVar("T")
MEGABYTE = 1024 * 1024
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
UNLIMITED = resource.RLIM_INFINITY
STATM = Path("/proc/self/statm")
"""Linux only: elsewhere memory is not limited."""
READY_SECONDS = 120
"""How long a process may take to load what it reads with."""
LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Fence:
    """What one call may cost: seconds of CPU and of time, bytes of memory beyond the idle ones."""

    cpu_seconds: float = 2
    wall_seconds: float = 20
    memory_bytes: int = 256 * MEGABYTE


class Worker:
    """One process, begun when it is first needed and again after it died.  For one caller."""

    def __init__(self, prepare: Callable[[], None] | None = None) -> None:
        self._prepare = prepare
        self._process: BaseProcess | None = None
        self._pipe: Connection

    def call(self, fence: Fence, function: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401
        """Run a function of a module in the process.

        Raises:
            ReaderDied: it passed the fence, crashed, or raised what nobody expected.
            WatchdeskError: what the function raised on purpose.
        """
        if self._process is None or not self._process.is_alive():
            self._begin()
        try:
            self._pipe.send((fence, function, arguments))
            if not self._pipe.poll(fence.wall_seconds):
                self.kill()
                raise ReaderDied(f"took longer than {fence.wall_seconds:g} s")
            answer = self._pipe.recv()
        except (EOFError, ConnectionError) as error:
            raise ReaderDied(self._how_it_died(fence)) from error
        if isinstance(answer, MemoryError):
            self.kill()
            raise ReaderDied(f"needed more than {fence.memory_bytes // MEGABYTE} MB")
        if isinstance(answer, Exception):
            raise answer
        return answer

    def stop(self) -> None:
        """End the process from another thread: whoever waits for its answer hears that it died."""
        process = self._process
        if process:
            process.kill()

    def kill(self) -> None:
        """End the process at once, and clear up after it."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.join()
            process.close()
            self._pipe.close()

    def _begin(self) -> None:
        self.kill()
        context = multiprocessing.get_context("forkserver")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._prepare), daemon=True)
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        if not ours.poll(READY_SECONDS):
            self.kill()
            raise ReaderDied(f"a reader did not begin in {READY_SECONDS} s")
        try:
            ours.recv()
        except EOFError as error:
            self.kill()
            raise ReaderDied("a reader did not begin: it died while it loaded") from error

    def _how_it_died(self, fence: Fence) -> str:
        process = self._process
        if process is None:
            return "was stopped"
        process.join(1)
        code = process.exitcode or 0
        self.kill()
        if -code == signal.SIGXCPU:
            return f"used more than {fence.cpu_seconds:g} s of CPU"
        return f"crashed ({signal.Signals(-code).name})" if code < 0 else f"ended with {code}"


class Workers:
    """A few workers for an event loop; use it as an async context manager."""

    def __init__(self, count: int, prepare: Callable[[], None] | None = None) -> None:
        self._workers = [Worker(prepare) for _ in range(count)]
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reader")

    async def __aenter__(self) -> Self:
        for worker in self._workers:
            self._idle.put_nowait(worker)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown()
        for worker in self._workers:
            worker.kill()

    async def call(
        self, fence: Fence, function: Callable[P, T], *arguments: P.args, **_: P.kwargs
    ) -> T:
        """Run a function of a module in a process of its own; see `Worker.call`."""
        worker = await self._idle.get()
        loop = asyncio.get_running_loop()
        work = self._threads.submit(worker.call, fence, function, *arguments)
        work.add_done_callback(lambda _: loop.call_soon_threadsafe(self._idle.put_nowait, worker))
        try:
            result: T = await asyncio.wrap_future(work)
        except asyncio.CancelledError:
            worker.stop()
            raise
        return result


def _serve(pipe: Connection, prepare: Callable[[], None] | None) -> None:
    """Answer calls until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if prepare:
        prepare()
    pipe.send(None)
    while True:
        try:
            fence, function, arguments = pipe.recv()
        except EOFError:
            return
        pipe.send(_within(fence, function, arguments))


def _within(fence: Fence, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
    """Call within the fence; what is raised is the answer."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = ceil(used.ru_utime + used.ru_stime + fence.cpu_seconds)
    _limit(resource.RLIMIT_CPU, cpu)
    if STATM.exists():
        _limit(resource.RLIMIT_AS, _memory_bytes() + fence.memory_bytes)
    try:
        return function(*arguments)
    except (WatchdeskError, MemoryError) as error:
        return error
    except Exception as error:  # noqa: BLE001  this process is the fence: nothing gets past it
        return ReaderDied(f"broke: {type(error).__name__}: {error}"[:LONGEST_LINE])
    finally:
        _unlimit(resource.RLIMIT_AS)


def _limit(what: int, soft: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (soft if hard == UNLIMITED else min(soft, hard), hard))


def _unlimit(what: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (hard, hard))


def _memory_bytes() -> int:
    """Give the address space in use now."""
    with STATM.open(encoding="ascii") as file:
        return int(file.read().split()[0]) * PAGE_BYTES
