"""Statements against the gold: content, speaker, principal, form, chain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rejoinder.evaluation.gold import Bundle, GoldStatement
from rejoinder.evaluation.prediction import Place, PredictedStatement
from rejoinder.evaluation.score_names import Names
from rejoinder.evaluation.score_places import Tally, assign, contained, overlap, places, share, tally

SAME_CONTENT = 0.5


def score_statements(bundle: Bundle, names: Names, predicted: Sequence[PredictedStatement]) -> tuple[Tally, list[str]]:
    """The measures, and what was missed. Sentences of another story glued to the page count neither way."""
    teasers = [p for s in bundle.statements if s.zone == "teaser" for p in places(bundle.documents[s.doc], s.content)]
    gold = [s for s in bundle.statements if s.zone != "teaser"]
    kept = [s for s in predicted if not any(contained(teaser, s.place) >= 0.5 for teaser in teasers)]
    pairs = _pairs(bundle, gold, kept)
    speaker = {i for i, j in pairs.items() if names.same_speaker(gold[i].speakers, kept[j].speaker)}
    principal = speaker | {i for i, j in pairs.items() if _same_principal(bundle, names, gold[i], kept[j])}
    chained = [i for i in range(len(gold)) if gold[i].via]
    via = [i for i in chained if i in pairs and _same_chain(gold[i].via, kept[pairs[i]].via)]
    forms = [i for i, j in pairs.items() if kept[j].form == gold[i].form]
    scores: Tally = {
        "span": tally(len(pairs), len(gold), len(kept)),
        "span+speaker": tally(len(speaker), len(gold), len(kept)),
        "span+principal": tally(len(principal), len(gold), len(kept)),
        "form_acc": share(len(forms), len(pairs)) or 0.0,
        "via_recall": share(len(via), len(chained)),
    }
    missed = [f"missed statement {s.id}: {s.content[:90]}" for i, s in enumerate(gold) if i not in pairs]
    missed += [
        f"wrong speaker {gold[i].id}: {', '.join(gold[i].speakers)} != {kept[j].speaker}"
        for i, j in pairs.items()
        if i not in speaker
    ]
    return scores, missed


def _pairs(bundle: Bundle, gold: Sequence[GoldStatement], predicted: Sequence[PredictedStatement]) -> dict[int, int]:
    weights: dict[tuple[int, int], float] = {}
    for i, statement in enumerate(gold):
        stands = _content_places(bundle, statement)
        for j, other in enumerate(predicted):
            best = max(overlap(place, other.place) for place in stands)
            if best >= SAME_CONTENT:
                weights[i, j] = best
    return assign(weights)


def _content_places(bundle: Bundle, statement: GoldStatement) -> list[Place]:
    """Where the content stands, and where a cue interrupts it also the stretch over all its parts."""
    document = bundle.documents[statement.doc]
    found = places(document, statement.content)
    if statement.parts:
        parts = [places(document, part)[0] for part in statement.parts]
        stretch = Place(doc=document.file, start=min(p.start for p in parts), end=max(p.end for p in parts))
        found.append(stretch)
    return found


def _same_principal(bundle: Bundle, names: Names, gold: GoldStatement, predicted: PredictedStatement) -> bool:
    name = predicted.of or predicted.speaker or "?"
    return any(one in bundle.parties and names.same_principals([one], [name]) for one in gold.speakers)


def _same_chain(gold: Iterable[str], predicted: Iterable[str]) -> bool:
    wanted, given = ({re.sub(r"\W+", " ", hop.lower()).strip() for hop in hops} for hops in (gold, predicted))
    return any(a in b or b in a for a in wanted for b in given)
