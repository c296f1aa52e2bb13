"""What is on the table, and what awaits an answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.dossier import Item
from rejoinder.publish.brief.translated import status
from rejoinder.publish.brief.wording import (
    ANSWERED,
    STANDING,
    act,
    date,
    day,
    last_day,
    listed,
    named,
    on,
    opened,
    parties,
    thing,
)
from rejoinder.publish.web.language import _, ngettext
from rejoinder.record.material import Material
from rejoinder.types.account import Answer, Event, Exchange
from rejoinder.types.extraction import NARRATOR

_FULL = 12  # exchanges told at length; the others have a sentence each
_SHORT = 25


def in_weight(material: Material) -> list[Exchange]:
    """The exchanges with the most answered and most often told first."""
    events = material.events

    def weight(one: Exchange) -> tuple[int, int, int, dt.date, str]:
        offer = events[one.offer]
        came = sum(answer.disposition != "none" for answer in _answers(material, one))
        since = offer.when.first if offer.when else dt.date.max
        return -min(came, 3) - offer.n_origins, -came, -offer.n_articles, since, one.id

    return sorted((one for one in material.account.exchanges if one.offer in events), key=weight)


def split(material: Material) -> tuple[list[Exchange], list[Exchange], int]:
    """Exchanges to be told at length, those for a sentence (each in order of time), and how many are left out."""
    weighed = in_weight(material)
    worth = [one for one in weighed if one.answers or material.events[one.offer].n_origins > 1]
    full = worth[:_FULL] or weighed[:_FULL]
    rest = [one for one in weighed if one not in full]
    return _in_time(material, full), _in_time(material, rest[:_SHORT]), len(rest[_SHORT:])


def _in_time(material: Material, some: Sequence[Exchange]) -> list[Exchange]:
    def at(one: Exchange) -> tuple[dt.date, str]:
        offer = material.events[one.offer]
        return (offer.when.first if offer.when else offer.known_from or dt.date.max), one.id

    return sorted(some, key=at)


def told_in_full(material: Material, quotations: Quotations, exchange: Exchange) -> Item:
    """The exchange with its clauses, its status, and all that came back."""
    offer = material.events[exchange.offer]
    passage, marks = quotations.best(offer.moves)
    words = f": “{passage.quote}”" if passage else ""
    story = [Claim(text=f"{opened(act(material, offer))}{words}.", marks=marks or quotations.marks(offer.moves))]
    if exchange.package:
        story.append(quotations.claim(_("Its parts are said to go together as a whole."), offer.moves))
    story.append(_standing(material, exchange))
    answers = _answers(material, exchange)
    story += [_answer(material, quotations, one) for one in answers]
    if exchange.unanswered_by_silence:
        story.append(Claim(text=_("No answer is seen in these sources.")))
    return Item(
        heading=_heading(material, exchange, offer),
        story=tuple(story),
        clauses=_clauses(material, quotations, exchange),
    )


def told_in_short(material: Material, quotations: Quotations, exchange: Exchange) -> Claim:
    """The exchange in one sentence."""
    offer = material.events[exchange.offer]
    passage, marks = quotations.best(offer.moves)
    words = f": “{passage.quote}”" if passage else ""
    return Claim(text=f"{opened(act(material, offer))}{words}.", marks=marks)


def awaiting(material: Material, quotations: Quotations, exchanges: Sequence[Exchange]) -> tuple[Claim, ...]:
    """A sentence for each of these that awaits an answer, the longest open first."""
    waiting = [
        one for one in exchanges if one.days_open is not None and material.events[one.offer].modality == "actual"
    ]
    ordered = sorted(waiting, key=lambda one: (-(one.days_open or 0), one.id))
    return tuple(_wait(material, quotations, one) for one in ordered)


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
    days = exchange.days_open or 0
    waited = ngettext(", open for %(num)d day", ", open for %(num)d days", days) % {"num": days}
    silent = [one for one in exchange.said_unanswered if one != NARRATOR]
    said = ngettext("; %(who)s says that none came", "; %(who)s say that none came", len(silent) or 1) % {
        "who": listed(named(material.name(one)) for one in silent)
    }
    return quotations.claim(opened(f"{owed % whose}{since}{waited}{said if silent else ''}."), offer.moves)


def _heading(material: Material, exchange: Exchange, offer: Event) -> str:
    to = [one for one in exchange.to if one not in exchange.by]
    who = opened(parties(material, exchange.by))
    sides = _("%(by)s to %(to)s") % {"by": who, "to": parties(material, to)} if to else who
    dated = f", {date(offer.when)}" if offer.when else ""
    return f"{sides}: {thing(offer)}{dated} ({status(exchange.status)})"


def _standing(material: Material, exchange: Exchange) -> Claim:
    today = last_day(material)
    at = _(" as of %(day)s") % {"day": day(today)} if today else ""
    days, waited = exchange.days_open, ""
    if days is not None:
        waited = ngettext(", %(num)d day after it was made", ", %(num)d days after it was made", days) % {"num": days}
    return Claim(text=f"{_(STANDING[exchange.status])}{at}{waited}.")


def _answers(material: Material, exchange: Exchange) -> list[Answer]:
    """Its answers, the last first."""
    wanted = set(exchange.answers)
    found = [one for one in material.account.answers if one.id in wanted and one.answer in material.events]

    def at(one: Answer) -> tuple[int, str]:
        event = material.events[one.answer]
        latest = event.when.last if event.when else event.known_from
        return -(latest.toordinal() if latest else 0), one.id

    return sorted(found, key=at)


def _answer(material: Material, quotations: Quotations, answer: Answer) -> Claim:
    event = material.events[answer.answer]
    passage, marks = quotations.best(event.moves)
    words = f": “{passage.quote}”" if passage else ""
    holders = sorted({material.moves[one].holder for one in event.moves if one in material.moves} - {NARRATOR})
    narrated = any(not material.moves[one].holders for one in event.moves if one in material.moves)
    told = listed(named(one) for one in holders[:3])
    word = "" if narrated or not holders else _(", on the word of %(who)s") % {"who": told}
    when = f"{on(event.when)} " if event.when else ""
    did = _(ANSWERED[answer.disposition])
    if len(event.actors) > 1 and answer.disposition == "none":
        did = _("are said not to have answered")
    text = opened(f"{when}{parties(material, event.actors)} {did}")
    return Claim(text=f"{text}{word}{words}.", marks=marks)


def _clauses(material: Material, quotations: Quotations, exchange: Exchange) -> tuple[Claim, ...]:
    """Clause by clause, where answers speak to single ones and do not all come out the same."""
    answered = [one for one in exchange.clauses if one.answers]
    if not answered or len({one.status for one in exchange.clauses}) < 2:
        return ()
    rows = {answer.id: answer for answer in material.account.answers}
    return tuple(
        quotations.claim(
            _("On %(issue)s: %(said)s.") % {"issue": material.issue_names([one.issue]), "said": status(one.status)},
            [move for answer in one.answers if answer in rows for move in rows[answer].evidence],
            1,
        )
        for one in answered
    )
