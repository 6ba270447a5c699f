"""The whole path of a time stamp, against an authority of our own (openssl) on loopback."""

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.harvest.evidence.test_verify import fill
from tests.harvest.loopback import Request, Site, page, serve
from watchdesk.engine.errors import FetchError, UnreadableInput
from watchdesk.harvest.evidence import stamps
from watchdesk.harvest.evidence.custody import NAME, Custody, Entry
from watchdesk.harvest.evidence.verify import check_log
from watchdesk.harvest.evidence.wacz import entries_of
from watchdesk.harvest.fetch.client import Fetcher, Manners

OPENSSL = shutil.which("openssl")
NOW = datetime.now(UTC)
CONFIG = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[stamp]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = authority
[authority]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="needs openssl")


def run(folder: Path, *arguments: str, data: bytes = b"") -> bytes:
    done = subprocess.run(
        [str(OPENSSL), *arguments], cwd=folder, input=data, capture_output=True, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a root and a time-stamp authority below it."""
    folder = tmp_path_factory.mktemp("authority")
    (folder / "openssl.cnf").write_text(CONFIG.format(folder=folder))
    (folder / "serial").write_text("01\n")
    new = ("-newkey", "rsa:2048", "-nodes", "-config", "openssl.cnf")
    run(folder, "req", "-x509", *new, "-keyout", "root.key", "-out", "root.pem", "-subj",
        "/CN=Test root", "-days", "9", "-extensions", "root")  # fmt: skip
    run(folder, "req", *new, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test authority")
    run(folder, "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key",
        "-CAcreateserial", "-out", "tsa.pem", "-days", "9", "-extfile", "openssl.cnf",
        "-extensions", "stamp")  # fmt: skip
    return folder


@asynccontextmanager
async def served(authority: Path, answer: bytes | None = None) -> AsyncIterator[Site]:
    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        (authority / "query").write_bytes(request.body)
        ask = ("ts", "-reply", "-config", "openssl.cnf", "-queryfile", "query", "-out", "reply")
        await asyncio.to_thread(run, authority, *ask)
        writer.write(page((authority / "reply").read_bytes(), kind=stamps.ANSWERS))

    async with serve({"/": answer or reply}) as site:
        yield site


async def stamped(folder: Path, site: Site) -> Entry:
    with Custody(folder) as custody:
        async with Fetcher(Manners(allow=site.allow)) as fetcher:
            return await stamps.stamp(custody, fetcher, site.url, NOW)


@pytest.fixture
async def evidence(tmp_path: Path, authority: Path) -> Path:
    fill(tmp_path)
    async with served(authority) as site:
        await stamped(tmp_path, site)
    fill(tmp_path)
    return tmp_path


async def test_a_stamp_says_that_all_before_it_stood_then(evidence: Path, authority: Path) -> None:
    roots = stamps.certificates(authority / "root.pem")
    entry = next(e for e in map_entries(evidence) if e.act == "stamped")
    at = stamps.check(entry, evidence, roots)
    assert abs(at - datetime.now(UTC)) < timedelta(minutes=5)
    assert entry.facts["head"] == entry.previous
    findings = check_log(evidence / NAME, lambda e, f: stamps.check(e, f, roots))
    assert findings.wrong == ()
    assert "all up to here stood at" in findings.notes[0]


def map_entries(folder: Path) -> list[Entry]:
    return list(entries_of(folder / NAME))


async def test_a_signature_of_somebody_else_fails(evidence: Path, tmp_path_factory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "openssl.cnf").write_text(CONFIG.format(folder=other))
    run(other, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-config", "openssl.cnf", "-keyout",
        "root.key", "-out", "root.pem", "-subj", "/CN=Other", "-extensions", "root")  # fmt: skip
    roots = stamps.certificates(other / "root.pem")
    (line,) = check_log(evidence / NAME, lambda e, f: stamps.check(e, f, roots)).wrong
    assert "its signature fails" in line


async def test_any_byte_of_a_token_that_changed_is_found(evidence: Path) -> None:
    (token,) = evidence.rglob("*.tsr")
    whole = token.read_bytes()
    for at in range(0, len(whole), 97):
        token.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        (line,) = check_log(evidence / NAME, stamps.check).wrong
        assert line.endswith("changed since it was kept")


async def test_a_token_that_is_gone_is_told(evidence: Path) -> None:
    next(evidence.rglob("*.tsr")).unlink()
    (line,) = check_log(evidence / NAME, stamps.check).wrong
    assert "cannot be read" in line


@pytest.mark.parametrize(
    "answer", [page(b"hello"), page("", "500 Oh"), page(b"\x30\x03\x02\x01\x00")]
)
async def test_an_authority_that_gives_no_token_is_one_clear_line(
    tmp_path: Path, authority: Path, answer: bytes
) -> None:
    fill(tmp_path)
    async with served(authority, answer) as site:
        with pytest.raises(FetchError) as error:
            await stamped(tmp_path, site)
    assert "\n" not in str(error.value)
    assert check_log(tmp_path / NAME).fine


async def test_a_token_for_something_else_is_not_kept(tmp_path: Path, evidence: Path) -> None:
    replayed = page(next(evidence.rglob("*.tsr")).read_bytes())
    folder = tmp_path / "new"
    fill(folder)
    async with serve({"/": replayed}) as site:
        with pytest.raises(FetchError, match="stamped something else"):
            await stamped(folder, site)


async def test_an_empty_log_is_not_stamped(tmp_path: Path, authority: Path) -> None:
    async with served(authority) as site:
        with pytest.raises(UnreadableInput, match="holds nothing to stamp"):
            await stamped(tmp_path, site)


def test_a_file_without_certificates_is_told(tmp_path: Path) -> None:
    file = tmp_path / "roots.pem"
    file.write_text("hello")
    with pytest.raises(UnreadableInput, match="no certificates in PEM"):
        stamps.certificates(file)
