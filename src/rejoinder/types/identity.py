"""Ids made from content: the same row gets the same id on every machine and in every order."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """A prefix and twelve hexadecimal digits of the SHA-256 of the parts, each length-prefixed so that none runs into
    the next."""
    digest = hashlib.sha256()
    for part in parts:
        piece = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return f"{prefix}-{digest.hexdigest()[:12]}"
