"""Gives answers as the bytes of WARC records.

Source: WARC 1.1 (ISO 28500:2017).
"""

from datetime import UTC
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter
from yarl import URL

from watchdesk.harvest.fetch.answers import Fetched, Headers

HIDDEN = "X-Archive-Orig-"
NOT_AS_SENT = frozenset({"transfer-encoding", "content-length"})


class Sha256Writer(WARCWriter):  # type: ignore[misc]
    """A writer whose digests hold in court: SHA-256, not warcio's SHA-1."""

    def _create_digester(self) -> Digester:
        return Digester("sha256")


def warcinfo(name: str, software: str) -> bytes:
    """Give the record that begins a file."""
    buffer = BytesIO()
    writer = _writer(buffer)
    info = {"software": software, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(name, info))
    return buffer.getvalue()


def records_of(answer: Fetched) -> bytes:
    """Give an answer as a response and its request."""
    buffer = BytesIO()
    writer = _writer(buffer)
    when = answer.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    named = {"WARC-Date": when}
    if answer.ip:
        named["WARC-IP-Address"] = answer.ip
    response = writer.create_warc_record(
        answer.final_url,
        "response",
        payload=BytesIO(answer.raw),
        length=len(answer.raw),
        warc_headers_dict=named,
        http_headers=StatusAndHeaders(
            f"{answer.status} {_plain(answer.reason)}".strip(), _as_kept(answer), "HTTP/1.1"
        ),
    )
    request = writer.create_warc_record(
        answer.final_url,
        "request",
        http_headers=StatusAndHeaders(
            f"GET {URL(answer.final_url).raw_path_qs} HTTP/1.1",
            _plain_headers(answer.request_headers),
            is_http_request=True,
        ),
    )
    writer.write_request_response_pair(request, response)
    return buffer.getvalue()


def _writer(out: BytesIO) -> Sha256Writer:
    return Sha256Writer(out, gzip=True, warc_version="1.1")


def _as_kept(answer: Fetched) -> list[tuple[str, str]]:
    """Give the headers of a body that is no longer chunked; what we changed stays readable."""
    changed = [
        (HIDDEN + key if key.lower() in NOT_AS_SENT else key, value)
        for key, value in _plain_headers(answer.headers)
    ]
    return [*changed, ("Content-Length", str(len(answer.raw)))]


def _plain_headers(headers: Headers) -> list[tuple[str, str]]:
    return [(key, _plain(value)) for key, value in headers]


def _plain(text: str) -> str:
    """Write bytes that are no UTF-8 (aiohttp hands them on as surrogates) as Latin-1 letters."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
