"""Search a page at a time: how many passages there are, and some of them with the words that were found marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from rejoinder.errors import UsageError
from rejoinder.record.publications import Publication, publications
from rejoinder.record.query import full_text_query
from rejoinder.record.search_days import seen
from rejoinder.record.search_parties import SearchedParties
from rejoinder.sayings import Saying

OPENS, CLOSES = "\x02", "\x03"  # around what was found; a document that holds them makes nothing but another mark
_TOKENS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """A passage that a search found: its kind, its document, who published that and under which headline, and some
    words around what was sought."""

    id: str
    kind: str
    document_id: str
    document: str
    outlet: str | None
    headline: str | None
    published: str | None
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HitPage:
    """Some hits, how many there are in all, by kind where there are not too many, and the place of the next.

    `ranked`: the best come first; of too many to be weighed those read first come first."""

    hits: tuple[HitRow, ...]
    kinds: dict[str, int]
    total: int
    ranked: bool
    following: int | None


_MANY = 2_000
_FROM = f""" FROM searched JOIN passages AS p ON p.n = searched.rowid JOIN documents AS d ON d.id = p.document_id
 WHERE searched MATCH :typed AND {seen("p", "d")}"""
_ALL = """SELECT count(*), EXISTS (SELECT 1 FROM judgements WHERE decision = 'wrong')
 FROM searched WHERE searched MATCH :typed"""
_COUNT = "SELECT p.kind, count(*)" + _FROM + " GROUP BY p.kind"
_FIND = (
    "SELECT p.id, p.kind, p.document_id, d.name, d.published, snippet(searched, 0, :opens, :closes, '…', :tokens)"
    + _FROM
    + " AND (:kind IS NULL OR p.kind = :kind) ORDER BY "
)
_BEST = _FIND + "searched.rank, p.kind, p.id LIMIT :most OFFSET :after"
_FIRST = _FIND + "searched.rowid LIMIT :most OFFSET :after"


def search_page(
    connection: sa.Connection,
    typed: str,
    *,
    kind: str | None = None,
    as_of: str | None = None,
    known_at: str | None = None,
    after: int = 0,
    most: int = 25,
) -> HitPage:
    """A page of what was typed (see `record.query`), without what was published later than either day, and what
    happened later than `as_of` (see `record.search_days`).

    UsageError for a query that cannot be read."""
    query = full_text_query(typed, SearchedParties(connection))
    days = {"as_of": as_of, "known_at": known_at}
    marks = {"opens": OPENS, "closes": CLOSES, "tokens": _TOKENS}
    try:
        total, some_wrong = connection.exec_driver_sql(_ALL, {"typed": query}).one()
        ranked = total <= _MANY
        kinds: dict[str, int] = {}
        if ranked or some_wrong or kind is not None or as_of is not None or known_at is not None:
            counted = connection.exec_driver_sql(_COUNT, {"typed": query, **days}).fetchall()
            kinds = {str(name): int(n) for name, n in counted}
            total = sum(kinds.values()) if kind is None else kinds.get(kind, 0)
        given = {"typed": query, **days, **marks, "kind": kind, "most": most, "after": after}
        rows = connection.exec_driver_sql(_BEST if ranked else _FIRST, given).fetchall() if total > after else []
    except sa.exc.OperationalError as error:
        if "fts5" not in str(error.orig):
            raise
        raise UsageError(Saying.SEARCH_UNREADABLE.of(), advice=Saying.WORDS_IN_QUOTATION_MARKS.of()) from error
    following = after + most if total > after + most else None
    told = publications(connection, [row[2] for row in rows])
    hits = tuple(_hit(row, told[row[2]]) for row in rows)
    return HitPage(hits=hits, kinds=kinds, total=total, ranked=ranked, following=following)


def pieces(excerpt: str) -> list[tuple[bool, str]]:
    """The excerpt in pieces, each with whether it was sought."""
    found: list[tuple[bool, str]] = []
    for at, part in enumerate(excerpt.split(OPENS)):
        sought, closes, rest = part.partition(CLOSES)
        if at and closes:
            found += [(True, sought), (False, rest)]
        else:
            found.append((False, part))
    return [(marked, text) for marked, text in found if text]


def _hit(row: Any, told: Publication) -> HitRow:
    name = row[3].decode("utf-8", "replace") if isinstance(row[3], bytes) else row[3]
    words = " ".join(row[5].split(" "))
    return HitRow(
        id=row[0],
        kind=row[1],
        document_id=row[2],
        document=name,
        outlet=told.outlet,
        headline=told.headline,
        published=row[4],
        excerpt=words,
    )
