"""Files, folders and patterns to the files they name."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rejoinder.ingest.paths import there
from rejoinder.ingest.problems import rejected
from rejoinder.ingest.signatures import METADATA_NAMES
from rejoinder.types.document import Problem


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Found:
    """A file under the name the user knows it by, or the trouble with it; `named` where the user named the file
    itself."""

    name: str
    path: str
    named: bool
    trouble: Problem | None = None


def found_files(
    paths: Sequence[str | Path], own: Collection[Path] = (), beside: Collection[Path] = ()
) -> Iterator[Found]:
    """Every file once, sorted by name, with the trouble where it cannot be read.

    `own` are files of the record that is written: they are not articles, and are never opened. Files `beside` the
    articles, of metadata, are passed over without a word."""
    ours, theirs = _places(own), _places(beside)
    for found in _distinct(sorted(one for one in _all(paths) if not _is_one_of(one, theirs))):
        mine = _is_one_of(found, ours)
        yield replace(found, trouble=rejected(found.name, "skipped", "The record itself.")) if mine else found


def _places(files: Collection[Path]) -> frozenset[str]:
    return frozenset(os.path.realpath(path) for path in files)


def _is_one_of(found: Found, places: Collection[str]) -> bool:
    return bool(places) and found.trouble is None and os.path.realpath(found.path) in places


def _all(paths: Sequence[str | Path]) -> Iterator[Found]:
    for given in paths:
        path = Path(given)
        text = str(given)
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where the folder above is shut
            yield from _below(path)
        elif there(path):
            yield _file(path, path.name, named=True)
        elif glob.has_magic(text):
            yield from _matching(text)
        else:
            yield Found(name=text, path=text, named=True, trouble=rejected(text, "missing", "There is no such file."))


def _matching(pattern: str) -> Iterator[Found]:
    fixed = Path(*Path(pattern).parts[: _fixed_parts(pattern)])
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        yield Found(name=pattern, path=pattern, named=True, trouble=rejected(pattern, "missing", "No file matches."))
    for match in matches:
        path = Path(match)
        if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112, PTH114 - as above
            continue
        name = path.relative_to(fixed).as_posix() if path.is_relative_to(fixed) else path.name
        yield _file(path, name, named=False)
    if "**" in pattern:
        yield from _shut_below(fixed)


def _fixed_parts(pattern: str) -> int:
    return next(i for i, part in enumerate(Path(pattern).parts) if glob.has_magic(part))


def _below(root: Path) -> Iterator[Found]:
    """Every file of a folder; hidden ones, links and folders that are shut give a problem, and no link is
    followed."""
    shut: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=shut.append):
        here = Path(folder)
        for name in sorted(folders):
            path = here / name
            if name.startswith(".") or os.path.islink(path):  # noqa: PTH114 - as above
                folders.remove(name)
                why = "A hidden folder." if name.startswith(".") else "A link to a folder."
                yield _skipped(path.relative_to(root).as_posix(), path, why)
        for name in sorted(files):
            path = here / name
            shown = path.relative_to(root).as_posix()
            if name.startswith("."):
                yield _skipped(shown, path, "A hidden file.")
            elif os.path.islink(path):  # noqa: PTH114 - as above
                inside = _resolves_below(path, root)
                yield _skipped(
                    shown, path, "A link to a file that is read itself." if inside else "A link out of the folder."
                )
            elif name.lower() not in METADATA_NAMES:
                yield _file(path, shown, named=False)
    yield from (_shut(error, root) for error in shut)


def _shut_below(root: Path) -> Iterator[Found]:
    """The folders that `**` cannot look into."""
    shut: list[OSError] = []
    for _, folders, _ in os.walk(root, onerror=shut.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
    yield from (_shut(error, root) for error in shut)


def _shut(error: OSError, root: Path) -> Found:
    """A folder of which nothing can be listed, by its name below the root, or the root by the name it was given."""
    path = Path(error.filename or root)
    below = path.is_relative_to(root) and path != root
    name = _shown(path.relative_to(root).as_posix() if below else str(root))
    why = f"The folder cannot be listed: {error.strerror or type(error).__name__}."
    return Found(name=name, path=str(path), named=not below, trouble=rejected(name, "unreadable", why))


def _resolves_below(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _file(path: Path, name: str, *, named: bool) -> Found:
    trouble = None
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        trouble = rejected(
            name, "unreadable", f"It cannot be read: {getattr(error, 'strerror', None) or 'no such path'}."
        )
    else:
        if not stat.S_ISREG(mode):
            trouble = rejected(name, "not-a-file", "A device, pipe or socket.")
    return Found(name=_shown(name), path=str(path), named=named, trouble=trouble)


def _skipped(name: str, path: Path, why: str) -> Found:
    name = _shown(name)
    return Found(name=name, path=str(path), named=False, trouble=rejected(name, "skipped", why))


def _shown(name: str) -> str:
    """A file name that any store can hold and any screen show: what is no text or not printable stands as U+FFFD."""
    read = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in read)


def _distinct(found: Sequence[Found]) -> Iterator[Found]:
    """Each file once; files of one name all go by the path by which they were given."""
    paths: set[str] = set()
    files: list[Found] = []
    for one in found:
        if one.trouble is None:
            place = os.path.realpath(one.path)
            if place in paths:
                continue
            paths.add(place)
        files.append(one)
    yield from sorted(_told_apart(files))


def _told_apart(files: list[Found]) -> list[Found]:
    """The files with paths for names where names are shared, as often as a path is again the name of another."""
    while True:
        held = Counter(one.name for one in files)
        apart = [_by_path(one) if held[one.name] > 1 else one for one in files]
        if apart == files:
            return apart
        files = apart


def _by_path(one: Found) -> Found:
    name = _shown(Path(one.path).as_posix())
    return replace(one, name=name, trouble=replace(one.trouble, source=name) if one.trouble else None)
