"""What the words around a trigger settle about whether the act was done, whatever the tagger's score."""

from __future__ import annotations

import re
from dataclasses import replace

from rejoinder.extract import negation_words as pattern
from rejoinder.types.annotation import ActReading
from rejoinder.vocabulary.kinds import triggers

_BY_NEGATION = frozenset(["reject", "deny", "accuse", "demand", "ignore", "request", "warn"])
"""Kinds that are done by a negation as well ("not constructive"): one inside the trigger says nothing of them."""
_SAID_OR_JOINT = ("invite", "offer", "propose", "agree", "meet", "reply", "acknowledge", "threaten")
_BY_NOUN = frozenset(("attack", "sanction", "mobilise", "aid", "deliver", "withdraw", "restore", *_SAID_OR_JOINT))
"""Kinds that "no" before their noun denies ("imposed no sanctions")."""
_SAID = frozenset(("actual", "reported", "planned"))
_REACH = 120


def with_polarity(text: str, act: ActReading) -> ActReading | None:
    """The act with the polarity that the words give it; None where its trigger is a mere turn of phrase
    ("could not but" accept)."""
    before, lead, after = _surroundings(text, act)
    if act.kind == "reject" and pattern.CANCELLED.search(f" {act.trigger.of(text)} "):
        return None
    if act.kind == "reject" and act.modality == "denied" and pattern.MERE_NEGATION.fullmatch(act.trigger.of(text)):
        return None
    if act.kind == "reject" and pattern.MODAL.fullmatch(act.trigger.of(text)) and pattern.BUT.match(after):
        return None
    inner, _, word = act.trigger.of(text).rpartition(" ")
    if inner and pattern.CANCELLED.search(f"{before}{inner} "):
        named = triggers(word)
        return replace(act, modality="actual", kind=named[0].kind if named and act.kind == "reject" else act.kind)
    words = act.trigger.of(text)
    if pattern.NEITHER.search(words) or (words.lower() == "neither" and pattern.NEITHER.match(words + after)):
        return replace(act, modality="denied")
    if act.kind in ("accept", "reject") and pattern.NO_OBJECTION.search(act.trigger.of(text)):
        return replace(act, kind="reject", modality="denied")
    act = _by_what_follows(text, act, after)
    act = _accepting(text, act, lead)
    unanswered = pattern.UNANSWERED.search(act.trigger.of(text))
    undone = unanswered and pattern.NOT_SO.search(before + act.trigger.of(text)[: unanswered.start()])
    if (
        undone
        or pattern.UNDOUBTED.search(before)
        or pattern.CANCELLED.search(before + lead)
        or pattern.NOT_ONLY.search(before + lead)
    ):
        return replace(act, modality="actual") if act.modality == "denied" else act
    if act.modality not in _SAID:
        return _undenied(text, act, before, after)
    if act.kind == "reject":
        denied = _refusal_undone(before, act.trigger.of(text), after)
    else:
        denied = bool(pattern.BARS.search(before) or _no_noun(act.kind, before))
    denied = (
        denied
        or bool(pattern.INSTEAD.search(before))
        or _negated_inside(act, lead, act.trigger.of(text))
        or _of_none(act, act.trigger.of(text), after)
    )
    if act.modality == "planned" and not (
        denied or pattern.NONE_BEFORE.search(before) or pattern.DONE_NOT.search(before)
    ):
        return act
    return replace(act, modality="denied") if denied or _negated(act.kind, before, after, lead) else act


def _undenied(text: str, act: ActReading, before: str, after: str) -> ActReading:
    """An act that was read as denied though it is named plainly and nothing in its clause denies anything."""
    trigger = act.trigger.of(text)
    plain = any(one.kind == act.kind and not one.negative for one in triggers(trigger))
    around = before + after if act.kind == "reject" else before + trigger + after
    return (
        replace(act, modality="actual")
        if act.modality == "denied" and plain and not pattern.ANY_NEGATION.search(around)
        else act
    )


def _by_what_follows(text: str, act: ActReading, after: str) -> ActReading:
    """An act whose trigger is a mere negation, by the verb after it: "did" (not fail to reply), "yet to" (accept)."""
    if not pattern.BARE.fullmatch(act.trigger.of(text)):
        return act
    if act.modality == "denied" and re.match(rf"\s(?:not\s)?{pattern.FEW}\sto\b", after, re.IGNORECASE):
        return replace(act, modality="actual")
    following = re.match(r"\s(?:to\s|not\s)*(\w+)", after)
    named = triggers(following.group(1))[0].kind if following and triggers(following.group(1)) else ""
    if act.kind == "reject" and act.modality == "denied" and named == "accept":
        return replace(act, kind="accept")
    return replace(act, modality="denied") if named == act.kind and act.modality in _SAID else act


def _surroundings(text: str, act: ActReading) -> tuple[str, str, str]:
    """The words of the clause before the trigger, the negation that the trigger begins with, and the words after it."""
    trigger = act.trigger.of(text)
    before = re.split(r"[.;:!?\n](?=\s)", text[max(0, act.trigger.start - _REACH) : act.trigger.start])[-1].lstrip()
    after = re.split(r"[.;:!?\n](?=\s|$)", text[act.trigger.end : act.trigger.end + _REACH])[0]
    lead = (
        pattern.LEADS.match(trigger)
        or pattern.NONE_LEADS.match(trigger)
        or (re.match(r"not\s", trigger, re.IGNORECASE) if pattern.AUXILIARY.search(before) else None)
    )
    return before, lead.group() if lead and lead.end() < len(trigger) else "", after


def _negated(kind: str, before: str, after: str, lead: str) -> bool:
    outside = not lead and bool(pattern.DIRECT.search(before))
    return (
        outside
        or bool(kind != "ignore" and pattern.NONE_BEFORE.search(before))
        or bool(pattern.INVERTED.search(before))
        or bool(kind not in ("suspend", "withdraw") and pattern.NO_LONGER.search(before))
        or bool(pattern.NEVER_HELD.match(after))
        or bool(pattern.UNTRUE_BEFORE.search(before))
        or bool(pattern.TALE_BEFORE.search(before) and pattern.UNTRUE_AFTER.match(after))
    )


def _no_noun(kind: str, before: str) -> bool:
    return kind in _BY_NOUN and bool(pattern.NO_BEFORE.search(before) or pattern.NO_SUBJECT.search(before))


def _negated_inside(act: ActReading, lead: str, trigger: str) -> bool:
    done = pattern.DONE_TO_NO.match(trigger)
    if done and any(one.kind == act.kind and not one.negative for one in triggers(done.group(1))):
        return True
    if act.kind in _BY_NEGATION:
        return bool(lead) and any(one.kind == act.kind for one in triggers(trigger[len(lead) :]))
    return bool(lead or (act.kind in _BY_NOUN and pattern.NO_NOUN.match(trigger)))


def _refusal_undone(before: str, trigger: str, after: str) -> bool:
    """Whether a refusal is itself refused ("declined to rule out") or of nothing ("refused neither")."""
    itself = re.match(pattern.REFUSAL, trigger, re.IGNORECASE)
    return bool(
        (itself and pattern.REFUSED_REFUSAL.match((trigger + after)[itself.end() :]))
        or pattern.REFUSAL_BEFORE.search(before)
        or pattern.RULED_NOTHING.match(trigger)
        or (
            pattern.NO_BEFORE.search(before)
            and any(one.part == "noun" and one.kind == "reject" for one in triggers(trigger))
        )
        or pattern.NEVER_SAID.search(before)
    )


def _of_none(act: ActReading, trigger: str, after: str) -> bool:
    """Whether the act is plainly named and done to nobody ("accepted neither of")."""
    return any(one.kind == act.kind for one in triggers(trigger)) and bool(pattern.NONE_AFTER.match(after))


def _accepting(text: str, act: ActReading, lead: str) -> ActReading:
    """An acceptance that did not come, where it was read as a refusal that did not."""
    if act.kind != "reject" or act.modality != "denied":
        return act
    words = act.trigger.of(text)[len(lead) :]
    head = re.match(r"(?:not\s|yet\sto\s|to\s)*(\w+)", words)
    meanings = triggers(head.group(1)) if head else ()
    return replace(act, kind="accept") if meanings and meanings[0].kind == "accept" else act
