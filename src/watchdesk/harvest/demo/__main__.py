"""Serve the demo press until Ctrl-C: `python -m watchdesk.harvest.demo [--port N] [--as-of T]`."""

import argparse
import sys
from datetime import datetime
from threading import Event

from watchdesk.harvest.demo.server import serve


def main() -> None:
    """Parse the arguments and serve."""
    parser = argparse.ArgumentParser(prog="python -m watchdesk.harvest.demo", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--as-of", type=datetime.fromisoformat, help="2026-01-20T12:00+00:00")
    options = parser.parse_args()
    with serve(options.host, options.port, as_of=options.as_of) as press:
        sys.stdout.write(f"Demo press: {press.url}/ (every outlet in it is invented)\n")
        sys.stdout.flush()
        try:
            Event().wait()
        except KeyboardInterrupt:
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
