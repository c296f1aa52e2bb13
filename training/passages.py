"""Read and check the annotated passages under `training/passages` (format: GUIDE.md).

Run `python -m training.passages` to check every file; it prints each fault with file and line and exits 1 if there is
one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "passages"
KINDS = [
    "propose",
    "demand",
    "request",
    "offer",
    "invite",
    "deliver",
    "acknowledge",
    "accept",
    "reject",
    "reply",
    "ignore",
    "agree",
    "meet",
    "accuse",
    "deny",
    "warn",
    "threaten",
    "support",
    "sanction",
    "mobilise",
    "attack",
    "aid",
    "withdraw",
    "suspend",
    "restore",
]
MODALITIES = ["actual", "planned", "conditional", "hypothetical", "denied", "reported"]
STYLES = ["agency", "broadsheet", "state", "tabloid", "liveblog", "transcript", "analysis", "translated", "headline"]
Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedSpan:
    """One statement: offsets into the passage text; `content` in text order, one pair a part."""

    cue: Offsets | None
    source: Offsets | None
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSpan:
    """One move: offsets into the passage text."""

    kind: str
    modality: str
    held_by_speaker: bool
    trigger: Offsets
    actors: tuple[Offsets, ...]
    recipients: tuple[Offsets, ...]
    anchor: Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text (paragraphs joined by a newline) with its statements and moves."""

    where: str
    style: str
    about: str
    text: str
    statements: tuple[AttributedSpan, ...]
    moves: tuple[ActSpan, ...]


class PassageError(ValueError):
    """A line that does not follow GUIDE.md; the message names file, line and fault."""


def occurrences(text: str, words: str) -> list[Offsets]:
    """Every place of `words` in `text` that does not begin or end inside a word."""
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    found = [m.span() for m in re.finditer(left + re.escape(words) + right, text)]
    return found or [m.span() for m in re.finditer(re.escape(words), text)]


def _near(text: str, words: str, at: int, where: str, what: str) -> Offsets:
    found = occurrences(text, words)
    if not found:
        raise PassageError(f"{where}: {what} not in the text: {words!r}")
    return min(found, key=lambda s: (0 if s[0] <= at < s[1] else min(abs(s[0] - at), abs(s[1] - at)), s))


def _parts(text: str, field: str, at: int, where: str, what: str) -> tuple[Offsets, ...]:
    if field == "-":
        return ()
    return tuple(sorted(_near(text, part.strip(), at, where, what) for part in field.split(" // ")))


def _statement(text: str, line: str, where: str) -> AttributedSpan:
    fields = [f.strip() for f in line[2:].split(" | ")]
    if len(fields) != 3:
        raise PassageError(f"{where}: an S line has 3 fields (cue | source | content), not {len(fields)}")
    cue_words, source, content = fields
    first = content.split(" // ")[0].strip()
    places = occurrences(text, first)
    if not places:
        raise PassageError(f"{where}: content not in the text: {first!r}")
    middle = sum(places[0]) // 2
    if cue_words != "-":
        cues = occurrences(text, cue_words)
        if not cues:
            raise PassageError(f"{where}: cue not in the text: {cue_words!r}")
        outside = [c for c in cues if not any(p[0] <= c[0] and c[1] <= p[1] for p in places[:1])] or cues
        cue = min(outside, key=lambda c: (min(abs(c[0] - places[0][1]), abs(places[0][0] - c[1])), c))
    else:
        cue = None
    at = cue[0] if cue else middle
    parts = _parts(text, content, middle, where, "content")
    sources = _parts(text, source, at, where, "source")
    return AttributedSpan(cue=cue, source=sources[0] if sources else None, content=parts)


def _move(text: str, line: str, where: str) -> ActSpan:
    fields = [f.strip() for f in line[2:].split(" | ")]
    head = fields[0].split()
    if len(fields) != 5 or len(head) != 3:
        raise PassageError(f"{where}: an M line is 'M kind modality holder | trigger | actor | recipient | anchor'")
    kind, modality, holder = head
    if kind not in KINDS or modality not in MODALITIES or holder not in ("N", "S"):
        raise PassageError(f"{where}: unknown kind, modality or holder: {fields[0]!r}")
    anchors = occurrences(text, fields[4])
    if not anchors:
        raise PassageError(f"{where}: anchor not in the text: {fields[4]!r}")
    for anchor in anchors:
        inside = [t for t in occurrences(text, fields[1]) if anchor[0] <= t[0] and t[1] <= anchor[1]]
        if inside:
            trigger = inside[0]
            break
    else:
        raise PassageError(f"{where}: trigger {fields[1]!r} not inside the anchor {fields[4]!r}")
    return ActSpan(
        kind=kind,
        modality=modality,
        held_by_speaker=holder == "S",
        trigger=trigger,
        actors=_parts(text, fields[2], trigger[0], where, "actor"),
        recipients=_parts(text, fields[3], trigger[0], where, "recipient"),
        anchor=anchor,
    )


def parse(block: list[tuple[int, str]], file: str) -> Passage:
    """One block of numbered lines as a passage; raises PassageError."""
    number, head = block[0]
    if not head.startswith("@ ") or " | " not in head:
        raise PassageError(f"{file}:{number}: a passage begins with '@ style | about'")
    style, about = (f.strip() for f in head[2:].split(" | ", 1))
    if style not in STYLES:
        raise PassageError(f"{file}:{number}: unknown style {style!r}; one of {', '.join(STYLES)}")
    notes = [(n, x) for n, x in block[1:] if re.match(r"[SM] .* \| ", x)]
    text = "\n".join(x for n, x in block[1:] if (n, x) not in notes)
    if not text.strip():
        raise PassageError(f"{file}:{number}: no text")
    return Passage(
        where=f"{file}:{number}",
        style=style,
        about=about,
        text=text,
        statements=tuple(_statement(text, x, f"{file}:{n}") for n, x in notes if x[0] == "S"),
        moves=tuple(_move(text, x, f"{file}:{n}") for n, x in notes if x[0] == "M"),
    )


def blocks(file: Path) -> Iterator[list[tuple[int, str]]]:
    """The blank-line separated blocks of a file, as (line number, line)."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip():
            block.append((number, line.rstrip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def load(folder: Path = FOLDER) -> list[Passage]:
    """Every passage of a folder, in file and line order; raises PassageError at the first fault."""
    return [parse(b, f.name) for f in sorted(folder.glob("*.txt")) for b in blocks(f)]


def main(argv: list[str]) -> int:
    """Check the named files, or all of them."""
    files = [Path(a) for a in argv] or sorted(FOLDER.glob("*.txt"))
    faults, kinds, sentences, statements, passages = 0, Counter(), 0, 0, 0
    for file in files:
        for block in blocks(file):
            try:
                passage = parse(block, file.name)
            except PassageError as error:
                print(error)
                faults += 1
                continue
            passages += 1
            kinds.update(m.kind for m in passage.moves)
            statements += len(passage.statements)
            sentences += len(re.findall(r"[.!?][\"”’']?(?:\s|$)", passage.text)) or 1
    moves = sum(kinds.values())
    print(f"{passages} passages, {sentences} sentences, {statements} statements, {moves} moves, {faults} faults")
    print("  ".join(f"{k} {kinds[k]}" for k in KINDS))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
