"""Counts flipped polarity over the sentences of tests/passages/polarity.md: one JSON object.

    python evals/polarity.py           the counts
    python evals/polarity.py -v        and on the lines after it every flip and every act that was missed

The exit code is 1 where a polarity is flipped.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from rejoinder.evaluation.polarity import measured
from rejoinder.pipeline.reader import open_reader

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.passages.polarity import sentences  # noqa: E402
from tests.passages.reading import FOLDER  # noqa: E402


def main() -> int:
    """Read the sentences with the shipped reader, or the one in the folder that REJOINDER_MODEL names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true")
    model = os.environ.get("REJOINDER_MODEL")
    verbose = parser.parse_args().verbose
    found = measured(sentences(FOLDER / "polarity.md", open_reader(Path(model) if model else None)))
    print(json.dumps({"sentences": found.sentences, "flips": len(found.flips), "missed": len(found.missed)}))
    if verbose:
        print("\n".join([*(f"flip: {one}" for one in found.flips), *(f"missed: {one}" for one in found.missed)]))
    return 1 if found.flips else 0


if __name__ == "__main__":
    sys.exit(main())
