"""The words before, in and after a trigger that tell whether an act was done."""

from __future__ import annotations

import re

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
DIRECT = re.compile(
    rf"\b(?:(?:{_PAST_NOT})\s{_FILLER}{_LIGHT}|(?:neither|nor)\s|(?:nobody|no\sone|none)\s(?:(?:from|of|in|at|among)\s(?:\w+\s){{1,4}})?|(?:everything|anything)\sbut\s)$",
    _I,
)
LEADS = re.compile(rf"(?:{_PAST_NOT})\s{_FILLER}", _I)
DONE_NOT = re.compile(rf"\b(?:(?:did|has|have|had|was|were)(?:\snot|n[’']t)|yet\sto|failed\sto)\s{_FILLER}$", _I)
NONE_LEADS = re.compile(
    r"(?:(?:nothing(?!\sagainst)|none|nobody|no\sone)\s(?:(?:was|were|is|has|have|had|been)\s)*|(?:(?:has|have|had|raised|raises|raise)\s)?no\s(?=objection|refusal))",
    _I,
)
AUXILIARY = re.compile(r"\b(?:did|has|have|had|was|were|is|are|been)\s$", _I)
BARE = re.compile(rf"(?:{_PAST_NOT}|did|not|yet|fail(?:ed)?)", _I)
FEW = r"(?:hesitate|fail|omit|forget|wait|neglect)"
CANCELLED = re.compile(
    rf"\b(?:(?:not|n[’']t|never)\s(?:even\s)?(?:{FEW}\s(?:\w+\s){{0,2}}to|merely|only|just|simply|stop\sshort\sof)|"
    r"(?:lost|lose|loses|losing|wasted|wastes|wasting|took|takes|taken|in)\s(?:\w+\s)?(?:little|no)\stime(?:\sin|\sto)?|"
    r"(?:can|could)(?:\snot|not|n[’']t)\s(?:help\s)?but|no\schoice\sbut\sto|no\salternative\sbut\sto)\s$",
    _I,
)
NOT_ONLY = re.compile(
    r"\b(?:not\s(?:only|just)|no\ssooner)\s(?:did|does|do|has|have|had|is|was)\s[^,;:]{0,40}$|"
    r"(?:\bnot|n[’']t|\bnever)\s[^,;:]{0,40}\swithout\s(?:first\s|having\s)?$",
    _I,
)
UNDOUBTED = re.compile(
    r"\b(?:(?:no\sone|nobody|none|not|n[’']t|never)\s(?:\w+\s){0,2}(?:disput|den[yi]|doubt|question)\w*|no\s(?:doubt|question)|"
    r"beyond\s(?:doubt|dispute))\sthat\s[^,;:.]{0,50}$|\bif\s[^,;:.]{0,40}\bhad\s(?:not\s)?$",
    _I,
)
ANY_NEGATION = re.compile(
    r"\b(?:not|cannot|no|nor|never|none|nobody|nothing|neither|without|fail\w*|yet|den(?:y|ies|ied|ying|ials?)|refus\w*|"
    r"declin\w*|reject\w*|dismiss\w*|rebut\w*|refut\w*|contest\w*|disput\w*|contradict\w*|brush\w*|scoff\w*|rul\w+|short|refrain\w*|far|hardly|barely|scarcely|avoid\w*|instead|false\w*|untrue|"
    r"baseless|wrong|unable|rather|elud\w*|elusive|but|off|few|little|if|only|unlikely|un\w+ed)\b|n[’']t\b",
    _I,
)
RULED_NOTHING = re.compile(r"(?:rul|refus|reject|turn|exclud)\w+\s(?:nothing|nobody|none|no\sone|neither)\b", _I)
NO_SUBJECT = re.compile(
    r"(?:^|[\"“‘(]|\bthat\s|\bsaid\s)(?:no|neither)\s(?!longer|doubt|sooner|fewer|less)(?:\w+\s){1,2}$", _I
)
NEVER_SAID = re.compile(
    r"(?:\bnever|\bnot|n[’']t)\s(?:said|say|claimed?|suggest(?:ed)?|announced?)\s(?:that\s)?\w+\s(?:w(?:ill|ould)\s(?:not\s)?)?$",
    _I,
)
NOT_RULED_OUT = re.compile(
    r"(?:\b(?:would|will|did|do|does|could|can|has|have|had|is|are)\s(?:\w+ly\s)?not|n[’']t|\bcannot|\bnever)\s"
    r"(?:\w+ly\s|yet\s)?rul\w+\s(?:[\w’'-]+\s){0,6}?out\b",
    _I,
)
NO_HINDRANCE = re.compile(r"\bnothing\s(?:\w+\s){0,2}(?:$|st)", _I)
IN_THE_WAY = re.compile(r"(?:nothing\s(?:\w+\s){0,2})?st(?:and(?:s|ing)?|ood)\sin\sthe\sway\b", _I)
UNSAID = re.compile(
    r"\b(?:yet\sto|declin\w+\sto|refus\w+\sto|(?:has|have|had|did|does|do|would|will)(?:\snot|n[’']t)|never)\s"
    r"(?:\w+ly\s)?(?:say|said|state[ds]?|announced?|declared?|signal(?:led)?)\s(?:[\w’']+\s){0,4}?that\s(?:[\w’']+\s){1,4}$",
    _I,
)
"""Words before an act of which nobody has said that it is done."""
UNANSWERED = re.compile(r"\b(?:unanswered|unheeded|without\s(?:an\s)?(?:answer|reply))$", _I)
NOT_SO = re.compile(r"(?:\bnot|n[’']t|\bnever)\s(?:\w+\s){0,2}$", _I)
INVERTED = re.compile(
    r"\b(?:never(?:\sagain)?|at\sno\stime|under\sno\scircumstances|in\sno\sway|by\sno\smeans)\s"
    r"(?:will|would|did|does|has|have|had|can|could|shall)\s[^,;:]{0,40}$|\bnot\s(?:the\s|our\s)?\w+\swho\s(?:had\s|have\s)?$",
    _I,
)
NO_LONGER = re.compile(r"\bno\slonger\s$", _I)
NO_BEFORE = re.compile(
    r"\b(?:no|nothing\sin|without\s(?:an?|any))\s(?:(?!longer|fewer|less|more|doubt|sooner)\w+\s)?$", _I
)
REFUSAL = r"(?:declin(?:es|ed|ing|e)|refus(?:es|ed|ing|e))"
REFUSAL_BEFORE = re.compile(rf"\b{REFUSAL}\sto\s$", _I)
BARS = re.compile(rf"\b(?:{REFUSAL}\sto|rul(?:e|es|ed|ing)\s(?:\w+\s)?out|oppos(?:e|es|ed|ing))\s$", _I)
REFUSED_REFUSAL = re.compile(r"\s?(?:to\s)?(?:rule|exclude|reject|dismiss|refuse|turn\sdown|say\sno)\b", _I)
NONE_AFTER = re.compile(
    r"\s(?:neither|none|nothing|nobody|no\sone|not\sone|not\sa\ssingle|no(?!\s(?:longer|fewer|less|more|doubt|sooner|later|matter)))\b",
    _I,
)
INSTEAD = re.compile(r"\b(?:instead\sof|rather\sthan)\s(?:\w+ly\s)?$", _I)
NONE_BEFORE = re.compile(
    r"(?:^|[\"“‘(]|\bthat\s|\bsaid\s|\bsays\s)(?:not\s(?:one|a\ssingle)|none|nobody|no\sone|nothing|neither|no\s\w+)\b"
    r"(?:(?!\b(?:that|which|who|and|but|as|when|while)\b)[^,;:.\"”]){0,50}\b(?:has|have|had|was|were|been)\s(?:\w+ly\s|yet\s|ever\s|been\s)*$",
    _I,
)
NO_NOUN = re.compile(
    r"(?:(?!lo|wast)\w+\s)?no\s(?!longer\b|fewer\b|less\b|sooner\b)\w+|\w+\s(?:nothing|nobody|none|no\sone)\b|\w+\sno$",
    _I,
)
NEITHER = re.compile(r"\bneither\s\w+\snor\s", _I)
DONE_TO_NO = re.compile(r"(\w+)\sno\b(?!\s(?:longer|less|fewer|sooner|doubt))", _I)
"""A verb and its object in one trigger, the object being nobody or nothing ("ignored no letter")."""
MERE_NEGATION = re.compile(r"no|not|so\smuch|no\s(?:sign|time|hurry|doubt|way)", _I)
"""What is no refusal by itself: read as one that was not made, it is neither."""
NEVER_HELD = re.compile(
    r"(?:(?!\b(?:that|which|who|where|when)\b)[^.;:]){0,50}\b(?:never|did\snot|didn[’']t|has\snot|have\snot|failed\sto)\s(?:yet\s)?"
    r"(?:took|take|taken|happen\w*|materiali[sz]e\w*|come\sabout|came\sabout|occur\w*)\b|"
    r"(?:(?!\b(?:that|which|who|where|when)\b)[^.;:,]){0,50}\b(?:elud(?:e[sd]?|ing)|(?:prov|remain)\w*\selusive)\b|"
    r"(?:(?!\b(?:that|which|who|where|when|and|but)\b)[^.;:,]){0,25}\b(?:has|have|had|was|were)(?:n[’']t|\s(?:still\s|so\sfar\s)?"
    r"(?:not|never))\s(?:yet\s)?(?:been\s)?(?:given|delivered|sent|received|handed\sover|submitted)\b",
    _I,
)
_TALE = (
    r"(?:reports?|claims?|charges?|accusations?|allegations?|rumou?rs?|suggestions?|stor(?:y|ies)|assertions?|"
    r"complaints?)"
)
_GAP = r"(?:(?!\b(?:but|and|while|although|though|after|before|saying|adding|calling|which|who)\b)[^.;:!?\n]){0,80}$"
UNTRUE_BEFORE = re.compile(
    rf"\b(?:(?:not\strue|untrue|false|wrong|no\struth\sin\s(?:\w+\s){{1,2}}?|not\sthe\scase)\s?that|"
    rf"(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing))\s(?:that|having|ever|any|(?={_TALE})|(?=\w+ing\b))|"
    rf"(?:dismiss|reject|rebut|refut|scotch|disput|deny|deni|scoff|laugh|brush|pour|shrug)\w*\s(?:[\w’']+\s){{0,4}}{_TALE}\s(?:that|of)){_GAP}",
    _I,
)
TALE_BEFORE = re.compile(rf"\b{_TALE}\sthat\b{_GAP}", _I)
UNTRUE_AFTER = re.compile(
    r"[^.;:!?\n]{0,80}\b(?:untrue|false|wrong|baseless|unfounded|groundless|not\strue|"
    r"nonsense|invented|a\slie|a\sfabrication)\b",
    _I,
)
MODAL, BUT = re.compile(r"can|could|cannot", _I), re.compile(r"\s?(?:not|n[’']t)?\s(?:help\s)?but\s", _I)
NO_OBJECTION = re.compile(r"\bno\s(?:\w+\s)?objections?\b", _I)
