"""Accounts that cannot all be true, out of the clashes between tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rejoinder.consolidate.clashes import Clash, denials
from rejoinder.consolidate.contradictions import Contradiction
from rejoinder.consolidate.events import Act
from rejoinder.consolidate.passages import Passage
from rejoinder.consolidate.rarity import Rarity
from rejoinder.consolidate.read_clashes import read_clashes
from rejoinder.consolidate.silence_and_blame import mutual_blame, silence
from rejoinder.consolidate.tellings import Telling
from rejoinder.consolidate.weights import Opposing
from rejoinder.consolidate.workings import Workings
from rejoinder.types.account import Answer, Dispute, Side
from rejoinder.types.extraction import NARRATOR
from rejoinder.types.identity import content_id
from rejoinder.types.span import Span

_FEW = 3
"""Tellings of a clash that is joined to another with half of them."""


def disputes(
    acts: Sequence[Act],
    rows: Sequence[Answer],
    beside: Iterable[Contradiction],
    rare: Rarity,
    weigh: Opposing,
    workings: Workings | None = None,
) -> tuple[Dispute, ...]:
    """The disputes among the acts and the passages that deny others beside them, sorted by id; clashes about one matter
    are one dispute."""
    workings = workings or Workings()
    denied = denials(acts, rare, weigh, workings)
    clashes = [
        *denied,
        *silence(acts, rows, rare, weigh),
        *mutual_blame(acts, rare, weigh),
        *read_clashes(acts, rare, weigh, workings),
    ]
    taken = _places(clash for clash in clashes if not _of_one_voice(clash))
    clashes += [
        Clash(one=found.claims, other=found.denials, rule="denied-beside", score=found.score)
        for found in beside
        if not any(d.span.touches(span) for d in found.denials for span in taken.get(d.document_id, ()))
    ]
    return tuple(sorted((_dispute(_sides_apart(clash)) for clash in _merged(clashes)), key=lambda row: row.id))


def _of_one_voice(clash: Clash) -> bool:
    """Whether nobody holds one side who does not hold the other: who says two things of one matter is in no dispute.
    Two articles may contradict each other in their own words, and somebody may deny an act of which he tells."""
    one, other = ({holder for t in side for holder in _held_by(t)} for side in (clash.one, clash.other))
    if one != other and (NARRATOR in one & other or not (one <= other or other <= one)):
        return False
    if one == {NARRATOR}:
        return len({t.document_id for t in (*clash.one, *clash.other)}) == 1
    return clash.rule != "denial"


def _sides_apart(clash: Clash) -> Clash:
    """The same without those of the first side that stand in a clause of the other (it was read in two ways), where
    that leaves any."""
    left = tuple(
        t for t in clash.one
        if not any(t.document_id == o.document_id and t.span.touches(o.span) for o in clash.other)
    )  # fmt: skip
    return replace(clash, one=left) if left else clash


def _places(clashes: Iterable[Clash]) -> Mapping[str, Sequence[Span]]:
    """Where the tellings of these clashes stand, by document."""
    taken: dict[str, list[Span]] = defaultdict(list)
    for clash in clashes:
        for telling in (*clash.one, *clash.other):
            taken[telling.document_id].append(telling.span)
    return taken


def _merged(clashes: Iterable[Clash]) -> list[Clash]:
    """The clashes, those of two voices first and of them the surest, each that shares half of its tellings with one
    before it joined to that where two voices are left; what then is of one voice is in no dispute."""
    kept: list[Clash] = []
    holding: dict[str, set[int]] = defaultdict(set)
    ordered = sorted(clashes, key=lambda c: (_of_one_voice(c), -c.score, c.rule, _first(c.one), _first(c.other)))
    for clash in ordered:
        ids = {t.id for t in (*clash.one, *clash.other)}
        near = sorted({at for one in ids for at in holding[one]})
        joined = ((at, _joined(kept[at], clash)) for at in near)
        place, made = next(((at, j) for at, j in joined if j and not _of_one_voice(j)), (len(kept), clash))
        if _of_one_voice(made):
            continue
        kept[place : place + 1] = [made]
        for one in ids:
            holding[one].add(place)
    return kept


def _joined(large: Clash, small: Clash) -> Clash | None:
    """Both as one, sides matched by what they share; the larger alone where they share little more than half, since the
    rest is of another matter; None where they are different matters: who is to blame is another than what was done."""
    if large.is_mutual != small.is_mutual:
        return None
    ids = [{t.id for t in side} for side in (large.one, large.other, small.one, small.other)]
    shared = (ids[0] | ids[1]) & (ids[2] | ids[3])
    fewest = min(len(ids[0] | ids[1]), len(ids[2] | ids[3]))
    if 2 * len(shared) < fewest:
        return None
    if fewest > _FEW and 3 * len(shared) < 2 * fewest:
        return large
    straight = len(ids[0] & ids[2]) + len(ids[1] & ids[3])
    crossed = len(ids[0] & ids[3]) + len(ids[1] & ids[2])
    one, other = (small.one, small.other) if straight >= crossed else (small.other, small.one)
    taken = ids[0] | ids[1]
    return replace(
        large,
        one=(*large.one, *(t for t in one if t.id not in taken)),
        other=(*large.other, *(t for t in other if t.id not in taken)),
    )


def _first(tellings: Sequence[Telling | Passage]) -> int:
    return min(t.order for t in tellings)


def _dispute(clash: Clash) -> Dispute:
    sides = tuple(sorted((_side(clash.one), _side(clash.other)), key=lambda side: side.evidence))
    return Dispute(
        id=content_id("dispute", *(row for side in sides for row in ("|", *side.evidence))),
        about=min(
            (*clash.one, *clash.other), key=lambda t: (t.kind in ("deny", "accuse"), -len(t.stems), t.order)
        ).words,
        sides=sides,
        rule=clash.rule,
    )


def _held_by(telling: Telling | Passage) -> Sequence[str]:
    return telling.holders or telling.own_account or (NARRATOR,)


def _side(tellings: Sequence[Telling | Passage]) -> Side:
    """A side with the moves that hold it, and the statements they stand in where it is on someone's word."""
    evidence = {t.id for t in tellings} | {t.statement_id for t in tellings if t.statement_id and t.holders}
    return Side(
        holders=tuple(sorted({holder for t in tellings for holder in _held_by(t)})),
        claim=min(tellings, key=lambda t: (-len(t.stems), t.order)).words,
        evidence=tuple(sorted(one for one in evidence if one)),
    )
