"""The public sets that training reads beside our own passages: where they lie, and whether they are whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from training.faults import DataError, shortened, text_of
from training.sentences import CLASSES

FILES: Mapping[str, str] = {
    "polnear": "polnear/train.jsonl",
    "plv": "plv/train.jsonl",
    "ecbplus": "ecbplus/ecbplus_train.jsonl",
}


def rows_of(data: Path, name: str) -> list[str]:
    """The rows of a set, each a JSON object as text. DataError where the file cannot be read."""
    return [row for row in text_of(data / FILES[name]).split("\n") if row.strip()]


def files_of(data: Path | None, without: Collection[str]) -> dict[str, Path]:
    """The file of each set that is read."""
    return {name: data / file for name, file in FILES.items() if data is not None and name not in without}


def data_faults(data: Path | None, without: Collection[str]) -> list[str]:
    """What is wrong with the sets that are read, missing files too."""
    if data is None:
        wanted = [name for name in FILES if name not in without]
        said = f"--data is missing: the folder of {', '.join(wanted)}; --without NAME leaves a set out"
        return [said] if wanted else []
    return [fault for name, file in files_of(data, without).items() for fault in _of_file(name, file)]


def _of_file(name: str, file: Path) -> list[str]:
    try:
        lines = text_of(file).split("\n")
    except DataError as fault:
        return [f"{one}; --without {name} leaves the set out" for one in fault.found]
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            _ROWS[name](json.loads(line))
        except json.JSONDecodeError as error:
            found.append(f"{file}:{number}: is no JSON: {error.msg} at character {error.colno}")
        except (KeyError, TypeError, ValueError) as error:
            found.append(f"{file}:{number}: {_said(error)}")
    if not any(line.strip() for line in lines):
        found.append(f"{file}: there is nothing in it; --without {name} leaves the set out")
    return shortened(found, file)


def _said(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _under(row: Any, key: str, sort: type) -> Any:
    """What stands under the key, where it is of that sort."""
    if not isinstance(row, dict):
        raise TypeError("an object is expected, {...}")
    if not isinstance(row[key], sort):
        raise TypeError(f"{key!r} is no {'text' if sort is str else 'list'}")
    return row[key]


def _text(row: Any, key: str) -> str:
    return str(_under(row, key, str))


def _spans(row: Any, key: str, text: str) -> None:
    """Raise where what stands under the key is no list of places in the text."""
    for span in _under(row, key, list):
        whole = isinstance(span, list) and len(span) == 2 and all(type(one) is int for one in span)
        if not (whole and 0 <= span[0] <= span[1] <= len(text)):
            raise ValueError(f"{key!r} has {span!r}, which is no [start, end] in a text of {len(text)} characters")


def _polnear(row: Any) -> None:
    _text(row, "doc_id")
    for attribution in _under(row, "attributions", list):
        for part in ("cue", "source", "content"):
            _spans(attribution, part, _text(row, "text"))


def _plv(row: Any) -> None:
    for key in ("source_spans", "target_spans"):
        _spans(row, key, _text(row, "text"))
    if _text(row, "root") not in CLASSES:
        raise ValueError(f"'root' is {row['root']!r}, none of {', '.join(CLASSES)}")


def _ecbplus(row: Any) -> None:
    for key in ("doc_id", "topic"):
        _text(row, key)
    for mention in _under(row, "mentions", list):
        for key in ("kind", "chain"):
            _text(mention, key)
        _spans(mention, "spans", _text(row, "text"))


_ROWS: Mapping[str, Callable[[Any], None]] = {"polnear": _polnear, "plv": _plv, "ecbplus": _ecbplus}
