"""One row of the record, the passages for a search, and the state of the record itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.publish.cli.options import AsOf, KnownAt, RecordFile, day, opened, remarked
from rejoinder.publish.cli.running import RECORD, WITH_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rejoinder.record.material import Material
    from rejoinder.record.reader import RecordReader
    from rejoinder.record.search import Found

RowId = Annotated[str, typer.Argument(metavar="ID", help="An id as a view shows it, its beginning, or a file name.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(help="One exchange, event, dispute, party or document, with its evidence.\n\n\b\n"
                "  rejoinder show ID                        an id as a view shows it, or its beginning\n"
                "  rejoinder show podil-28-january.txt      an article by the name of its file\n")(show)  # fmt: skip
    app.command(help="Why a line is there: the words, the rule or model that read them, the passages that test it.\n\n"
                "\b\n  rejoinder explain ID      an id as a view shows it, or its beginning\n")(explain)  # fmt: skip
    app.command(help='Passages with these words: all of them, "a phrase", OR, NOT, word*, party:NAME.\n\n\b\n'
                "  rejoinder search 'reply party:Lavrov'\n"
                "  rejoinder search missiles --as-of 2022-01-26\n")(search)  # fmt: skip
    app.command(help="What went wrong with sources, in all runs, with advice.")(problems)
    app.command(help="Whether everything in the record is as it was put there. Exit code 3 where it is not.")(verify)


def show(row_id: RowId, record: RecordFile = None, as_of: AsOf = None, known_at: KnownAt = None) -> int:
    """Show one row."""
    from rejoinder.publish.showing.show import show as lines

    with opened(record) as found:
        row, material = _found(found, row_id, as_of, known_at)
        code = remarked(found, material.known_at)
    _print(lines(row, material))
    return code


def explain(row_id: RowId, record: RecordFile = None, as_of: AsOf = None, known_at: KnownAt = None) -> int:
    """Explain one row."""
    from rejoinder.publish.showing.explain import explain as lines

    with opened(record) as found:
        row, material = _found(found, row_id, as_of, known_at)
        reader, code = found.latest_reader(), remarked(found, material.known_at)
    _print(lines(row, material, reader))
    return code


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="What to look for.")],
    record: RecordFile = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    most: Annotated[int, typer.Option("--most", help="Show at most so many passages.", min=1)] = 20,
) -> int:
    """Search the record."""
    days = day(as_of, "--as-of"), day(known_at, "--known-at")
    with opened(record) as found:
        hits = found.search(" ".join(words), as_of=days[0], known_at=days[1])
        code = remarked(found, days[1])
    _print(f"{hit.id}  {hit.document}: {hit.excerpt}" for hit in hits[:most])
    if not hits:
        _print([f"Nothing found for {' '.join(words)}."])
    elif len(hits) > most:
        _print([f"{len(hits) - most} more; --most {len(hits)} shows all."])
    return code


def problems(record: RecordFile = None) -> int:
    """List the problems."""
    with opened(record) as found:
        kept, code = found.problems(), remarked(found)
    _print(f"{one.source}: {one.code} ({one.severity}): {one.message} {one.advice}" for one in kept)
    if not kept:
        _print(["No problems."])
    return WITH_PROBLEMS if any(one.severity == "rejected" for one in kept) else code


def verify(record: RecordFile = None) -> int:
    """Verify the record."""
    with opened(record) as found:
        faults = found.verify()
        _print(f"{one.code}: {one.table} {one.id}: {one.message}" for one in faults)
        if not faults:
            _print([f"All is as it was put there. Digest {found.digest()}"])
        code = remarked(found)
    return RECORD if faults else code


def _found(record: RecordReader, row_id: str, as_of: str | None, known_at: str | None) -> tuple[Found, Material]:
    """The row of an id or of its beginning, and the account of the days that it belongs to."""
    from rejoinder.pipeline.accounts import material_at
    from rejoinder.publish.showing.finding import find

    days = day(as_of, "--as-of"), day(known_at, "--known-at")
    material = material_at(record, as_of=days[0], known_at=days[1])
    return find(record, material, row_id), material


def _print(lines: Iterable[str]) -> None:
    from rejoinder.publish.exports.safety import one_line

    for line in lines:
        blanks = len(line) - len(line.lstrip(" "))
        sys.stdout.write(" " * blanks + one_line(line) + "\n")
