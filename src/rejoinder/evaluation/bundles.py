"""Gold bundles read: a folder with `gold.yaml` and `documents/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from rejoinder.errors import SourceError, UsageError
from rejoinder.evaluation.gold import (
    Bundle,
    GoldAnswer,
    GoldDispute,
    GoldDocument,
    GoldExchange,
    GoldMove,
    GoldParty,
    GoldStatement,
)

Row = Mapping[str, Any]


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
