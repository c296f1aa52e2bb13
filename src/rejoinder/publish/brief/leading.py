"""What stands first in a brief: what was put on the table last, what happened last, who owes an answer, where the
accounts clash most, and what it all rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rejoinder.publish.brief.acts import act
from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.dates import day
from rejoinder.publish.brief.dossier import Disputed, Item
from rejoinder.publish.brief.names import number, opened
from rejoinder.publish.words.language import _, ngettext
from rejoinder.record.material import Material, witnesses
from rejoinder.types.account import Event, Exchange

_PUT = frozenset({"propose", "offer", "deliver", "demand"})
_LAST_DAYS = dt.timedelta(days=7)
_TURNS = frozenset(
    {"agree", "meet", "accept", "reject", "reply", "withdraw", "suspend", "restore", "sanction", "attack", "aid"}
)


def lead(
    material: Material,
    quotations: Quotations,
    told: Sequence[tuple[Exchange, Item]],
    awaiting: Sequence[Claim],
    waiting: int,
    disputes: Sequence[Disputed],
) -> tuple[Claim, ...]:
    """A few sentences; what is not known is left out of them. `told` are the exchanges that the brief tells at length,
    `waiting` is how many await an answer."""
    table = _last_put(material, told)
    put = material.events[table[0].offer].id if table else ""
    return (
        *((table[1],) if table else ()),
        *_last_turn(material, quotations, put),
        *_owed(awaiting, waiting),
        *_clash(disputes),
        *_rests(material),
    )


def _last_put(material: Material, told: Sequence[tuple[Exchange, Item]]) -> tuple[Exchange, Claim] | None:
    """The last of what was put on the table, and where it stands."""

    def at(row: tuple[Exchange, Item]) -> tuple[bool, dt.date, str]:
        offer = material.events[row[0].offer]
        return offer.kind in _PUT, offer.when.first if offer.when else dt.date.min, row[0].id

    if not told:
        return None
    exchange, item = max(told, key=at)
    said = _("Last put on the table: %(said)s") % {"said": f"{item.story[0].text} {item.standing.text}"}
    return exchange, Claim(text=said, marks=item.story[0].marks)


def _last_turn(material: Material, quotations: Quotations, put: str) -> tuple[Claim, ...]:
    """Of the last days on which something changed what was told most."""
    turns = [one for one in material.account.events if one.id != put and _is_turn(one)]
    if not turns:
        return ()
    ends = max(_day(one) for one in turns) - _LAST_DAYS
    last = max(
        (one for one in turns if _day(one) >= ends),
        key=lambda one: (one.kind == "agree", one.n_origins, _day(one), one.id),
    )
    passage, marks = quotations.best(last)
    words = f": “{passage.quote}”" if passage else ""
    done = act(material, last)
    return (Claim(text=_("Last seen to happen: %(done)s%(words)s.") % {"done": done, "words": words}, marks=marks),)


def _is_turn(event: Event) -> bool:
    return event.kind in _TURNS and event.modality == "actual" and bool(event.when and event.when.precision == "day")


def _day(event: Event) -> dt.date:
    return event.when.last if event.when else dt.date.min


def _owed(awaiting: Sequence[Claim], n: int) -> tuple[Claim, ...]:
    if not awaiting:
        return (Claim(text=_("Nothing of what is told here awaits an answer.")),)
    said = ngettext(
        "%(n)s thing awaits an answer: %(said)s", "%(n)s things await an answer, first of all: %(said)s", n
    ) % {"n": number(n), "said": awaiting[0].text}
    return (Claim(text=opened(said), marks=awaiting[0].marks),)


def _clash(disputes: Sequence[Disputed]) -> tuple[Claim, ...]:
    n = len(disputes)
    if not n:
        return (Claim(text=_("No accounts were found that cannot all be true.")),)
    first = disputes[0]
    accounts = "; ".join(f"{side.holders}: {side.words[0].text}" for side in first.sides if side.words)
    marks = tuple(side.words[0].marks[0] for side in first.sides if side.words and side.words[0].marks)
    said = ngettext(
        "On %(n)s matter the accounts cannot all be true: %(accounts)s.",
        "On %(n)s matters the accounts cannot all be true, the most told of them: %(accounts)s.",
        n,
    ) % {"n": number(n), "accounts": accounts}
    return (Claim(text=said, marks=marks),)


def _rests(material: Material) -> tuple[Claim, ...]:
    told = witnesses(material.reported)
    articles = _count(ngettext("%(n)s article", "%(n)s articles", told.n_articles), told.n_articles)
    origins = _count(ngettext("%(n)s origin", "%(n)s origins", told.n_origins), told.n_origins)
    days = [one.published.last for one in material.reported if one.published]
    rests = _("This brief rests on %(articles)s of %(origins)s.") % {"articles": articles, "origins": origins}
    if days and min(days) == max(days):
        rests = _("This brief rests on %(articles)s of %(origins)s; the one day of publication known is %(first)s.") % {
            "articles": articles, "origins": origins, "first": day(min(days)),
        }  # fmt: skip
    elif days:
        rests = _("This brief rests on %(articles)s of %(origins)s, published between %(first)s and %(last)s.") % {
            "articles": articles, "origins": origins, "first": day(min(days)), "last": day(max(days)),
        }  # fmt: skip
    unknown = sum(one.published is None for one in material.reported)
    if unknown and days:
        rests += " " + _count(
            ngettext("Of %(n)s article the day is not known.", "Of %(n)s articles the day is not known.", unknown),
            unknown,
        )
    return (Claim(text=rests),)


def _count(said: str, count: int) -> str:
    return said % {"n": number(count)}
