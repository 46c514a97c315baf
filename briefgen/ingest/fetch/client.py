"""Fetches one address within limits of time, size and redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin

from briefgen.config import FetchSettings
from briefgen.errors import FetchError
from briefgen.ingest.fetch.addresses import Resolver, allowed_ips, port_of, resolve, split_address
from briefgen.ingest.fetch.robots import RobotsRules

_REDIRECTS = {301, 302, 303, 307, 308}
_CHUNK = 65_536
_CONNECT_SECONDS = 10.0
MAX_ROBOTS = 500_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    url: str
    """The address after redirects."""
    content_type: str
    body: bytes


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses; asks each host's robots.txt once, and waits between two requests to one host."""

    settings: FetchSettings
    resolver: Resolver = resolve
    pause_seconds: float = 1.0
    tls: ssl.SSLContext | None = None
    _robots: dict[str, RobotsRules] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """Returns what an address gives.

        Raises FetchError where it is refused, not there, too large or too slow.
        """
        deadline = time.monotonic() + self.settings.timeout_seconds
        return self._follow(url, deadline, ask_robots=self.settings.respect_robots)

    def _follow(self, url: str, deadline: float, *, ask_robots: bool) -> Fetched:
        for _ in range(self.settings.max_redirects + 1):
            parts = split_address(url, insecure_http=self.settings.insecure_http)
            if ask_robots:
                self._ask(parts, deadline)
            answer = self._request(parts, url, deadline, self.settings.max_bytes)
            if isinstance(answer, Fetched):
                return answer
            url = urljoin(url, answer)
        raise FetchError(
            f"{url}: more than {self.settings.max_redirects} redirects", todo="Use the address it ends at."
        )

    def _ask(self, parts: SplitResult, deadline: float) -> None:
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._robots_of(origin, deadline)
        rules = self._robots[origin]
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        if not rules.allows(self.settings.user_agent, path or "/"):
            raise FetchError(
                f"{origin}{parts.path}: the site asks robots not to fetch this", todo="Save it by hand."
            )

    def _robots_of(self, origin: str, deadline: float) -> RobotsRules:
        url = f"{origin}/robots.txt"
        for _ in range(self.settings.max_redirects + 1):
            parts = split_address(url, insecure_http=self.settings.insecure_http)
            try:
                answer = self._request(parts, url, deadline, MAX_ROBOTS)
            except _StatusError as error:
                # RFC 9309, 2.3.1: a file that is not there allows all, a server in trouble nothing.
                return RobotsRules.none() if error.status < 500 else RobotsRules.all()
            if isinstance(answer, Fetched):
                return RobotsRules.parse(answer.body)
            url = urljoin(url, answer)
        return RobotsRules.none()

    def _request(self, parts: SplitResult, url: str, deadline: float, most: int) -> Fetched | str:
        """Returns what an address gives, or where it sends us."""
        host, port = str(parts.hostname), port_of(parts)
        ips = allowed_ips(host, port, private=self.settings.private_addresses, resolver=self.resolver)
        self._wait(host, deadline)
        with closing(self._connect(parts, ips, host, port, deadline)) as connection:
            try:
                path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
                    f"?{quote(parts.query, safe='/?%:@!$&()*+,;=~-._[]')}" if parts.query else ""
                )
                connection.request("GET", path, headers=self._headers())
                self._limit(connection, deadline, url)
                with _hang_up_after(connection.sock, deadline):
                    answer = connection.getresponse()
                if answer.status in _REDIRECTS and (target := answer.getheader("Location")):
                    return target
                if answer.status != 200:
                    raise _StatusError(url, answer.status)
                body = b"".join(self._read(connection, answer, url, deadline, most))
                return Fetched(url, answer.getheader("Content-Type") or "", body)
            except TimeoutError as error:
                raise _slow(url, self.settings.timeout_seconds) from error
            except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
                if time.monotonic() >= deadline:
                    raise _slow(url, self.settings.timeout_seconds) from error
                raise FetchError(f"{url}: {_short(error)}", todo="Try again later.") from error
            finally:
                self._last[host] = time.monotonic()

    def _headers(self) -> dict[str, str]:
        return {
            "User-Agent": self.settings.user_agent,
            "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }

    def _wait(self, host: str, deadline: float) -> None:
        pause = self._last.get(host, -self.pause_seconds) + self.pause_seconds - time.monotonic()
        if pause > 0:
            time.sleep(min(pause, max(0.0, deadline - time.monotonic())))

    def _connect(
        self, parts: SplitResult, ips: list[str], host: str, port: int, deadline: float
    ) -> http.client.HTTPConnection:
        problem: Exception | None = None
        for ip in ips:
            left = min(_CONNECT_SECONDS, deadline - time.monotonic())
            if left <= 0:
                raise _slow(host, self.settings.timeout_seconds)
            try:
                raw = socket.create_connection((ip, port), timeout=left)
                if parts.scheme == "https":
                    context = self.tls or ssl.create_default_context()
                    with _hang_up_after(raw, deadline):
                        raw = context.wrap_socket(raw, server_hostname=host)
                connection = http.client.HTTPConnection(host, port, timeout=left)
                connection.sock = raw
                return connection
            except (OSError, ValueError) as error:
                if time.monotonic() >= deadline:
                    raise _slow(host, self.settings.timeout_seconds) from error
                problem = error
        raise FetchError(f"{host} cannot be reached: {_short(problem)}", todo="Try again later.") from problem

    def _limit(self, connection: http.client.HTTPConnection, deadline: float, url: str) -> None:
        left = deadline - time.monotonic()
        if left <= 0:
            raise _slow(url, self.settings.timeout_seconds)
        if connection.sock is not None:
            connection.sock.settimeout(left)

    def _read(
        self,
        connection: http.client.HTTPConnection,
        answer: http.client.HTTPResponse,
        url: str,
        deadline: float,
        most: int,
    ) -> Iterator[bytes]:
        encoding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
            raise FetchError(
                f"{url} is packed in an unknown way ({encoding[:20]!r})", todo="Save it by hand."
            )
        unpack = None if encoding == "identity" else zlib.decompressobj(47)
        packed = unpacked = 0
        # read1 comes back with what is there, so that a server that drips cannot outlast the deadline.
        while True:
            self._limit(connection, deadline, url)
            chunk = answer.read1(_CHUNK)
            if not chunk:
                return
            packed += len(chunk)
            while chunk:
                piece = unpack.decompress(chunk, _CHUNK) if unpack else chunk
                chunk = unpack.unconsumed_tail if unpack else b""
                unpacked += len(piece)
                if max(packed, unpacked) > most:
                    raise FetchError(
                        f"{url}: more than {most:,} bytes",
                        todo="Save the article by hand, or raise `fetch.max_bytes` in the settings.",
                    )
                yield piece


@contextmanager
def _hang_up_after(connection: socket.socket, deadline: float) -> Iterator[None]:
    """Ends a connection at the deadline: a server that drips byte by byte never runs into a timeout."""

    def hang_up() -> None:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class _StatusError(FetchError):
    def __init__(self, url: str, status: int) -> None:
        super().__init__(f"{url}: the server answers {status}", todo="Check the address.")
        self.status = status


def _slow(what: str, seconds: float) -> FetchError:
    return FetchError(f"{what}: slower than {seconds:g} seconds", todo="Try again later.")


def _short(error: Exception | None) -> str:
    return (str(error) or type(error).__name__)[:200]
