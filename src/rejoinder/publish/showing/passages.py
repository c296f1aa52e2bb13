"""The passages that test a rule: Markdown cases of a checkout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

_HEADING = re.compile(r"^#+\s+(.+)$")


def folder() -> Path | None:
    """Where the passages lie; None for an installed package, which comes without them."""
    found = Path(__file__).parents[4] / "tests" / "passages"
    return found if found.is_dir() else None


def that_test(words: Sequence[str], most: int = 3) -> tuple[str, ...]:
    """`file:line heading` of the first passages in which the first of `words` stands that stands in any."""
    below = folder()
    if below is None:
        return ()
    files = {path: path.read_text("utf-8").splitlines() for path in sorted(below.rglob("*.md"))}
    for word in words:
        sought = re.compile(rf"(?<![\w.-]){re.escape(word)}(?![\w-])")
        found: dict[str, None] = {}
        for path, lines in files.items():
            heading = path.stem
            for number, line in enumerate(lines, 1):
                match = _HEADING.match(line)
                heading = match[1] if match else heading
                if sought.search(line):
                    found.setdefault(f"tests/passages/{path.relative_to(below).as_posix()}:{number} {heading}")
                    break
        if found:
            return tuple(found)[:most]
    return ()
