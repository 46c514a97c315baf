from __future__ import annotations

import pytest

from briefgen.errors import FetchError
from briefgen.ingest.fetch.addresses import allowed_ips, is_public, split_address

INNER = (
    *("127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
    "0.0.0.0",  # noqa: S104 - an address to refuse, not one to bind to
    *("100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::"),
    *("2001:0:7f00:1::", "2001:db8::1", "not an address", ""),
)


@pytest.mark.parametrize("ip", INNER)
def test_inner_addresses_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_outer_addresses_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/hostname", "ftp://example.org/x", "gopher://example.org", "javascript:alert(1)"),
        *("data:text/html,x", "http://example.org/", "https://", "https:///x", "https://user@example.org/"),
        *("https://user:word@example.org/", "https://example.org:99999/", "https://exa mple.org/"),
        *("https://example.org/\r\nHost: x", "https://[::1", "https://example.org:0/", "//example.org/x", ""),
    ],
)
def test_what_is_no_plain_https_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        split_address(url, insecure_http=False)
    assert caught.value.todo


def test_one_inner_address_refuses_the_host() -> None:
    with pytest.raises(FetchError, match="inner network"):
        allowed_ips("x", 443, private=False, resolver=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    assert allowed_ips("x", 443, private=True, resolver=lambda host, port: ["10.0.0.1"]) == ["10.0.0.1"]


def test_figures_that_hide_an_inner_address_are_seen_through() -> None:
    # The system's own resolver turns these into 127.0.0.1; what it says is what is judged.
    for host in ("2130706433", "0x7f000001", "127.1", "localhost"):
        with pytest.raises(FetchError):
            allowed_ips(host, 443, private=False)
