"""Measure the account of annotated stories: `python -m training.stories [--passages FOLDER] [--model FOLDER]`.

Every story of several articles is read and put together as a record would be; events (B-cubed, over the acts that both
have), answers and disputes are set against the `M`, `A` and `X` lines (GUIDE.md). The weights of consolidation can be
tried on hundreds of stories so, where the bundles are few. The passages must be ones from which the model has not
learnt, or what it makes of two acts counts too much.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rejoinder.consolidate import consolidate
from rejoinder.pipeline.accounts import reported
from rejoinder.pipeline.reader import Reader, comparing, open_reader
from rejoinder.types.account import Reported
from rejoinder.types.document import Document, Metadata, Zone
from rejoinder.types.span import Span, identity_map
from rejoinder.types.time import day
from training.annotated import Passage
from training.passages import UNREAD, load
from training.story_scores import Counts, annotated, answers, disputes, events

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = re.compile(rf"\b(?:(?P<before>\d{{1,2}}) {_MONTH}|{_MONTH.replace('month', 'named')} (?P<after>\d{{1,2}}))\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_HEAD = 300
"""Characters of an article in which its dateline stands."""


def document_of(passage: Passage) -> Document:
    """A passage as the pipeline reads it, published on the day that its first line or its dateline gives."""
    span = Span(start=0, end=len(passage.text))
    published = _published(passage)
    return Document(
        id=passage.where,
        name=passage.where,
        media="text/plain",
        raw=passage.text,
        text=passage.text,
        zones=(Zone(span=span, kind="body"),),
        offsets=identity_map(span.end),
        metadata=Metadata(published=day(published) if published else None),
    )


def _published(passage: Passage) -> dt.date | None:
    """The day; the middle of the year where no day is given, None without a year."""
    year = _YEAR.search(passage.about) or _YEAR.search(passage.text)
    if year is None:
        return None
    middle = dt.date(int(year.group()), 7, 1)
    found = _DAY.search(passage.about) or _DAY.search(passage.text[:_HEAD])
    if found is None:
        return middle
    month = _MONTHS.index(found["month"] or found["named"]) + 1
    try:
        return middle.replace(month=month, day=int(found["before"] or found["after"]))
    except ValueError:  # the 31st of a month that has none
        return middle


def several_told(passages: Iterable[Passage]) -> Mapping[str, list[Passage]]:
    """The stories of more than one article, by name."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.story and passage.linked:
            found[passage.story].append(passage)
    return {story: own for story, own in sorted(found.items()) if len(own) > 1}


def read(story: Sequence[Passage], reader: Reader) -> tuple[Reported, ...]:
    """What the articles of a story report."""
    documents = [document_of(passage) for passage in story]
    return reported(documents, {one.id: reader.read(one) for one in documents})


def main() -> None:
    """Command line of the module."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--passages", type=Path, default=UNREAD)
    ap.add_argument("--model", type=Path)
    a = ap.parse_args()
    reader = open_reader(a.model, threads=1)
    compare = comparing(reader.version)
    linked, opposed, grouped = Counts(), Counts(), list[tuple[float, float]]()
    found = several_told(load(a.passages))
    for story in found.values():
        inputs = read(story, reader)
        account = consolidate(inputs, compare=compare)
        told = annotated(inputs, story)
        linked += answers(account, told, story)
        opposed += disputes(inputs, account, story)
        grouped += events(account, told)
    precision, recall = (sum(pair[n] for pair in grouped) / max(1, len(grouped)) for n in (0, 1))
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{len(found)} stories, {sum(map(len, found.values()))} articles")
    print(f"events    P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  (B-cubed, {len(grouped)} acts)")
    print(f"answers   {linked}\ndisputes  {opposed}")


if __name__ == "__main__":
    main()
