"""What passes between a party and the press is no act between parties: an interview, "no comment", a name withheld."""

from __future__ import annotations

import re

from rejoinder.types.annotation import ActReading

_PRESS = (
    r"(?:the press|this (?:newspaper|paper|magazine|agency|programme|program)"
    r"|(?:our )?(?:reporters?|journalists?|correspondents?))\b"
)
_NOT = r"\b(?:not|never|no|declin\w{0,3} to|refus\w{0,3} to|\w+n['’]t)"
_NO_COMMENT = re.compile(
    rf"{_NOT}\s+(?:be drawn\b|(?:(?:immediate|further|public)(?:ly)?\s+)?comment(?:ed)?\b)", re.IGNORECASE
)
_MET = re.compile(
    rf"\b(?:met|meets?|meeting|receiv\w{{1,3}}|saw|spoke to|talked to)\s+(?:with\s+)?{_PRESS}", re.IGNORECASE
)
_ASKED = re.compile(
    r"\b(?:asked|asks|asking)\s+(?:(?:us|me)\s+)?(?:not\s+to\s+(?:be\s+(?:named|identified|quoted)|use|give|print)\b"
    r"|(?:[^.;:\n]{1,60}?\s)?for\s+an?\s+interview\b)",
    re.IGNORECASE,
)
_PATTERNS = {"reply": _NO_COMMENT, "reject": _NO_COMMENT, "meet": _MET, "request": _ASKED, "demand": _ASKED}


def is_with_the_press(text: str, act: ActReading) -> bool:
    """Whether the words of an act say that it is between somebody and those who write about it."""
    pattern = _PATTERNS.get(act.kind)
    if pattern is None:
        return False
    around = min(act.anchor.start, act.trigger.start), max(act.anchor.end, act.trigger.end)
    return any(
        found.start() < act.trigger.end and act.trigger.start < found.end() for found in pattern.finditer(text, *around)
    )
