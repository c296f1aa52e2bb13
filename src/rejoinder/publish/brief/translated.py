"""Acts and days in another language than English: names stay as the record has them and cannot be declined, so that an
act is told by its name, `Russia → United States: предложение`, and no verb has to agree with anybody."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.publish.words import language
from rejoinder.publish.words.acts import STANDS
from rejoinder.publish.words.language import P_, _, pgettext
from rejoinder.publish.words.wording import MONTHS_ALONE, STATUSES, day, term
from rejoinder.types.account import Event
from rejoinder.types.time import When

_ACT = P_("brief", "%(who)s: %(act)s")
_ADDRESSED = P_("brief", "%(who)s to %(whom)s: %(act)s")


def spoken() -> bool:
    """Whether the brief is to be in another language than English."""
    return language.chosen() != language.ENGLISH


def date(when: When) -> str:
    """When something happened: `17 дек. 2021`, `декабрь 2021`."""
    match when.precision:
        case "day":
            return day(when.first)
        case "month":
            return f"{pgettext(*MONTHS_ALONE[when.first.month - 1])} {when.first.year}"
        case "year":
            return str(when.first.year)
        case "week":
            return _("the week of %(day)s") % {"day": day(when.first)}
    return _("%(first)s to %(last)s") % {"first": day(when.first), "last": day(when.last)}


def act(event: Event, who: str, whom: str) -> str:
    """The event as a clause, without its date; `whom` is empty where it was addressed to nobody."""
    given = {"who": who, "whom": whom, "act": term(event.kind, "kind")}
    clause = pgettext(*(_ADDRESSED if whom else _ACT)) % given
    return clause if event.modality == "actual" else f"{clause} ({term(event.modality, 'modality')})"


def status(value: str) -> str:
    """Where something stands; in English in the words of the columns."""
    return _(STATUSES[value]) if spoken() and value in STATUSES else value


def stance(value: str) -> str:
    """Where a party stands; in English in the words of the columns."""
    return pgettext(*STANDS[value]) if spoken() and value in STANDS else value


def listed(items: Sequence[str]) -> str:
    """`a, b и c`."""
    if len(items) < 2:
        return items[0] if items else ""
    return _("%(some)s and %(last)s") % {"some": ", ".join(items[:-1]), "last": items[-1]}
