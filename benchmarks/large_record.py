"""A record of many moves, the same for a seed: articles of invented negotiations, put in through the store's interface.

python -m benchmarks.large_record [--moves 100000] [--seed 7]
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.negotiations import OUTLETS, VERBS, Step, steps
from rejoinder.pipeline.accounts import rebuild_account
from rejoinder.pipeline.reader import open_reader
from rejoinder.record.store import Record
from rejoinder.types.annotation import PartyRef
from rejoinder.types.document import Document, Metadata, Zone
from rejoinder.types.extraction import Extraction, Move, Statement
from rejoinder.types.identity import content_id
from rejoinder.types.span import Span, identity_map
from rejoinder.types.time import day

NOW = dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC)
SEED = 7
_MOVES, _TELLINGS, _RECENT = 12, 4, 70  # moves of an article, articles of an act, acts that an article chooses from
_WORDS = ("ministry", "envoy", "session", "paper", "draft", "wording", "chamber", "table", "spokesman", "evening",
          "delegation", "clause", "round", "capital")  # fmt: skip
BUILD = Path(__file__).parents[1] / "build"


def article(draw: random.Random, number: int, recent: Sequence[Step]) -> tuple[Document, Extraction]:
    """An article that tells some of the recent acts, and what is read from it."""
    chosen = sorted(draw.sample(range(len(recent)), min(_MOVES, len(recent))))
    published = recent[-1].day + dt.timedelta(days=1)
    text = f"Talks of {published.day} {published:%B %Y}, report {number}"
    zones = [Zone(span=Span(start=0, end=len(text)), kind="headline")]
    told: list[tuple[Step, int]] = []
    said: list[tuple[str, Span, Span]] = []
    for at in chosen:
        text += "\n\n"
        start, step = len(text), recent[at]
        told.append((step, start))
        text += f"On {step.day.day} {step.day:%B %Y} {step.said()}, {' '.join(draw.choices(_WORDS, k=9))}."
        if draw.random() < 0.35:
            words = f"{step.actor} will not move on the {step.subject}"
            text += f" “{words},” said {step.actor}."
            begins = text.index(words, start)
            said.append((step.actor, Span(start=begins, end=begins + len(words)), _last(text, step.actor)))
        zones.append(Zone(span=Span(start=start, end=len(text)), kind="body"))
    outlet = draw.choice(OUTLETS)
    document = Document(
        id=content_id("doc", text),
        name=f"report-{number:05}.txt",
        media="text/plain",
        raw=text,
        text=text,
        zones=tuple(zones),
        offsets=identity_map(len(text)),
        metadata=Metadata(
            outlet=outlet,
            published=day(published),
            origin=draw.choice((None, None, None, "AP", "Reuters")),
            language="en",
        ),
    )
    moves = tuple(_move(draw, document, step, start) for step, start in told)
    statements = tuple(_statement(document, *each) for each in said)
    parties = {party: None for one in moves for party in (*one.actors, *one.recipients)}
    return document, Extraction(document_id=document.id, statements=statements, moves=moves, parties=tuple(parties))


def _last(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start=start, end=start + len(words))


def _move(draw: random.Random, document: Document, step: Step, start: int) -> Move:
    anchor = document.text.index(step.said(), start)
    trigger = document.text.index(VERBS[step.kind], anchor)
    holder = draw.random()
    return Move(
        id=content_id("m", document.id, trigger, step.kind),
        document_id=document.id,
        kind=step.kind,
        trigger=Span(start=trigger, end=trigger + len(VERBS[step.kind])),
        anchor=Span(start=anchor, end=anchor + len(step.said())),
        actors=(PartyRef(name=step.actor, type="state"),),
        recipients=(PartyRef(name=step.recipient, type="state"),),
        agents=(),
        holders=(PartyRef(name=step.recipient, type="state"),) if holder < 0.15 else (),
        modality="denied" if holder > 0.96 else "planned" if holder > 0.92 else "actual",
        when=day(step.day, f"{step.day.day} {step.day:%B %Y}"),
        topic=tuple(step.subject.split()),
        statement_id=None,
        zone="body",
        rule="invented",
        score=round(0.5 + draw.random() / 2, 3),
    )


def _statement(document: Document, speaker: str, content: Span, source: Span) -> Statement:
    return Statement(
        id=content_id("st", document.id, content.start, content.end),
        document_id=document.id,
        content=(content,),
        cue=None,
        source=source,
        speakers=(PartyRef(name=speaker, type="state"),),
        form="direct",
        chain=(),
        anonymity="named",
        commitment="asserted",
        zone="body",
        inside=None,
        continues=None,
        rule="invented",
        score=0.9,
    )


def articles(moves: int, seed: int) -> Iterator[tuple[Document, Extraction]]:
    """Articles with so many moves in all, in order of time."""
    draw = random.Random(seed)
    happened = steps(seed, max(_MOVES, moves // _TELLINGS))
    count = -(-moves // _MOVES)
    for number in range(count):
        upto = max(_MOVES, (number + 1) * len(happened) // count)
        yield article(draw, number, happened[max(0, upto - _RECENT) : upto])


def make(path: Path, moves: int, seed: int = SEED) -> None:
    """The record in a new file, with its account."""
    reader = open_reader().version  # a later read then takes these articles as read
    with Record.open(path, create=True, clock=lambda: NOW) as record:
        made = articles(moves, seed)
        while some := list(islice(made, 200)):
            for document, _extraction in some:
                record.add_document(document, document.raw.encode())
            record.put_extraction(reader, *(extraction for _document, extraction in some))
        rebuild_account(record, reader)


def kept(moves: int, seed: int = SEED) -> Path:
    """The record, made where there is none yet."""
    path = BUILD / f"large-{moves}-{seed}.db"
    if not path.exists():
        BUILD.mkdir(exist_ok=True)
        part = path.with_suffix(".part")
        for old in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-shm")):
            old.unlink(missing_ok=True)
        began = time.perf_counter()
        make(part, moves, seed)
        part.rename(path)
        print(f"{path}: {moves} moves, made in {time.perf_counter() - began:.0f} s")
    return path


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    kept(given.moves, given.seed)


if __name__ == "__main__":
    main()
