"""Scores one file of a public set and prints one JSON object.

python -m evals polnear|plv|ecbplus|timex FILE.jsonl

It reads with the shipped model, or with the one in the folder that REJOINDER_MODEL names (of dates, timex, no model
tells).
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path

from rejoinder.errors import ModelError

_SCORERS = {
    "polnear": "evals.polnear",
    "plv": "evals.plv",
    "ecbplus": "evals.ecbplus",
    "timex": "rejoinder.evaluation.timex",
}
_WITHOUT_MODEL = frozenset(("timex",))


def main(argv: list[str]) -> int:
    """Score the file; 2 where the command is not understood, or the model is none."""
    if len(argv) != 2 or argv[0] not in _SCORERS:
        print(__doc__, file=sys.stderr)
        return 2
    path = Path(argv[1])
    if not path.is_file():
        print(f"There is no file {path}. Give a file of JSON lines.", file=sys.stderr)
        return 2
    try:
        scorer = import_module(_SCORERS[argv[0]])
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is not installed; `make test` installs it.", file=sys.stderr)
        return 2
    model = os.environ.get("REJOINDER_MODEL")
    try:
        given = (path,) if argv[0] in _WITHOUT_MODEL else (path, Path(model) if model else None)
        print(json.dumps(scorer.score_file(*given)))
    except ModelError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
