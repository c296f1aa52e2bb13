"""What a container says of its article, field by field: words, a date, an address, or a fault that says which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rejoinder.ingest.addresses import page_url
from rejoinder.ingest.dates import given_when
from rejoinder.types.time import When

Faults = list[tuple[str, str]]
"""(code, message) of what cannot be used."""

_LONGEST = 300


def stated_words(item: Mapping[str, object], names: Sequence[str], faults: Faults) -> str | None:
    """The first of these fields that holds words, on one line."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join("".join(c if c.isprintable() else " " for c in value).split())[:_LONGEST] or None
        if value is not None and value != "":
            faults.append(("bad-field", f"{name} is {type(value).__name__}, not words."))
    return None


def stated_date(item: Mapping[str, object], names: Sequence[str], faults: Faults) -> When | None:
    """The date in the first of these fields that holds anything."""
    for name in names:
        value = item.get(name)
        if value is None or value == "":
            continue
        when = given_when(value)
        if when is None:
            faults.append(("bad-field", f"{name} {str(value)[:40]!r} is no day."))
        return when
    return None


def stated_url(item: Mapping[str, object], faults: Faults) -> str | None:
    """The address of the page."""
    value = item.get("url")
    if value is None or value == "":
        return None
    url = page_url(value)
    if url is None:
        faults.append(("bad-field", f"url {str(value)[:40]!r} is no public web address."))
    return url
