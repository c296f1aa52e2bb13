"""How good the record is, against a gold bundle."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from rejoinder.publish.cli.options import settings


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(help="Read a gold bundle (gold.yaml, documents.yaml, documents/) and score what was found.\n\n\b\n"
                "  rejoinder score evals/bundles/rail-strike --misses\n")(score)  # fmt: skip


def score(
    bundle: Annotated[Path, typer.Argument(metavar="BUNDLE", help="The folder of the bundle.")],
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed, mistaken or extra.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The scores as one JSON object.")] = False,
) -> None:
    """Score a bundle."""
    import json

    from rejoinder.pipeline.reader import open_reader
    from rejoinder.publish.exports.safety import one_line
    from rejoinder.publish.predicting import score_bundle

    scores, missed = score_bundle(bundle, open_reader(settings().model))
    if as_json:
        found = {**scores, "misses": missed} if misses else scores
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        return
    sys.stdout.writelines(f"{part:12}{_shown(measured)}\n" for part, measured in scores.items())
    if misses:
        sys.stdout.writelines(one_line(line) + "\n" for line in missed)


def _shown(measured: Any) -> str:
    if not isinstance(measured, dict):
        return str(measured)
    return "  ".join(f"{name}={value['f1'] if isinstance(value, dict) else value}" for name, value in measured.items())
