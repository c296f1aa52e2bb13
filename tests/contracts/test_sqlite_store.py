from pathlib import Path
from typing import Any

from rejoinder.record.reader import RecordReader, open_to_read
from rejoinder.record.store import Record
from tests.contracts.store_contract import StoreContract
from tests.unit.record.samples import clock


class TestSqlite(StoreContract):
    def open(self, place: Path, *, create: bool = True, at: Any = clock) -> Record:
        return Record.open(place, create=create, clock=at)

    def look(self, place: Path) -> RecordReader:
        return open_to_read(place)
