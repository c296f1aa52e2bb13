"""From scores of word pieces to cues, acts and names with their spans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rejoinder.models.comparing import packed
from rejoinder.models.runs import (
    Floats,
    Thresholds,
    best_run,
    runs,
    sigmoid,
    softmax,
    span_of,
    stretches,
    unbroken,
    weight,
)
from rejoinder.models.windows import Window
from rejoinder.types.annotation import ActReading, CueReading, NameReading, ReferenceReading
from rejoinder.types.span import Span

RoleScores = Callable[[Sequence[int]], tuple[Floats, Floats, Floats, Floats]]
SOURCE, CONTENT, ACTOR, RECIPIENT, ANCHOR, REFERENT, PRINCIPAL, ANSWERED = range(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The readings of one window, in text order."""

    cues: tuple[CueReading, ...]
    acts: tuple[ActReading, ...]
    names: tuple[NameReading, ...]
    references: tuple[ReferenceReading, ...]


def decode_cues(window: Window, logits: Floats, roles: RoleScores, thresholds: Thresholds) -> tuple[CueReading, ...]:
    """Each cue with its source and content; a cue without content, or hardly sure of it, is left out."""
    scores = softmax(logits)
    starts = stretches(scores[:, 0], scores[:, 1], window, thresholds.cue)
    if not starts:
        return ()
    filled = sigmoid(roles([s for s, _ in starts])[0])
    out = []
    for (start, stop), row in zip(starts, filled, strict=True):
        content = runs(row[:, CONTENT], window, thresholds.role, thresholds.gap)
        content = content or runs(row[:, CONTENT], window, thresholds.weak_role, thresholds.gap)
        if content:
            score = float(1 - scores[start, 0]) * float(
                np.mean([weight(row[:, CONTENT], r) / (r[1] - r[0] + 1) for r in content])
            )
            cue, source = span_of(window, (start, stop)), best_run(row[:, SOURCE], window, thresholds)
            spans = tuple(span_of(window, r) for r in content)
            if score >= thresholds.said:
                out.append(CueReading(cue=cue, source=source, content=spans, score=round(score, 3)))
    return tuple(out)


def decode_acts(
    window: Window,
    logits: Floats,
    roles: RoleScores,
    kinds: Sequence[str],
    modalities: Sequence[str],
    thresholds: Thresholds,
) -> tuple[ActReading, ...]:
    """Each trigger with kind, modality, actors, recipients and anchor; the anchor always holds the trigger."""
    scores = softmax(logits)
    begins = np.asarray(scores[:, 1:-1].sum(axis=-1), np.float32)
    starts = stretches(np.asarray(scores[:, 0], np.float32), begins, window, thresholds.trigger)
    if not starts:
        return ()
    filled, modality, holder, trace = roles([s for s, _ in starts])
    sure = softmax(np.asarray(logits / thresholds.temperature, np.float32))
    out = []
    for n, (start, stop) in enumerate(starts):
        row, trigger = sigmoid(filled[n]), span_of(window, (start, stop))
        kind = int(scores[start, 1:-1].argmax())
        out.append(
            ActReading(
                trigger=trigger,
                kind=kinds[kind],
                modality=modalities[int(modality[n].argmax())],
                held_by_speaker=bool(holder[n].argmax()),
                actors=_parties(row[:, ACTOR], window, thresholds),
                recipients=_parties(row[:, RECIPIENT], window, thresholds),
                anchor=_anchor(row[:, ANCHOR], window, (start, stop), thresholds),
                score=round(float(sure[start, 1 + kind]), 3),
                alternatives=_alternatives(sure[start, 1:-1], kinds),
                answered=_answered(row[:, ANSWERED], window, starts, n, thresholds),
                trace=packed(trace[n]),
            )
        )
    return tuple(out)


def _alternatives(scores: Floats, kinds: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """The kinds with at least a fiftieth of the probability, likeliest first."""
    ranked = sorted(range(len(kinds)), key=lambda i: (-float(scores[i]), i))
    return tuple((kinds[i], round(float(scores[i]), 3)) for i in ranked if scores[i] >= 0.02)


def _answered(
    scores: Floats, window: Window, starts: Sequence[tuple[int, int]], own: int, thresholds: Thresholds
) -> tuple[Span, ...]:
    """The other triggers that the trigger answers."""
    return tuple(
        span_of(window, other)
        for n, other in enumerate(starts)
        if n != own and float(scores[other[0] : other[1] + 1].max()) >= thresholds.link
    )


def decode_references(
    window: Window, mentions: Sequence[Span], roles: RoleScores, thresholds: Thresholds
) -> tuple[ReferenceReading, ...]:
    """Whom each of the mentions stands for, and for whom that one acts; those of which neither is read are left
    out."""
    at = [_last_piece(window, m) for m in mentions]
    asked = [(m, piece) for m, piece in zip(mentions, at, strict=True) if piece is not None]
    if not asked:
        return ()
    filled = sigmoid(roles([piece for _, piece in asked])[0])
    out = []
    for (mention, _), row in zip(asked, filled, strict=True):
        name = _elsewhere(row[:, REFERENT], window, mention, thresholds)
        principal = _elsewhere(row[:, PRINCIPAL], window, mention, thresholds)
        names, principals = (_likely(row[:, role], window, mention, thresholds) for role in (REFERENT, PRINCIPAL))
        if names or principals:
            score = round(float(row[:, REFERENT].max()), 3)
            out.append(
                ReferenceReading(
                    mention=mention, name=name, principal=principal, score=score, names=names, principals=principals
                )
            )
    return tuple(out)


def _last_piece(window: Window, span: Span) -> int | None:
    inside = (i for i in range(len(window.places) - 1, 0, -1) if window.places[i][1] > window.places[i][0])
    return next((i for i in inside if span.start <= window.places[i][0] and window.places[i][1] <= span.end), None)


def _elsewhere(scores: Floats, window: Window, mention: Span, thresholds: Thresholds) -> Span | None:
    """The likeliest stretch that is not the mention itself; of equal ones the nearest before it."""
    found = [(r, span_of(window, r)) for r in runs(scores, window, thresholds.reference, 0)]
    found = [(r, s) for r, s in found if not s.touches(mention) or (mention.holds(s) and s != mention)]
    if not found:
        return None
    ranked = [(_mean(scores, r), s.start <= mention.start, -abs(s.start - mention.start), s) for r, s in found]
    return max(ranked)[-1]


def _likely(scores: Floats, window: Window, mention: Span, thresholds: Thresholds) -> tuple[tuple[Span, float], ...]:
    """All stretches that come into question with their likeliest piece's probability, in text order."""
    found = (
        (span_of(window, r), float(scores[r[0] : r[1] + 1].max())) for r in runs(scores, window, thresholds.likely, 0)
    )
    return tuple(
        (s, round(chance, 3)) for s, chance in found if not s.touches(mention) or (mention.holds(s) and s != mention)
    )


def _mean(scores: Floats, run: tuple[int, int]) -> float:
    return round(weight(scores, run) / (run[1] - run[0] + 1), 1)


def _parties(scores: Floats, window: Window, thresholds: Thresholds) -> tuple[Span, ...]:
    return tuple(span_of(window, r) for r in runs(scores, window, thresholds.role, 0))


def _anchor(scores: Floats, window: Window, trigger: tuple[int, int], thresholds: Thresholds) -> Span:
    """The stretch around the trigger, bridging small gaps; the trigger alone where nothing else scores."""
    found = [
        r
        for r in runs(scores, window, thresholds.role, 3)
        if r[0] <= trigger[1] + 3 and r[1] >= trigger[0] - 3 and unbroken(window, *sorted((r[0], trigger[0])))
    ]
    first = min([trigger[0], *(r[0] for r in found)])
    last = max([trigger[1], *(r[1] for r in found)])
    return span_of(window, (first, last))


def decode_names(
    window: Window, logits: Floats, labels: Sequence[str], thresholds: Thresholds
) -> tuple[NameReading, ...]:
    """Names with their class: the label list is `O`, then `B-` and `I-` of each class."""
    scores = softmax(logits)
    begins = np.asarray(scores[:, 1::2].sum(axis=-1), np.float32)
    out = []
    for start, stop in stretches(np.asarray(scores[:, 0], np.float32), begins, window, thresholds.name):
        mass = scores[start : stop + 1].sum(axis=0)
        classes = [float(mass[i] + mass[i + 1]) for i in range(1, len(labels), 2)]
        best = int(np.argmax(classes))
        type_ = labels[1 + 2 * best].removeprefix("B-")
        score = round(classes[best] / (stop - start + 1), 3)
        out.append(NameReading(span=span_of(window, (start, stop)), type=type_, score=score))  # type: ignore[arg-type]
    return tuple(out)
