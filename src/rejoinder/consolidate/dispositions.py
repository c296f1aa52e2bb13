"""What an answer says: yes, no, partly, something else instead, received, an answer, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.consolidate.answers import Link
from rejoinder.consolidate.events import Act
from rejoinder.types.account import Answer, Disposition
from rejoinder.types.identity import content_id

_BY_KIND: Mapping[str, Disposition] = {
    "accept": "accept",
    "reject": "reject",
    "acknowledge": "acknowledge",
    "ignore": "none",
}
# Who does what was asked says yes.
_YES = frozenset({"support", "agree", "meet", "withdraw", "restore", "aid"})
_INSTEAD = frozenset({"propose", "offer", "deliver", "demand", "request", "invite"})
_ON_THE_WAY = frozenset({"accept", "counter"})


def answers(links: Sequence[Link]) -> tuple[Answer, ...]:
    """The links as answers, sorted by id. Who says both yes and no to one thing answers it in part."""
    said: dict[tuple[str, str], set[Disposition]] = defaultdict(set)
    for made in links:
        for actor in sorted(made.answer.actors):
            said[made.to.id, actor].add(_alone(made.answer))
    rows = (_answer(made, _all_said(made, said)) for made in links)
    return tuple(sorted(rows, key=lambda row: row.id))


def _alone(answer: Act) -> Disposition:
    """What the act says by itself; who did not say yes has said nothing yet, since a refusal is an act of its own."""
    if answer.kind in _BY_KIND:
        nothing = answer.modality == "denied" and answer.kind in ("accept", "acknowledge")
        return "none" if nothing else _BY_KIND[answer.kind]
    if answer.kind in _YES and not answer.kinds & _BY_KIND.keys():
        return "reject" if answer.modality == "denied" else "accept"
    if answer.modality == "denied":
        return "none"
    return "counter" if answer.kinds & _INSTEAD else "reply"


def _all_said(made: Link, said: Mapping[tuple[str, str], set[Disposition]]) -> set[Disposition]:
    return set().union(*(said[made.to.id, actor] for actor in sorted(made.answer.actors)))


def _answer(made: Link, said: set[Disposition]) -> Answer:
    alone = _alone(made.answer)
    torn = "reject" in said and bool(said & _ON_THE_WAY)
    partly = (alone == "accept" and "reject" in said) or (alone == "reply" and torn)
    return Answer(
        id=content_id("answer", made.answer.id, made.to.id),
        answer=made.answer.id,
        to=made.to.id,
        disposition="partial" if partly else alone,
        evidence=_evidence(made),
        rule=made.rule,
        score=made.score,
    )


def _evidence(made: Link) -> tuple[str, ...]:
    """The moves that show it: those of both acts in the documents that tell both, else all of the answer."""
    both = made.answer.documents & made.to.documents
    shown = [t.id for one in (made.answer, made.to) for t in one.tellings if t.document_id in both]
    return tuple(sorted(shown or (t.id for t in made.answer.tellings)))


def answers_to(rows: Iterable[Answer]) -> Mapping[str, tuple[Answer, ...]]:
    """The answers by the event they answer."""
    table: dict[str, list[Answer]] = defaultdict(list)
    for row in rows:
        table[row.to].append(row)
    return {offer: tuple(found) for offer, found in table.items()}
