"""What the desk calls the kinds, statuses and other terms of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from rejoinder.publish.words.acts import ANONYMITY, KINDS, PARTY_TYPES, PLACES, STANDS
from rejoinder.publish.words.language import N_, P_, _, pgettext
from rejoinder.types.extraction import NARRATOR
from rejoinder.types.origins import origin_of

STATUSES: Mapping[str, str] = {
    "open": N_("open"),
    "acknowledged": N_("acknowledged"),
    "answered": N_("answered"),
    "accepted": N_("accepted"),
    "rejected": N_("rejected"),
    "partial": N_("accepted in part"),
    "countered": N_("countered"),
    "withdrawn": N_("withdrawn"),
    "disputed": N_("disputed"),
}
DISPOSITIONS: Mapping[str, str] = {
    "accept": N_("accepts"),
    "reject": N_("rejects"),
    "partial": N_("accepts in part"),
    "counter": N_("counters"),
    "acknowledge": N_("acknowledges"),
    "reply": N_("replies"),
    "none": N_("said not to have answered"),
}
MODALITIES: Mapping[str, str] = {
    "actual": N_("happened"),
    "planned": N_("planned"),
    "conditional": N_("on conditions"),
    "hypothetical": N_("hypothetical"),
    "denied": N_("denied"),
    "reported": N_("said to have happened"),
}
TREATMENTS: Mapping[str, str] = {
    "reported": N_("reported"),
    "copied": N_("copied"),
    "omitted": N_("left out"),
    "cut": N_("cut from its copy"),
}
ZONES: Mapping[str, str] = {
    "headline": N_("headline"),
    "standfirst": N_("standfirst"),
    "body": N_("body"),
    "caption": N_("caption"),
    "byline": N_("byline"),
    "dateline": N_("dateline"),
    "teaser": N_("teaser of another story"),
    "furniture": N_("furniture of the page"),
}
FORMS: Mapping[str, str] = {"direct": N_("direct"), "indirect": N_("indirect"), "mixed": N_("mixed")}
COMMITMENTS: Mapping[str, str] = {"asserted": N_("asserted"), "denied": N_("denied"), "doubted": N_("doubted")}
REASONS: Mapping[str, str] = {
    "disputed": N_("disputed"),
    "low-score": N_("read with little certainty"),
    "kinds-differ": N_("told as different acts"),
    "party-unknown": N_("by nobody known"),
    "link-unsure": N_("linked with little certainty"),
    "no-date": N_("undated"),
    "left-out": N_("left out of the account as too unsure"),
    "put-aside": N_("put aside"),
}
DECISIONS: Mapping[str, str] = {
    "right": N_("right"),
    "wrong": N_("wrong"),
    "unsure": N_("put aside"),
    "corrected": N_("corrected"),
    "same": N_("the same event"),
    "not-same": N_("not the same event"),
    "answers": N_("an answer"),
    "not-answers": N_("no answer"),
}
FIELDS: Mapping[str, str] = {
    "kind": N_("act"),
    "modality": N_("modality"),
    "date": N_("when"),
    "actors": N_("who"),
    "recipients": N_("to whom"),
    "status": N_("status"),
    "n_answers": N_("answers"),
    "said_unanswered": N_("says that none came"),
    "by": N_("who"),
    "to": N_("to whom"),
    "event_date": N_("when"),
    "event_date_last": N_("until when"),
    "n_origins": N_("origins"),
    "disposition": N_("answer"),
    "holders": N_("who holds which account"),
    "stance": N_("stand"),
    "outlet": N_("outlet"),
    "published": N_("published"),
}
_SORTS: Mapping[str, Mapping[str, str | tuple[str, str]]] = {
    "status": STATUSES,
    "disposition": DISPOSITIONS,
    "modality": MODALITIES,
    "treatment": TREATMENTS,
    "zone": ZONES,
    "form": FORMS,
    "commitment": COMMITMENTS,
    "kind": KINDS,
    "stance": STANDS,
    "type": PARTY_TYPES,
    "anonymity": ANONYMITY,
    "reason": REASONS,
    "place": PLACES,
}


def term(value: str | None, sort: str) -> str:
    """A value of the record in words: of this sort (`status`, `kind`, `modality` and so on), anything else as it is."""
    if not value:
        return ""
    said = _SORTS.get(sort, {}).get(value, "")
    return pgettext(*said) if isinstance(said, tuple) else _(said) if said else value


def treated(row: Mapping[str, Any]) -> str:
    """What an outlet made of an event, an omission by its reason where it was cut: a name of `term`'s treatments."""
    return "cut" if row["reason"] == "cut" else str(row["treatment"])


def tally(value: str) -> str:
    """A kind of act with how often it was met: `reject 6`."""
    kind, _blank, n = value.rpartition(" ")
    return f"{term(kind, 'kind')} {n}"


def reason(value: str) -> str:
    """Why a line is doubtful."""
    return _(REASONS[value]) if value in REASONS else value


def decision(value: str) -> str:
    """What was decided."""
    return _(DECISIONS[value]) if value in DECISIONS else value


def field(value: str | None) -> str:
    """What was corrected."""
    return _(FIELDS[value]) if value and value in FIELDS else value or ""


def holder(name: str) -> str:
    """On whose word: the narrator is the article itself; nobody may be named."""
    return _("the article itself") if name == NARRATOR else _("somebody unnamed") if name == "unspecified" else name


def day(value: str | dt.date | None) -> str:
    """`17 Dec 2021`; a dash where none is known."""
    if not value:
        return "–"
    found = value if isinstance(value, dt.date) else dt.date.fromisoformat(value[:10])
    return f"{found.day} {_(MONTHS[found.month - 1])} {found.year}"


def when(row: Mapping[str, Any], name: str = "event_date") -> str:
    """The date of a row as precise as it is known."""
    first, last, precision = row.get(name), row.get(f"{name}_last"), row.get("date_precision")
    if not first:
        return _("undated")
    start = dt.date.fromisoformat(first)
    if precision == "year":
        return str(start.year)
    if precision == "month":
        return f"{pgettext(*MONTHS_ALONE[start.month - 1])} {start.year}"
    if precision == "day" or not last or last == first:
        return day(start)
    return _("%(first)s to %(last)s") % {"first": day(start), "last": day(last)}


MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
MONTHS_ALONE = (
    P_("without a day", "Jan"), P_("without a day", "Feb"), P_("without a day", "Mar"), P_("without a day", "Apr"),
    P_("without a day", "May"), P_("without a day", "Jun"), P_("without a day", "Jul"), P_("without a day", "Aug"),
    P_("without a day", "Sep"), P_("without a day", "Oct"), P_("without a day", "Nov"), P_("without a day", "Dec"),
)  # fmt: skip


def origin(key: str | None) -> str:
    """What a document is a witness of, in words."""
    if not key:
        return ""
    found = origin_of(key)
    if found.kind == "agency":
        return _("the agency %(name)s") % {"name": found.name}
    return found.name if found.kind == "outlet" else _("one article")
