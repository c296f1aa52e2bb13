"""Gold bundles: a few documents about one negotiation, and what a careful reader put on record.

A bundle is a folder with `gold.yaml` and `documents/`. Anchors are words of the document with runs of blanks folded.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from rejoinder.errors import SourceError, UsageError
from rejoinder.types.span import Span

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldParty:
    """A party of a bundle; `of` is the id of the party it acts for."""

    id: str
    name: str
    type: str
    of: str | None
    role: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document of a bundle: its text as decoded from UTF-8, newlines untouched; `published` as written."""

    id: str
    file: str
    text: str
    outlet: str | None
    published: str | None
    origin: str | None

    def places(self, anchor: str) -> tuple[Span, ...]:
        """Every place where the words of `anchor` stand, in text order; UsageError where there is none."""
        pattern = r"\s+".join(re.escape(word) for word in anchor.split())
        found = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(pattern, self.text))
        if not found:
            raise UsageError(f"gold anchor not in {self.file}: {anchor!r}")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """Attributed speech as the gold has it; speakers are party ids or `anon:<description>`."""

    id: str
    doc: str
    content: str
    parts: tuple[str, ...]
    cue: str | None
    source: str | None
    speakers: tuple[str, ...]
    form: str
    via: tuple[str, ...]
    zone: str
    continues: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMove:
    """One mention of an act; `date` as written, holders `narrator`, party ids or `anon:<description>`."""

    id: str
    doc: str
    event: str
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    agents: tuple[str, ...]
    holders: tuple[str, ...]
    date: str | None
    modality: str
    about: tuple[str, ...]
    anchor: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAnswer:
    """Which event answers which, and how."""

    answer: str
    to: str
    disposition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldExchange:
    """An offer (event) and its status on the day of the bundle."""

    offer: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDispute:
    """Sides of a dispute, each as (document id, anchor) pairs."""

    id: str
    about: str
    sides: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One bundle, in the order of its file."""

    name: str
    as_of: dt.date | None
    parties: Mapping[str, GoldParty]
    documents: Mapping[str, GoldDocument]
    statements: tuple[GoldStatement, ...]
    moves: tuple[GoldMove, ...]
    answers: tuple[GoldAnswer, ...]
    exchanges: tuple[GoldExchange, ...]
    disputes: tuple[GoldDispute, ...]


def load_bundle(folder: Path) -> Bundle:
    """The bundle in `folder`; SourceError where a file is missing, UsageError where the gold is no bundle."""
    try:
        gold: Row = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
        documents = tuple(_document(row, folder) for row in gold["documents"])
        parties = tuple(_party(row) for row in gold["parties"])
        return Bundle(
            name=gold["bundle"],
            as_of=gold.get("as_of"),
            parties={party.id: party for party in parties},
            documents={document.id: document for document in documents},
            statements=tuple(_statement(row) for row in gold["statements"]),
            moves=tuple(_move(row) for row in gold["moves"]),
            answers=tuple(
                GoldAnswer(answer=a["answer"], to=a["to"], disposition=a["disposition"]) for a in gold["answers"]
            ),
            exchanges=tuple(GoldExchange(offer=e["offer"], status=e["status"]) for e in gold["exchanges"]),
            disputes=tuple(_dispute(row) for row in gold["disputes"]),
        )
    except FileNotFoundError as error:
        missing = Path(error.filename)
        raise SourceError(
            f"There is no {missing.name} in {missing.parent}.",
            advice="Give the folder of a gold bundle: gold.yaml, and the articles that it names in documents/.",
        ) from error
    except OSError as error:
        raise SourceError(
            f"{error.filename} cannot be read: {error.strerror}.", advice="Give the folder of a gold bundle."
        ) from error
    except (KeyError, TypeError) as error:
        raise UsageError(f"{folder / 'gold.yaml'} is not a bundle: {error!r}") from error


def _document(row: Row, folder: Path) -> GoldDocument:
    return GoldDocument(
        id=row["id"],
        file=row["file"],
        text=(folder / "documents" / row["file"]).read_bytes().decode("utf-8"),
        outlet=row.get("outlet"),
        published=_text(row.get("published")),
        origin=row.get("origin"),
    )


def _party(row: Row) -> GoldParty:
    return GoldParty(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        of=row.get("of"),
        role=row.get("role"),
        aliases=_many(row.get("aliases")),
    )


def _statement(row: Row) -> GoldStatement:
    return GoldStatement(
        id=row["id"],
        doc=row["doc"],
        content=row["content"],
        parts=_many(row.get("parts")),
        cue=row.get("cue"),
        source=row.get("source"),
        speakers=_many(row["speaker"]),
        form=row["form"],
        via=_many(row.get("via")),
        zone=row.get("zone") or "body",
        continues=row.get("continues"),
    )


def _move(row: Row) -> GoldMove:
    return GoldMove(
        id=row["id"],
        doc=row["doc"],
        event=row["event"],
        kind=row["kind"],
        actors=_many(row["actor"]),
        recipients=_many(row["recipient"]),
        agents=_many(row.get("agent")),
        holders=_many(row["holder"]),
        date=_text(row.get("date")),
        modality=row["modality"],
        about=_many(row.get("about")),
        anchor=row["anchor"],
        zone=row.get("zone") or "body",
    )


def _dispute(row: Row) -> GoldDispute:
    sides = tuple(tuple((mention["doc"], mention["anchor"]) for mention in side["mentions"]) for side in row["sides"])
    return GoldDispute(id=row["id"], about=row["about"], sides=sides)


def _many(value: str | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _text(value: object) -> str | None:
    return str(value) if value else None
