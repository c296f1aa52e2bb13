"""Predictions made of rows, as `prediction_rows` gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rejoinder.evaluation.prediction import (
    Place,
    PredictedAnswer,
    PredictedExchange,
    PredictedMove,
    PredictedStatement,
    Prediction,
)

Row = Mapping[str, Any]


def read_prediction(rows: Mapping[str, Sequence[Row]]) -> Prediction:
    return Prediction(
        statements=tuple(_statement(row) for row in rows.get("statements", ())),
        moves=tuple(_move(row) for row in rows.get("moves", ())),
        answers=tuple(
            PredictedAnswer(answer=row["answer"], to=row["to"], disposition=row.get("disposition"))
            for row in rows.get("answers", ())
        ),
        exchanges=tuple(
            PredictedExchange(offer=row["offer"], status=row.get("status")) for row in rows.get("exchanges", ())
        ),
        disputes=tuple(
            tuple(tuple(_place(mention) for mention in side["mentions"]) for side in row["sides"])
            for row in rows.get("disputes", ())
        ),
    )


def _statement(row: Row) -> PredictedStatement:
    return PredictedStatement(
        place=_place(row),
        speaker=row.get("speaker"),
        of=row.get("of"),
        form=row.get("form"),
        via=tuple(row.get("via") or ()),
    )


def _move(row: Row) -> PredictedMove:
    return PredictedMove(
        place=_place(row),
        event=row.get("event"),
        kind=row["kind"],
        actors=tuple(row.get("actor") or ()),
        recipients=tuple(row.get("recipient") or ()),
        date=str(row.get("date") or ""),
        modality=row.get("modality"),
        holder=row.get("holder") or "narrator",
    )


def _place(row: Row) -> Place:
    return Place(doc=row["doc"], start=row["start"], end=row["end"])
