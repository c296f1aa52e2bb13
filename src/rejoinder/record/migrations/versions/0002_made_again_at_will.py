"""Readings, the account, and the index for search: what is made from the documents."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_FULL_TEXT = (
    "CREATE VIRTUAL TABLE searched USING fts5"
    "(words, names, content='passages', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN "
    "INSERT INTO searched (rowid, words, names) VALUES (new.n, new.words, new.names); END",
    "CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN "
    "INSERT INTO searched (searched, rowid, words, names) VALUES ('delete', old.n, old.words, old.names); END",
)
_UNSEARCHABLE = re.compile("[\0\ud800-\udfff]")


def upgrade() -> None:
    """Make the tables, and fill the search index from the documents that are there."""
    op.create_table(
        "readings",
        sa.Column("document_id", sa.Text(), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("extraction", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "reader"),
    )
    op.create_table(
        "passages",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("reader", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_passages_id", "passages", ["id"])
    op.create_index("ix_passages_document_id", "passages", ["document_id"])
    for statement in _FULL_TEXT:
        op.execute(sa.text(statement))
    _fill()
    op.create_table(
        "account",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text()),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    _account_table("parties", "name type principal? role? forms")
    _account_table("issues", "name forms")
    _account_table(
        "events",
        "kind actors recipients when? modality issues moves gloss n_articles:int n_origins:int known_from?",
    )
    _account_table("answers", "answer to disposition evidence rule score:float")
    _account_table(
        "exchanges",
        "offer by to issues clauses package:bool answers status since? days_open?:int "
        "unanswered_by_silence:bool said_unanswered",
    )
    _account_table("disputes", "about sides rule")
    _account_table("positions", "party issue stance when? event move")
    _account_table("coverage", "outlet event treatment documents")


def _fill() -> None:
    connection = op.get_bind()
    for document_id, text in connection.execute(sa.text("SELECT id, text FROM documents ORDER BY id")):
        whole = text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else text
        connection.execute(
            sa.text(
                "INSERT INTO passages (kind, id, document_id, words, names) VALUES ('document', :id, :id, :words, '')"
            ),
            {"id": document_id, "words": _UNSEARCHABLE.sub("\ufffd", whole)},
        )


def _account_table(name: str, columns: str) -> None:
    """A table with the columns named: text unless a type follows, nullable with a question mark."""
    types: dict[str, Any] = {"int": sa.Integer(), "bool": sa.Boolean(), "float": sa.Float(), "": sa.Text()}
    made: list[sa.Column[Any]] = []
    for column in columns.split():
        label, _, kind = column.partition(":")
        made.append(sa.Column(label.rstrip("?"), types[kind], nullable=label.endswith("?")))
    op.create_table(
        name,
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *made,
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )
    op.create_index(f"ix_{name}_id", name, ["id"])
