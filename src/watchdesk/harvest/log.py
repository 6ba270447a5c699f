"""Says what the watch does: one line an act, `act key=value ...`, or JSON for machines."""

import json
import logging
from datetime import UTC, datetime
from typing import ClassVar

LOGGER = logging.getLogger("watchdesk.watch")
Value = str | int | float | bool | None


def say(act: str, level: int = logging.INFO, **fields: Value) -> None:
    """Log one act with its facts."""
    if LOGGER.isEnabledFor(level):
        told = " ".join(f"{key}={_quoted(value)}" for key, value in fields.items())
        LOGGER.log(level, "%s %s", act, told, extra={"act": act, "facts": fields})


def _quoted(value: Value) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if not text or set(text) & set(' "=\n') else text


class JsonLines(logging.Formatter):
    """Formats each line as one JSON object."""

    PLAIN: ClassVar[dict[str, Value]] = {}

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": when, "level": record.levelname.lower()}
        act = getattr(record, "act", None)
        told = {"act": act} if act else {"act": "log", "message": record.getMessage()}
        return json.dumps(line | told | getattr(record, "facts", self.PLAIN), ensure_ascii=False)
