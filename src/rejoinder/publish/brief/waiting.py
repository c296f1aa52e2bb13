"""What awaits an answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rejoinder.consolidate.statuses import awaits_answer
from rejoinder.publish.brief.acts import thing
from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.dates import on
from rejoinder.publish.brief.names import listed, named, opened, parties
from rejoinder.publish.words.language import _, ngettext
from rejoinder.record.material import Material
from rejoinder.types.account import Event, Exchange
from rejoinder.types.extraction import NARRATOR

WEIGHTY = frozenset({"propose", "offer", "deliver", "invite"})
"""What is not let go of because it is new and nobody has answered it yet."""
_ASKED = WEIGHTY | {"demand", "request"}
"""What an answer is owed to."""
_WAITING = 8


def awaited(material: Material, exchanges: Sequence[Exchange]) -> list[Exchange]:
    """Those of these that await an answer, but for what both sides have come to an agreement after: offers and papers
    with an addressee first, what most origins tell before the rest, then the longest open."""

    def weight(one: Exchange) -> tuple[bool, bool, int, int, str]:
        offer = material.events[one.offer]
        return offer.kind not in WEIGHTY, not one.to, -offer.n_origins, -(one.days_open or 0), one.id

    open_still = (one for one in exchanges if awaits_answer(one.status) and material.events[one.offer].kind in _ASKED)
    return sorted((one for one in open_still if agreed_after(material, one) is None), key=weight)


def agreed_after(material: Material, exchange: Exchange) -> Event | None:
    """The last agreement of both sides that came after an offer; None where its day or one side is not known."""
    when, to = material.events[exchange.offer].when, set(exchange.to) - set(exchange.by)
    if when is None or not to:
        return None
    made = [
        one
        for one in material.account.events
        if one.kind == "agree" and one.modality == "actual" and one.when and one.when.first > when.last
        and to & set(one.actors) and set(exchange.by) & set(one.actors)
    ]  # fmt: skip
    return max(made, key=lambda one: (one.when.last if one.when else dt.date.min, one.n_origins, one.id), default=None)


def awaiting(material: Material, quotations: Quotations, exchanges: Sequence[Exchange]) -> tuple[Claim, ...]:
    """A sentence for each of the first of these, and how many more there are."""
    claims = [_wait(material, quotations, one) for one in exchanges[:_WAITING]]
    if more := len(exchanges[_WAITING:]):
        said = ngettext("%(num)d more awaits an answer.", "%(num)d more await an answer.", more)
        claims.append(Claim(text=said % {"num": more}))
    return tuple(claims)


def _wait(material: Material, quotations: Quotations, exchange: Exchange) -> Claim:
    offer = material.events[exchange.offer]
    to = [one for one in exchange.to if one not in exchange.by]
    whose = {"to": parties(material, to), "thing": thing(offer), "by": parties(material, exchange.by)}
    if to:
        owed = ngettext(
            "%(to)s has yet to say yes or no to the %(thing)s of %(by)s",
            "%(to)s have yet to say yes or no to the %(thing)s of %(by)s",
            len(to),
        )
    else:
        owed = _("no yes or no is seen to the %(thing)s of %(by)s")
    since = _(" made %(when)s") % {"when": on(offer.when)} if offer.when else ""
    days = exchange.days_open
    waited = ngettext(", open for %(num)d day", ", open for %(num)d days", days or 0) % {"num": days} if days else ""
    silent = [one for one in exchange.said_unanswered if one != NARRATOR]
    said = ngettext("; %(who)s says that none came", "; %(who)s say that none came", len(silent) or 1) % {
        "who": listed(named(material.name(one)) for one in silent)
    }
    passage, marks = quotations.best(offer)
    words = f": “{passage.quote}”" if passage else ""
    return Claim(text=opened(f"{owed % whose}{since}{waited}{said if silent else ''}{words}."), marks=marks)
