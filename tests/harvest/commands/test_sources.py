"""`watchdesk sources` at the command line, over a site on loopback."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from watchdesk.cli import main
from watchdesk.harvest.discover import Found
from watchdesk.harvest.source_files import load

RSS = """<rss version="2.0"><channel><title>Herald news</title><link>{site}/</link>
<item><title>Court frees a reporter</title><link>{site}/1</link></item></channel></rss>"""
HOME = """<title>The Herald</title><link rel="alternate" type="application/rss+xml" title="News"
 href="/feed"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments">"""
OPML = """<opml version="2.0"><body>
<outline text="Courier" xmlUrl="https://courier.example/rss" htmlUrl="https://courier.example/"/>
<outline text="Inside" xmlUrl="http://10.0.0.1/rss"/>
<outline text="Meduza" xmlUrl="https://meduza.io/rss/all"/>
</body></opml>"""


@contextmanager
def site(pages: dict[str, str]) -> Iterator[str]:
    """Serve pages on loopback; {site} in a page stands for the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = pages.get(self.path)
            self.send_response(200 if found is not None else 404)
            self.end_headers()
            self.wfile.write((found or "").replace("{site}", address).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["sources", *arguments, "--data", str(data)])


def add(data: Path, address: str, *arguments: str) -> Result:
    allow = ("--allow", address[7:].rstrip("/")) if address.startswith("http:") else ()
    given = ("--id", "herald", "--country", "kz", "--language", "ru")
    return run(data, "add", address, *given, *allow, *arguments)


def test_sources_are_listed_by_country_and_kind(tmp_path: Path) -> None:
    lines = run(tmp_path, "list", "--country", "tm", "--kind", "state").output.splitlines()
    assert [line.split()[:3] for line in lines] == [["tdh", "TM", "state"]]


def test_the_files_that_ship_are_all_good(tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert (result.exit_code, result.output) == (0, f"{len(load())} sources, 0 errors\n")


def test_a_bad_file_is_named_and_the_rest_is_checked(tmp_path: Path) -> None:
    bad = tmp_path / "sources" / "kz" / "herald.yaml"
    bad.parent.mkdir(parents=True)
    bad.write_text("name: Herald\nkind: newspaper\n")
    result = run(tmp_path, "check", "herald", "vlast", "nobody")
    assert result.exit_code == 1
    assert f"{bad}: kind: 'newspaper' is none of" in result.stderr
    assert "nobody: no such source" in result.stderr
    assert result.stdout == "1 sources, 2 errors\n"


def test_what_lies_at_an_address_is_written_as_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def look_at(url: str, _: object) -> tuple[Found, ...]:
        return (Found(f"{url}feed", "feed", "Herald news"),)

    monkeypatch.setattr("watchdesk.harvest.commands.sources.look_at", look_at)
    result = add(tmp_path, "https://www.herald.example/", "--owner", "Herald Trust")
    assert result.exit_code == 0
    assert result.output.startswith("feed: https://www.herald.example/feed\nwritten: ")
    (source,) = load(tmp_path / "sources")
    assert (source.id, source.name, source.country, source.owner) == (
        "herald", "Herald news", "KZ", "Herald Trust",
    )  # fmt: skip
    assert source.checked
    again = add(tmp_path, "https://www.herald.example/")
    assert (again.exit_code, "there is such a source already" in again.output) == (1, True)


def test_a_source_that_breaks_a_rule_is_not_written(tmp_path: Path) -> None:
    with site({"/": HOME}) as address:
        result = add(tmp_path, f"{address}/")
    assert result.exit_code == 1
    assert "is not one of a web site" in result.output
    assert not list(tmp_path.rglob("*.yaml"))


def test_a_site_that_does_not_answer_is_one_clear_line(tmp_path: Path) -> None:
    with site({}) as address:
        result = add(tmp_path, f"{address}/")
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {address}/: answered 404 Not Found")


def test_loopback_is_not_fetched_unless_allowed(tmp_path: Path) -> None:
    with site({"/": HOME}) as address:
        result = run(tmp_path, "add", address, "--country", "kz", "--language", "ru")
    assert result.exit_code == 1
    assert "is not one of a web site" in result.output


def test_a_list_of_feeds_is_imported_and_each_bad_line_named(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(OPML)
    result = run(tmp_path, "import", str(file), "--country", "kz", "--language", "ru")
    assert result.exit_code == 1
    assert "feed 2: " in result.stderr
    assert "10.0.0.1 is private" in result.stderr
    assert "feed 3: https://meduza.io/rss/all: is watched already" in result.stderr
    assert result.stdout == "1 sources written, 2 not\n"
    (source,) = load(tmp_path / "sources")
    assert (source.id, source.country) == ("courier-example", "KZ")
    assert source.channels[0].url == "https://courier.example/rss"


def test_what_is_exported_can_be_imported(tmp_path: Path) -> None:
    out = tmp_path / "all.opml"
    assert run(tmp_path, "export", "-o", str(out)).exit_code == 0
    result = run(tmp_path, "import", str(out), "--country", "kz", "--language", "ru")
    assert result.stdout.startswith("0 sources written")
    assert "is watched already" in result.stderr


def test_a_file_that_is_no_list_is_one_clear_line(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text("<html>")
    result = run(tmp_path, "import", str(file), "--country", "kz", "--language", "ru")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert result.output.startswith(f"Error: {file}: not a feed")


@pytest.mark.parametrize("allow", ["127.0.0.1", "127.0.0.1:x", ":80"])
def test_a_wrong_address_to_allow_is_wrong_usage(tmp_path: Path, allow: str) -> None:
    assert run(tmp_path, "check", "--allow", allow).exit_code == 2
