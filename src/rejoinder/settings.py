"""What a user may set, and where it was set.

One file, `rejoinder.toml`, then the environment (`REJOINDER_RECORD=...`), then the command line: the later wins.
Nothing is read from the machine here but the file that is named: the environment and the folders are arguments.
"""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rejoinder.errors import UsageError

FILE_NAME = "rejoinder.toml"
PREFIX = "REJOINDER_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`record` is the file of the record, `model` the folder of the model that reads (None: the shipped one),
    `processes` how many read at once, `max_file_bytes` the size above which a source is refused.

    `found` says where each setting that was set was set, as (setting, place) pairs in the order of the fields."""

    record: Path = Path("record.db")
    model: Path | None = None
    processes: int = 1
    max_file_bytes: int = 20_000_000
    found: tuple[tuple[str, str], ...] = ()


def load_settings(
    file: Path | None = None, environ: Mapping[str, str] | None = None, given: Mapping[str, Any] | None = None
) -> Settings:
    """The settings of a file, over them those of the environment, over them those given (None: not given).

    A path in the file is relative to the file. UsageError names an unknown setting or a wrong value."""
    layers = []
    if file is not None:
        layers.append((str(file), _from_file(file), file.parent))
    named = {
        key.removeprefix(PREFIX).lower(): value for key, value in (environ or {}).items() if key.startswith(PREFIX)
    }
    layers.append(("the environment", named, Path()))
    layers.append(("the command", {key: value for key, value in (given or {}).items() if value is not None}, Path()))
    values: dict[str, Any] = {}
    places: dict[str, str] = {}
    for place, layer, folder in layers:
        for name, value in layer.items():
            if name not in _READERS:
                raise _unknown(name, place)
            values[name] = _READERS[name](_Value(name=name, value=value, place=place, folder=folder))
            places[name] = place
    return Settings(**values, found=tuple((name, places[name]) for name in _READERS if name in places))


def find_settings_file(folder: Path, user_folder: Path | None = None) -> Path | None:
    """The nearest `rejoinder.toml` in the folder or above it, else that of the user's own folder; None if none."""
    folders = [folder, *folder.parents] + ([user_folder] if user_folder else [])
    return next((each / FILE_NAME for each in folders if (each / FILE_NAME).is_file()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """A value as it was set, and where; `folder` is what a path is relative to."""

    name: str
    value: Any
    place: str
    folder: Path

    def refused(self, wanted: str) -> UsageError:
        """What is said of a value that is none."""
        return UsageError(
            f"{self.name} = {self.value!r} in {self.place} is not {wanted}.", advice=f"Set it to {wanted}."
        )


def _from_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror}.", advice="Check the path of the settings."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is not TOML: {error}.", advice='A line reads: record = "talks.db".') from error


def _unknown(name: str, place: str) -> UsageError:
    near = difflib.get_close_matches(name, _READERS, n=1)
    meant = f"Is {near[0]} meant? " if near else ""
    return UsageError(f"{place} sets {name}, which is no setting.", advice=f"{meant}There are {', '.join(_READERS)}.")


def _path(value: _Value) -> Path:
    if not isinstance(value.value, str | Path) or not str(value.value) or "\0" in str(value.value):
        raise value.refused("a path")
    return value.folder / Path(value.value).expanduser()


def _count(value: _Value) -> int:
    given = value.value
    if isinstance(given, str) and given.isascii() and given.isdigit() and len(given) < 16:
        given = int(given)
    if type(given) is not int or given < 1:
        raise value.refused("a whole number above 0")
    return given


_READERS: Mapping[str, Callable[[_Value], Any]] = {
    "record": _path,
    "model": _path,
    "processes": _count,
    "max_file_bytes": _count,
}
assert [field.name for field in dataclasses.fields(Settings)] == [*_READERS, "found"]
