"""Sorts the expectations after the reader has changed: `python -m tests.passages.sorting` takes `missed` off what is
found now and prints what is found no more; with `--demote` the latter is marked `missed` as well.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from rejoinder.pipeline.reader import Reader, open_reader
from tests.passages.matching import holds
from tests.passages.reading import FOLDER, Expectation, passages


def changes(path: Path, reader: Reader) -> Iterator[tuple[str, Expectation]]:
    """The expectations of a file that are not marked as the reader would have them, with the id of their passage."""
    for passage in passages(path):
        document = passage.document()
        read = reader.read(document)
        yield from ((passage.id, one) for one in passage.expectations if holds(one, document, read) == one.missed)


def sort_file(path: Path, reader: Reader, *, demote: bool) -> list[str]:
    """Rewrites a file; what was changed, or would have been with `demote`."""
    text, told = path.read_text("utf-8"), []
    for where, one in changes(path, reader):
        bare = one.line.replace("- missed ", "- ", 1)
        told.append(f"{'found now' if one.missed else 'found no more'}: {where}: {bare}")
        if one.missed or demote:
            head, found, rest = text.partition(f"## {where.removeprefix(f'{path.stem}: ')}\n")
            new = bare if one.missed else bare.replace("- ", "- missed ", 1)
            text = head + found + f"\n{rest}".replace(f"\n{one.line}\n", f"\n{new}\n", 1).removeprefix("\n")
    path.write_text(text, "utf-8")
    return told


def main() -> None:
    """Sort every file with the shipped reader, or the one in the folder that REJOINDER_MODEL names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--demote", action="store_true")
    demote = parser.parse_args().demote
    model = os.environ.get("REJOINDER_MODEL")
    reader = open_reader(Path(model) if model else None, threads=1)
    for path in sorted(FOLDER.glob("*.md")):
        sys.stdout.writelines(f"{line}\n" for line in sort_file(path, reader, demote=demote))


if __name__ == "__main__":
    main()
