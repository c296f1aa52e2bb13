from pathlib import Path
from typing import Any

from rejoinder.record.store import Record
from tests.contracts.store_contract import StoreContract
from tests.unit.record.samples import clock


class TestSqlite(StoreContract):
    def open(self, place: Path, *, create: bool = True, at: Any = clock, read_only: bool = False) -> Record:
        return Record.open(place, create=create, clock=at, read_only=read_only)
