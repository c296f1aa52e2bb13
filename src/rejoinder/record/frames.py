"""Rows as data frames: Arrow always, pandas and polars where they are installed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import typing
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from rejoinder.errors import UsageError
from rejoinder.record.codec import Json, encode

if TYPE_CHECKING:  # it takes a while to load, and who shows pages or tables needs none of it
    import pyarrow as pa

R = TypeVar("R")


class Rows(Sequence[R], Generic[R]):
    """The rows of a view, in its order: a sequence that is also a table for anything that reads Arrow.

    `as_of` and `known_at` are the days for which they hold (None: all that is known)."""

    __slots__ = ("_row_type", "_rows", "as_of", "known_at", "name")

    def __init__(
        self,
        *,
        name: str,
        row_type: type[R],
        rows: Sequence[R],
        as_of: dt.date | None = None,
        known_at: dt.date | None = None,
    ) -> None:
        self.name = name
        self.as_of = as_of
        self.known_at = known_at
        self._row_type = row_type
        self._rows = tuple(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> Rows[R]: ...

    def __getitem__(self, at: int | slice) -> R | Rows[R]:
        if not isinstance(at, slice):
            return self._rows[at]  # also by the whole numbers of other libraries
        return Rows(
            name=self.name, row_type=self._row_type, rows=self._rows[at], as_of=self.as_of, known_at=self.known_at
        )

    def __repr__(self) -> str:
        return (
            f"<{len(self)} {self.name}, as of {self.as_of or 'the last day'}, known at {self.known_at or 'any time'}>"
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(field.name for field in dataclasses.fields(cast(Any, self._row_type)))

    def to_dicts(self) -> list[dict[str, Json]]:
        """The rows for JSON: the values of the columns, days as `YYYY-MM-DD`."""
        encoded = [encode(row, self._row_type) for row in self._rows]
        return [each for each in encoded if isinstance(each, dict)]

    def to_arrow(self) -> pa.Table:
        """An Arrow table. Its metadata names the view and the days for which it holds."""
        import pyarrow as pa

        columns = {
            field.name: pa.array([getattr(row, field.name) for row in self._rows], field.type)
            for field in schema_of(cast(Any, self._row_type))
        }
        told = {
            "rejoinder.view": self.name,
            "rejoinder.as_of": _day(self.as_of),
            "rejoinder.known_at": _day(self.known_at),
        }
        return pa.table(columns, schema=schema_of(cast(Any, self._row_type)).with_metadata(told))

    def to_pandas(self) -> Any:
        """A pandas DataFrame; UsageError where pandas is not installed."""
        _installed("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A polars DataFrame; UsageError where polars is not installed."""
        return _installed("polars").from_arrow(self.to_arrow())

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)


@cache
def schema_of(row_type: type) -> pa.Schema:
    """The columns of a kind of row, with their types."""
    import pyarrow as pa

    arrow = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32()}
    hints = typing.get_type_hints(row_type)

    def field(name: str, hint: Any) -> pa.Field:
        kinds = [kind for kind in typing.get_args(hint) or (hint,) if kind is not type(None)]
        return pa.field(name, arrow[kinds[0]], nullable=type(None) in typing.get_args(hint))

    return pa.schema([field(each.name, hints[each.name]) for each in dataclasses.fields(row_type)])


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _installed(library: str) -> Any:
    try:
        return importlib.import_module(library)
    except ImportError as error:
        raise UsageError(f"{library} is not installed.", advice=f"Install it with: pip install {library}") from error
