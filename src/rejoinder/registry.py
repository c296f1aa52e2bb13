"""Rule ids to the lines of code behind them.

Every line of the record names the rules that made it, in words that stand as they are in the code: `statement.cue`, or
several with blanks between them. An id that the code puts together (`with-` and a kind) is found by its longest
written part. The sources are looked through when the first rule is asked for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_PACKAGE = Path(__file__).parent
_RULED = ("annotate", "extract", "consolidate")
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A line of the package: a path below the folder that holds it, and the number of the line from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def places(rule: str) -> Mapping[str, Place | None]:
    """For each id of a rule, in order, the line that it comes from; None for one that no code names."""
    return MappingProxyType({name: place(name) for name in dict.fromkeys(rule.split())})


def place(name: str) -> Place | None:
    """The line that one id comes from: where it is written as a rule, else where it is written at all."""
    written = _written()
    whole = written.get(name)
    if whole:
        return whole[0]
    parts = [name[:end] for end in range(len(name) - 1, _SHORTEST_PART - 1, -1)]
    return next((written[part][0] for part in parts if part[-1] in ".-" and part in written), None)


def rules() -> tuple[str, ...]:
    """Every literal that stands where a rule is named, sorted: what docs and tests can go by."""
    return tuple(sorted(name for name, found in _written().items() if _ranked(found[0])[0] == 0))


@cache
def _written() -> Mapping[str, tuple[Place, ...]]:
    """Each literal of the ruled packages without outer blanks, with its lines: those that name rules first."""
    found: dict[str, list[Place]] = {}
    for package in _RULED:
        for path in sorted((_PACKAGE / package).rglob("*.py")):
            shown = path.relative_to(_PACKAGE.parent).as_posix()
            for literal, line in _literals(path):
                for name in literal.split():
                    found.setdefault(name, []).append(Place(file=shown, line=line))
    return MappingProxyType({name: tuple(sorted(set(lines), key=_ranked)) for name, lines in found.items()})


def _literals(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) <= 80:
            yield node.value, node.lineno


def _ranked(place: Place) -> tuple[int, Place]:
    """Lines that speak of rules before others, then by place."""
    return (0 if "rule" in _lines(place.file)[place.line - 1].lower() else 1), place


@cache
def _lines(file: str) -> tuple[str, ...]:
    return tuple((_PACKAGE.parent / file).read_text("utf-8").splitlines())
