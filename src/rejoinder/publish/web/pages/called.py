"""What parties are called where several share a name, so that a line leads to the one that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rejoinder.publish.web.holding import Desk
from rejoinder.publish.words import language
from rejoinder.publish.words.wording import term
from rejoinder.record.sheets import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A party that shares its name with another; `apart` tells it from that one: its type, and for whom it acts where
    the types are equal."""

    id: str
    name: str
    apart: str

    @property
    def label(self) -> str:
        """The name and what tells it apart."""
        return f"{self.name} ({self.apart})"


def shared(desk: Desk) -> Mapping[str, Called]:
    """The parties (by id) that share their names with others."""
    cut = desk.sheets.cut
    key = (desk.state, str(cut.as_of), str(cut.known_at), "shared names", language.chosen())
    return desk.once(key, lambda: _shared(desk))


def _shared(desk: Desk) -> dict[str, Called]:
    found: dict[str, Called] = {}
    for name, n in desk.sheets.counts("parties", "name", None):
        if n > 1:
            lines = [*desk.sheets.every("parties", {"name": name})]
            names = Counter(line.row["name"] for line in lines)
            types = Counter((line.row["name"], line.row["type"]) for line in lines)
            for line in lines:
                if names[line.row["name"]] > 1:
                    alike = types[line.row["name"], line.row["type"]] > 1
                    found[line.id] = _called(line, alike=alike)
    return found


def _called(line: Line, *, alike: bool) -> Called:
    kind, principal = term(line.row["type"], "type"), line.row["principal"]
    apart = f"{kind}, {principal}" if alike and principal else kind
    return Called(id=line.id, name=str(line.row["name"]), apart=apart)


def whom(desk: Desk, lines: Iterable[Line]) -> Mapping[str, Mapping[str, Called]]:
    """For each line (id), by their names, those of its parties that share them with others."""
    known, some = shared(desk), [*lines]
    if not known:
        return {}
    events = desk.sheets.some("timeline", [event for line in some if (event := _event(line))])
    return {line.id: _apart([known[each] for each in _parties(line, events) if each in known]) for line in some}


def others(desk: Desk, one: Line) -> list[Called]:
    """The parties that bear the name of this one too."""
    return [each for each in shared(desk).values() if each.name == one.row["name"] and each.id != one.id]


def _apart(found: list[Called]) -> dict[str, Called]:
    names = Counter(each.name for each in {each.id: each for each in found}.values())
    return {each.name: each for each in found if names[each.name] == 1}


def _event(line: Line) -> str | None:
    """The event by which the parties of a move or an answer are known: documents give them by name alone."""
    return line.row.get("answer") or line.row.get("event")


def _parties(line: Line, events: Mapping[str, Line]) -> list[str]:
    """The ids of the parties of a line."""
    detail = line.detail
    own = [*detail.get("actors", ()), *detail.get("recipients", ()), *detail.get("by", ()), *detail.get("to", ())]
    own += [detail[end] for end in ("actor", "recipient", "party") if end in detail]
    event = events.get(_event(line) or "")
    return own or ([*event.detail["actors"], *event.detail["recipients"]] if event else [])
