"""The paths that a user gives: whether they lead anywhere."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path

from rejoinder.errors import UsageError

_NAMED = 3


def refuse_nothing(paths: Sequence[str | Path]) -> None:
    """UsageError for a path without a letter, which would stand for the whole working folder, and for paths of which
    none leads to anything."""
    if "" in map(str, paths):
        raise UsageError(
            "A path to read is empty.", advice="Name a file, folder or pattern; . is the folder you are in."
        )
    if paths and not any(_leads_somewhere(path) for path in paths):
        named = ", ".join(map(str, paths[:_NAMED])) + (", ..." if len(paths) > _NAMED else "")
        raise UsageError(f"There is nothing at {named}.", advice="Check the path: a file, a folder, or a pattern.")


def _leads_somewhere(path: str | Path) -> bool:
    return there(Path(path)) or (glob.has_magic(str(path)) and any(glob.iglob(str(path), recursive=True)))  # noqa: PTH207 - Path.glob takes no absolute pattern


def there(path: Path) -> bool:
    """Whether something has this name, or may have it: where a folder above is shut, nobody can tell."""
    try:
        path.lstat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True
