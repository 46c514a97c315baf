"""Says which machines may be asked: none on this network unless that is allowed."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from briefgen.errors import FetchError

Resolver = Callable[[str, int], list[str]]
"""Gives the IP addresses of a host and port."""

_PORTS = {"https": 443, "http": 80}
_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


def resolve(host: str, port: int) -> list[str]:
    """Returns the IP addresses of a host.

    Raises FetchError where it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} is not known ({error})", todo="Check the address.") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def split_address(url: str, *, insecure_http: bool) -> SplitResult:
    """Returns an address in parts.

    Raises FetchError for anything but https (http where allowed), for names and passwords in it, and for
    what is no address.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url!r} is no address ({error})", todo="Check its spelling.") from error
    if parts.scheme not in _PORTS:
        raise FetchError(f"{url!r}: only https addresses are fetched", todo="Save the file and add that.")
    if parts.scheme == "http" and not insecure_http:
        raise FetchError(
            f"{url!r}: http is not fetched",
            todo="Use https, or allow `fetch.insecure_http` in the settings.",
        )
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address with a name or password in it", todo="Remove them.")
    if not parts.hostname or any(ord(char) <= 32 or char in '<>"\\^`{|}\x7f' for char in url):
        raise FetchError(f"{url!r} is no address", todo="Check its spelling.")
    if port is not None and port <= 0:
        raise FetchError(f"{url!r} has an impossible port", todo="Check its spelling.")
    return parts


def port_of(parts: SplitResult) -> int:
    """Returns the port of an address."""
    return parts.port or _PORTS[parts.scheme]


def allowed_ips(host: str, port: int, *, private: bool, resolver: Resolver = resolve) -> list[str]:
    """Returns the IP addresses of a host that may be asked.

    One inner address among them refuses the host as a whole: it is a trap, or an inner service. The caller
    connects to these very addresses, so that a name that changes its mind in between changes nothing.
    Raises FetchError where the host is refused.
    """
    ips = resolver(host, port)
    if not ips:
        raise FetchError(f"{host} has no address", todo="Check the address.")
    if not private and (inner := next((ip for ip in ips if not is_public(ip)), None)):
        raise FetchError(
            f"{host} is a machine of an inner network ({inner})",
            todo="Only public addresses are fetched; see `fetch.private_addresses` in the settings.",
        )
    return ips


def is_public(ip: str) -> bool:
    """Returns whether an IP address belongs to the open internet: not loopback, private, link-local …"""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and any(address in network for network in _TRANSLATED):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved
