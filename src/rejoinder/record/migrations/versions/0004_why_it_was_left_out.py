"""Coverage says why an outlet is held to have left an event out, and which copies show it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TABLE = sa.table("coverage", *map(sa.column, ("place", "id", "outlet", "event", "treatment", "documents", "seal")))


def upgrade() -> None:
    """Add the columns, with what was known until now in them; the rows for paging are made with the next account."""
    rows = [dict(row) for row in op.get_bind().execute(sa.select(_TABLE)).mappings()]
    op.drop_table("coverage")
    made = op.create_table(
        "coverage",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("outlet", "event", "treatment", "documents")),
        sa.Column("reason", sa.Text()),
        sa.Column("cut_from", sa.Text(), nullable=False),
        sa.Column("kept_in", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )
    op.create_index("ix_coverage_id", "coverage", ["id"])
    if rows:
        op.bulk_insert(made, [_resealed(row) for row in rows])
    for name in ("cuts", "sheet_rows", "sheet_facets", "sheet_counts"):
        op.execute(sa.text(f"DELETE FROM {name}"))  # noqa: S608 - one of four


def _resealed(row: dict[str, Any]) -> dict[str, Any]:
    """The row with the new columns, sealed as rows were sealed until then; one that was damaged stays so."""
    before = {name: value for name, value in row.items() if name != "seal"}
    reason = "told-elsewhere" if row["treatment"] == "omitted" else None
    after = {**before, "reason": reason, "cut_from": "[]", "kept_in": "[]"}
    return {**after, "seal": _seal(after) if row["seal"] == _seal(before) else row["seal"]}


def _seal(values: dict[str, Any]) -> str:
    told = {name: _text(value) for name, value in values.items()}
    said = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _text(value: Any) -> Any:
    """Text that SQLite cannot hold is kept as its bytes."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
