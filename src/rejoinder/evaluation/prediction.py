"""A record as it is scored: rows with places in the document files, names for parties."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


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


def _place_row(place: Place) -> dict[str, Any]:
    return {"doc": place.doc, "start": place.start, "end": place.end}
