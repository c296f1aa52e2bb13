"""Moves of many documents into the events they report."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.consolidate.tellings import Telling
from rejoinder.types.account import Event
from rejoinder.types.identity import content_id
from rejoinder.types.time import When

# What a group that holds several kinds is called where none has more tellings: the more telling kind first.
_KIND_ORDER = ("accept", "reject", "agree", "reply", "propose", "demand", "offer", "invite", "request", "deliver")
_SURER = ("actual", "reported", "planned", "conditional", "hypothetical", "denied")
_FINER = ("day", "week", "interval", "month", "year")
_GLOSS = range(30, 161)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An event before it has issues, with its tellings in order and what is known of it over all of them.

    `numbers` are those of its ordinals ("the seventh draft"), `sureness` is the surest reading's, `last_told` the last
    day that any telling gives, or on which one was published.
    """

    id: str
    tellings: tuple[Telling, ...]
    kind: str
    kinds: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    when: When | None
    modality: str
    modalities: frozenset[str]
    stems: frozenset[str]
    nearby: frozenset[str]
    known_from: dt.date | None
    documents: frozenset[str]
    figures: frozenset[str]
    numbers: frozenset[int]
    sureness: float
    last_told: dt.date | None

    @property
    def earliest(self) -> dt.date | None:
        """The first day on which it may have happened; None where no document gives a day."""
        return self.when.first if self.when else None

    @property
    def latest(self) -> dt.date | None:
        """The last day on which it may have happened: as given, or the day it became known."""
        return self.when.last if self.when else self.known_from

    @property
    def order(self) -> int:
        """The place of its first telling among all tellings."""
        return self.tellings[0].order


def act(tellings: Sequence[Telling]) -> Act:
    """The act that these tellings, in order, report together."""
    days = [t.published for t in tellings if t.published]
    modalities = Counter(t.move.modality for t in tellings)
    actors = _often(t.actors for t in tellings)
    return Act(
        id=content_id("event", *sorted(t.id for t in tellings)),
        tellings=tuple(tellings),
        kind=_kind(tellings),
        kinds=frozenset(t.kind for t in tellings),
        actors=actors,
        recipients=_often(t.recipients for t in tellings if t.recipients) - actors,
        when=_when(tellings),
        modality=next(m for m in _SURER if m in modalities),
        modalities=frozenset(modalities),
        stems=frozenset().union(*(t.stems for t in tellings)),
        nearby=frozenset().union(*(t.nearby for t in tellings)),
        known_from=min(days, default=None),
        documents=frozenset(t.document_id for t in tellings),
        figures=frozenset().union(*(t.figures for t in tellings)),
        numbers=frozenset(int(o[:-1]) for t in tellings for o in t.ordinals),
        sureness=max(t.move.score for t in tellings),
        last_told=max((day for t in tellings if (day := t.latest)), default=None),
    )


def as_event(one: Act, issues: Sequence[str]) -> Event:
    """The act as the account gives it."""
    return Event(
        id=one.id,
        kind=one.kind,
        actors=tuple(sorted(one.actors)),
        recipients=tuple(sorted(one.recipients)),
        when=one.when,
        modality=one.modality,
        issues=tuple(sorted(issues)),
        moves=tuple(sorted(t.id for t in one.tellings)),
        gloss=_gloss(one.tellings),
        n_articles=len({t.document_id for t in one.tellings}),
        n_origins=len({t.origin for t in one.tellings}),
        known_from=one.known_from,
    )


def _kind(tellings: Sequence[Telling]) -> str:
    counts: dict[str, float] = defaultdict(float)
    for telling in tellings:
        counts[telling.kind] += round(telling.move.score, 3)
    place = {kind: at for at, kind in enumerate(_KIND_ORDER)}
    return min(counts, key=lambda kind: (-counts[kind], place.get(kind, len(place)), kind))


def _often(groups: Iterable[frozenset[str]]) -> frozenset[str]:
    """The parties that at least a third of the tellings name."""
    listed = list(groups)
    counts = Counter(party for group in listed for party in group)
    return frozenset(party for party, count in counts.items() if 3 * count >= len(listed))


def _when(tellings: Sequence[Telling]) -> When | None:
    """The finest time that most tellings give; of what has happened before what is planned, and by the day on which an
    article first tells it as done."""
    given = [t for t in tellings if t.move.when and t.move.modality not in ("planned", "conditional")]
    given = given or [t for t in tellings if t.move.when]
    told = min(
        (t.published for t in tellings if t.published and t.move.modality in ("actual", "reported")), default=None
    )
    given = [t for t in given if told is None or (t.earliest and t.earliest <= told)] or given
    counts = Counter(t.move.when for t in given if t.move.when)
    return min(counts, key=lambda w: (_FINER.index(w.precision), -counts[w], w), default=None)


def _gloss(tellings: Sequence[Telling]) -> str:
    """The words of the telling that says most in one clause: whole, in the body, of middling length."""

    def rank(telling: Telling) -> tuple[bool, bool, int, int]:
        fits = len(telling.words) in _GLOSS
        return (not fits, telling.move.zone != "body", -len(telling.stems), telling.order)

    return min(tellings, key=rank).words
