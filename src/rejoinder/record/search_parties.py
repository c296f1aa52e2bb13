"""Whom `party:` in a search means: the names that a passage may have for a party that is asked for by another name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import sqlalchemy as sa

from rejoinder.record.called import not_there, parties_called
from rejoinder.record.derived import as_value
from rejoinder.record.query import named
from rejoinder.record.schema import ACCOUNT_TABLES
from rejoinder.types.account import Party

_ANY = sa.text("SELECT 1 FROM searched WHERE searched MATCH :typed LIMIT 1")


class SearchedParties:
    """The parties of the record's account, called with a name that was typed; it remembers those that are nobody's."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._nobody: list[str] = []

    def __call__(self, typed: str) -> Sequence[str]:
        """The names and forms of whoever is called so; none for a name that no party has."""
        meant = set(parties_called(typed, self._parties))
        if not meant:
            self._nobody.append(typed)
        forms = {form: None for one in self._parties if one.id in meant for form in (one.name, *one.forms)}
        return tuple(forms)

    def refuse_unknown(self) -> None:
        """UsageError, with the nearest, for a name of those typed that neither a party nor a passage has."""
        for typed in self._nobody:
            if (query := named((typed,))) and self._connection.execute(_ANY, {"typed": query}).first() is None:
                raise not_there("party", typed, self._parties)

    @cached_property
    def _parties(self) -> tuple[Party, ...]:
        table = ACCOUNT_TABLES["parties"]
        rows = self._connection.execute(sa.select(table).order_by(table.c.place)).mappings()
        return tuple(as_value(table, Party, row) for row in rows)
