"""Acts in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rejoinder.publish.brief import translated
from rejoinder.publish.brief.dates import on
from rejoinder.publish.brief.names import parties, plural
from rejoinder.publish.words import wording as desk
from rejoinder.record.material import Material
from rejoinder.types.account import Event


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
