"""Open the newsroom: database, account, watch, desk and site; close all of it in order."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from waitress.server import create_server

from watchdesk.engine.errors import WatchdeskError
from watchdesk.harvest.source_files import FOLDER, load
from watchdesk.newsroom.blog.services import ensure_site
from watchdesk.newsroom.demo.opening import DemoPress, open_press
from watchdesk.newsroom.monitor.services import register_sources
from watchdesk.newsroom.serving.accounts import first_account, new_password
from watchdesk.newsroom.serving.application import Application
from watchdesk.newsroom.serving.child import watching
from watchdesk.newsroom.serving.rounds import Rounds

FORGOTTEN = "with the password shown at first (lost it? --new-password)"
THREADS = 8
BODY_BYTES = 30_000_000
ANY = ("0.0.0.0", "::")


class PortTaken(WatchdeskError):
    """Somebody else listens at the address."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to open, and how to tell of it."""

    host: str
    port: int
    demo: bool
    say: Callable[[str], object]
    new_password: bool = False
    watch: bool = True


def run(plan: Plan) -> None:
    """Open the newsroom and serve until SIGINT or SIGTERM.

    Raises: PortTaken where the address cannot be listened at.
    """
    with ExitStack() as stack:
        server = stack.enter_context(_listening(plan))
        plan.say("Preparing the database ...")
        call_command("migrate", verbosity=0)
        sign_in = new_password() if plan.new_password else first_account()
        ensure_site(settings.SITE_NAME, settings.BASE_URL)
        press = stack.enter_context(open_press(Path(settings.DATA))) if plan.demo else None
        _register(press)
        if plan.watch:
            stack.enter_context(watching(press.allow if press else frozenset()))
        stack.enter_context(_in_thread(Rounds(press, plan.say)))
        for line in _addresses(plan, sign_in.name, sign_in.password):
            plan.say(line)
        _until_stopped(server.run)
        plan.say("Stopping ...")


def _register(press: DemoPress | None) -> None:
    """Write down what is watched: the demo press alone, or the source files."""
    if press:
        register_sources(press.sources)
        return
    own = Path(os.environ.get("WATCHDESK_SOURCES") or Path(settings.DATA) / "sources")
    register_sources(load(*(folder for folder in (FOLDER, own) if folder.is_dir())))


@contextmanager
def _listening(plan: Plan) -> Iterator[object]:
    """Take the address before anything else is done, and give it back at the end."""
    proxied = {"trusted_proxy": "127.0.0.1", "trusted_proxy_headers": "x-forwarded-proto"}
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, plan.host]
    try:
        server = create_server(
            Application(),
            host=plan.host,
            port=plan.port,
            threads=THREADS,
            max_request_body_size=BODY_BYTES,
            ident=None,
            clear_untrusted_proxy_headers=True,
            **(proxied if settings.HTTPS else {}),
        )
    except OSError as error:
        raise PortTaken(
            f"{plan.host}:{plan.port}: cannot listen there: {error.strerror}"
        ) from error
    try:
        yield server
    finally:
        server.close()


@contextmanager
def _in_thread(rounds: Rounds) -> Iterator[None]:
    thread = threading.Thread(target=rounds.run, name="rounds")
    thread.start()
    try:
        yield
    finally:
        rounds.stop.set()
        thread.join()


def _until_stopped(serve: Callable[[], None]) -> None:
    """Serve in this thread; SIGTERM ends it as Ctrl-C does."""

    def end(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        serve()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


def _addresses(plan: Plan, name: str, password: str | None) -> Iterator[str]:
    host = "127.0.0.1" if plan.host in ANY else plan.host
    base = f"http://[{host}]:{plan.port}" if ":" in host else f"http://{host}:{plan.port}"
    yield f"Public site  {base}/"
    yield f"Desk         {base}/desk/"
    shown = f"{password}   (shown this once)" if password else FORGOTTEN
    yield f"Sign in      {name}   {shown}"
    yield f"Data         {settings.DATA}"
    yield "Ctrl-C stops everything."
