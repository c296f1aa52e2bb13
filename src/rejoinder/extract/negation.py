"""What the words around a trigger settle about whether the act was done, whatever the tagger's score."""

from __future__ import annotations

import re
from dataclasses import replace

from rejoinder.types.annotation import ActReading
from rejoinder.vocabulary.kinds import triggers

_I = re.IGNORECASE
_PAST_NOT = (
    r"(?:did|has|have|had|was|were)(?:\snot|n[’']t)|never|(?:ha(?:s|ve|d)\s)?yet\sto|fail(?:s|ed|ing)?\sto|"
    r"without(?:\shaving|\seven)?|stop(?:s|ped|ping)?\sshort\sof|refrain(?:s|ed|ing)?\sfrom|far\sfrom|"
    r"hardly|scarcely|barely|avoid(?:s|ed|ing)?|(?:in\sno\s(?:mood|position|state|hurry|haste)|unable)\sto|"
    r"(?:is|are)(?:\snot|n[’']t)"
)
_FILLER = r"(?:\w+ly\s|yet\s|so\sfar\s|even\s|been\s|being\s|to\sdate\s|so\smuch\s(?:as\s)?){0,2}"
_LIGHT = (
    r"(?:(?:ma[kd]e?|making|giv(?:e|en|ing)|reach(?:ed|ing)?|receiv(?:e|ed|ing)|h[eo]ld(?:ing)?)\s"
    r"(?:an?\s|any\s|its\s)(?:\w+\s)?)?"
)
_DIRECT = re.compile(
    rf"\b(?:(?:{_PAST_NOT})\s{_FILLER}{_LIGHT}|(?:neither|nor)\s|(?:nobody|no\sone|none)\s(?:(?:from|of|in|at|among)\s(?:\w+\s){{1,4}})?|(?:everything|anything)\sbut\s)$",
    _I,
)
_LEADS = re.compile(rf"(?:{_PAST_NOT})\s{_FILLER}", _I)
_DONE_NOT = re.compile(rf"\b(?:(?:did|has|have|had|was|were)(?:\snot|n[’']t)|yet\sto|failed\sto)\s{_FILLER}$", _I)
_NONE_LEADS = re.compile(
    r"(?:(?:nothing(?!\sagainst)|none|nobody|no\sone)\s(?:(?:was|were|is|has|have|had|been)\s)*|(?:(?:has|have|had|raised|raises|raise)\s)?no\s(?=objection|refusal))",
    _I,
)
_AUXILIARY = re.compile(r"\b(?:did|has|have|had|was|were|is|are|been)\s$", _I)
_BARE = re.compile(rf"(?:{_PAST_NOT}|did|not|yet|fail(?:ed)?)", _I)
_FEW = r"(?:hesitate|fail|omit|forget|wait|neglect)"
_CANCELLED = re.compile(
    rf"\b(?:(?:not|n[’']t|never)\s(?:even\s)?(?:{_FEW}\s(?:\w+\s){{0,2}}to|merely|only|just|simply|stop\sshort\sof)|"
    r"(?:lost|lose|loses|losing|wasted|wastes|wasting|took|takes|taken|in)\s(?:\w+\s)?(?:little|no)\stime(?:\sin|\sto)?|"
    r"(?:can|could)(?:\snot|not|n[’']t)\s(?:help\s)?but|no\schoice\sbut\sto|no\salternative\sbut\sto)\s$",
    _I,
)
_NOT_ONLY = re.compile(
    r"\bnot\s(?:only|just)\s(?:did|does|do|has|have|had|is|was)\s[^,;:]{0,40}$|"
    r"(?:\bnot|n[’']t|\bnever)\s[^,;:]{0,40}\swithout\s(?:first\s|having\s)?$",
    _I,
)
_UNDOUBTED = re.compile(
    r"\b(?:(?:no\sone|nobody|none|not|n[’']t|never)\s(?:\w+\s){0,2}(?:disput|den[yi]|doubt|question)\w*|no\s(?:doubt|question)|"
    r"beyond\s(?:doubt|dispute))\sthat\s[^,;:.]{0,50}$|\bif\s[^,;:.]{0,40}\bhad\s(?:not\s)?$",
    _I,
)
_ANY_NEGATION = re.compile(
    r"\b(?:not|cannot|no|nor|never|none|nobody|nothing|neither|without|fail\w*|yet|den(?:y|ies|ied|ying|ials?)|refus\w*|"
    r"declin\w*|reject\w*|dismiss\w*|rebut\w*|refut\w*|contest\w*|disput\w*|contradict\w*|brush\w*|scoff\w*|rul\w+|short|refrain\w*|far|hardly|barely|scarcely|avoid\w*|instead|false\w*|untrue|"
    r"baseless|wrong|unable|rather|elud\w*|elusive|but|off|few|little|if|only|unlikely|un\w+ed)\b|n[’']t\b",
    _I,
)
_RULED_NOTHING = re.compile(r"(?:rul|refus|reject|turn|exclud)\w+\s(?:nothing|nobody|none|no\sone|neither)\b", _I)
_NO_SUBJECT = re.compile(
    r"(?:^|[\"“‘(]|\bthat\s|\bsaid\s)(?:no|neither)\s(?!longer|doubt|sooner|fewer|less)(?:\w+\s){1,2}$", _I
)
_NEVER_SAID = re.compile(
    r"(?:\bnever|\bnot|n[’']t)\s(?:said|say|claimed?|suggest(?:ed)?|announced?)\s(?:that\s)?\w+\s(?:w(?:ill|ould)\s(?:not\s)?)?$",
    _I,
)
_UNANSWERED = re.compile(r"\b(?:unanswered|unheeded|without\s(?:an\s)?(?:answer|reply))$", _I)
_NOT_SO = re.compile(r"(?:\bnot|n[’']t|\bnever)\s(?:\w+\s){0,2}$", _I)
_INVERTED = re.compile(
    r"\b(?:never(?:\sagain)?|at\sno\stime|under\sno\scircumstances|in\sno\sway|by\sno\smeans)\s"
    r"(?:will|would|did|does|has|have|had|can|could|shall)\s[^,;:]{0,40}$|\bnot\s(?:the\s|our\s)?\w+\swho\s(?:had\s|have\s)?$",
    _I,
)
_NO_LONGER = re.compile(r"\bno\slonger\s$", _I)
_NO_BEFORE = re.compile(
    r"\b(?:no|nothing\sin|without\s(?:an?|any))\s(?:(?!longer|fewer|less|more|doubt|sooner)\w+\s)?$", _I
)
_REFUSAL = r"(?:declin(?:es|ed|ing|e)|refus(?:es|ed|ing|e))"
_REFUSAL_BEFORE = re.compile(rf"\b{_REFUSAL}\sto\s$", _I)
_BARS = re.compile(rf"\b(?:{_REFUSAL}\sto|rul(?:e|es|ed|ing)\s(?:\w+\s)?out|oppos(?:e|es|ed|ing))\s$", _I)
_REFUSED_REFUSAL = re.compile(r"\s?(?:to\s)?(?:rule|exclude|reject|dismiss|refuse|turn\sdown|say\sno)\b", _I)
_NONE_AFTER = re.compile(
    r"\s(?:neither|none|nothing|nobody|no\sone|not\sone|not\sa\ssingle|no(?!\s(?:longer|fewer|less|more|doubt|sooner|later|matter)))\b",
    _I,
)
_INSTEAD = re.compile(r"\b(?:instead\sof|rather\sthan)\s(?:\w+ly\s)?$", _I)
_NONE_BEFORE = re.compile(
    r"(?:^|[\"“‘(]|\bthat\s|\bsaid\s|\bsays\s)(?:not\s(?:one|a\ssingle)|none|nobody|no\sone|nothing|neither|no\s\w+)\b"
    r"(?:(?!\b(?:that|which|who|and|but|as|when|while)\b)[^,;:.\"”]){0,50}\b(?:has|have|had|was|were|been)\s(?:\w+ly\s|yet\s|ever\s|been\s)*$",
    _I,
)
_NO_NOUN = re.compile(
    r"(?:(?!lo|wast)\w+\s)?no\s(?!longer\b|fewer\b|less\b|sooner\b)\w+|\w+\s(?:nothing|nobody|none|no\sone)\b|\w+\sno$",
    _I,
)
_NEITHER = re.compile(r"\bneither\s\w+\snor\s", _I)
_DONE_TO_NO = re.compile(r"(\w+)\sno\b(?!\s(?:longer|less|fewer|sooner|doubt))", _I)
"""A verb and its object in one trigger, the object being nobody or nothing ("ignored no letter")."""
_MERE_NEGATION = re.compile(r"no|not|so\smuch|no\s(?:sign|time|hurry|doubt|way)", _I)
"""What is no refusal by itself: read as one that was not made, it is neither."""
_NEVER_HELD = re.compile(
    r"(?:(?!\b(?:that|which|who|where|when)\b)[^.;:]){0,50}\b(?:never|did\snot|didn[’']t|has\snot|have\snot|failed\sto)\s(?:yet\s)?"
    r"(?:took|take|taken|happen\w*|materiali[sz]e\w*|come\sabout|came\sabout|occur\w*)\b|"
    r"(?:(?!\b(?:that|which|who|where|when)\b)[^.;:,]){0,50}\b(?:elud(?:e[sd]?|ing)|(?:prov|remain)\w*\selusive)\b",
    _I,
)
_TALE = r"(?:reports?|claims?|charges?|accusations?|allegations?|rumou?rs?|suggestions?|stor(?:y|ies)|assertions?)"
_GAP = r"(?:(?!\b(?:but|and|while|although|though|after|before|saying|adding|calling|which|who)\b)[^.;:!?\n]){0,80}$"
_UNTRUE_BEFORE = re.compile(
    rf"\b(?:(?:not\strue|untrue|false|wrong|no\struth\sin\s(?:\w+\s){{1,2}}?|not\sthe\scase)\s?that|"
    rf"(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing))\s(?:that|having|ever|any|(?={_TALE})|(?=\w+ing\b))|"
    rf"(?:dismiss|reject|rebut|refut|scotch|disput|deny|deni|scoff|laugh|brush|pour|shrug)\w*\s(?:[\w’']+\s){{0,4}}{_TALE}\s(?:that|of)){_GAP}",
    _I,
)
_TALE_BEFORE = re.compile(rf"\b{_TALE}\sthat\b{_GAP}", _I)
_UNTRUE_AFTER = re.compile(
    r"[^.;:!?\n]{0,80}\b(?:untrue|false|wrong|baseless|unfounded|groundless|not\strue|"
    r"nonsense|invented|a\slie|a\sfabrication)\b",
    _I,
)
_BY_NEGATION = frozenset(["reject", "deny", "accuse", "demand", "ignore", "request", "warn"])
"""Kinds that are done by a negation as well ("not constructive"): one inside the trigger says nothing of them."""
_SAID_OR_JOINT = ("invite", "offer", "propose", "agree", "meet", "reply", "acknowledge", "threaten")
_BY_NOUN = frozenset(("attack", "sanction", "mobilise", "aid", "deliver", "withdraw", "restore", *_SAID_OR_JOINT))
"""Kinds that "no" before their noun denies ("imposed no sanctions")."""
_SAID = frozenset(("actual", "reported", "planned"))
_MODAL, _BUT = re.compile(r"can|could|cannot", _I), re.compile(r"\s?(?:not|n[’']t)?\s(?:help\s)?but\s", _I)
_NO_OBJECTION = re.compile(r"\bno\s(?:\w+\s)?objections?\b", _I)
_REACH = 120


def with_polarity(text: str, act: ActReading) -> ActReading | None:
    """The act with the polarity that the words give it; None where its trigger is a mere turn of phrase
    ("could not but" accept)."""
    before, lead, after = _surroundings(text, act)
    if act.kind == "reject" and _CANCELLED.search(f" {act.trigger.of(text)} "):
        return None
    if act.kind == "reject" and act.modality == "denied" and _MERE_NEGATION.fullmatch(act.trigger.of(text)):
        return None
    if act.kind == "reject" and _MODAL.fullmatch(act.trigger.of(text)) and _BUT.match(after):
        return None
    inner, _, word = act.trigger.of(text).rpartition(" ")
    if inner and _CANCELLED.search(f"{before}{inner} "):
        named = triggers(word)
        return replace(act, modality="actual", kind=named[0].kind if named and act.kind == "reject" else act.kind)
    words = act.trigger.of(text)
    if _NEITHER.search(words) or (words.lower() == "neither" and _NEITHER.match(words + after)):
        return replace(act, modality="denied")
    if act.kind in ("accept", "reject") and _NO_OBJECTION.search(act.trigger.of(text)):
        return replace(act, kind="reject", modality="denied")
    act = _by_what_follows(text, act, after)
    act = _accepting(text, act, lead)
    unanswered = _UNANSWERED.search(act.trigger.of(text))
    undone = unanswered and _NOT_SO.search(before + act.trigger.of(text)[: unanswered.start()])
    if undone or _UNDOUBTED.search(before) or _CANCELLED.search(before + lead) or _NOT_ONLY.search(before + lead):
        return replace(act, modality="actual") if act.modality == "denied" else act
    if act.modality not in _SAID:
        return _undenied(text, act, before, after)
    if act.kind == "reject":
        denied = _refusal_undone(before, act.trigger.of(text), after)
    else:
        denied = bool(_BARS.search(before) or _no_noun(act.kind, before))
    denied = (
        denied
        or bool(_INSTEAD.search(before))
        or _negated_inside(act, lead, act.trigger.of(text))
        or _of_none(act, act.trigger.of(text), after)
    )
    if act.modality == "planned" and not (denied or _NONE_BEFORE.search(before) or _DONE_NOT.search(before)):
        return act
    return replace(act, modality="denied") if denied or _negated(act.kind, before, after, lead) else act


def _undenied(text: str, act: ActReading, before: str, after: str) -> ActReading:
    """An act that was read as denied though it is named plainly and nothing in its clause denies anything."""
    trigger = act.trigger.of(text)
    plain = any(one.kind == act.kind and not one.negative for one in triggers(trigger))
    around = before + after if act.kind == "reject" else before + trigger + after
    return (
        replace(act, modality="actual")
        if act.modality == "denied" and plain and not _ANY_NEGATION.search(around)
        else act
    )


def _by_what_follows(text: str, act: ActReading, after: str) -> ActReading:
    """An act whose trigger is a mere negation, by the verb after it: "did" (not fail to reply), "yet to" (accept)."""
    if not _BARE.fullmatch(act.trigger.of(text)):
        return act
    if act.modality == "denied" and re.match(rf"\s(?:not\s)?{_FEW}\sto\b", after, _I):
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
        _LEADS.match(trigger)
        or _NONE_LEADS.match(trigger)
        or (re.match(r"not\s", trigger, _I) if _AUXILIARY.search(before) else None)
    )
    return before, lead.group() if lead and lead.end() < len(trigger) else "", after


def _negated(kind: str, before: str, after: str, lead: str) -> bool:
    outside = not lead and bool(_DIRECT.search(before))
    return (
        outside
        or bool(kind != "ignore" and _NONE_BEFORE.search(before))
        or bool(_INVERTED.search(before))
        or bool(kind not in ("suspend", "withdraw") and _NO_LONGER.search(before))
        or bool(_NEVER_HELD.match(after))
        or bool(_UNTRUE_BEFORE.search(before))
        or bool(_TALE_BEFORE.search(before) and _UNTRUE_AFTER.match(after))
    )


def _no_noun(kind: str, before: str) -> bool:
    return kind in _BY_NOUN and bool(_NO_BEFORE.search(before) or _NO_SUBJECT.search(before))


def _negated_inside(act: ActReading, lead: str, trigger: str) -> bool:
    done = _DONE_TO_NO.match(trigger)
    if done and any(one.kind == act.kind and not one.negative for one in triggers(done.group(1))):
        return True
    if act.kind in _BY_NEGATION:
        return bool(lead) and any(one.kind == act.kind for one in triggers(trigger[len(lead) :]))
    return bool(lead or (act.kind in _BY_NOUN and _NO_NOUN.match(trigger)))


def _refusal_undone(before: str, trigger: str, after: str) -> bool:
    """Whether a refusal is itself refused ("declined to rule out") or of nothing ("refused neither")."""
    itself = re.match(_REFUSAL, trigger, _I)
    return bool(
        (itself and _REFUSED_REFUSAL.match((trigger + after)[itself.end() :]))
        or _REFUSAL_BEFORE.search(before)
        or _RULED_NOTHING.match(trigger)
        or (_NO_BEFORE.search(before) and any(one.part == "noun" and one.kind == "reject" for one in triggers(trigger)))
        or _NEVER_SAID.search(before)
    )


def _of_none(act: ActReading, trigger: str, after: str) -> bool:
    """Whether the act is plainly named and done to nobody ("accepted neither of")."""
    return any(one.kind == act.kind for one in triggers(trigger)) and bool(_NONE_AFTER.match(after))


def _accepting(text: str, act: ActReading, lead: str) -> ActReading:
    """An acceptance that did not come, where it was read as a refusal that did not."""
    if act.kind != "reject" or act.modality != "denied":
        return act
    words = act.trigger.of(text)[len(lead) :]
    head = re.match(r"(?:not\s|yet\sto\s|to\s)*(\w+)", words)
    meanings = triggers(head.group(1)) if head else ()
    return replace(act, kind="accept") if meanings and meanings[0].kind == "accept" else act
