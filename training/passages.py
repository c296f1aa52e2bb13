"""Read and check the annotated passages under `training/passages` (format: GUIDE.md).

Run `python -m training.passages [FILE or FOLDER ...]` to check every file, or those; it prints each fault with file and
line and exits 1 if there is one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.annotated import KINDS, Passage
from training.faults import DataError, all_of, shortened, text_of, texts_in
from training.passage_lines import parse

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
    """The blank-line separated blocks of a file, as (line number, line). DataError where it cannot be read."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text_of(file).splitlines(), 1):
        if line.strip():
            block.append((number, line.rstrip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def passages_of(file: Path) -> tuple[list[Passage], list[str]]:
    """The passages of a file that follow GUIDE.md, in line order, and the faults of the others."""
    try:
        found = list(blocks(file))
    except DataError as fault:
        return [], list(fault.found)
    if not found:
        return [], [f"{file}: there is no passage in it"]
    known, sound, wrong = events_by_story(found), list[Passage](), list[str]()
    for block in found:
        try:
            sound.append(parse(block, file, known.get(story_of(block))))
        except DataError as fault:
            wrong += fault.found
    return sound, shortened(wrong, file)


def load(*folders: Path) -> list[Passage]:
    """Every passage of the folders (none: `FOLDER`), in their order, that of files and lines. DataError with all that
    is wrong."""
    out, wrong, seen = list[Passage](), list[str](), dict[str, Path]()
    for folder in folders or (FOLDER,):
        for file in texts_in(folder):
            if seen.setdefault(file.name, file) != file:
                wrong.append(f"{file}: {seen[file.name]} has the same name; rename one of them")
            passages, faults = passages_of(file)
            out += passages
            wrong += faults
    if wrong:
        raise DataError(*wrong)
    return out


def whole_files(named: Sequence[str], folders: Sequence[Path]) -> list[str]:
    """The names of the files that every epoch reads whole: each is given by name or path, or as a folder of them.
    DataError where one is not among the passages."""
    there = {file.name for folder in folders for file in texts_in(folder)}
    given = [file.name for one in named for file in all_of([Path(one)])]
    lost = [
        f"{name}: --whole names it, and it is not in {', '.join(map(str, folders))}"
        for name in given
        if name not in there
    ]
    if lost:
        raise DataError(*lost)
    return given


def some_stories(passages: Sequence[Passage], every: int, epoch: int, whole: Sequence[str]) -> list[Passage]:
    """The passages of one story in so many, of others each epoch, and all those of the files named in `whole`, in
    their order."""
    stories = list(dict.fromkeys(p.story for p in passages if file_of(p) not in whole))
    kept = frozenset(stories[epoch % every :: every])
    return [p for p in passages if p.story in kept or file_of(p) in whole]


def file_of(passage: Passage) -> str:
    """The name of the file that a passage stands in."""
    return passage.where.partition(":")[0]


def told_as(folder: Path) -> str:
    """The name under which a model tells of a folder of passages: no path of the machine on which it was trained."""
    return "training/passages" if folder.resolve() == FOLDER.resolve() else folder.resolve().name


def checked(files: Iterable[Path]) -> int:
    """The faults of the files, each of them printed, and after them what is in the passages."""
    faults, kinds, counts = 0, Counter[str](), Counter[str]()
    for file in files:
        passages, wrong = passages_of(file)
        faults += len(wrong)
        for fault in wrong:
            print(fault)
        for passage in passages:
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
    """Check the named files and folders, or all of them: those that were learnt from, then those that were not."""
    try:
        groups = [all_of([Path(a) for a in argv])] if argv else [texts_in(FOLDER), texts_in(UNREAD)]
    except DataError as fault:
        print(fault)
        return 1
    return 1 if sum([checked(group) for group in groups]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
