"""Sheets: the rows of the views laid out for paging and filtering, so that a page of a large record costs little.

A cut is the account on two days. Its rows stand in the order of their view (`place`), each with the values by which it
is filtered; `latest`, `told` and `waiting` are other orders. All of it is made from the account and can be made again
at will.
"""

from __future__ import annotations

import sqlalchemy as sa

from rejoinder.record.schema import METADATA, Words

cuts = sa.Table(
    "cuts",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("as_of", sa.Text),
    sa.Column("known_at", sa.Text),
    sa.Column("state", sa.Text, nullable=False),  # a digest of the documents, judgements and readings it was made from
    sa.Column("first_day", sa.Text),
    sa.Column("last_day", sa.Text),
)

sheet_rows = sa.Table(
    "sheet_rows",
    METADATA,
    sa.Column("cut", sa.Integer, primary_key=True),
    sa.Column("view", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("id", Words, nullable=False),
    sa.Column("latest", sa.Integer, nullable=False),  # place among the latest, those without a date last
    sa.Column("told", sa.Integer, nullable=False),  # place among the most told
    sa.Column("waiting", sa.Integer, nullable=False),  # place among those that wait longest
    sa.Column("row", sa.Text, nullable=False),  # the columns of the view as JSON
    sa.Column("detail", sa.Text, nullable=False),  # what is related to it, as JSON
    sa.Index("ix_sheet_rows_id", "cut", "view", "id"),
    sa.Index("ix_sheet_rows_latest", "cut", "view", "latest"),
    sa.Index("ix_sheet_rows_told", "cut", "view", "told"),
    sa.Index("ix_sheet_rows_waiting", "cut", "view", "waiting"),
    sqlite_with_rowid=False,
)

sheet_facets = sa.Table(
    "sheet_facets",
    METADATA,
    sa.Column("cut", sa.Integer, primary_key=True),
    sa.Column("view", sa.Text, primary_key=True),
    sa.Column("facet", sa.Text, primary_key=True),
    sa.Column("value", Words, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("latest", sa.Integer, nullable=False),  # the other orders, as in `sheet_rows`
    sa.Column("told", sa.Integer, nullable=False),
    sa.Column("waiting", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

sheet_counts = sa.Table(
    "sheet_counts",
    METADATA,
    sa.Column("cut", sa.Integer, primary_key=True),
    sa.Column("view", sa.Text, primary_key=True),
    sa.Column("facet", sa.Text, primary_key=True),
    sa.Column("value", Words, primary_key=True),
    sa.Column("n", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

SHEET_TABLES = (cuts, sheet_rows, sheet_facets, sheet_counts)
EVERY = "*"  # the facet, and its one value, under which all rows of a view are counted


def later(view: str) -> str:
    """Where the rows stand that a view leaves out on its day, for their articles and the accounts they are part of."""
    return f"later {view}"
