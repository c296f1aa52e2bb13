"""What parties are called where several share a name, so that a line leads to the one that it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.publish.web.holding import Desk
from rejoinder.publish.words import language
from rejoinder.publish.words.wording import term
from rejoinder.record.sheets import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A party that shares its name with another; `apart` tells it from all that do: its type, for whom it acts, its
    office, or an outlet or article in which it is met, as far as it takes; by its id where nothing else does. `least`
    is the last of these, for where there is little room."""

    id: str
    name: str
    apart: str
    least: str

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
            for shared_name in (each for each, bearing in names.items() if bearing > 1):
                found |= _told_apart(desk, [line for line in lines if line.row["name"] == shared_name])
    return found


def _told_apart(desk: Desk, lines: Sequence[Line]) -> dict[str, Called]:
    """Parties of one name, each with as much as it takes to tell it from those that nothing before has told it from."""
    said = {line.id: [term(line.row["type"], "type")] for line in lines}
    for tell in _TELLING:
        alike: dict[tuple[str, ...], list[Line]] = defaultdict(list)
        for line in lines:
            alike[tuple(said[line.id])].append(line)
        for some in (some for some in alike.values() if len(some) > 1):
            more = {line.id: tell(desk, line) for line in some}
            if len({*more.values()}) > 1:
                said |= {one: [*said[one], word] for one, word in more.items() if word}
    return {
        line.id: Called(
            id=line.id, name=str(line.row["name"]), apart=", ".join(said[line.id]), least=str(said[line.id][-1])
        )
        for line in lines
    }


def _met(desk: Desk, line: Line, where: str) -> str:
    """The outlet or article of the first line that is the party's."""
    for view in ("moves", "statements"):
        first = desk.sheets.page(view, {"party": line.id}, most=1).lines
        if first:
            return str(first[0].row[where] or "")
    return ""


_TELLING: Sequence[Callable[[Desk, Line], str]] = (
    lambda _desk, line: line.row["principal"] or "",
    lambda _desk, line: line.row["role"] or "",
    lambda desk, line: _met(desk, line, "outlet"),
    lambda desk, line: _met(desk, line, "document"),
    lambda _desk, line: line.id,
)


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
    """The event by which the parties of an answer are known, and of a move that was laid out without them."""
    return line.row.get("answer") or line.row.get("event")


def _parties(line: Line, events: Mapping[str, Line]) -> list[str]:
    """The ids of the parties of a line."""
    detail = line.detail
    own = [*detail.get("actors", ()), *detail.get("recipients", ()), *detail.get("by", ()), *detail.get("to", ())]
    own += [*detail.get("parties", ()), *(detail[end] for end in ("actor", "recipient", "party") if end in detail)]
    event = events.get(_event(line) or "")
    return own or ([*event.detail["actors"], *event.detail["recipients"]] if event else [])
