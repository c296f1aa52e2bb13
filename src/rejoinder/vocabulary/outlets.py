"""Well-known outlets, by name and by the host of their pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rejoinder.vocabulary.datafile import shipped

_TYPES = frozenset({"paper", "broadcaster", "site", "agency", "state"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet: its name, country (ISO 3166-1 alpha-2, `EU` or `INT`), what it is, and the hosts of its pages."""

    name: str
    country: str
    type: str
    hosts: tuple[str, ...]


@cache
def outlets() -> Mapping[str, Outlet]:
    """Every outlet by its name in small letters without a leading "the". ValueError where a row is malformed or
    doubled."""
    data = shipped("outlets.yaml")
    if not isinstance(data, list):
        raise ValueError("outlets.yaml: expected a list")
    found: dict[str, Outlet] = {}
    for row in data:
        if not isinstance(row, dict) or set(row) != {"name", "country", "type", "hosts"} or row["type"] not in _TYPES:
            raise ValueError(f"outlets.yaml: expected name, country, type, hosts: {row!r}")
        if not all(isinstance(row[key], str) for key in ("name", "country")):
            raise ValueError(f"outlets.yaml: name and country are words: {row!r}")
        outlet = Outlet(name=row["name"], country=row["country"], type=row["type"], hosts=tuple(row["hosts"]))
        key = _key(outlet.name)
        if (known := found.get(key)) is not None:
            raise ValueError(f"outlets.yaml: {outlet.name} stands twice, also as {known.name}")
        found[key] = outlet
    return MappingProxyType(found)


def outlet_named(words: str) -> Outlet | None:
    """The outlet of which `words` is the whole name, in any case; None for one not known."""
    return outlets().get(_key(words))


def outlet_of_host(host: str) -> Outlet | None:
    """The outlet whose pages lie on `host` or a host above it; None for one not known."""
    labels = host.lower().split(".")
    for i in range(len(labels) - 1):
        found = _hosts().get(".".join(labels[i:]))
        if found:
            return found
    return None


@cache
def _hosts() -> Mapping[str, Outlet]:
    return MappingProxyType({host: outlet for outlet in outlets().values() for host in outlet.hosts})


def _key(words: str) -> str:
    return re.sub(r"^the\s+", "", words.strip().casefold())
