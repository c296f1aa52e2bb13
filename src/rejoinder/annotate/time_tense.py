"""Whether a clause tells of what was or of what is to come, by the verb nearest to its time."""

from __future__ import annotations

import re
from typing import Literal

from rejoinder.annotate.time_words import time_words
from rejoinder.annotate.time_words import words as listed
from rejoinder.types.span import Span

Tense = Literal["past", "future"]

_WORD = re.compile(r"[\w']+(?:\.(?=\w))?|[;:,\"“”]")
_REACH = 120
_DEADLINES = frozenset(("by", "until", "till", "beyond", "from"))
_CONDITIONS = frozenset(("if", "unless"))
_PRONOUNS = frozenset(("it", "him", "them", "me", "us", "you", "these", "those", "which", "what", "one", "two"))
_JOINTS = frozenset(("but", "and", "while", "that", "when", "as", "where", ",", '"', "“", ";", ":"))
_LEADS = frozenset(listed("on in by at since until till early late from for during before after the this to its a"))
_SOONEST = (
    "as early as",
    "as soon as",
    "no later than",
    "at the earliest",
    "to be held",
    "is due",
    "are due",
    "ahead of",
    "eve of",
)


def _cue(words: list[str], at: int) -> Tense | None:
    """What the word at `at` says, with the words before it."""
    lists = time_words().tense
    word = words[at]
    former = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "could" and following in ("not", "n't", "never"):
        return "past"
    if word in lists["future"]:
        return (
            None if word in ("would", "could", "should", "might", "may", "must") and following == "have" else "future"
        )
    if former == "to":
        return _infinitive(words, at)
    if word in lists["bare"]:
        return "past" if "did" in words[max(0, at - 3) : at] else "future"
    if word.endswith("ing") and former in ("is", "are", "'re", "be"):
        return "future"
    if former in lists["determiners"] or former == "be":
        return None
    if word in lists["past"] or (word.endswith("ed") and len(word) > 3 and word not in lists["not_past"]):
        return "past"
    return None


def _infinitive(words: list[str], at: int) -> Tense | None:
    """What "to meet" says: to come, unless what governs it is over ("failed to meet", "had been due to meet")."""
    lists = time_words().tense
    governor = words[at - 2] if at > 1 else ""
    if governor in lists["no_outcome"] or "had" in words[max(0, at - 4) : at - 2]:
        return "past"
    if words[at] in lists["infinitives"] or words[at] == "be":
        return "future"
    verb = words[at] not in lists["determiners"] and words[at] not in _PRONOUNS
    return "future" if verb and governor in lists["intending"] else None


def _nearest(words: list[str], order: range) -> Tense | None:
    for at in order:
        if words[at] == ";":
            return None
        if words[at] in time_words().tense["reporting"] and words[at + 1 : at + 2] == [","]:
            continue  # ", he said," stands outside the clause
        found = _cue(words, at)
        if found:
            return found
    return None


def tense(plain: str, sentence: Span, time: Span) -> Tense | None:
    """The tense of the clause around `time` in its sentence; None where no verb tells.

    The verb before counts before the verb after, except where the time opens its clause.
    """
    left = plain[max(sentence.start, time.start - _REACH) : time.start]
    right = plain[time.end : min(sentence.end, time.end + _REACH)]
    before, after = _WORD.findall(left), _WORD.findall(right)
    close = " ".join(before[-5:])
    if any(phrase in close for phrase in _SOONEST):
        return "future"
    lead = len(before)
    while lead and before[lead - 1] in _LEADS:
        lead -= 1
    opens = lead == 0 or before[lead - 1] in _JOINTS
    backward = _nearest(before, range(len(before) - 1, -1, -1))
    forward = _nearest(after, range(len(after)))
    if before[-1:] and before[-1] in _DEADLINES and (not opens or before[-1] == "from"):
        return _towards(before, lead, backward, forward if opens else None)
    return (forward or backward) if opens else (backward or forward)


def _towards(before: list[str], lead: int, backward: Tense | None, forward: Tense | None) -> Tense:
    """The tense of "by Monday", "from Monday": to come, unless the clause is over ("had until Monday")."""
    over = {"had", "was", "were"} & set(before[max(0, lead - 4) : lead])
    if "future" in (backward, forward) or _CONDITIONS & set(before) or not over:
        return (
            "future" if before[-1] != "from" or "past" not in (backward, forward) else backward or forward or "future"
        )
    return "past"


def reported_then(plain: str, time: Span) -> bool:
    """Whether the time only dates the speaking ("said on Friday", "told reporters Friday")."""
    words = _WORD.findall(plain[max(0, time.start - 40) : time.start])
    while words and words[-1] in _LEADS:
        words.pop()
    return bool(words) and words[-1] in time_words().tense["reporting"]
