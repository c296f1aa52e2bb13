"""The brief and the exports: a record handed on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.publish.cli.options import AsOf, KnownAt, Output, RecordFile, day, opened, output_to, remarked, write

_export = typer.Typer(help="Hand the record on to other programs.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(help="The dossier: what is on the table, who answered, who says otherwise, every claim cited.\n\n\b\n"
                "  rejoinder brief --output brief.html\n"
                "  rejoinder brief --as-of 2022-01-26 --known-at 2022-01-26\n"
                "  rejoinder brief --language uk --output brief.html\n\n"
                "Markdown, or HTML where the file is called .html: one page without script, for print too."
                )(brief)  # fmt: skip
    app.add_typer(_export, name="export")


def brief(
    record: RecordFile = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    output: Annotated[Path | None, output_to("FILE.md or FILE.html (default, or -: Markdown here).")] = None,
    language: Annotated[
        str,
        typer.Option(
            "--language", metavar="LANG", help="Of its own sentences: en, ru or uk. Quotations stay as they are."
        ),
    ] = "en",
) -> int:
    """Write the brief."""
    from rejoinder.pipeline.accounts import material_at
    from rejoinder.publish.brief.writing import brief_text, known, write_brief

    known(language)
    days = day(as_of, "--as-of"), day(known_at, "--known-at")
    with opened(record) as found:
        material = material_at(found, as_of=days[0], known_at=days[1])
        reader, code = found.latest_reader(), remarked(found, days[1])
    if output is None:
        write(brief_text(material, "md", reader=reader, spoken=language), None)
    else:
        write_brief(material, output, reader=reader, spoken=language)
    return code


@_export.command(
    help="What was found, as JSON for scoring against gold bundles. Places are code points of the source file as "
    "decoded; of an article out of JSON lines (called name#N) of the text in that line, with nothing left escaped.\n\n"
    "\b\n  rejoinder export prediction --record talks.db --as-of 2022-02-01 --output prediction.json\n"
)
def prediction(record: RecordFile = None, as_of: AsOf = None, known_at: KnownAt = None, output: Output = None) -> int:
    """Export the prediction."""
    import json

    from rejoinder.evaluation.prediction import prediction_rows
    from rejoinder.publish.exports.names import JSON, refuse_other
    from rejoinder.publish.predicting import predicted

    refuse_other(output, JSON)
    days = day(as_of, "--as-of"), day(known_at, "--known-at")
    with opened(record) as found:
        made, code = prediction_rows(predicted(found, as_of=days[0], known_at=days[1])), remarked(found, days[1])
    write(json.dumps(made, ensure_ascii=False, indent=1) + "\n", output)
    return code
