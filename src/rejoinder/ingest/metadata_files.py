"""What the user says of the articles: a file of metadata beside them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from rejoinder.errors import SourceError, UsageError
from rejoinder.ingest.dates import given_when
from rejoinder.ingest.source import known
from rejoinder.ingest.yaml_words import undated
from rejoinder.types.document import Metadata
from rejoinder.vocabulary.agencies import is_agency

_FIELDS = ("file", "outlet", "published", "origin", "url", "language")
_BESIDE = frozenset({"documents", "as_of", "bundle", "title", "description", "provenance", "known_at"})
_VALID = f"Valid fields are {', '.join(_FIELDS)}."
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True, eq=False)
class FileMetadata(Mapping[str, Metadata]):
    """Metadata by the names of articles, and the `file` that gave it; `path`: where that lies, if it is one."""

    file: str
    entries: Mapping[str, Metadata]
    path: Path | None = None

    def __getitem__(self, name: str) -> Metadata:
        return self.entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def read_metadata(path: str | Path) -> FileMetadata:
    """Metadata by file name, from YAML (a list, or a mapping with the list under `documents`), CSV with a header,
    or JSON lines.

    `published` is a day, a month (2023-11), a year or `first..last`. A field without a value is unknown.
    SourceError where the file cannot be read; UsageError for an empty file, an unknown field, a wrong value or a file
    named twice."""
    path = Path(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError(f"{path.name} is too large for metadata.")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise SourceError(f"There is no metadata file {path}.", advice="Check the path after --metadata.") from error
    except OSError as error:
        raise SourceError(f"{path} cannot be opened.", advice="Give a file that you may read.") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path.name} cannot be read.", advice="Give a file in UTF-8.") from error
    if not text.strip():
        raise UsageError(f"{path.name} is empty.", advice="Give an entry for each article, or leave --metadata out.")
    found: dict[str, Metadata] = {}
    for place, row in _rows(path, text):
        name, metadata = _entry(place, row)
        if name in found:
            raise UsageError(f"{place}: {name} stands twice.", advice="Give one entry a file.")
        found[name] = metadata
    return FileMetadata(path.name, found, path)


def files_of(given: Mapping[str, Metadata] | None) -> tuple[Path, ...]:
    """The file that this metadata was read from: it speaks of articles and is none, whatever it is called."""
    return (given.path,) if isinstance(given, FileMetadata) and given.path else ()


def metadata_of(given: Mapping[str, Metadata | Mapping[str, object]]) -> FileMetadata:
    """Metadata by file name, from mappings with the fields of such a file. UsageError as for a file."""
    found: dict[str, Metadata] = {}
    for name, row in given.items():
        place = f"metadata[{name!r}]"
        found[name] = row if isinstance(row, Metadata) else _entry(place, {**_mapping(row, place), "file": name})[1]
    return FileMetadata("metadata", found)


def _rows(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each entry with where it stands."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        reader = csv.DictReader(io.StringIO(text))
        for row in reader:
            if None in row:
                raise UsageError(f"{path.name} line {reader.line_num}: more cells than columns.", advice=_VALID)
            yield f"{path.name} line {reader.line_num}", {k: v for k, v in row.items() if v}
    elif suffix in (".jsonl", ".ndjson"):
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield f"{path.name} line {number}", _object(line, f"{path.name} line {number}")
    elif suffix in (".yaml", ".yml", ".json"):
        yield from _yaml_rows(path.name, text)
    else:
        raise UsageError(f"{path.name} is no metadata file.", advice="Give YAML, CSV or JSON lines.")


def _object(line: str, place: str) -> Mapping[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageError(f"{place} is no JSON.", advice="Write one object a line.") from None
    return _mapping(value, place)


def _yaml_rows(name: str, text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    try:
        data, lines = undated(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise UsageError(f"{name} is no YAML{where}.", advice="Mend the file.") from None
    if isinstance(data, dict):
        unknown = sorted(str(key) for key in data if key not in _BESIDE)
        if unknown or not isinstance(data.get("documents"), list):
            what = f"unknown key {unknown[0]}" if unknown else "no list under `documents`"
            raise UsageError(f"{name}: {what}.", advice="Give a list of entries, or a mapping with `documents`.")
        data = data["documents"]
    if not isinstance(data, list):
        raise UsageError(f"{name} holds no list.", advice="Give a list of entries, or a mapping with `documents`.")
    for number, row in enumerate(data, 1):
        place = f"{name} line {lines[number - 1]}" if len(lines) == len(data) else f"{name} entry {number}"
        yield place, _mapping(row, place)


def _mapping(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise UsageError(f"{place} is no mapping.", advice=_VALID)
    return value


def _entry(place: str, row: Mapping[str, object]) -> tuple[str, Metadata]:
    unknown = sorted(str(key) for key in row if key not in _FIELDS)
    if unknown:
        raise UsageError(f"{place}: unknown field {unknown[0]}.", advice=_VALID)
    name = row.get("file")
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"{place}: no file named.", advice=_VALID)
    words = {field: _words(place, field, row.get(field)) for field in ("outlet", "origin", "url", "language")}
    origin = words["origin"]
    words["origin"] = (is_agency(origin) or origin) if origin else None
    published = row.get("published")
    when = given_when(published)
    if published is not None and when is None:
        raise UsageError(
            f"{place}: published {published!s} is no date.",
            advice="Write 2023-11-21, 2023-11, 2023 or 2023-11-01..2023-11-21.",
        )
    return name.strip(), known("given", published=when, **words)


def _words(place: str, field: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise UsageError(f"{place}: {field} is {type(value).__name__}, not words.", advice=_VALID)
    return " ".join(value.split()) or None
