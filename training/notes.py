"""Which lines of a passage are text and which are notes, and what must hold of the notes (format: GUIDE.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from training.annotated import STYLES

NOTE = re.compile(r"[SM] .* \| |R .* \| .* \| |A \S+ > |X \S+ ~ ")
_LIKE_A_NOTE = re.compile(r"\s*(?:[SMRAXsmrax]\s.*[|>~]|[A-Za-z]\s.*\s\|\s)")
"""What no newspaper prints, so that it is a note gone wrong."""
FORMS = {
    "S": "S cue | source | content",
    "M": "M kind modality holder | trigger | actor | recipient | anchor | id",
    "R": "R mention | name | principal",
    "A": "A answer > answered disposition",
    "X": "X one ~ other",
}
Numbered = tuple[int, str]
"""The number of a line in its file, and the line; or the number, and what is wrong there."""


def header_faults(head: Numbered) -> Iterator[Numbered]:
    """What is wrong with the first line of a passage."""
    number, line = head
    fields = [f.strip() for f in line[2:].split(" | ")]
    if not line.startswith("@ ") or len(fields) < 2:
        yield number, "a passage begins with '@ style | about' or '@ style | about | story: id'"
        return
    if fields[0] not in STYLES:
        yield number, f"unknown style {fields[0]!r}; one of {', '.join(STYLES)}"
    if len(fields) > 3 or (len(fields) == 3 and not re.fullmatch(r"story:\s*\S.*", fields[2])):
        yield number, f"the third and last field of a first line is 'story: id', not {' | '.join(fields[2:])!r}"


def misplaced(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """The lines below the first one that are neither text before the notes nor notes."""
    noted = 0
    for number, line in lines:
        if NOTE.match(line):
            noted = noted or number
        elif line.startswith("@ "):
            yield number, "a blank line goes before the next passage"
        elif noted or _LIKE_A_NOTE.match(line):
            yield number, _meant(line, noted)


def _meant(line: str, noted: int) -> str:
    words = line.split()
    form = FORMS.get(words[0].upper())
    if form and (len(words) < 5 or _LIKE_A_NOTE.match(line)):
        return f"no note of the form '{form}': {line[:60]!r}"
    if noted:
        return f"no note, though the notes began in line {noted}: {line[:60]!r}"
    return f"neither text nor a note (S, M, R, A or X): {line[:60]!r}"


def faults_together(notes: Sequence[Numbered]) -> Iterator[Numbered]:
    """M lines that stand twice, and those without an id where others have one."""
    moves = [(number, line) for number, line in notes if line.startswith("M ")]
    first: dict[str, int] = {}
    for number, line in moves:
        if first.setdefault(line, number) != number:
            yield number, f"the same M line stands in line {first[line]}"
    unnamed = [number for number, line in moves if line.count(" | ") == 4]
    if len(unnamed) < len(moves):
        for number in unnamed:
            yield number, "this M line has no id, where others of its passage have one"
