"""Whether mentions of events in different documents are one event, against ECB+ (Cybulska and Vossen 2014): gold
mentions, the whole corpus at once."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from evals.coreference import clusters, scores
from rejoinder.consolidate.stems import text_stems
from rejoinder.models.card import shipped_model
from rejoinder.models.comparing import TraceComparer
from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.types.span import Span

OWN_MARK = "[unused10]"
TOPIC = 0.12
"""Documents whose words are less alike tell of different things."""
APART = 0.55
"""Groups of mentions that are less likely one event on average stay apart."""
SAME_WORD = 0.2
"""What is added to the likelihood where both mentions have the same head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One gold mention: its document, the stem of its head, its trace, and its gold chain."""

    id: str
    document: str
    head: str
    trace: str
    chain: str


def score_file(path: Path, model: Path | None = None) -> dict[str, float | int]:
    """CoNLL, LEA and their parts in per cent, with those of the baseline that joins mentions of one head in like
    documents."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    folder = model or shipped_model()
    tagger = EncoderTagger(folder, first=OWN_MARK)
    mentions = [m for row in rows for m in _mentions(row, tagger)]
    gold = clusters({m.id: m.chain for m in mentions})
    alike = _alike(rows)
    read = scores(gold, clusters(_grouped(mentions, alike, TraceComparer(folder))))
    base = scores(gold, clusters({m.id: m.head for m in mentions}))
    return {"documents": len(rows), "mentions": len(mentions), **read, **{f"same_head_{k}": v for k, v in base.items()}}


def _mentions(row: Mapping[str, object], tagger: EncoderTagger) -> list[EventMention]:
    text = str(row["text"])
    events = [m for m in row["mentions"] if m["kind"] == "event"]
    places = [Span(start=m["spans"][0][0], end=m["spans"][0][1]) for m in events]
    traces = tagger.traces(text, _lines(text), places)
    return [
        EventMention(id=m["id"], document=str(row["doc_id"]), head=_head(m["text"]), trace=trace, chain=str(m["chain"]))
        for m, trace in zip(events, traces, strict=True)
    ]


def _head(words: str) -> str:
    stems = text_stems(words)
    return stems[-1] if stems else words.lower()


def _lines(text: str) -> list[Span]:
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Span(start=at, end=at + len(line)))
        at += len(line) + 1
    return out


def _alike(rows: Sequence[Mapping[str, object]]) -> dict[tuple[str, str], float]:
    """How alike the words of each two documents are: cosine, rare words weighing more."""
    counts = {str(r["doc_id"]): Counter(text_stems(str(r["text"]))) for r in rows}
    held = Counter(stem for count in counts.values() for stem in count)
    weigh = {
        name: {s: (1 + math.log(n)) * math.log(len(rows) / held[s]) for s, n in count.items()}
        for name, count in counts.items()
    }
    norm = {name: math.sqrt(sum(w * w for w in words.values())) or 1.0 for name, words in weigh.items()}
    out = {}
    for a, b in combinations(sorted(weigh), 2):
        shared = sum(w * weigh[b].get(s, 0.0) for s, w in weigh[a].items())
        out[a, b] = shared / (norm[a] * norm[b])
    return out


def _grouped(
    mentions: Sequence[EventMention], alike: Mapping[tuple[str, str], float], comparer: TraceComparer
) -> dict[str, int]:
    """The group of each mention: average linkage over likelihoods."""
    distance = np.ones((len(mentions), len(mentions)))
    pairs = []
    for i, j in combinations(range(len(mentions)), 2):
        a, b = mentions[i], mentions[j]
        near = a.document == b.document or alike[min(a.document, b.document), max(a.document, b.document)] >= TOPIC
        if near and a.trace and b.trace:
            pairs.append((i, j))
    one = comparer.compare([(mentions[i].trace, mentions[j].trace) for i, j in pairs])
    other = comparer.compare([(mentions[j].trace, mentions[i].trace) for i, j in pairs])
    for (i, j), first, second in zip(pairs, one, other, strict=True):
        likely = (first.same + second.same) / 2 + SAME_WORD * (mentions[i].head == mentions[j].head)
        distance[i, j] = distance[j, i] = 1 - min(1.0, likely)
    np.fill_diagonal(distance, 0.0)
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), APART, "distance")
    return {m.id: int(n) for m, n in zip(mentions, labels, strict=True)}
