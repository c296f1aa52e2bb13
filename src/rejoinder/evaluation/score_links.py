"""Answers, exchanges and disputes against the gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rejoinder.evaluation.gold import Bundle
from rejoinder.evaluation.prediction import Place, PredictedAnswer, PredictedExchange
from rejoinder.evaluation.score_places import Tally, assign, contained, f1, overlap, places, share, tally

Events = Mapping[str | None, set[str]]


def score_answers(bundle: Bundle, predicted: Sequence[PredictedAnswer], events: Events) -> Tally:
    """Links: precision over the predicted, recall over the gold; disposition over the gold links found."""
    gold = {(a.answer, a.to): a.disposition for a in bundle.answers}
    hit: set[tuple[str, str]] = set()
    agreed: set[tuple[str, str]] = set()
    right = 0
    for link in predicted:
        pairs = {(x, y) for x in events.get(link.answer, ()) for y in events.get(link.to, ())} & gold.keys()
        right += bool(pairs)
        hit |= pairs
        agreed |= {pair for pair in pairs if gold[pair] == link.disposition}
    precision = right / len(predicted) if predicted else 0.0
    recall = len(hit) / len(gold) if gold else 0.0
    return {
        "p": round(precision, 3),
        "r": round(recall, 3),
        "f1": f1(precision, recall),
        "gold": len(gold),
        "pred": len(predicted),
        "disposition_acc": share(len(agreed), len(hit)),
    }


def score_exchanges(bundle: Bundle, predicted: Sequence[PredictedExchange], events: Events) -> Tally:
    """How many offers were found, and how many with the right status."""
    gold = {exchange.offer: exchange.status for exchange in bundle.exchanges}
    found: set[str] = set()
    right: set[str] = set()
    for exchange in predicted:
        for offer in events.get(exchange.offer, set()) & gold.keys():
            found.add(offer)
            if gold[offer] == exchange.status:
                right.add(offer)
    return {
        "found": share(len(found), len(gold)),
        "status_acc_of_all": share(len(right), len(gold)),
        "gold": len(gold),
        "pred": len(predicted),
    }


def score_disputes(bundle: Bundle, predicted: Sequence[Sequence[Sequence[Place]]]) -> tuple[Tally, list[str]]:
    """A dispute is found where two of its sides hold places of two different gold sides."""
    gold = [
        [[p for doc, anchor in side for p in places(bundle.documents[doc], anchor)] for side in dispute.sides]
        for dispute in bundle.disputes
    ]
    weights: dict[tuple[int, int], float] = {}
    for i, sides in enumerate(gold):
        for j, dispute in enumerate(predicted):
            touched = [
                {k for k, side in enumerate(sides) if any(_same(s, p) for s in side for p in ours)} for ours in dispute
            ]
            if any(x != y for a in range(len(touched)) for b in range(a) for x in touched[a] for y in touched[b]):
                weights[i, j] = sum(map(len, touched))
    pairs = assign(weights)
    missed = [f"missed dispute {d.id}: {d.about}" for i, d in enumerate(bundle.disputes) if i not in pairs]
    return tally(len(pairs), len(gold), len(predicted)), missed


def _same(gold: Place, predicted: Place) -> bool:
    return contained(gold, predicted) >= 0.5 and overlap(gold, predicted) >= 0.2
