"""Let one transaction at a time do a thing."""

from zlib import crc32

from django.db import connection


def one_at_a_time(name: str) -> None:
    """Wait until no other transaction holds this name; it is held until this one ends.

    SQLite needs nothing here: each of its transactions begins as the only writer.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [crc32(name.encode())])
