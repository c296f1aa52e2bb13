"""Reading: sources into a record, a record anew, and the sample."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.publish.cli.options import RecordFile, opened, opened_to_write, settings, width
from rejoinder.publish.cli.progress import shown
from rejoinder.publish.cli.running import FINE, WITH_PROBLEMS
from rejoinder.publish.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rejoinder.pipeline.reader import Reader
    from rejoinder.pipeline.reading import Progress, ReadReport, Run
    from rejoinder.record.store import Record
    from rejoinder.settings import Settings
    from rejoinder.types.document import Metadata

Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, metavar="N", help="Processes that read at once (default: as fits the work)."),
]
_DEMO = Path("rejoinder-demo")
_SHOWN = {"exchanges": 10, "disputes": 6}  # how many of each the demonstration shows


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(help="Read articles into the record: a folder, files, or patterns. Reading again adds nothing.\n\n\b\n"
                "  rejoinder read articles/\n"
                "  rejoinder read articles/ --metadata articles.yaml --record talks.db\n"
                "  rejoinder read 'wire/*.html' more.jsonl\n\n"
                "Text, Markdown, HTML and JSON lines are read. The metadata file (YAML, CSV or JSON lines) gives "
                "outlet, published, origin and url by file name; the rest is looked for in the article."
                )(read)  # fmt: skip
    app.command(help="Read the sample that comes along and show it: exchanges, disputes, and where the brief lies.")(
        demo
    )
    app.command(help="Read every document of the record afresh and make the account anew.")(rebuild)


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Folders, files or patterns.")],
    metadata: Annotated[
        Path | None, typer.Option("--metadata", metavar="FILE", help="What is known of the articles.")
    ] = None,
    record: RecordFile = None,
    workers: Workers = None,
) -> int:
    """Read sources into the record."""
    from rejoinder.ingest.metadata_files import read_metadata
    from rejoinder.ingest.paths import refuse_nothing

    given = read_metadata(metadata) if metadata else None
    refuse_nothing(paths)
    chosen = settings(record, workers)
    report = _read(chosen, paths, given)
    _tell(report, chosen.record)
    return WITH_PROBLEMS if report.failures else FINE


def rebuild(record: RecordFile = None, workers: Workers = None) -> int:
    """Read the record's documents again."""
    from rejoinder.pipeline.reader import open_reader
    from rejoinder.pipeline.reading import reread

    chosen = settings(record, workers)
    reader = open_reader(chosen.model)
    with opened_to_write(record) as found, shown() as progress:
        report = reread(_run(found, reader, chosen, progress))
    _tell(report, chosen.record)
    return WITH_PROBLEMS if report.failures else FINE


def demo(
    folder: Annotated[
        Path, typer.Option("--folder", metavar="DIR", help="Where the record and the brief are put.")
    ] = _DEMO,
) -> int:
    """Read the sample and show what is in it."""
    from rejoinder.errors import UsageError
    from rejoinder.ingest.metadata_files import read_metadata
    from rejoinder.pipeline.accounts import material_at
    from rejoinder.publish.brief.writing import write_brief
    from rejoinder.publish.exports.formats import write_rows
    from rejoinder.publish.exports.ranking import most_told
    from rejoinder.record.views import view
    from rejoinder.sample import sample_folder, sample_metadata

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be made: {error.strerror}.", advice="Choose another with --folder."
        ) from error
    chosen = settings(folder / "record.db")
    report = _read(chosen, [sample_folder()], read_metadata(sample_metadata()))
    _tell(report, chosen.record)
    with opened(chosen.record) as found:
        material, reader = material_at(found), found.latest_reader()
    for name, most in _SHOWN.items():
        rows = view(name, material)
        shown_rows = most_told(rows, most)
        of = f": {len(shown_rows)} rows of {len(rows)}, the most told" if len(shown_rows) < len(rows) else ""
        sys.stdout.write(f"\n{name.upper()}{of}\n\n")
        write_rows(shown_rows, "table", sys.stdout, width=width())
    briefs = [folder / "brief.html", folder / "brief.md"]
    for brief in briefs:
        write_brief(material, brief, reader=reader)
    sys.stdout.write(f"\nThe brief, every claim with its source: {briefs[0]} and {briefs[1]}\n")
    sys.stdout.write(f"Look at it in the browser: rejoinder serve {chosen.record}\n")
    sys.stdout.write(
        f"Ask further: rejoinder timeline --record {chosen.record} (or exchanges, disputes, show, explain)\n"
    )
    return WITH_PROBLEMS if report.failures else FINE


def _read(chosen: Settings, paths: Sequence[str | Path], given: Mapping[str, Metadata] | None) -> ReadReport:
    from rejoinder.pipeline.reader import open_reader
    from rejoinder.pipeline.reading import read_into

    reader = open_reader(chosen.model)  # before the record, so that none is left behind where there is no model
    with opened_to_write(chosen.record, create=True) as found, shown() as progress:
        return read_into(_run(found, reader, chosen, progress), paths, given)


def _run(record: Record, reader: Reader, chosen: Settings, progress: Progress) -> Run:
    """What a run works with; the number of processes fits the work where nobody set it."""
    from rejoinder.ingest import Limits
    from rejoinder.pipeline.reading import Run

    return Run(
        record=record,
        reader=reader,
        now=utc_now(),
        model=chosen.model,
        workers=chosen.processes if "processes" in dict(chosen.found) else None,
        processors=os.cpu_count() or 1,
        limits=Limits(file_bytes=chosen.max_file_bytes, line_bytes=chosen.max_file_bytes),
        progress=progress,
    )


def _tell(report: ReadReport, record: Path) -> None:
    """Say what came of the run, and what went wrong, so that nobody takes the one for the whole."""
    from rejoinder.publish.exports.safety import one_line

    account = report.account
    count = len(report.failures)
    head = f"Read with {count} problem{'' if count == 1 else 's'}" if count else "Read"
    sys.stdout.write(
        f"{head}: {report.new} new, {report.known} known before, {report.documents} in {record}.\n"
        f"{report.statements} statements, {report.moves} acts told, {len(account.events)} events by "
        f"{len(account.parties)} parties; {len(account.exchanges)} exchanges, {len(account.disputes)} disputes.\n"
    )
    remarks = [one for one in report.problems if one not in report.failures]
    for title, problems in (("Not in the account", report.failures), ("Remarks", remarks)):
        if problems:
            sys.stderr.write(f"{title}:\n")
        for one in problems:
            sys.stderr.write(f"  {one_line(f'{one.source}: {one.code}: {one.message} {one.advice}')}\n")
