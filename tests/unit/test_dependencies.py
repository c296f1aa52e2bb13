"""What the package imports is what it declares, each in the list that is installed where it is needed."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import rejoinder

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED_BY_ANOTHER = {"httpx2"}
"""Imported by Authlib, which leaves it to us to declare it."""


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    imported = _distributions(name for tree in _trees() for name in _imports(ast.walk(tree)))
    extras = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
    assert imported == _declared([*PROJECT["dependencies"], *extras]) - NEEDED_BY_ANOTHER


def test_what_is_imported_at_the_top_of_a_file_is_in_no_extra() -> None:
    at_once = _distributions(name for tree in _trees() for name in _imports(tree.body))
    assert at_once <= _declared(PROJECT["dependencies"])


def test_an_import_in_a_function_and_one_by_name_are_seen() -> None:
    code = "def f():\n    from joserfc import jwt\n    importlib.import_module('authlib.integrations')\n"
    assert list(_imports(ast.walk(ast.parse(code)))) == ["joserfc", "authlib"]


def _trees() -> list[ast.Module]:
    (package,) = rejoinder.__path__
    return [ast.parse(file.read_text("utf-8")) for file in sorted(Path(package).rglob("*.py"))]


def _imports(nodes: Iterable[ast.AST]) -> Iterable[str]:
    """The first parts of the names of modules that these statements and calls import."""
    for node in nodes:
        match node:
            case ast.Import():
                yield from (alias.name.split(".")[0] for alias in node.names)
            case ast.ImportFrom(module=str() as name, level=0):
                yield name.split(".")[0]
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str() as name)]):
                yield name.split(".")[0]


def _distributions(modules: Iterable[str]) -> set[str]:
    outside = set(modules) - sys.stdlib_module_names - {"rejoinder"}
    known = packages_distributions()
    return {_plain(name) for module in outside for name in known.get(module, [module])}


def _declared(lines: Iterable[str]) -> set[str]:
    return {_plain(re.split(r"[\s\[<>=!~;]", line, maxsplit=1)[0]) for line in lines}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
