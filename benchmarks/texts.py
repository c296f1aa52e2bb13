"""Articles to measure with: as long as real ones, put together from the sample, the same each time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from rejoinder.ingest import read_sources
from rejoinder.sample import sample_folder
from rejoinder.types.document import READ_ZONES, Document

WORDS = 600
SEED = 20211217


def paragraphs() -> list[str]:
    """Every paragraph of the sample that is read, in the order of its files."""
    documents = [one for one in read_sources([sample_folder()]) if isinstance(one, Document)]
    return [
        zone.span.of(document.text).strip()
        for document in documents
        for zone in document.zones
        if zone.kind in READ_ZONES and zone.kind == "body"
    ]


def article(stock: Sequence[str], number: int) -> str:
    """An article of some 600 words with paragraphs drawn from the stock; another for each number."""
    draw = random.Random(SEED + number)
    chosen: list[str] = []
    while sum(len(one.split()) for one in chosen) < WORDS:
        chosen.append(draw.choice(stock))
    return f"Talks, day {number + 1}: what was said and what was not\n\n" + "\n\n".join(chosen) + "\n"


def write_articles(folder: Path, count: int) -> list[str]:
    """Write so many articles into the folder; their texts."""
    stock = paragraphs()
    texts = [article(stock, number) for number in range(count)]
    for number, text in enumerate(texts):
        (folder / f"article-{number:03}.txt").write_text(text, "utf-8")
    return texts
