"""Limits and moments that several apps share."""

from datetime import UTC, datetime

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""Before any moment that a source can name; sorts first, so that NULL never has to."""
CODE_LENGTH = 64
NAME_LENGTH = 255
