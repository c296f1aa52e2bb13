"""Web addresses that may be kept: public ones, as inert words."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def page_url(value: object) -> str | None:
    """A public web address in plain form; None for anything else, addresses inside a network included."""
    if not isinstance(value, str) or len(value) > 2000:
        return None
    value = value.strip()
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        return None
    if (
        parts.scheme not in ("http", "https")
        or "." not in host
        or parts.username
        or any(c.isspace() or ord(c) < 32 for c in value)
    ):
        return None
    try:
        return value if ipaddress.ip_address(host).is_global else None
    except ValueError:
        return None if host.endswith((".local", ".localhost", ".internal")) else value
