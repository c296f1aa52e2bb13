"""Read and check the annotated passages under `training/passages` (format: GUIDE.md).

Run `python -m training.passages` to check every file; it prints each fault with file and line and exits 1 if there is
one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
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
DISPOSITIONS = ["accept", "reject", "partial", "counter", "acknowledge", "reply", "none"]
NOTE = re.compile(r"[SM] .* \| |R .* \| .* \| |A \S+ > |X \S+ ~ ")
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
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSpan:
    """What a mention stands for, and for whom that one acts; offsets into the passage text."""

    mention: Offsets
    name: Offsets | None
    principal: Offsets | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLink:
    """An event that answers another of the same story, by their ids."""

    answer: str
    to: str
    disposition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text (paragraphs joined by a newline) with what is read from it.

    `story` names the passages that share event ids: reports of the same matter by different outlets. `linked` tells
    whether somebody looked for links at all, so that none means none.
    """

    where: str
    style: str
    about: str
    text: str
    statements: tuple[AttributedSpan, ...]
    moves: tuple[ActSpan, ...]
    references: tuple[ReferenceSpan, ...] = ()
    answers: tuple[AnswerLink, ...] = ()
    clashes: tuple[tuple[str, str], ...] = ()
    story: str = ""
    linked: bool = False


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
    if len(fields) not in (5, 6) or len(head) != 3:
        raise PassageError(
            f"{where}: an M line is 'M kind modality holder | trigger | actor | recipient | anchor | id'"
        )
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
        event=fields[5] if len(fields) == 6 else "",
    )


def _references(text: str, line: str, where: str) -> list[ReferenceSpan]:
    fields = [f.strip() for f in line[2:].split(" | ")]
    if len(fields) != 3:
        raise PassageError(f"{where}: an R line is 'R mention | name | principal', with - for what is not in the text")
    words, _, nth = fields[0].partition("#")
    places = occurrences(text, words)
    if not places or (nth and not (nth.isdecimal() and 1 <= int(nth) <= len(places))):
        raise PassageError(f"{where}: mention not in the text: {fields[0]!r}")
    out = []
    for place in [places[int(nth) - 1]] if nth else places:
        name, principal = (_before(text, f, place, where) for f in fields[1:])
        out.append(ReferenceSpan(mention=place, name=name, principal=principal))
    return out


def _before(text: str, words: str, mention: Offsets, where: str) -> Offsets | None:
    """The last place of `words` before a mention, or else the first; None for a dash."""
    if words == "-":
        return None
    places = occurrences(text, words)
    if not places:
        raise PassageError(f"{where}: not in the text: {words!r}")
    return max((p for p in places if p[0] <= mention[0]), default=places[0])


def _link(line: str, sign: str, events: set[str], where: str) -> list[str]:
    """The two ids of an A or X line, and the word after them if there is one."""
    fields = line[2:].replace(f" {sign} ", " ").split()
    if f" {sign} " not in line or len(fields) != (3 if sign == ">" else 2):
        raise PassageError(f"{where}: a link is 'A answer > answered disposition' or 'X one ~ other'")
    for event in fields[:2]:
        if event not in events:
            raise PassageError(f"{where}: no M line of the story has the id {event!r}")
    if sign == ">" and fields[2] not in DISPOSITIONS:
        raise PassageError(f"{where}: unknown disposition {fields[2]!r}; one of {', '.join(DISPOSITIONS)}")
    return fields


def parse(block: list[tuple[int, str]], file: str, known: set[str] | None = None) -> Passage:
    """One block of numbered lines as a passage; `known` are event ids of the same story elsewhere.

    Raises PassageError.
    """
    number, head = block[0]
    if not head.startswith("@ ") or " | " not in head:
        raise PassageError(f"{file}:{number}: a passage begins with '@ style | about' or '@ style | about | story: id'")
    style, about, story = ([f.strip() for f in head[2:].split(" | ")] + [""])[:3]
    if style not in STYLES:
        raise PassageError(f"{file}:{number}: unknown style {style!r}; one of {', '.join(STYLES)}")
    notes = [(n, x) for n, x in block[1:] if NOTE.match(x)]
    text = "\n".join(x for n, x in block[1:] if (n, x) not in notes)
    if not text.strip():
        raise PassageError(f"{file}:{number}: no text")
    at = {sign: [(f"{file}:{n}", x) for n, x in notes if x[0] == sign] for sign in "SMRAX"}
    moves = tuple(_move(text, x, w) for w, x in at["M"])
    events = {m.event for m in moves} | (known or set())
    answers = [_link(x, ">", events, w) for w, x in at["A"]]
    return Passage(
        where=f"{file}:{number}",
        style=style,
        about=about,
        text=text,
        statements=tuple(_statement(text, x, w) for w, x in at["S"]),
        moves=moves,
        references=tuple(r for w, x in at["R"] for r in _references(text, x, w)),
        answers=tuple(AnswerLink(answer=a, to=t, disposition=d) for a, t, d in answers),
        clashes=tuple((a, b) for a, b in (_link(x, "~", events, w) for w, x in at["X"])),
        story=f"{file}:{story.removeprefix('story:').strip()}" if story else f"{file}:{number}",
        linked=bool(moves) and all(m.event for m in moves),
    )


def story_of(block: list[tuple[int, str]]) -> str:
    """The story that a block's first line names, empty where it stands alone."""
    return ([f.strip() for f in block[0][1].split(" | ")] + ["", ""])[2]


def events_by_story(found: Sequence[list[tuple[int, str]]]) -> dict[str, set[str]]:
    """The event ids of a file's M lines, by the story of their block."""
    out: dict[str, set[str]] = {}
    for block in found:
        ids = {x.split(" | ")[5].strip() for _, x in block if x.startswith("M ") and x.count(" | ") == 5}
        if story_of(block):
            out.setdefault(story_of(block), set()).update(ids)
    return out


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
    out = []
    for file in sorted(folder.glob("*.txt")):
        found = list(blocks(file))
        known = events_by_story(found)
        out += [parse(b, file.name, known.get(story_of(b))) for b in found]
    return out


def main(argv: list[str]) -> int:
    """Check the named files, or all of them."""
    files = [Path(a) for a in argv] or sorted(FOLDER.glob("*.txt"))
    faults, kinds, counts = 0, Counter(), Counter()
    for file in files:
        found = list(blocks(file))
        known = events_by_story(found)
        for block in found:
            try:
                passage = parse(block, file.name, known.get(story_of(block)))
            except PassageError as error:
                print(error)
                faults += 1
                continue
            kinds.update(m.kind for m in passage.moves)
            counts["sentences"] += len(re.findall(r"[.!?][\"”’']?(?:\s|$)", passage.text)) or 1
            counts.update(
                passages=1,
                statements=len(passage.statements),
                references=len(passage.references),
                answers=len(passage.answers),
                clashes=len(passage.clashes),
            )
    order = ("passages", "sentences", "statements", "references", "answers", "clashes")
    print(", ".join(f"{counts[c]} {c}" for c in order), f"{sum(kinds.values())} moves, {faults} faults", sep=", ")
    print("  ".join(f"{k} {kinds[k]}" for k in KINDS))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
