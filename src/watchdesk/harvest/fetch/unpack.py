"""Takes a Content-Encoding off a body, within bounds."""

import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]

from watchdesk.engine.errors import FetchError, TooLarge
from watchdesk.harvest.fetch.limits import Limits

ACCEPTED = "gzip, deflate, br"
RATIO_FROM_BYTES = 1024 * 1024
MOST_ENCODINGS = 2
GZIP, ZLIB, RAW = zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS


def unpack(body: bytes, encoding: str, url: str, limits: Limits) -> bytes:
    """Give the body without the encodings that a Content-Encoding header names.

    Raises:
        TooLarge: it unpacks to more than the limits allow.
        FetchError: it is broken, or packed in a way we did not ask for.
    """
    encodings = [e.strip().lower() for e in encoding.split(",") if e.strip()]
    if len(encodings) > MOST_ENCODINGS:
        raise FetchError(url, f"packed {len(encodings)} times over")
    for name in reversed(encodings):
        body = _unpack_one(body, name, url, limits)
    return body


def _unpack_one(body: bytes, name: str, url: str, limits: Limits) -> bytes:
    if name == "identity" or not body:
        return body
    bound = min(limits.body_bytes, max(RATIO_FROM_BYTES, len(body) * limits.ratio))
    try:
        unpacked = _unpacker(name, url)(body, bound + 1)
    except (zlib.error, brotli.error, EOFError) as error:
        raise FetchError(url, f"the body is not the {name} it claims to be") from error
    if len(unpacked) > bound:
        raise TooLarge(url, f"{len(body):,} bytes unpack to more than {bound:,}")
    return unpacked


def _unpacker(name: str, url: str) -> Callable[[bytes, int], bytes]:
    if name in {"gzip", "x-gzip"}:
        return _gunzip
    if name == "deflate":
        return _inflate
    if name == "br":
        return _unbrotli
    raise FetchError(url, f"packed as {name[:40]!r}, which was not asked for")


def _gunzip(body: bytes, bound: int) -> bytes:
    """Unpack one gzip member after another, as the standard has it."""
    pieces: list[bytes] = []
    while body.startswith(b"\x1f\x8b") or not pieces:
        member = zlib.decompressobj(GZIP)
        pieces.append(member.decompress(body, bound))
        bound -= len(pieces[-1])
        if bound <= 0:
            break
        if not member.eof:
            raise EOFError("the body broke off")
        body = member.unused_data
    return b"".join(pieces)


def _inflate(body: bytes, bound: int) -> bytes:
    """Unpack "deflate", which some servers send without its zlib header."""
    try:
        return zlib.decompressobj(ZLIB).decompress(body, bound)
    except zlib.error:
        return zlib.decompressobj(RAW).decompress(body, bound)


def _unbrotli(body: bytes, bound: int) -> bytes:
    stream = brotli.Decompressor()
    pieces = [stream.process(body, output_buffer_limit=bound)]
    size = len(pieces[0])
    while size < bound and not stream.is_finished():
        piece = stream.process(b"", output_buffer_limit=bound - size)
        if not piece:
            raise EOFError("the body broke off")
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)
