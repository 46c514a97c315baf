from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefgen.config import FetchSettings
from briefgen.errors import FetchError
from briefgen.ingest.fetch import addresses
from briefgen.ingest.fetch.client import Fetcher

Answer = Callable[[BaseHTTPRequestHandler], None]


def plain(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def drip_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_head(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 100_000)


class Site:
    """A server on this machine; a test says what each path answers."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                answer = site.answers.get(self.path, plain(b"", 404))
                try:
                    answer(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.base = f"http://site.example:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


def fetcher(site: Site, monkeypatch: pytest.MonkeyPatch | None = None, **settings: object) -> Fetcher:
    values = {"insecure_http": True, "private_addresses": True, "timeout_seconds": 60, **settings}
    return Fetcher(
        FetchSettings.model_validate(values), resolver=lambda host, port: ["127.0.0.1"], pause_seconds=0
    )


def test_a_page_is_fetched(site: Site) -> None:
    site.answers["/a?b=c%20d"] = plain(b"hello", Content_Type="text/html")
    fetched = fetcher(site).fetch(f"{site.base}/a?b=c%20d")
    assert (fetched.body, fetched.content_type) == (b"hello", "text/html")
    assert site.asked == ["/robots.txt", "/a?b=c%20d"]


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.answers["/robots.txt"] = plain(b"User-agent: *\nDisallow: /no")
    site.answers["/yes"] = plain(b"yes")
    client = fetcher(site)
    assert client.fetch(f"{site.base}/yes").body == b"yes"
    with pytest.raises(FetchError, match="asks robots"):
        client.fetch(f"{site.base}/no/page")
    assert site.asked == ["/robots.txt", "/yes"]


def test_a_server_in_trouble_is_left_in_peace(site: Site) -> None:
    site.answers["/robots.txt"] = plain(b"", 503)
    with pytest.raises(FetchError, match="asks robots"):
        fetcher(site).fetch(f"{site.base}/x")


def test_redirects_are_followed_and_counted(site: Site) -> None:
    site.answers["/a"] = plain(b"", 302, Location="/b")
    site.answers["/b"] = plain(b"end")
    site.answers["/round"] = plain(b"", 301, Location="/round")
    assert fetcher(site).fetch(f"{site.base}/a").url == f"{site.base}/b"
    with pytest.raises(FetchError, match="redirects"):
        fetcher(site).fetch(f"{site.base}/round")


@pytest.mark.parametrize(
    "target",
    ["file:///etc/hostname", "http://inner.example/", "gopher://x/", "//inner.example/x", "http://u:p@x/"],
)
def test_redirects_to_what_is_refused_are_refused(
    target: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda ip: ip == "127.0.0.1")
    site.answers["/a"] = plain(b"", 302, Location=target)
    client = fetcher(site, private_addresses=False)
    client.resolver = lambda host, port: ["127.0.0.1" if host == "site.example" else "127.0.0.9"]
    with pytest.raises(FetchError):
        client.fetch(f"{site.base}/a")


def test_a_name_that_changes_its_mind_changes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda ip: ip == "127.0.0.1")
    site.answers["/a"] = plain(b"outer")
    answers = iter([["127.0.0.1"], ["127.0.0.9"]])
    client = fetcher(site, private_addresses=False, respect_robots=False)
    client.resolver = lambda host, port: next(answers)
    assert client.fetch(f"{site.base}/a").body == b"outer"
    with pytest.raises(FetchError, match="inner network"):
        client.fetch(f"{site.base}/a")


def test_this_machine_is_refused_by_default(site: Site) -> None:
    site.answers["/a"] = plain(b"secret")
    with pytest.raises(FetchError, match="inner network"):
        fetcher(site, private_addresses=False).fetch(f"{site.base}/a")
    assert site.asked == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (plain(b"x" * 200_000), "more than"),
        (plain(gzip.compress(b"0" * 30_000_000), Content_Encoding="gzip"), "more than"),
        (endless, "more than"),
        (plain(b"x", Content_Encoding="br"), "unknown"),
        (plain(b"no gzip", Content_Encoding="gzip"), "header check"),
        (plain(b"", 404), "404"),
        (plain(b"", 500), "500"),
        (plain(b"", 302), "302"),
    ],
    ids=["large", "bomb", "endless", "packing", "damaged", "missing", "trouble", "nowhere"],
)
def test_answers_are_bounded(answer: Answer, words: str, site: Site) -> None:
    site.answers["/a"] = answer
    with pytest.raises(FetchError, match=words):
        fetcher(site, max_bytes=100_000).fetch(f"{site.base}/a")


@pytest.mark.parametrize("answer", [drip_body, drip_head], ids=["body", "head"])
def test_slow_drips_end_at_the_deadline(answer: Answer, site: Site) -> None:
    site.answers["/a"] = answer
    start = time.monotonic()
    with pytest.raises(FetchError, match="slower than"):
        fetcher(site, timeout_seconds=0.6, respect_robots=False).fetch(f"{site.base}/a")
    assert time.monotonic() - start < 60  # the drip itself never ends


def test_requests_to_one_host_are_spaced(site: Site) -> None:
    site.answers["/a"] = plain(b"x")
    client = fetcher(site, respect_robots=False)
    client.pause_seconds = 0.2
    start = time.monotonic()
    client.fetch(f"{site.base}/a")
    client.fetch(f"{site.base}/a")
    assert time.monotonic() - start >= 0.2


def test_nobody_there_is_said(site: Site) -> None:
    with pytest.raises(FetchError, match="cannot be reached"):
        fetcher(site, respect_robots=False).fetch("http://site.example:9/")
