"""What the words themselves settle, whatever the tagger's score: whether an act is done, planned, possible, denied or
told by somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rejoinder.types.annotation import ActReading
from rejoinder.types.extraction import Statement
from rejoinder.types.span import Span
from rejoinder.vocabulary.kinds import triggers
from rejoinder.vocabulary.word_lists import word_list

_NEGATED_KINDS = word_list("kinds that a negation denies")
_REACH = 40

FIRST_MEANING, OTHER_MEANING = 4.0, 2.0
"""How much likelier a kind is where the vocabulary gives the trigger this meaning, plain or one of several."""


_WITHHOLDS = re.compile(
    r"(?:has |have |had |is |are |was |were )?(?:put(?:ting|s)? off|held back|hold(?:s|ing)? back|withh(?:eld|old\w*)"
    r"|s[ai]t(?:s|ting)? on|delay(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_OWED_WITHIN = 80
_OWED = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,4}?(?:answer|repl(?:y|ies|ying)|respon(?:se|ses|ding)|text|version|drafts?|comments?|paper"
    r"|handing over|sending|submitting|returning|giving (?:an|its|his|her|their|any) )",
    re.IGNORECASE,
)


def _withholds(text: str, trigger: Span) -> bool:
    return bool(_WITHHOLDS.fullmatch(trigger.of(text)) and _OWED.match(text, trigger.end, trigger.end + _OWED_WITHIN))


def rekinded(text: str, act: ActReading) -> ActReading:
    """The act with the kind that tagger and vocabulary together find likeliest; a trigger that the vocabulary does
    not know stays. Who holds back an answer or a paper that is owed leaves something unanswered."""
    if act.kind in ("suspend", "reject") and _withholds(text, act.trigger):
        return replace(act, kind="ignore")
    meanings = triggers(act.trigger.of(text))
    if not meanings or len(act.alternatives) < 2:
        return act
    weights: dict[str, float] = {}
    for number, meaning in enumerate(meanings):
        weights.setdefault(meaning.kind, FIRST_MEANING if number == 0 and not meaning.weak else OTHER_MEANING)
    weighed = [(score * weights.get(kind, 1.0), kind, score) for kind, score in act.alternatives]
    _, kind, score = max(weighed, key=lambda w: (w[0], w[1]))
    return act if kind == act.kind else replace(act, kind=kind, score=score)


_SAID = word_list("kinds done by saying them")
_UNCONDITIONAL = _SAID - {"accept", "acknowledge", "reply"}
"""A threat, an offer or a demand with an "if" is made all the same."""
_LEFT_OPEN = frozenset(("reject", "request"))
"""Kinds that an "if" before them leaves open ("if they refuse")."""
_PAST = re.compile(r"(?!(?:need|indeed|exceed|proceed|succeed|speed|feed)\b)\w+ed\b", re.IGNORECASE)
_PAST_FORMS = word_list("past forms without -ed")
_ADVERBS = r"(?:(?:\w+ly|also|soon|then|only|first|even|still|already|just|yet|twice|once|since|so far)\s+){0,2}"
_PERFECT = re.compile(rf"(?:\b(?:has|have|had|having)|[’'](?:ve|s|d))\s+{_ADVERBS}(?:been\s+)?$", re.IGNORECASE)
_BEFORE_PAST = re.compile(
    r"\b(?:to|will|would|may|might|could|can|should|must|be|is|are|am|being|remains?|if|not|never|no|their|our|its)\s+$",
    re.IGNORECASE,
)
_WILL = re.compile(rf"(?:\b(?:would|will|shall)|[’']ll)\s+{_ADVERBS}(?:be\s+)?$", re.IGNORECASE)
_I_WOULD = re.compile(r"\b(?:I|we)(?:\s+would|[’']d)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
"""The polite form of what is done by saying it."""
_MAY = re.compile(rf"\b(?:may|might|could)\s+{_ADVERBS}(?:be\s+)?$", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|provided|as soon as(?! possible)|as long as|on condition)\b", re.IGNORECASE)
_UPON = re.compile(r"\b(?:if|unless|provided|should|whoever|in case)\b", re.IGNORECASE)
_DATE = re.compile(r"\bon \w+day\b|\b(?:tomorrow|next|tonight|later|in the morning)\b")
_NOW = re.compile(r"(?:\b(?:would|will|remains?|is|are|am)|[’'](?:m|re|d|ll))\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
_READY = re.compile(
    r"(?:is |was |are |were )?(?:ready|willing|prepared|open) to\b|(?:readiness|willingness)\b", re.IGNORECASE
)
"""Who says to be ready to do something offers it by saying so."""
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot|yet|fail\w*|den(?:y|ies|ied|ying)|refus\w+|"
    r"short of|instead of|rather than|unable|declin\w+|unheeded|unanswered|hardly|false|untrue|lack\w*|avoid\w*|"
    r"stop\w*|far from|absen\w+|ignor\w+|until|halt\w*|rebuff\w*|reject\w*|silen\w+|await\w*|wait\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never|neither|nor|none|without|declin\w+|yet to|short of)\b|n[’']t\b", re.IGNORECASE)
_LEADING_NO = re.compile(r"(?:not|no|never)\b", re.IGNORECASE)
_OPINIONS = frozenset(("accuse", "reject", "deny", "warn", "support", "demand"))
_ASIDE = re.compile(r"\b(?:after|since|which|who|by)\b[^,.;:]{0,30}$")
_NO_ANSWER = re.compile(r"(?:(?:given|got|had|received|made|sent)\s+)?(?:not?|none|never)\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"(?:did|has|have|had|was|were)(?:\s+(?:not|never)|n[’']t)\b", re.IGNORECASE)


_NEUTRAL = re.compile(
    r"(?:also\s+)?(?:sa(?:id|ys?|ying)|told|tells|wr(?:ote|ites)|add(?:ed|s|ing)|stat(?:ed|es|ing)|not(?:ed|es|ing)|"
    r"recall(?:ed|s|ing)|explain(?:ed|s|ing)|recount(?:ed|s|ing)|remark(?:ed|s|ing)|point(?:ed|s|ing) out|"
    r"according to|report(?:ed|s)?)",
    re.IGNORECASE,
)
"""Cues that only say that somebody speaks."""
SPEECH = re.compile(r"[“”\"]|:\s|\b(?:said|says|told|tells|wrote|writes)\b")
"""Signs that a sentence holds somebody's words."""


def _finite(text: str, act: ActReading) -> bool:
    """Whether the trigger is the verb of a clause of what is said: one in a past or future form, not after a noun's
    "after" or "since"."""
    before = text[max(0, act.trigger.start - _REACH) : act.trigger.start]
    return (_is_past(text, act, before) or _WILL.search(before) is not None) and not _ASIDE.search(before)


def vouched(text: str, act: ActReading, statement: Statement) -> bool:
    """Whether an act in somebody's words stands on that somebody's word: by the tagger's choice, in a direct
    quotation, and where the cue only says that he speaks; not where the narrator's cue names the act itself."""
    cue = statement.cue.of(text) if statement.cue else ""
    if statement.form == "indirect" and any(m.kind == act.kind and not m.weak for m in triggers(cue)):
        return False
    if act.held_by_speaker or statement.form == "direct" or act.modality == "reported":
        return True
    return _NEUTRAL.fullmatch(cue) is not None and _finite(text, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where an act stands: its sentence, whether in somebody's words, whether that somebody denies them, and whether
    who speaks is who does it."""

    sentence: Span
    told: bool
    denied: bool = False
    own: bool = False


def modality_of(text: str, act: ActReading, setting: Setting) -> str:
    """The modality that the words settle, else the tagger's."""
    modality = act.modality
    before = text[max(setting.sentence.start, act.trigger.start - 60) : act.trigger.start]
    sentence = setting.sentence.of(text)
    known = any(m.kind == act.kind for m in triggers(act.trigger.of(text)))
    if modality == "denied":
        return _denied(text, act, setting, before)
    negated = _NO_ANSWER if act.kind == "reply" else _NOT_DONE if act.kind not in _SAID else None
    if negated is not None and modality in ("actual", "reported") and negated.match(act.trigger.of(text)):
        return "denied"
    if setting.denied and modality in ("actual", "reported") and act.kind in _NEGATED_KINDS:
        return "denied"
    if _MAY.search(before) and act.kind not in _OPINIONS and (act.kind == "offer" or not _IF.search(sentence)):
        return "hypothetical"
    if modality == "reported" and act.kind in _SAID and _I_WOULD.search(before):
        return "actual"
    if modality in ("actual", "reported") and _WILL.search(before) and _announced(act, known, sentence):
        return "planned"
    if modality == "planned" and act.kind not in _SAID and _IF.search(sentence):
        return "conditional"
    if (
        modality == "conditional"
        and act.kind in _UNCONDITIONAL
        and not (act.kind in _LEFT_OPEN and _UPON.search(before))
    ):
        return "actual"
    if modality == "reported" and act.kind == "accuse" and setting.own and not known:
        return "actual"
    if modality == "actual" and setting.told and _told_past(text, act, known, before):
        return "reported"
    if modality == "reported" and act.kind in _SAID and (_NOW.search(before) or _READY.match(act.trigger.of(text))):
        return "actual"
    return modality


def _announced(act: ActReading, known: bool, sentence: str) -> bool:
    """Whether "will" before a trigger tells of an act to come, and is not the act itself ("will never sign")."""
    if act.kind == "acknowledge":
        return _DATE.search(sentence) is not None
    return act.kind not in _SAID or act.kind == "reply" or (known and act.kind not in ("accept", *_OPINIONS))


def _denied(text: str, act: ActReading, setting: Setting, before: str) -> str:
    """Denied, unless nothing around the act negates it, or the negation is the refusal or the denial itself."""
    if act.kind == "deny" and not _names(text, act, "deny", "acknowledge"):
        return "actual"
    if act.kind == "ignore" and not setting.denied and not _is_heeded(text, act, before):
        return "reported" if setting.told else "actual"
    if act.kind in ("reject", "deny"):
        inside = _LEADING_NO.match(act.trigger.of(text))
        refusal = _WILL.search(before) if inside else not _NEGATION.search(before)
        return "actual" if refusal else "denied"
    if act.kind in _UNCONDITIONAL and not _NEGATIVE.search(setting.sentence.of(text)):
        return "actual"
    if act.kind == "reply" and _WILL.search(before) and not _NEGATIVE.search(before):
        return "planned"
    return "denied"


def _names(text: str, act: ActReading, *kinds: str) -> bool:
    """Whether one of the words of a trigger names one of the kinds by itself."""
    return any(one.kind in kinds for word in act.trigger.of(text).split() for one in triggers(word))


def _is_heeded(text: str, act: ActReading, before: str) -> bool:
    """Whether a negation is of the silence itself ("has not kept silent"), rather than the silence told by one ("was
    never looked at")."""
    words = act.trigger.of(text)
    inside = _NEGATION.match(words)
    silent = inside and any(one.kind == "ignore" for one in triggers(words[inside.end() :].strip()))
    return bool(silent or _NEGATION.search(before))


def _told_past(text: str, act: ActReading, known: bool, before: str) -> bool:
    """Whether a trigger in somebody's words tells of what was done before."""
    if act.kind in ("acknowledge", "support", "demand", "warn") or (act.kind in _SAID and not known):
        return False
    return _is_past(text, act, before)


def _is_past(text: str, act: ActReading, before: str) -> bool:
    """Whether the trigger is a verb in the past tense or the perfect."""
    first = act.trigger.of(text).split(" ")[0].lower()
    if not (_PAST.fullmatch(first) or first in _PAST_FORMS):
        return False
    return _PERFECT.search(before) is not None or not _BEFORE_PAST.search(before)
