"""Invented negotiations over ten years, the same for a seed: who put what to whom, and what came back, day by day."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

FIRST_DAY = dt.date(2014, 1, 6)
YEARS = 10
PARTIES = tuple(
    first + last
    for first in ("Ald", "Bor", "Cal", "Dor", "Els", "Far", "Gar", "Hel")
    for last in ("mark", "land", "onia", "stan", "via", "aria")
)
OUTLETS = tuple(
    f"{place} {kind}"
    for place in ("Coast", "Fjord", "Harbour", "Valley", "Border", "Capital", "River", "Island")
    for kind in ("Herald", "Times", "Post", "Courier", "Gazette")
)
_FIRST = (
    "coastal", "northern", "southern", "joint", "winter", "border", "seasonal", "inland", "shared", "upper", "lower",
    "eastern", "western", "common", "mutual", "regional", "deep", "seaborne",
)  # fmt: skip
_THINGS = (
    "fishing quota", "gas transit", "water treaty", "rail link", "grain corridor", "patrol scheme", "visa rule",
    "customs tariff", "troop ceiling", "missile range", "harbour fee", "border post", "dam level", "prisoner list",
    "flight path", "debt schedule", "wage formula", "mine clearance", "ferry line", "power cable", "timber levy",
    "news bureau", "school grant", "radio band", "pipeline repair", "salt lake", "air base", "test site",
    "inspection visit", "ceasefire line",
)  # fmt: skip
VERBS = {
    "propose": "proposed", "demand": "demanded", "request": "requested", "offer": "offered", "agree": "agreed",
    "acknowledge": "acknowledged", "accept": "accepted", "reject": "rejected", "reply": "answered on",
    "deliver": "delivered", "deny": "denied", "accuse": "accused over", "warn": "warned over",
    "withdraw": "withdrew", "support": "backed",
}  # fmt: skip
_OPENINGS = ("propose", "propose", "demand", "request", "offer")
_ANSWERS = (
    "acknowledge", "accept", "reject", "reject", "reply", "deny", "accuse", "warn", "deliver", "withdraw", "support",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One act of one negotiation, on one day."""

    day: dt.date
    kind: str
    actor: str
    recipient: str
    subject: str

    def said(self) -> str:
        """The act in a sentence, without its full stop."""
        return f"{self.actor} {VERBS[self.kind]} the {self.subject} to {self.recipient}"


def steps(seed: int, count: int) -> list[Step]:
    """So many acts in order of time, in threads of two parties about one subject."""
    draw = random.Random(seed)
    found: list[Step] = []
    while len(found) < count:
        found += _thread(draw)
    return sorted(found[:count], key=lambda one: (one.day, one.actor, one.recipient, one.subject, one.kind))


def _thread(draw: random.Random) -> Iterator[Step]:
    one, other = draw.sample(PARTIES, 2)
    subject = f"{draw.choice(_FIRST)} {draw.choice(_THINGS)}"
    day = FIRST_DAY + dt.timedelta(days=draw.randrange(365 * YEARS))
    yield Step(day=day, kind=draw.choice(_OPENINGS), actor=one, recipient=other, subject=subject)
    for _ in range(draw.choice((0, 1, 2, 3, 4))):
        day += dt.timedelta(days=draw.randrange(1, 25))
        one, other = other, one
        yield Step(day=day, kind=draw.choice(_ANSWERS), actor=one, recipient=other, subject=subject)
