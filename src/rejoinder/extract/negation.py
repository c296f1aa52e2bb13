"""What the words around a trigger settle about whether the act was done, whatever the tagger's score."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """The words of the clause before a trigger, those of the trigger, the negation that it begins with, and the words
    of the clause after it."""

    before: str
    words: str
    lead: str
    after: str


def with_polarity(text: str, act: ActReading) -> ActReading | None:
    """The act with the polarity that the words give it; None where its trigger is a mere turn of phrase
    ("could not but" accept)."""
    around = _around(text, act)
    if (act.kind == "reject" and _is_turn_of_phrase(act, around)) or _is_unhindered(act, around):
        return None
    for settles in (_cancelled_inside, _neither, _without_objection):
        if (settled := settles(act, around)) is not None:
            return settled
    act = _accepting(_by_what_follows(act, around), around)
    if _is_affirmed(around):
        return replace(act, modality="actual") if act.modality == "denied" else act
    if act.modality not in _SAID:
        return _undenied(act, around)
    return replace(act, modality="denied") if _is_denied(act, around) else act


def _around(text: str, act: ActReading) -> _Around:
    words = act.trigger.of(text)
    before = re.split(r"[.;:!?\n](?=\s)", text[max(0, act.trigger.start - _REACH) : act.trigger.start])[-1].lstrip()
    after = re.split(r"[.;:!?\n](?=\s|$)", text[act.trigger.end : act.trigger.end + _REACH])[0]
    lead = (
        pattern.LEADS.match(words)
        or pattern.NONE_LEADS.match(words)
        or (re.match(r"not\s", words, re.IGNORECASE) if pattern.AUXILIARY.search(before) else None)
    )
    inside = lead.group() if lead and lead.end() < len(words) else ""
    return _Around(before=before, words=words, lead=inside, after=after)


def _is_turn_of_phrase(act: ActReading, around: _Around) -> bool:
    """Whether what was read as a refusal is none: a negation that is taken back, or belongs to the next verb."""
    return bool(
        pattern.CANCELLED.search(f" {around.words} ")
        or (act.modality == "denied" and pattern.MERE_NEGATION.fullmatch(around.words))
        or (pattern.MODAL.fullmatch(around.words) and pattern.BUT.match(around.after))
    )


def _is_unhindered(act: ActReading, around: _Around) -> bool:
    """Whether nothing "stands in the way" of a thing: neither a yes nor a no to it."""
    if act.kind not in ("accept", "agree", "reject") or not pattern.IN_THE_WAY.match(around.words):
        return False
    return bool(pattern.NO_HINDRANCE.match(around.words) or pattern.NO_HINDRANCE.search(around.before))


def _cancelled_inside(act: ActReading, around: _Around) -> ActReading | None:
    """The act of the last word, where the negation before it in the trigger is taken back ("could not but accept")."""
    inner, _, word = around.words.rpartition(" ")
    if not inner or not pattern.CANCELLED.search(f"{around.before}{inner} "):
        return None
    named = triggers(word)
    return replace(act, modality="actual", kind=named[0].kind if named and act.kind == "reject" else act.kind)


def _neither(act: ActReading, around: _Around) -> ActReading | None:
    """Denied, where neither of two things was done."""
    alone = around.words.lower() == "neither" and pattern.NEITHER.match(around.words + around.after)
    return replace(act, modality="denied") if pattern.NEITHER.search(around.words) or alone else None


def _without_objection(act: ActReading, around: _Around) -> ActReading | None:
    """A refusal that was not given ("has no objection")."""
    if act.kind not in ("accept", "reject") or not pattern.NO_OBJECTION.search(around.words):
        return None
    return replace(act, kind="reject", modality="denied")


def _is_affirmed(around: _Around) -> bool:
    """Whether a negation in the clause denies nothing ("not only", "did not leave unanswered", "no doubt")."""
    unanswered = pattern.UNANSWERED.search(around.words)
    return bool(
        (unanswered and pattern.NOT_SO.search(around.before + around.words[: unanswered.start()]))
        or pattern.UNDOUBTED.search(around.before)
        or pattern.CANCELLED.search(around.before + around.lead)
        or pattern.NOT_ONLY.search(around.before + around.lead)
    )


def _is_denied(act: ActReading, around: _Around) -> bool:
    """Whether the words deny an act that is told as done or planned; of a plan the plainest of them only."""
    if act.kind == "reject":
        denied = _refusal_undone(around)
    else:
        denied = bool(pattern.BARS.search(around.before) or _no_noun(act.kind, around.before))
    denied = (
        denied or bool(pattern.INSTEAD.search(around.before)) or _negated_inside(act, around) or _of_none(act, around)
    )
    plainly = denied or pattern.NONE_BEFORE.search(around.before) or pattern.DONE_NOT.search(around.before)
    if act.modality == "planned" and not plainly:
        return False
    return denied or _negated(act.kind, around)


def _undenied(act: ActReading, around: _Around) -> ActReading:
    """An act that was read as denied though it is named plainly and nothing in its clause denies anything."""
    plain = any(one.kind == act.kind and not one.negative for one in triggers(around.words))
    clause = around.before + ("" if act.kind == "reject" else around.words) + around.after
    undenied = act.modality == "denied" and plain and not pattern.ANY_NEGATION.search(clause)
    return replace(act, modality="actual") if undenied else act


def _by_what_follows(act: ActReading, around: _Around) -> ActReading:
    """An act whose trigger is a mere negation, by the verb after it: "did" (not fail to reply), "yet to" (accept)."""
    if not pattern.BARE.fullmatch(around.words):
        return act
    if act.modality == "denied" and re.match(rf"\s(?:not\s)?{pattern.FEW}\sto\b", around.after, re.IGNORECASE):
        return replace(act, modality="actual")
    following = re.match(r"\s(?:to\s|not\s)*(\w+)", around.after)
    named = triggers(following.group(1))[0].kind if following and triggers(following.group(1)) else ""
    if act.kind == "reject" and act.modality == "denied" and named == "accept":
        return replace(act, kind="accept")
    return replace(act, modality="denied") if named == act.kind and act.modality in _SAID else act


def _negated(kind: str, around: _Around) -> bool:
    before, after = around.before, around.after
    outside = not around.lead and bool(pattern.DIRECT.search(before))
    return (
        outside
        or bool(kind != "ignore" and pattern.NONE_BEFORE.search(before))
        or bool(pattern.INVERTED.search(before))
        or bool(pattern.UNSAID.search(before))
        or bool(kind not in ("suspend", "withdraw") and pattern.NO_LONGER.search(before))
        or bool(pattern.NEVER_HELD.match(after))
        or bool(pattern.UNTRUE_BEFORE.search(before))
        or bool(pattern.TALE_BEFORE.search(before) and pattern.UNTRUE_AFTER.match(after))
    )


def _no_noun(kind: str, before: str) -> bool:
    return kind in _BY_NOUN and bool(pattern.NO_BEFORE.search(before) or pattern.NO_SUBJECT.search(before))


def _negated_inside(act: ActReading, around: _Around) -> bool:
    trigger, lead = around.words, around.lead
    done = pattern.DONE_TO_NO.match(trigger)
    if done and any(one.kind == act.kind and not one.negative for one in triggers(done.group(1))):
        return True
    if act.kind in _BY_NEGATION:
        return bool(lead) and any(one.kind == act.kind for one in triggers(trigger[len(lead) :]))
    return bool(lead or (act.kind in _BY_NOUN and pattern.NO_NOUN.match(trigger)))


def _refusal_undone(around: _Around) -> bool:
    """Whether a refusal is itself refused ("declined to rule out") or of nothing ("refused neither")."""
    before, trigger, after = around.before, around.words, around.after
    itself = re.match(pattern.REFUSAL, trigger, re.IGNORECASE)
    return bool(
        (itself and pattern.REFUSED_REFUSAL.match((trigger + after)[itself.end() :]))
        or pattern.REFUSAL_BEFORE.search(before)
        or pattern.RULED_NOTHING.match(trigger)
        or _left_open(around)
        or (
            pattern.NO_BEFORE.search(before)
            and any(one.part == "noun" and one.kind == "reject" for one in triggers(trigger))
        )
        or pattern.NEVER_SAID.search(before)
    )


def _left_open(around: _Around) -> bool:
    """Whether the refusal is one of ruling a thing out ("would not rule it out")."""
    start, end = len(around.before), len(around.before) + len(around.words)
    clause = around.before + around.words + around.after
    return any(m.start() < end and m.end() > start for m in pattern.NOT_RULED_OUT.finditer(clause))


def _of_none(act: ActReading, around: _Around) -> bool:
    """Whether the act is plainly named and done to nobody ("accepted neither of")."""
    plain = any(one.kind == act.kind for one in triggers(around.words))
    return plain and pattern.NONE_AFTER.match(around.after) is not None


def _accepting(act: ActReading, around: _Around) -> ActReading:
    """An acceptance that did not come, where it was read as a refusal that did not."""
    if act.kind != "reject" or act.modality != "denied":
        return act
    words = around.words[len(around.lead) :]
    head = re.match(r"(?:not\s|yet\sto\s|to\s)*(\w+)", words)
    meanings = triggers(words) or (triggers(head.group(1)) if head else ())
    return replace(act, kind="accept") if meanings and meanings[0].kind == "accept" else act
