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
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.consolidate import consolidate
from rejoinder.pipeline.accounts import reported
from rejoinder.pipeline.reader import Reader, comparing, open_reader
from rejoinder.types.account import Account, Reported
from rejoinder.types.document import Document, Metadata, Zone
from rejoinder.types.span import Span, covering, identity_map
from rejoinder.types.time import day
from training.annotated import Offsets, Passage
from training.passages import UNREAD, load

_TABLED = frozenset(("propose", "demand", "request", "offer", "invite", "deliver", "reply"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = re.compile(rf"\b(?:(?P<before>\d{{1,2}}) {_MONTH}|{_MONTH.replace('month', 'named')} (?P<after>\d{{1,2}}))\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_HEAD = 300
"""Characters of an article in which its dateline stands."""
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were made and how many of them are right, how many there are and how many of them were found."""

    right: int = 0
    made: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.made + other.made, self.found + other.found, self.gold + other.gold
        )

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.made), self.found / max(1, self.gold)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.made} made, {self.gold} annotated)"


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


def _overlap(place: Span, anchor: Offsets) -> float:
    """Shared over all characters; 0 where less than half of the shorter one is shared."""
    shared = min(place.end, anchor[1]) - max(place.start, anchor[0])
    shorter = min(place.end - place.start, anchor[1] - anchor[0])
    if shared <= 0 or 2 * shared < shorter:
        return 0.0
    return shared / (max(place.end, anchor[1]) - min(place.start, anchor[0]))


def annotated(inputs: Sequence[Reported], story: Sequence[Passage]) -> Mapping[str, str]:
    """From moves to the events of the annotation that they tell: one move for one line, the closest first."""
    lines = {passage.where: passage.moves for passage in story}
    pairs = []
    for one in inputs:
        for move in one.extraction.moves:
            for n, line in enumerate(lines[one.document_id]):
                if (near := _overlap(move.anchor, line.anchor)) >= 0.2:
                    pairs.append((-near - (line.kind == move.kind) / 2, move.id, one.document_id, n, line.event))
    told: dict[str, str] = {}
    taken: set[tuple[str, int]] = set()
    for _, move_id, document_id, n, event in sorted(pairs):
        if move_id not in told and (document_id, n) not in taken:
            told[move_id] = event
            taken.add((document_id, n))
    return told


def answers(account: Account, told: Mapping[str, str], story: Sequence[Passage]) -> Counts:
    """Links against the `A` lines to what was put on the table."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in story:
        for line in passage.moves:
            kinds[line.event][line.kind] += 1
    most = {event: counts.most_common(1)[0][0] for event, counts in kinds.items()}
    lines = {(a.answer, a.to) for p in story for a in p.answers if most.get(a.to) in _TABLED and a.answer in most}
    lines = {(answer, to) for answer, to in lines if most[answer] != "deny"}
    of = {event.id: {told[m] for m in event.moves if m in told} for event in account.events}
    made = [{(a, b) for a in of[row.answer] for b in of[row.to]} & lines for row in account.answers]
    return Counts(sum(map(bool, made)), len(made), len(set().union(*made)), len(lines))


def disputes(inputs: Sequence[Reported], account: Account, story: Sequence[Passage]) -> Counts:
    """Disputes against the `X` lines."""
    lines = {frozenset(pair) for passage in story for pair in passage.clashes if len(set(pair)) == 2}
    stands: dict[str, Place] = {m.id: (m.document_id, m.anchor) for one in inputs for m in one.extraction.moves}
    for one in inputs:
        stands |= {s.id: (one.document_id, covering(s.content)) for s in one.extraction.statements}
    made = []
    for dispute in account.disputes:
        first, second = (_events_at([stands[row] for row in side.evidence], story) for side in dispute.sides)
        made.append({frozenset((a, b)) for a in first for b in second if a != b} & lines)
    return Counts(sum(map(bool, made)), len(made), len(set().union(*made)), len(lines))


def _events_at(places: Sequence[Place], story: Sequence[Passage]) -> set[str]:
    return {
        line.event
        for passage in story
        for document_id, place in places
        if document_id == passage.where
        for line in passage.moves
        if _overlap(place, line.anchor) >= 0.2
    }


def events(account: Account, told: Mapping[str, str]) -> Iterator[tuple[float, float]]:
    """For each act that both have, how many of those grouped with it belong there, and how many that belong there are
    grouped with it (Bagga and Baldwin 1998)."""
    group = {m: event.moves for event in account.events for m in event.moves if m in told}
    members: dict[str, set[str]] = defaultdict(set)
    for move in group:
        members[told[move]].add(move)
    for move, beside in group.items():
        own, right = _known(beside, group), members[told[move]]
        yield len(own & right) / len(own), len(own & right) / len(right)


def _known(moves: Collection[str], among: Collection[str]) -> set[str]:
    return {move for move in moves if move in among}


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
