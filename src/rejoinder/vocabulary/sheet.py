"""Reads the vocabulary's own data files and says which file and entry is at fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import yaml

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # PyYAML built without libyaml: slower, the same values
    from yaml import BaseLoader  # type: ignore[assignment]

from rejoinder.errors import RejoinderError


class VocabularyError(RejoinderError):
    """A data file of the vocabulary is not as it should be; the message names file and entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of a data file, its values not yet trusted. Lists are written as text between commas."""

    file: str
    id: str
    values: Mapping[str, object]

    def fault(self, message: str) -> VocabularyError:
        """The error to raise about this entry."""
        return VocabularyError(f"{self.file}: {self.id}: {message}.", advice="Mend the data file.")

    def check_keys(self, required: frozenset[str], optional: frozenset[str]) -> None:
        """Raises where a key is missing or unknown."""
        if missing := sorted(required - self.values.keys()):
            raise self.fault(f"missing {', '.join(missing)}")
        if unknown := sorted(self.values.keys() - required - optional):
            raise self.fault(f"unknown key {', '.join(unknown)}; known are {', '.join(sorted(required | optional))}")

    def text(self, key: str, default: str = "") -> str:
        """The text under `key`, stripped; `default` where there is none."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.fault(f"{key} must be text, not {value!r}")
        return value.strip()

    def items(self, key: str) -> tuple[str, ...]:
        """The pieces between commas under `key`, in the order written. A piece written twice raises."""
        return self.pieces(key, self.text(key)) if key in self.values else ()

    def pieces(self, key: str, text: str) -> tuple[str, ...]:
        """The pieces of `text` between commas; `key` says in an error where it stood."""
        found = tuple(piece for part in text.split(",") if (piece := part.strip()))
        if len(set(found)) < len(found):
            doubled = sorted({piece for piece in found if found.count(piece) > 1})
            raise self.fault(f"{key} has {', '.join(doubled)} twice")
        return found

    def choice(self, key: str, allowed: tuple[str, ...], default: str = "") -> str:
        """The text under `key`, which must be one of `allowed` (or the default)."""
        value = self.text(key, default)
        if value not in allowed and value != default:
            raise self.fault(f"{key} must be one of {', '.join(allowed)}, not {value!r}")
        return value

    def mapping(self, key: str) -> dict[str, str]:
        """The texts by name under `key`; empty where there are none."""
        if key not in self.values:
            return {}
        value = self.values[key]
        if not isinstance(value, dict):
            raise self.fault(f"{key} must be a mapping, not {value!r}")
        for name, text in value.items():
            if not isinstance(name, str) or not isinstance(text, str) or not text.strip():
                raise self.fault(f"{key}: {name!r} needs a text, not {text!r}")
        return {str(name): str(text).strip() for name, text in value.items()}


def read_sheet(name: str) -> dict[str, object]:
    """The data file `name` (its path inside this package), whose top level must be a mapping."""
    return parse_sheet(name, files(__package__).joinpath(name).read_text(encoding="utf-8"))


def parse_sheet(name: str, text: str) -> dict[str, object]:
    """As `read_sheet`, of a text at hand; a key written twice in one mapping raises."""
    try:
        value = yaml.load(text, Loader=_Loader)  # noqa: S506 - it makes text, lists and mappings only
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name}: {error}", advice="Mend the data file.") from error
    if not isinstance(value, dict):
        raise VocabularyError(f"{name}: must be a mapping.", advice="Mend the data file.")
    return cast("dict[str, object]", value)


def rows(name: str, sheet: Mapping[str, object], key: str = "entries") -> Iterator[Row]:
    """The entries under `key`, in the order of the file."""
    entries = sheet.get(key)
    if not isinstance(entries, dict) or not entries:
        raise VocabularyError(f"{name}: needs {key}.", advice="Mend the data file.")
    for id_, values in entries.items():
        if not isinstance(id_, str) or not isinstance(values, dict):
            raise VocabularyError(f"{name}: {id_!r} must be an id with a mapping.", advice="Mend the data file.")
        yield Row(file=name, id=id_, values=values)


class _Loader(BaseLoader):
    """Reads every scalar as text ("no" is Norway's code) and refuses a key written twice; else the last would win."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[object, object]:
    pairs = [(loader.construct_object(k, deep=True), loader.construct_object(v, deep=True)) for k, v in node.value]
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [k for k, _ in pairs]
        doubled = next(k for k in names if names.count(k) > 1)
        raise yaml.constructor.ConstructorError(None, None, f"key {doubled!r} written twice", node.start_mark)
    return made


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
