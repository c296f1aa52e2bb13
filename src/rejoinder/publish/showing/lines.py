"""Lines of text about a row, indented by what belongs to what."""

from __future__ import annotations

from collections.abc import Iterable

from rejoinder.publish.evidence import Evidence

Lines = list[str]


def cited(passages: Iterable[Evidence], most: int = 12) -> Lines:
    """Quotations with their publication, and how many more there are."""
    shown = list(passages)
    lines = [f"“{one.quote}” — {one.publication} [{one.id}]" for one in shown[:most]]
    return [*lines, f"and {len(shown) - most} more"] if len(shown) > most else lines


def indented(lines: Iterable[str], by: int = 2) -> Lines:
    """The lines moved to the right."""
    return [" " * by + line for line in lines]


def under(heading: str, lines: Iterable[str]) -> Lines:
    """The lines below a heading; nothing where there are none."""
    below = list(lines)
    return [heading, *indented(below)] if below else []
