"""Moves against the gold, and the events they are grouped into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rejoinder.evaluation.gold import Bundle, GoldMove
from rejoinder.evaluation.prediction import Place, PredictedMove
from rejoinder.evaluation.score_names import Names
from rejoinder.evaluation.score_places import Tally, assign, contained, f1, overlap, places, share, tally
from rejoinder.vocabulary.kinds import kinds

# The scorer that is kept beside the gold counts an answer without a yes or no, and the want of one, as carrying, where
# the vocabulary has them as answering. Both scorers agree to the digit, so it stays so, in this score only.
_SCORED_AS_CARRYING = frozenset({"reply", "ignore"})
SCORED_FAMILIES: Mapping[str, str] = {
    kind.id: "transmit" if kind.id in _SCORED_AS_CARRYING else kind.family for kind in kinds()
}
JOINT = frozenset({"meet", "agree"})
NESTED_FREE = 2
Pairs = dict[int, int]


def score_moves(bundle: Bundle, names: Names, predicted: Sequence[PredictedMove]) -> tuple[Tally, list[str], Pairs]:
    """The measures, what was missed, and the pairs (gold move to predicted move) by place alone."""
    gold = bundle.moves
    where = [places(bundle.documents[move.doc], move.anchor) for move in gold]
    seen, of_kind = _weights(names, gold, where, predicted)
    detect, kind = assign(seen), assign(of_kind)
    family = assign(
        {
            (i, j): w
            for (i, j), w in seen.items()
            if SCORED_FAMILIES[gold[i].kind] == SCORED_FAMILIES.get(predicted[j].kind)
        }
    )
    actor = [i for i, j in kind.items() if names.same_principals(_doers(gold[i]), _doers(predicted[j]))]
    full = [i for i in actor if _same_recipients(names, gold[i], predicted[kind[i]])]
    nested = _nested(where, predicted, detect)
    counted = len(predicted) - len(nested)
    dated = [i for i in kind if gold[i].date]
    days = [i for i in dated if predicted[kind[i]].date.startswith(str(gold[i].date))]
    modal = [i for i, j in kind.items() if predicted[j].modality == gold[i].modality]
    held = [i for i, j in kind.items() if _same_holder(names, gold[i], predicted[j].holder)]
    scores: Tally = {
        "detect": tally(len(detect), len(gold), counted),
        "family": tally(len(family), len(gold), counted),
        "kind": tally(len(kind), len(gold), counted),
        "kind+actor": tally(len(actor), len(gold), counted),
        "kind+actor+recipient": tally(len(full), len(gold), counted),
        "date_acc": share(len(days), len(dated)),
        "modality_acc": share(len(modal), len(kind)),
        "holder_acc": share(len(held), len(kind)),
    }
    missed = _missed(gold, predicted, detect, kind, set(full))
    extra = sorted(set(range(len(predicted))) - set(kind.values()) - nested)
    missed += [f"extra move {predicted[j].kind} {_words(bundle, predicted[j].place)!r}" for j in extra]
    return scores, missed, detect


def right_kinds(bundle: Bundle, names: Names, predicted: Sequence[PredictedMove]) -> frozenset[int]:
    """Which of the predicted moves, by position, stand where the gold has a move of their kind."""
    where = [places(bundle.documents[move.doc], move.anchor) for move in bundle.moves]
    return frozenset(assign(_weights(names, bundle.moves, where, predicted)[1]).values())


def score_events(bundle: Bundle, predicted: Sequence[PredictedMove], detect: Pairs) -> Tally:
    """B-cubed over the moves that both sides have."""
    if not detect:
        return {"b3_p": 0.0, "b3_r": 0.0, "b3_f1": 0.0, "mentions": 0}
    by_gold: dict[str, set[int]] = defaultdict(set)
    by_predicted: dict[str | None, set[int]] = defaultdict(set)
    for i, j in detect.items():
        by_gold[bundle.moves[i].event].add(i)
        by_predicted[predicted[j].event].add(i)
    precision = recall = 0.0
    for i, j in detect.items():
        wanted, given = by_gold[bundle.moves[i].event], by_predicted[predicted[j].event]
        precision += len(wanted & given) / len(given)
        recall += len(wanted & given) / len(wanted)
    precision, recall = precision / len(detect), recall / len(detect)
    return {
        "b3_p": round(precision, 3),
        "b3_r": round(recall, 3),
        "b3_f1": f1(precision, recall),
        "mentions": len(detect),
    }


def gold_events(bundle: Bundle, predicted: Sequence[PredictedMove], detect: Pairs) -> dict[str | None, set[str]]:
    """For each predicted event the gold events that share a move with it."""
    shared: dict[str | None, set[str]] = defaultdict(set)
    for i, j in detect.items():
        shared[predicted[j].event].add(bundle.moves[i].event)
    return dict(shared)


def _weights(
    names: Names, gold: Sequence[GoldMove], where: Sequence[Sequence[Place]], predicted: Sequence[PredictedMove]
) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
    """How well each pair overlaps: for any kind, and for pairs of one kind, where the same actor weighs half more."""
    seen: dict[tuple[int, int], float] = {}
    of_kind: dict[tuple[int, int], float] = {}
    for i, stands in enumerate(where):
        for j, move in enumerate(predicted):
            best = max((overlap(p, move.place) for p in stands if contained(p, move.place) >= 0.5), default=0.0)
            if best < 0.2:
                continue
            seen[i, j] = best
            if move.kind == gold[i].kind:
                of_kind[i, j] = best + (0.5 if names.same_principals(gold[i].actors, move.actors) else 0)
    return seen, of_kind


def _nested(where: Sequence[Sequence[Place]], predicted: Sequence[PredictedMove], detect: Pairs) -> set[int]:
    """Predictions inside a longer anchor that another one has matched: up to two each count neither way."""
    used = set(detect.values())
    free: set[int] = set()
    for i in detect:
        inside = 0
        for j, move in enumerate(predicted):
            if inside == NESTED_FREE:
                break
            if j in used or j in free:
                continue
            if any(_inside(move.place, place) for place in where[i]):
                free.add(j)
                inside += 1
    return free


def _inside(small: Place, large: Place) -> bool:
    return contained(large, small) >= 0.9 and small.end - small.start <= 0.7 * (large.end - large.start)


def _doers(move: GoldMove | PredictedMove) -> tuple[str, ...]:
    """Who does it: all who take part in a joint act, on whichever side they are named."""
    return move.actors + move.recipients if move.kind in JOINT else move.actors


def _same_recipients(names: Names, gold: GoldMove, predicted: PredictedMove) -> bool:
    return gold.kind in JOINT or not gold.recipients or names.same_principals(gold.recipients, predicted.recipients)


def _same_holder(names: Names, gold: GoldMove, holder: str) -> bool:
    for one in gold.holders:
        if "narrator" in (one, holder):
            if one == holder:
                return True
        elif names.same_speaker([one], holder) or names.same_principals([one], [holder]):
            return True
    return False


def _missed(
    gold: Sequence[GoldMove], predicted: Sequence[PredictedMove], detect: Pairs, kind: Pairs, full: set[int]
) -> list[str]:
    missed = []
    for i, move in enumerate(gold):
        if i not in kind:
            seen = f" (seen as {predicted[detect[i]].kind})" if i in detect else ""
            missed.append(f"missed move {move.id} {move.kind}{seen}: {move.anchor[:90]}")
        elif i not in full:
            other = predicted[kind[i]]
            wanted = f"{'+'.join(move.actors)}->{'+'.join(move.recipients)}"
            given = f"{'+'.join(other.actors)}->{'+'.join(other.recipients)}"
            missed.append(f"wrong parties {move.id} {move.kind}: {wanted} != {given}")
    return missed


def _words(bundle: Bundle, place: Place) -> str:
    text = next(d.text for d in bundle.documents.values() if d.file == place.doc)
    return f"{place.doc}:{place.start}-{place.end}: {text[place.start : place.end][:90]}"
