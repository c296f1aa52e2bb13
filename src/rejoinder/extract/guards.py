"""What the words themselves settle, whatever the tagger's score: negation of an act by the words before its trigger."""

from __future__ import annotations

import re
from dataclasses import replace

from rejoinder.types.annotation import ActReading

_DID_NOT = re.compile(
    r"\b(?:did not|didn[’']t|has not|hasn[’']t|have not|haven[’']t|had not|hadn[’']t|never|was not|wasn[’']t|were not|weren[’']t|is not|isn[’']t|yet to|"
    r"failed to|without(?: having)?|stopped short of|no longer)\s+(?:\w+ly\s+|yet\s+|so far\s+|even\s+|been\s+|explicitly\s+){0,2}$",
    re.IGNORECASE,
)
_NEGATED_KINDS = frozenset("reject accept agree threaten accuse attack sanction mobilise withdraw deliver meet reply invite propose suspend restore aid".split())
_REACH = 40


def guarded(text: str, act: ActReading) -> ActReading:
    """The act, made `denied` where its trigger is directly negated ("did not reject", "has yet to accept") and read as done.

    A refusal by negation ("would not yield") has its negation inside the trigger or a modal before it, and is left alone.
    """
    if act.modality not in ("actual", "reported") or act.kind not in _NEGATED_KINDS:
        return act
    before = text[max(0, act.trigger.start - _REACH) : act.trigger.start]
    first = text[act.trigger.start : act.trigger.end].split(" ")[0].lower()
    if _DID_NOT.search(before) and first not in ("not", "no", "never"):
        return replace(act, modality="denied")
    return act
