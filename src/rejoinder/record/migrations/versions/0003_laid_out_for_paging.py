"""The rows of the views laid out for paging: made from the account, made again with it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; they are filled when the account is made next."""
    op.create_table(
        "cuts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Text()),
        sa.Column("known_at", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text()),
        sa.Column("last_day", sa.Text()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "sheet_rows",
        sa.Column("cut", sa.Integer(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("cut", "view", "place"),
        sqlite_with_rowid=False,
    )
    for column in ("id", "latest", "told", "waiting"):
        op.create_index(f"ix_sheet_rows_{column}", "sheet_rows", ["cut", "view", column])
    op.create_table(
        "sheet_facets",
        sa.Column("cut", sa.Integer(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("cut", "view", "facet", "value", "place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sheet_counts",
        sa.Column("cut", sa.Integer(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("cut", "view", "facet", "value"),
        sqlite_with_rowid=False,
    )
