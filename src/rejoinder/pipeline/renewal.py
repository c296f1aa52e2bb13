"""The account of a record made anew after judgements, by a process that remembers how it was made before.

The documents are what they were, so all that was worked out of them holds but for what a judgement touches: only that
is worked out, and only rows that differ are written. The record comes out as `rebuild_account` leaves it."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.consolidate import Workings, consolidate
from rejoinder.errors import RecordError
from rejoinder.pipeline.accounts import gathered, read_by, reader_of_this_release, rebuild_account
from rejoinder.pipeline.reader import comparing
from rejoinder.record.derived import placed, stands
from rejoinder.record.laid import Laid
from rejoinder.record.reader import RecordReader
from rejoinder.record.remembered import RememberedRows
from rejoinder.record.seals import judged_in, read_state
from rejoinder.record.sheet_filling import fill
from rejoinder.record.sheets import find_cut
from rejoinder.record.store import Record
from rejoinder.types.account import Account, Reported
from rejoinder.types.judgement import Judgement

MOST = 30_000  # moves of a record that is remembered: of a larger one all is made anew, as it would fill the memory


class _Memory:
    """What was read, what was worked out of it, and what was laid out of that."""

    def __init__(self, of: tuple[str, ...] = (), inputs: tuple[Reported, ...] = ()) -> None:
        self.of, self.inputs = of, inputs
        self.workings = Workings(keeps=True)
        self.rows = RememberedRows()
        self.laid = Laid()


class Renewing:
    """The account of one record."""

    def __init__(self) -> None:
        self._memory = _Memory()

    def prepare(self, record: RecordReader) -> bool:
        """Work out and remember what the record has, so that the next judgement is in its account the sooner; whether
        it is remembered by now."""
        if not self._read(record):
            return False
        memory = self._memory
        with record.reading() as connection:
            cut = find_cut(connection, None, None)
        if cut is None or memory.laid.state == cut.state:
            return cut is not None
        judgements = record.judgements()[: judged_in(cut.state)]
        account = self._made(judgements)
        put = placed(account)
        memory.laid.forget()
        memory.rows.begin()
        fill(None, cut.id, gathered(account, memory.inputs, judgements, remembered=memory.rows), memory.laid.views)
        with record.reading() as connection:
            if find_cut(connection, None, None) == cut and stands(connection, put):
                memory.laid.account, memory.laid.state = put, cut.state
        return memory.laid.state is not None

    def renew(self, record: Record) -> bool:
        """Make the account anew where judgements were added since it was made; whether that was needed.

        RecordError where what was read was read by another release: then the account stays as it was."""
        judgements = record.judgements()
        with record.reading() as connection:
            cut = find_cut(connection, None, None)
        if cut is not None and judged_in(cut.state) >= len(judgements):
            return False
        try:
            account = self._made(judgements) if self._read(record) else None
        except RecordError:
            raise
        except Exception:  # noqa: BLE001 - with which document it cannot be made is found out below, one by one
            account, self._memory = None, _Memory()
        if account is None:
            rebuild_account(record, reader_of_this_release(record))
            return True
        memory = self._memory
        memory.rows.begin()
        material = gathered(account, memory.inputs, judgements, remembered=memory.rows)
        record.put_account(account, material, judged=len(judgements), laid=memory.laid)
        return True

    def _made(self, judgements: Sequence[Judgement]) -> Account:
        memory = self._memory
        return consolidate(memory.inputs, judgements, workings=memory.workings, compare=comparing(memory.of[0]))

    def _read(self, record: RecordReader) -> bool:
        """Read the documents, unless they are those that are remembered; whether they are few enough to be.

        RecordError where another release has read them."""
        reader = reader_of_this_release(record)
        with record.reading() as connection:
            of = (reader, read_state(connection))
        if of != self._memory.of:
            self._memory = _Memory(of, read_by(record, reader))
        return sum(len(one.extraction.moves) for one in self._memory.inputs) <= MOST
