"""A training in small: the first of everything that the whole one reads, to see within minutes that it runs through."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.faults import all_of, text_of, texts_in
from training.passages import blocks, story_of
from training.public_sets import files_of, rows_of

ROWS = {"polnear": 12, "plv": 60, "ecbplus": 16}
SENTENCES = 60
"""Of each file of single sentences."""
EVERY = 6
"""One story in so many: of our own there is one in each of more than eighty files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The folders that a training reads; `data` is None where no public set is read."""

    data: Path | None
    passages: tuple[Path, ...]
    sentences: Path


def begun_anew(out: Path) -> None:
    """Remove what an earlier rehearsal left in its folder: each begins at the beginning."""
    for pattern in ("state-*.pt", "reader-*.pt", "made-from-*.json"):
        for file in out.glob(pattern):
            file.unlink()


def shortened(given: Inputs, without: Collection[str], out: Path) -> Inputs:
    """The first of everything, written into a folder: rows of the sets, the first story of each file of passages, and
    the first of the single sentences."""
    shutil.rmtree(out, ignore_errors=True)
    for name, file in files_of(given.data, without).items():
        assert given.data is not None
        _write(out / "sets" / file.relative_to(given.data), rows_of(given.data, name)[: ROWS[name]])
    passages = []
    for number, folder in enumerate(given.passages, 1):
        passages.append(out / f"passages-{number}")
        for file in texts_in(folder):
            _write(passages[-1] / file.name, _first_story(file))
    for file in all_of([given.sentences]):
        _write(out / "sentences" / file.name, text_of(file).splitlines()[:SENTENCES])
    return Inputs(data=given.data and out / "sets", passages=tuple(passages), sentences=out / "sentences")


def _first_story(file: Path) -> list[str]:
    """The lines of the first passage of a file and of those that tell of the same matter."""
    first, *others = blocks(file)
    told = [first, *(b for b in others if story_of(first) and story_of(b) == story_of(first))]
    return [line for block in told for line in (*(x for _, x in block), "")]


def _write(file: Path, lines: Sequence[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
