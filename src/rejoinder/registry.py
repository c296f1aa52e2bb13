"""Rule ids to the lines of code behind them.

Every line of the record names the rules that made it, in words that stand as they are in the code: `statement.cue`, or
several with blanks between them. An id leads to where it is given, not to where another part of the code asks for it;
one that has a name in the code (`FAR_OFF`) to where that name is used; one that the code puts together (`beside-` and a
kind) is found by its longest written part. The sources are looked through when the first rule is asked for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeGuard

_PACKAGE = Path(__file__).parent
_RULED = ("annotate", "extract", "consolidate")
_SHORTEST_PART = 4
_LONGEST = 80


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
    return tuple(sorted(name for name, found in _written().items() if _speaks_of_rules(found[0])))


@cache
def _written() -> Mapping[str, tuple[Place, ...]]:
    """Each literal of the ruled packages without outer blanks, with its lines: those that name rules first, those that
    only compare with it last."""
    found: dict[str, set[tuple[bool, bool, Place]]] = {}
    for package in _RULED:
        for path in sorted((_PACKAGE / package).rglob("*.py")):
            shown = path.relative_to(_PACKAGE.parent).as_posix()
            for literal, line, compared in _literals(ast.parse(path.read_text("utf-8"))):
                place = Place(file=shown, line=line)
                for name in literal.split():
                    found.setdefault(name, set()).add((compared, not _speaks_of_rules(place), place))
    return MappingProxyType({name: tuple(place for *_rank, place in sorted(rows)) for name, rows in found.items()})


def _literals(module: ast.Module) -> Iterator[tuple[str, int, bool]]:
    """Each literal with its line, and whether something is only compared with it there; one that has a name at the top
    of the module with the lines that use the name."""
    asked = {id(part) for node in ast.walk(module) if _asks(node) for part in ast.walk(node)}
    named = _named(module)
    used = [one for one in ast.walk(module) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)]
    used = [one for one in used if one.id in named]
    for name in used:
        yield str(named[name.id].value), name.lineno, id(name) in asked
    passed = {id(named[name.id]) for name in used}
    for node in ast.walk(module):
        if _is_literal(node) and id(node) not in passed:
            yield str(node.value), node.lineno, id(node) in asked


def _named(module: ast.Module) -> Mapping[str, ast.Constant]:
    """The literals that have names at the top of a module, by their names."""
    given = [one for one in module.body if isinstance(one, ast.Assign)]
    return {
        to.id: one.value for one in given for to in one.targets if isinstance(to, ast.Name) and _is_literal(one.value)
    }


def _is_literal(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) <= _LONGEST


def _asks(node: ast.AST) -> bool:
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(node, ast.Compare) or (isinstance(called, ast.Attribute) and called.attr == "startswith")


def _speaks_of_rules(place: Place) -> bool:
    return "rule" in _lines(place.file)[place.line - 1].lower()


@cache
def _lines(file: str) -> tuple[str, ...]:
    return tuple((_PACKAGE.parent / file).read_text("utf-8").splitlines())
