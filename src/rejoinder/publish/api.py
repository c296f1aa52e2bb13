"""The record from Python: `rejoinder.read` and `rejoinder.open_record` give an `OpenRecord`."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypedDict, Unpack

from rejoinder.ingest.paths import refuse_nothing
from rejoinder.pipeline.accounts import material_at
from rejoinder.pipeline.reader import open_reader
from rejoinder.pipeline.reading import ReadReport, Run, read_into
from rejoinder.publish import arguments
from rejoinder.publish.arguments import Day, Given, Paths
from rejoinder.publish.brief.writing import brief_text
from rejoinder.publish.clock import utc_now
from rejoinder.publish.showing.explain import explain
from rejoinder.publish.showing.finding import find
from rejoinder.publish.showing.show import show
from rejoinder.record.filters import Named
from rejoinder.record.frames import Rows
from rejoinder.record.material import Material
from rejoinder.record.reader import RecordReader, open_to_read
from rejoinder.record.reading_rows import MoveRow, PartyRow, StatementRow
from rejoinder.record.search import Hit
from rejoinder.record.store import Record
from rejoinder.record.view_rows import AnswerRow, CoverageLine, DisputeRow, ExchangeRow, PositionRow, TimelineRow
from rejoinder.record.views import view
from rejoinder.types.document import Problem

_AN_ID = "Give an id as a view shows it, the beginning of one, or the name of a file."


class Asked(TypedDict, total=False):
    """What every view takes: the day of the account, the day by which it was known, whose rows, and on which issue."""

    as_of: Day
    known_at: Day
    party: Named
    issue: Named


class OpenRecord:
    """A record to ask. Every view takes `as_of` and `known_at` (a date or `YYYY-MM-DD`), `party` and `issue`
    (a name or several).

    Rows come as `Rows`: a sequence of values that is also an Arrow table, a pandas and a polars frame. Views read the
    file anew; close the record, or use it in a `with` block, when done."""

    def __init__(
        self, record: RecordReader, *, report: ReadReport | None = None, kept: ExitStack | None = None
    ) -> None:
        self._record = record
        self._kept = kept or ExitStack()  # with the folder of a record without a file of its own, which lives as long
        self.report = report

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._record.close()
        self._kept.close()

    def exchanges(self, **asked: Unpack[Asked]) -> Rows[ExchangeRow]:
        """What was put on the table, and where it stands."""
        return self.view("exchanges", **asked)

    def timeline(self, **asked: Unpack[Asked]) -> Rows[TimelineRow]:
        """What happened, in order of time."""
        return self.view("timeline", **asked)

    def answers(self, **asked: Unpack[Asked]) -> Rows[AnswerRow]:
        """What answers what, and how."""
        return self.view("answers", **asked)

    def disputes(self, **asked: Unpack[Asked]) -> Rows[DisputeRow]:
        """Accounts that cannot all be true, a row for each side."""
        return self.view("disputes", **asked)

    def positions(self, **asked: Unpack[Asked]) -> Rows[PositionRow]:
        """Where each party stands on each issue."""
        return self.view("positions", **asked)

    def coverage(self, **asked: Unpack[Asked]) -> Rows[CoverageLine]:
        """What each outlet reported, copied, left out or cut from its copy of a story."""
        return self.view("coverage", **asked)

    def statements(self, **asked: Unpack[Asked]) -> Rows[StatementRow]:
        """Who said what."""
        return self.view("statements", **asked)

    def moves(self, **asked: Unpack[Asked]) -> Rows[MoveRow]:
        """Every act as each article tells it."""
        return self.view("moves", **asked)

    def parties(self, **asked: Unpack[Asked]) -> Rows[PartyRow]:
        """Who takes part."""
        return self.view("parties", **asked)

    def view(
        self, name: str, *, as_of: Day = None, known_at: Day = None, party: Named = None, issue: Named = None
    ) -> Rows[Any]:
        """The rows of a view by its name. UsageError for a name, day, party or issue that is none."""
        whose, about = arguments.names(party, "party"), arguments.names(issue, "issue")
        return view(name, self._material(as_of, known_at), party=whose, issue=about)

    def brief(
        self,
        *,
        as_of: Day = None,
        known_at: Day = None,
        format: Literal["md", "html"] = "md",  # noqa: A002 - the word of the command, and of pandas
        language: Literal["en", "ru", "uk"] = "en",
    ) -> str:
        """The dossier in Markdown or HTML, its own sentences in a language; names and quotations stay as they are."""
        reader = self._record.latest_reader()
        return brief_text(self._material(as_of, known_at), format, reader=reader, spoken=language)

    def show(self, row_id: str, *, as_of: Day = None, known_at: Day = None) -> str:
        """One row with its evidence, by its id, the beginning of it, or a file name."""
        asked, material = arguments.words(row_id, "row_id", _AN_ID), self._material(as_of, known_at)
        return "\n".join(show(find(self._record, material, asked), material))

    def explain(self, row_id: str, *, as_of: Day = None, known_at: Day = None) -> str:
        """Why a row is there."""
        asked, material = arguments.words(row_id, "row_id", _AN_ID), self._material(as_of, known_at)
        return "\n".join(explain(find(self._record, material, asked), material, self._record.latest_reader()))

    def search(self, words: str, *, as_of: Day = None, known_at: Day = None) -> Sequence[Hit]:
        """The passages with these words, best first; none that was published, and no act that happened, later."""
        sought = arguments.words(words, "words", "Give what to look for, as it would be typed.")
        days = arguments.day(as_of, "as_of"), arguments.day(known_at, "known_at")
        return self._record.search(sought, as_of=days[0], known_at=days[1])

    def problems(self) -> tuple[Problem, ...]:
        """What went wrong with sources, in all runs."""
        return self._record.problems()

    def _material(self, as_of: Day, known_at: Day) -> Material:
        days = arguments.day(as_of, "as_of"), arguments.day(known_at, "known_at")
        return material_at(self._record, as_of=days[0], known_at=days[1])


def read(
    paths: Paths,
    *,
    metadata: Given = None,
    record: str | Path | None = None,
    model: str | Path | None = None,
    workers: int = 1,
) -> OpenRecord:
    """The record of these articles: files, folders or patterns, read into the file `record`, or into none that lasts.

    `metadata` is a file, or by file name mappings with the fields of such a file. What went wrong with single sources
    is in `problems()`; `report` says what was new. With several workers the calling script needs the usual
    `if __name__ == "__main__":`. UsageError for an argument that is none of these."""
    some, given = arguments.paths(paths), arguments.metadata(metadata)
    refuse_nothing(some)
    path = None if record is None else arguments.path(record, "record")
    at = None if model is None else arguments.path(model, "model")
    several = arguments.count(workers, "workers")
    with ExitStack() as opened:
        if path is None:
            path = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="rejoinder-"))) / "record.db"
        found = opened.enter_context(Record.open(path, create=True, clock=utc_now))
        run = Run(record=found, reader=open_reader(at), now=utc_now(), model=at, workers=several)
        report = read_into(run, some, given)
        return OpenRecord(found, report=report, kept=opened.pop_all())


def open_record(path: str | Path = "record.db") -> OpenRecord:
    """The record in a file, for reading. RecordError where it cannot be opened."""
    return OpenRecord(open_to_read(arguments.path(path, "path")))
