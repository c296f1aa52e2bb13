"""What is on the table, and what came back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rejoinder.consolidate.statuses import awaits_answer
from rejoinder.publish.brief.acts import act, thing
from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.dates import date, day, last_day, on
from rejoinder.publish.brief.dossier import Item
from rejoinder.publish.brief.names import listed, named, opened, parties, plural
from rejoinder.publish.brief.standing import ANSWERED, STANDING
from rejoinder.publish.brief.translated import status
from rejoinder.publish.brief.waiting import WEIGHTY, agreed_after
from rejoinder.publish.words.language import _, ngettext
from rejoinder.record.material import Material
from rejoinder.types.account import Answer, Event, Exchange
from rejoinder.types.extraction import NARRATOR

_FULL = 12  # exchanges told at length; the others have a sentence each
_SHORT = 25
_LATELY = dt.timedelta(days=14)


def in_weight(material: Material) -> list[Exchange]:
    """The exchanges with the most answered, most often told and latest first."""
    events = material.events

    def weight(one: Exchange) -> tuple[int, int, int, dt.date, str]:
        offer = events[one.offer]
        came = sum(answer.disposition != "none" for answer in _answers(material, one))
        since = offer.when.first if offer.when else dt.date.max
        return -min(came, 3) - offer.n_origins - _is_new(material, one), -came, -offer.n_articles, since, one.id

    return sorted((one for one in material.account.exchanges if one.offer in events), key=weight)


def _is_new(material: Material, one: Exchange) -> bool:
    offer, today = material.events[one.offer], last_day(material)
    return bool(today and offer.when and offer.kind in WEIGHTY and today - offer.when.last <= _LATELY)


def split(material: Material) -> tuple[list[Exchange], list[Exchange], int]:
    """Exchanges to be told at length, those for a sentence (each in order of time), and how many are left out."""
    weighed = in_weight(material)
    worth = [
        one for one in weighed if one.answers or material.events[one.offer].n_origins > 1 or _is_new(material, one)
    ]
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
    passage, marks = quotations.best(offer)
    words = f": “{passage.quote}”" if passage else ""
    answers = _answers(material, exchange)
    dated = not _answered_before(material, offer, answers)
    put = opened(act(material, offer, dated=dated))
    story = [Claim(text=f"{put}{words}.", marks=marks or quotations.marks(offer.moves))]
    if exchange.package:
        story.append(quotations.claim(_("Its parts are said to go together as a whole."), offer.moves))
    standing = _standing(material, exchange)
    story.append(standing)
    story += [_answer(material, quotations, one, exchange) for one in answers]
    if exchange.unanswered_by_silence and agreed_after(material, exchange) is None:
        story.append(Claim(text=_("No answer is seen in these sources.")))
    return Item(
        heading=_heading(material, exchange, offer, dated=dated),
        story=tuple(story),
        standing=standing,
        clauses=_clauses(material, quotations, exchange),
    )


def told_in_short(material: Material, quotations: Quotations, exchange: Exchange) -> Claim:
    """The exchange in one sentence, with where it stands."""
    offer = material.events[exchange.offer]
    passage, marks = quotations.best(offer)
    words = f": “{passage.quote}”" if passage else ""
    return Claim(text=f"{opened(act(material, offer))}{words} ({status(exchange.status)}).", marks=marks)


def _answered_before(material: Material, offer: Event, answers: Sequence[Answer]) -> bool:
    """Whether an answer is older than the day on which what it answers is told: then that day is not its first."""
    days = [when.last for one in answers if (when := material.events[one.answer].when)]
    return bool(offer.when and days and min(days) < offer.when.first)


def _heading(material: Material, exchange: Exchange, offer: Event, *, dated: bool) -> str:
    to = [one for one in exchange.to if one not in exchange.by]
    who = opened(parties(material, exchange.by))
    sides = _("%(by)s to %(to)s") % {"by": who, "to": parties(material, to)} if to else who
    when = f", {date(offer.when)}" if offer.when and dated else ""
    return f"{sides}: {thing(offer)}{when} ({status(exchange.status)})"


def _standing(material: Material, exchange: Exchange) -> Claim:
    today = last_day(material)
    at = _(" as of %(day)s") % {"day": day(today)} if today else ""
    later = agreed_after(material, exchange) if awaits_answer(exchange.status) else None
    if later is not None:
        said = _("No answer to it is seen; later, %(done)s") % {"done": act(material, later)}
        return Claim(text=f"{said}.")
    days, waited = exchange.days_open, ""
    if days:
        waited = ngettext(", %(num)d day after it was made", ", %(num)d days after it was made", days) % {"num": days}
    return Claim(text=f"{_(STANDING[exchange.status])}{at}{waited}.")


def _answers(material: Material, exchange: Exchange) -> list[Answer]:
    """Its answers, in order of time."""
    wanted = set(exchange.answers)
    found = [one for one in material.account.answers if one.id in wanted and one.answer in material.events]

    def at(one: Answer) -> tuple[int, str]:
        event = material.events[one.answer]
        latest = event.when.last if event.when else event.known_from
        return latest.toordinal() if latest else 0, one.id

    return sorted(found, key=at)


def _answer(material: Material, quotations: Quotations, answer: Answer, exchange: Exchange) -> Claim:
    """Who answered what; nobody answers himself: then the articles leave open who it was."""
    event = material.events[answer.answer]
    who = [one for one in event.actors if one not in exchange.by]
    passage, marks = quotations.best(event)
    words = f": “{passage.quote}”" if passage else ""
    when = f"{on(event.when)} " if event.when else ""
    did = _(ANSWERED[answer.disposition])
    if answer.disposition == "none" and plural(material, who):
        did = _("are said not to have answered")
    text = opened(f"{when}{parties(material, who)} {did}")
    return Claim(text=f"{text}{_on_whose_word(material, event)}{words}{_denied_by(material, event)}.", marks=marks)


def _on_whose_word(material: Material, event: Event) -> str:
    """Who vouches for an event where no article does: those who tell it as it is put down."""
    moves = [material.moves[one] for one in event.moves if one in material.moves]
    telling = [one for one in moves if (one.modality == "denied") == (event.modality == "denied")] or moves
    holders = sorted({one.holder for one in telling} - {NARRATOR})
    if not holders or any(not one.holders for one in telling):
        return ""
    return _(", on the word of %(who)s") % {"who": listed(named(one) for one in holders[:3])}


def _denied_by(material: Material, event: Event) -> str:
    """Who says that it did not happen, where it is put down as having happened."""
    moves = [material.moves[one] for one in event.moves if one in material.moves]
    if event.modality == "denied" or all(one.modality == "denied" for one in moves):
        return ""
    holders = sorted({one.holder for one in moves if one.modality == "denied"} - {NARRATOR})
    if not holders:
        return ""
    said = ngettext("; %(who)s denies it", "; %(who)s deny it", len(holders))
    return said % {"who": listed(named(one) for one in holders[:3])}


def _clauses(material: Material, quotations: Quotations, exchange: Exchange) -> tuple[Claim, ...]:
    """Clause by clause, where answers speak to single ones and do not all come out the same."""
    answered = [one for one in exchange.clauses if one.answers]
    if not answered or len({one.status for one in exchange.clauses}) < 2:
        return ()
    of_event = {answer.answer: answer for answer in material.account.answers if answer.to == exchange.offer}
    return tuple(
        quotations.claim(
            _("On %(issue)s: %(said)s.") % {"issue": material.issue_names([one.issue]), "said": status(one.status)},
            [move for event in one.answers if event in of_event for move in of_event[event].evidence],
            1,
        )
        for one in answered
    )
