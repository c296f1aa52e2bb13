"""Acts, days and parties in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rejoinder.publish.brief import translated
from rejoinder.publish.web import wording as desk
from rejoinder.publish.web.language import N_, _
from rejoinder.record.material import Material
from rejoinder.types.account import Event
from rejoinder.types.time import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """How an act is told: infinitive, past, participle, and what follows with a recipient (`{}`) and without."""

    infinitive: str
    past: str
    participle: str
    toward: str
    alone: str


def _verb(forms: str, toward: str, alone: str) -> Verb:
    infinitive, past, participle = forms.split()
    return Verb(infinitive=infinitive, past=past, participle=participle, toward=toward, alone=alone)


VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "propose": _verb("put put put", "a proposal to {}", "forward a proposal"),
        "demand": _verb("make made made", "a demand of {}", "a demand"),
        "request": _verb("make made made", "a request to {}", "a request"),
        "offer": _verb("make made made", "an offer to {}", "an offer"),
        "invite": _verb("send sent sent", "an invitation to {}", "out an invitation"),
        "deliver": _verb("deliver delivered delivered", "a paper to {}", "a paper"),
        "acknowledge": _verb("confirm confirmed confirmed", "receipt to {}", "receipt"),
        "accept": _verb("say said said", "yes to {}", "yes"),
        "reject": _verb("say said said", "no to {}", "no"),
        "reply": _verb("give gave given", "{} a reply", "a reply"),
        "ignore": _verb("leave left left", "{} without an answer", "it without an answer"),
        "agree": _verb("come came come", "to an agreement with {}", "to an agreement"),
        "meet": _verb("hold held held", "talks with {}", "talks"),
        "accuse": _verb("accuse accused accused", "{}", "the other side"),
        "deny": _verb("deny denied denied", "it, to {}", "it"),
        "warn": _verb("warn warned warned", "{}", "of what may come"),
        "threaten": _verb("threaten threatened threatened", "{}", "to act"),
        "support": _verb("back backed backed", "{}", "it"),
        "sanction": _verb("impose imposed imposed", "sanctions on {}", "sanctions"),
        "mobilise": _verb("move moved moved", "forces, facing {}", "forces"),
        "attack": _verb("attack attacked attacked", "{}", "its opponent"),
        "aid": _verb("give gave given", "aid to {}", "aid"),
        "withdraw": _verb("take took taken", "something back from {}", "something back"),
        "suspend": _verb("suspend suspended suspended", "dealings with {}", "its part"),
        "restore": _verb("resume resumed resumed", "dealings with {}", "what had been broken off"),
    }
)
NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "propose": "proposal",
        "invite": "invitation",
        "deliver": "paper",
        "acknowledge": "receipt",
        "accept": "yes",
        "reject": "refusal",
        "ignore": "silence",
        "agree": "agreement",
        "meet": "talks",
        "accuse": "accusation",
        "deny": "denial",
        "warn": "warning",
        "threaten": "threat",
        "sanction": "sanctions",
        "mobilise": "build-up",
        "withdraw": "withdrawal",
        "suspend": "break",
        "restore": "resumption",
    }
)
STANDING: Mapping[str, str] = MappingProxyType(
    {
        "open": N_("It awaits an answer"),
        "acknowledged": N_("It has been acknowledged and awaits an answer"),
        "answered": N_("It has been answered without a plain yes or no"),
        "accepted": N_("It has been accepted"),
        "rejected": N_("It has been rejected"),
        "partial": N_("It has been met in part"),
        "countered": N_("It has been met with other terms"),
        "withdrawn": N_("It has been withdrawn"),
        "disputed": N_("Where it stands is disputed"),
    }
)
ANSWERED: Mapping[str, str] = MappingProxyType(
    {
        "accept": N_("said yes"),
        "reject": N_("said no"),
        "partial": N_("answered in part"),
        "counter": N_("answered with other terms"),
        "acknowledge": N_("confirmed receipt"),
        "reply": N_("gave a reply"),
        "none": N_("is said not to have answered"),
    }
)
# fmt: off
_WITH_ARTICLE = frozenset({
    "agency", "alliance", "authority", "bank", "bloc", "board", "bundestag", "cabinet", "church",
    "commission", "committee", "company", "confederation", "congress", "council", "court", "federation",
    "force", "forces", "front", "fund", "government", "group", "house", "industry", "institute", "kingdom",
    "league", "ministry", "movement", "nations", "netherlands", "office", "opposition", "organisation",
    "organization", "parliament", "party", "philippines", "presidency", "quartet", "republic", "secretariat",
    "senate", "state", "states", "union", "vatican", "west", "army", "emirates",
})
# fmt: on
_NOBODY = frozenset({"", "unspecified"})
_SINGLE = frozenset({"a", "an", "one", "each", "another"})
_SEVERAL = frozenset({"two", "three", "four", "five", "several", "some", "both", "many", "other"})
_PLURAL = frozenset({"officials", "rebels", "allies", "negotiators", "diplomats", "sources", "talks", "ministers"})


def day(date: dt.date) -> str:
    """`15 December 2021`."""
    if translated.spoken():
        return desk.day(date)
    return f"{date.day} {date:%B %Y}"


def date(when: When) -> str:
    """When something happened: `15 December 2021`, `December 2021`."""
    if translated.spoken():
        return translated.date(when)
    match when.precision:
        case "day":
            return day(when.first)
        case "month":
            return f"{when.first:%B %Y}"
        case "year":
            return f"{when.first.year}"
        case "week":
            return f"the week of {day(when.first)}"
    return f"{day(when.first)} to {day(when.last)}"


def on(when: When | None) -> str:
    """The same as an adverb: `on 15 December 2021`, `in December 2021`; empty where it is not known."""
    if when is None:
        return ""
    if translated.spoken():
        return translated.date(when)
    if when.precision == "interval":
        return f"between {day(when.first)} and {day(when.last)}"
    return f"{'on' if when.precision == 'day' else 'in'} {date(when)}"


def number(count: int) -> str:
    """Small numbers in words, as one reads them; in figures where words would have to agree with what is counted."""
    if translated.spoken():
        return str(count)
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return words[count] if count < len(words) else str(count)


def listed(items: Iterable[str]) -> str:
    """`a, b and c`."""
    found = list(items)
    if translated.spoken():
        return translated.listed(found)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def named(name: str) -> str:
    """A party's name with the article that it takes in a sentence."""
    if name in _NOBODY:
        return _("somebody unnamed")
    if translated.spoken():
        return name
    last = name.split()[-1].lower()
    lower = name[:1].islower() and not name.lower().startswith(("a ", "an ", "the ", "one ", "two ", "three ", "some "))
    takes = last in _WITH_ARTICLE or (lower and last not in _PLURAL)
    return f"the {name}" if takes and not name.lower().startswith("the ") and "'s " not in name else name


def last_day(material: Material) -> dt.date | None:
    """The day of the account: the one asked for, or the last on which an article was published."""
    return material.account.as_of or max(
        (one.published.last for one in material.reported if one.published), default=None
    )


def parties(material: Material, ids: Sequence[str]) -> str:
    """Names of parties, `somebody` for none."""
    return listed(named(material.name(one)) for one in ids) or _("somebody")


def plural(material: Material, ids: Sequence[str]) -> bool:
    """Whether a verb of these is in the plural: there are several, or one of a name like `the partners`."""
    if len(ids) != 1:
        return len(ids) > 1
    words = material.name(ids[0]).split()
    last = words[-1] if words else ""
    if words and words[0].lower() in _SINGLE:
        return False
    counted = bool(words) and words[0].lower() in _SEVERAL
    return counted or (last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is")))


def opened(sentence: str) -> str:
    """With a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def act(material: Material, event: Event, *, dated: bool = True) -> str:
    """The event as a clause: `on 17 December 2021 Russia put a proposal to the United States`."""
    who = parties(material, event.actors)
    recipients = [one for one in event.recipients if one not in event.actors]
    if translated.spoken():
        clause = translated.act(event, who, parties(material, recipients) if recipients else "")
        return f"{on(event.when)} {clause}".strip() if dated else clause
    verb = VERBS[event.kind]
    what = verb.toward.format(parties(material, recipients)) if recipients else verb.alone
    many = plural(material, event.actors)
    match event.modality:
        case "planned":
            done = f"{'were' if many else 'was'} to {verb.infinitive}"
        case "conditional":
            done = f"would, on conditions, {verb.infinitive}"
        case "hypothetical":
            done = f"might {verb.infinitive}"
        case "denied":
            done = f"did not {verb.infinitive}"
        case "reported":
            done = f"{'are' if many else 'is'} said to have {verb.participle}"
        case _:
            done = verb.past
    clause = f"{who} {done} {what}"
    return f"{on(event.when)} {clause}".strip() if dated else clause


def thing(event: Event) -> str:
    """What was put on the table, as a noun: `proposal`."""
    return desk.term(event.kind, "kind") if translated.spoken() else NOUNS.get(event.kind, event.kind)
