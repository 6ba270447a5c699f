"""The watch as a child process that ends with its parent."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from watchdesk.harvest.fetch.addresses import Allowed

GRACE_SECONDS = 15
COMMAND = (sys.executable, "-m", "django", "watch", "--with-parent")


@contextmanager
def watching(allow: Allowed) -> Iterator[subprocess.Popen[bytes]]:
    """Run the watch while the context lasts; then ask it to stop, and insist.

    The child holds the other end of a pipe from us, so it ends even if we are killed.  It stands
    in a group of its own: a Ctrl-C at the terminal reaches us alone, and we stop it in order.
    """
    environment = os.environ | {"WATCHDESK_ALLOW": json.dumps(sorted(allow))}
    child = subprocess.Popen(
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        child.terminate()
        try:
            child.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdin:
            child.stdin.close()
