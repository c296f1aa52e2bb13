"""The names by which the desk is reached: a page of another name is a stranger's, whatever address it leads to."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from rejoinder.errors import UsageError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_AUTHORITY = re.compile(r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::([0-9]{1,5}))?")


def named(authority: str, names: frozenset[str]) -> bool:
    """Whether a Host header is one of these names, with any port or none."""
    match = _AUTHORITY.fullmatch(authority.lower())
    return match is not None and match[1] in names and int(match[2] or 0) < 65_536


def same_origin(origin: str, authority: str) -> bool:
    """Whether an Origin header is that of the page itself, as the Host header names it."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and origin.lower() == f"{parts.scheme}://{parts.netloc.lower()}"
        and parts.netloc.lower() == authority.lower()
    )


def as_host(given: str) -> str:
    """A name or an address as Host headers have it. UsageError for what is none."""
    try:
        address = ipaddress.ip_address(given.strip("[]"))
    except ValueError:
        name = given.lower()
        match = _AUTHORITY.fullmatch(name)
        if match is None or match[2]:
            raise UsageError(
                f"{given[:80]!r} is no name of a host.", advice="Give it as browsers write it, without a port."
            ) from None
        return name
    return f"[{address}]" if address.version == 6 else str(address)


def address_in(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The address to listen on. UsageError for what is none."""
    name = "127.0.0.1" if host == "localhost" else host.strip("[]")
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        raise UsageError(
            f"{host[:80]!r} is no address.", advice="Give 127.0.0.1, ::1 or an address of this machine."
        ) from None
