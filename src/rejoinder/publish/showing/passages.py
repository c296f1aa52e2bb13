"""The passages that test how an act is read: Markdown cases of a checkout."""

from __future__ import annotations

import re
from pathlib import Path

_HEADING = re.compile(r"^#+\s+(.+)$")


def folder() -> Path | None:
    """Where the passages lie; None for an installed package, which comes without them."""
    found = Path(__file__).parents[4] / "tests" / "passages"
    return found if found.is_dir() else None


def that_test(kind: str, most: int = 3) -> tuple[str, ...]:
    """`file:line heading` of the first passage of each file that expects an act of this kind to be read. The words of
    passages, their headings, and what is known to be missed do not count."""
    below = folder()
    if below is None:
        return ()
    expected = re.compile(rf"- move: {re.escape(kind)} ")
    found: list[str] = []
    for path in sorted(below.rglob("*.md")):
        heading = path.stem
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if match := _HEADING.match(line):
                heading = match[1]
            elif expected.match(line):
                found.append(f"tests/passages/{path.relative_to(below).as_posix()}:{number} {heading}")
                break
    return tuple(found[:most])
