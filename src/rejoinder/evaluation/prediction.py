"""A record as it is scored: rows with places in the document files, names for parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rejoinder.errors import UsageError
from rejoinder.evaluation.gold import Bundle

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A stretch of a document file: code points of the decoded file from 0, `end` exclusive; in an article out of JSON
    lines (`name#N`) those of the text in its line."""

    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedStatement:
    """A statement by its content, speaker and the principal the speaker acts for."""

    place: Place
    speaker: str | None
    of: str | None
    form: str | None
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedMove:
    """A move; `event` groups the moves that report one act, `score` is the reader's own (not among what is judged)."""

    place: Place
    event: str | None
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str
    modality: str | None
    holder: str
    score: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedAnswer:
    """A link between two events."""

    answer: str
    to: str
    disposition: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedExchange:
    """An offer (event) and its status."""

    offer: str
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """Everything that is scored; a dispute is its sides, each the places that hold it."""

    statements: tuple[PredictedStatement, ...] = ()
    moves: tuple[PredictedMove, ...] = ()
    answers: tuple[PredictedAnswer, ...] = ()
    exchanges: tuple[PredictedExchange, ...] = ()
    disputes: tuple[tuple[tuple[Place, ...], ...], ...] = ()


def read_prediction(rows: Mapping[str, Sequence[Row]], bundle: Bundle) -> Prediction:
    """The rows of a prediction file as values; UsageError where a place is not in its document."""
    lengths = {document.file: len(document.text) for document in bundle.documents.values()}
    return Prediction(
        statements=tuple(_statement(row, lengths) for row in rows.get("statements", ())),
        moves=tuple(_move(row, lengths) for row in rows.get("moves", ())),
        answers=tuple(
            PredictedAnswer(answer=row["answer"], to=row["to"], disposition=row.get("disposition"))
            for row in rows.get("answers", ())
        ),
        exchanges=tuple(
            PredictedExchange(offer=row["offer"], status=row.get("status")) for row in rows.get("exchanges", ())
        ),
        disputes=tuple(
            tuple(tuple(_bare_place(mention) for mention in side["mentions"]) for side in row["sides"])
            for row in rows.get("disputes", ())
        ),
    )


def prediction_rows(prediction: Prediction) -> dict[str, list[dict[str, Any]]]:
    """The prediction as the lists of rows that a prediction file holds (JSON types only)."""
    return {
        "statements": [
            {**_place_row(s.place), "speaker": s.speaker, "of": s.of, "form": s.form, "via": list(s.via)}
            for s in prediction.statements
        ],
        "moves": [
            {
                **_place_row(m.place),
                "event": m.event,
                "kind": m.kind,
                "actor": list(m.actors),
                "recipient": list(m.recipients),
                "date": m.date or None,
                "modality": m.modality,
                "holder": m.holder,
            }
            for m in prediction.moves
        ],
        "answers": [{"answer": a.answer, "to": a.to, "disposition": a.disposition} for a in prediction.answers],
        "exchanges": [{"offer": e.offer, "status": e.status} for e in prediction.exchanges],
        "disputes": [
            {"sides": [{"mentions": [_place_row(place) for place in side]} for side in sides]}
            for sides in prediction.disputes
        ],
    }


def _statement(row: Row, lengths: Mapping[str, int]) -> PredictedStatement:
    return PredictedStatement(
        place=_place(row, lengths),
        speaker=row.get("speaker"),
        of=row.get("of"),
        form=row.get("form"),
        via=tuple(row.get("via") or ()),
    )


def _move(row: Row, lengths: Mapping[str, int]) -> PredictedMove:
    return PredictedMove(
        place=_place(row, lengths),
        event=row.get("event"),
        kind=row["kind"],
        actors=tuple(row.get("actor") or ()),
        recipients=tuple(row.get("recipient") or ()),
        date=str(row.get("date") or ""),
        modality=row.get("modality"),
        holder=row.get("holder") or "narrator",
    )


def _place(row: Row, lengths: Mapping[str, int]) -> Place:
    place = Place(doc=Path(row["doc"]).name, start=row["start"], end=row["end"])
    if not 0 <= place.start < place.end <= lengths.get(place.doc, -1):
        raise UsageError(f"bad offsets in prediction: {dict(row)}")
    return place


def _bare_place(row: Row) -> Place:
    return Place(doc=row["doc"], start=row["start"], end=row["end"])


def _place_row(place: Place) -> dict[str, Any]:
    return {"doc": place.doc, "start": place.start, "end": place.end}
