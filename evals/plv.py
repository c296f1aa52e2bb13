"""What one party does to another in a sentence, against PLV: sentences with source and target marked and PLOVER's
class."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from rejoinder.models.card import shipped_model
from rejoinder.models.deeds import DeedReader
from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.types.annotation import ActReading
from rejoinder.types.span import Span

_QUADS: Mapping[str, tuple[str, ...]] = {
    "V-Coop": ("AGREE", "CONSULT", "SUPPORT"),
    "M-Coop": ("COOPERATE", "AID", "YIELD"),
    "V-Conf": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "M-Conf": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_TOGETHER = frozenset(("meet", "agree"))
QUAD = {class_: quad for quad, classes in _QUADS.items() for class_ in classes}


def score_file(path: Path, model: Path | None = None) -> dict[str, float | int]:
    """Macro-F1 in per cent of the class, the quad and conflict against cooperation where both parties are given; and
    the share of sentences whose class is right while both parties are found by the reader itself."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    folder = model or shipped_model()
    deeds, tagger = DeedReader(folder), EncoderTagger(folder)
    gold, found, whole = [], [], 0
    for row in rows:
        text = str(row["text"])
        sides = [[Span(start=a, end=b) for a, b in row[key]] for key in ("source_spans", "target_spans")]
        gold.append(str(row["root"]))
        found.append(deeds.read(text, *sides)[0][0])
        acts = tagger.read(text, [Span(start=0, end=len(text))]).acts
        whole += gold[-1] == found[-1] and _both_found(acts, *sides)
    quads = [[QUAD[c] for c in some] for some in (gold, found)]
    binary = [["coop" if q.endswith("Coop") else "conf" for q in some] for some in quads]
    return {
        "sentences": len(rows),
        "root_macro_f1": macro_f1(gold, found),
        "quad_macro_f1": macro_f1(*quads),
        "binary_macro_f1": macro_f1(*binary),
        "root_and_both_parties": round(100 * whole / max(1, len(rows)), 1),
    }


def _both_found(acts: Sequence[ActReading], source: Sequence[Span], target: Sequence[Span]) -> bool:
    """Whether the reader has an act with the source among its actors and the target among its recipients; of what is
    done together both are actors, as in PLOVER."""
    touching = lambda some, side: any(a.touches(b) for a in some for b in side)  # noqa: E731
    to = lambda act: (*act.recipients, *act.actors) if act.kind in _TOGETHER else act.recipients  # noqa: E731
    return any(touching(act.actors, source) and touching(to(act), target) for act in acts)


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """The mean over the gold classes of each one's F1, in per cent."""
    values = []
    for class_ in sorted(set(gold)):
        hits = sum(g == f == class_ for g, f in zip(gold, found, strict=True))
        values.append(2 * hits / max(1, gold.count(class_) + found.count(class_)))
    return round(100 * sum(values) / max(1, len(values)), 1)
