"""One article on its way to a document, and what is known of its publication."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from rejoinder.types.document import Metadata, Problem
from rejoinder.types.time import When

FIELDS = tuple(field.name for field in fields(Metadata) if field.name != "found")
NOTHING_KNOWN = Metadata()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The decoded text of one article. `identity` is what its id is made of: the bytes of the file or line, and the
    place in a container.

    `given` is what the user says of it, `fields` what the container (a line of JSON) says; `problems` what reading
    met so far."""

    name: str
    raw: str
    identity: tuple[object, ...]
    given: Metadata = NOTHING_KNOWN
    fields: Metadata = NOTHING_KNOWN
    problems: tuple[Problem, ...] = ()


def known(place: str, **values: str | When | None) -> Metadata:
    """Metadata of which every known field was found at `place`."""
    held = {name: value for name, value in values.items() if value is not None}
    found = tuple((name, place) for name in FIELDS if name in held)
    return replace(Metadata(found=found), **held)  # type: ignore[arg-type]


def merged(*metadata: Metadata) -> Metadata:
    """Field by field the first that is known, with the place where it was found."""
    values: dict[str, str | When | None] = {}
    places: dict[str, str] = {}
    for one in metadata:
        found = dict(one.found)
        for name in FIELDS:
            value = getattr(one, name)
            if value is not None and name not in values:
                values[name] = value
                places[name] = found.get(name, "given")
    ordered = tuple((name, places[name]) for name in FIELDS if name in places)
    return replace(Metadata(found=ordered), **values)  # type: ignore[arg-type]
