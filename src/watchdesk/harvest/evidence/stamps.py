"""Time stamps on the head of the log: an outside authority says that the chain stood then.

One stamp vouches for every entry before it.  Needs rfc3161-client (the extra `evidence`).
Source: RFC 3161.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from watchdesk.engine.errors import FetchError, UnreadableInput
from watchdesk.harvest.evidence.custody import START, Custody, Entry
from watchdesk.harvest.fetch.client import Fetcher

FOLDER = "stamps"
ASKS, ANSWERS = "application/timestamp-query", "application/timestamp-reply"
GRANTED = 0


async def stamp(custody: Custody, fetcher: Fetcher, authority: str, now: datetime) -> Entry:
    """Ask an authority to stamp the head of the log, keep its token, and enter that into the log.

    Raises:
        FetchError: it does not answer, or not with a token for what was asked.
        UnreadableInput: the log is empty.
    """
    head = custody.head()
    if head == START:
        raise UnreadableInput(str(custody.path), "holds nothing to stamp yet")
    request = (
        TimestampRequestBuilder().data(head.encode()).hash_algorithm(HashAlgorithm.SHA256).build()
    )
    answer = await fetcher.post(authority, request.as_bytes(), ASKS)
    answer.raise_for_status()
    token = _token(authority, answer.body)
    if token.tst_info.nonce != request.nonce or not _is_of(token, head):
        raise FetchError(authority, "stamped something else than was asked")
    name = f"{FOLDER}/{now.astimezone(UTC):%Y%m%dT%H%M%S}-{head[:12]}.tsr"
    _keep(custody.path.parent / name, answer.body)
    digest = sha256(answer.body).hexdigest()
    facts = {"head": head, "file": name, "sha256": digest, "authority": authority}
    return custody.add("stamped", now, facts)


def check(entry: Entry, folder: Path, roots: Sequence[x509.Certificate] = ()) -> datetime:
    """Give the time at which an authority stamped what an entry says it did.

    Without `roots` only the token's content is checked, not who signed it.

    Raises:
        UnreadableInput: the token is missing, changed, or not of that head; or its signature fails.
    """
    name, head = str(entry.facts.get("file")), str(entry.facts.get("head"))
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise UnreadableInput(name, f"cannot be read: {error.strerror}") from error
    if sha256(data).hexdigest() != entry.facts.get("sha256"):
        raise UnreadableInput(name, "changed since it was kept")
    try:
        token = _token(name, data)
        if not _is_of(token, head):
            raise UnreadableInput(name, "stamps something else")
        if roots:
            VerifierBuilder(roots=list(roots)).build().verify_message(token, head.encode())
    except (VerificationError, FetchError, ValueError) as error:
        raise UnreadableInput(name, f"its signature fails: {error}") from error
    return token.tst_info.gen_time


def certificates(file: Path) -> list[x509.Certificate]:
    """Read the root certificates (PEM) of authorities that are trusted.

    Raises:
        UnreadableInput: the file holds none.
    """
    try:
        return x509.load_pem_x509_certificates(file.read_bytes())
    except ValueError as error:
        raise UnreadableInput(str(file), "no certificates in PEM") from error


def _token(where: str, data: bytes) -> TimeStampResponse:
    try:
        token = decode_timestamp_response(data)
    except ValueError as error:
        raise FetchError(where, "no time-stamp token") from error
    if token.status != GRANTED:
        raise FetchError(where, f"no stamp was granted: {token.status_string}")
    return token


def _is_of(token: TimeStampResponse, head: str) -> bool:
    return bool(token.tst_info.message_imprint.message == sha256(head.encode()).digest())


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
