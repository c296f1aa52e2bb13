"""Read and check the annotated passages under `training/passages` (format: GUIDE.md).

Run `python -m training.passages` to check every file; it prints each fault with file and line and exits 1 if there is
one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.annotated import KINDS, Passage
from training.passage_lines import PassageError, parse

FOLDER = Path(__file__).parent / "passages"
UNREAD = Path(__file__).parent / "unread"
"""Stories that the shipped model has not learnt from: what it makes of them is measured; the next one learns them."""


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


def some_stories(passages: Sequence[Passage], every: int, epoch: int, whole: Sequence[str]) -> list[Passage]:
    """The passages of one story in so many, of others each epoch, and all those of the files named in `whole`, in
    their order."""
    stories = list(dict.fromkeys(p.story for p in passages if file_of(p) not in whole))
    kept = frozenset(stories[epoch % every :: every])
    return [p for p in passages if p.story in kept or file_of(p) in whole]


def file_of(passage: Passage) -> str:
    """The name of the file that a passage stands in."""
    return passage.where.partition(":")[0]


def checked(files: Iterable[Path]) -> int:
    """The faults of the files, each of them printed, and after them what is in the passages."""
    faults, kinds, counts = 0, Counter[str](), Counter[str]()
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
    return faults


def main(argv: list[str]) -> int:
    """Check the named files, or all of them: those that were learnt from, then those that were not."""
    groups = [[Path(a) for a in argv]] if argv else [sorted(folder.glob("*.txt")) for folder in (FOLDER, UNREAD)]
    return 1 if sum(map(checked, groups)) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
