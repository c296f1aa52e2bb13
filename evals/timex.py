"""Scores time expressions against marked news: `python evals/timex.py FILE.jsonl ...`, one JSON object a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rejoinder.evaluation.timex import score_file

if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for name in sys.argv[1:]:
        print(json.dumps(score_file(Path(name))))
