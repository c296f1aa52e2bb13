"""What a document is a witness of: an agency, an outlet or itself, and the key by which such are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OriginKind = Literal["agency", "outlet", "document"]


@dataclass(frozen=True, slots=True)
class Origin:
    """`name` is that of the agency or outlet, or the id of the document."""

    kind: OriginKind
    name: str

    @property
    def key(self) -> str:
        """The same for all that are one witness."""
        return f"{self.kind} {self.name}"


def origin_of(key: str) -> Origin:
    """The origin of this key; a key of another form stands for a document."""
    kind, _blank, name = key.partition(" ")
    if name and kind == "agency":
        return Origin("agency", name)
    if name and kind == "outlet":
        return Origin("outlet", name)
    return Origin("document", name if kind == "document" and name else key)


def agency_of(key: str | None) -> str | None:
    """The agency that the key stands for; None where it stands for none."""
    found = origin_of(key) if key else None
    return found.name if found is not None and found.kind == "agency" else None
