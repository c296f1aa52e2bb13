"""What looks like a time and is none: names, verbs, counts, numbers of things."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rejoinder.annotate.time_surroundings import Surroundings
from rejoinder.annotate.time_words import ONES, TENS, time_words, words
from rejoinder.types.span import Span

_MONTH_AFTER = frozenset(
    words(
        "in of since until till by last next this early late mid between and from to through during before after on "
        "the each every for or"
    )
)
_SURELY_MONTH_AFTER = frozenset(words("in since until till last next early late mid of"))
_YEAR_AFTER = frozenset(
    words("in since until till during of by from before after between through circa around mid early late and or to")
)
_SEASON_AFTER = frozenset(words("in by since until till during through throughout into over before after of for"))
_CLOCK_AFTER = frozenset(words("at by until till from around about before after since"))
_UNITS_AFTER = frozenset(words("for within in over after of many nearly almost following follows"))
_NO_DURATION_AFTER = frozenset(words("such what as is was quite"))
_NO_DATE_AFTER = frozenset(words("version v release tel phone fax no. no score build"))
_COUNTS = frozenset((*ONES, *TENS, "few", "several", "couple", "decade"))
_WRITTEN_ALIKE = frozenset(("may", "march", "mar", "sun"))
_LISTED_NUMBER = re.compile(r"resolutions? [\d, ]{0,40}(?:and |or )?$|(?:^|\s)[\d().+-]{0,20}\d[ -]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a rule found, with the words beside it: `before` in small letters, `after` as written."""

    around: Surroundings
    rule: str
    parts: Mapping[str, str]
    span: Span
    before: str
    after: str

    def written(self, word: str) -> str:
        """`word` of the phrase as it is written in the text."""
        at = self.around.plain.index(word, self.span.start)
        return self.around.text[at : at + len(word)]


def stands(around: Surroundings, rule: str, parts: Mapping[str, str], span: Span) -> bool:
    """Whether the phrase that `rule` found at `span` is a time indeed."""
    if around.shut(span):
        return False
    before, after = around.before(span.start), around.after(span.end)
    found = Candidate(around=around, rule=rule, parts=parts, span=span, before=before, after=after)
    if "month" in parts:
        return _month(found)
    if "weekday" in parts:
        return _weekday(found)
    return _BY_RULE[rule](found) if rule in _BY_RULE else True


def _month(found: Candidate) -> bool:
    word = found.parts["month"].rstrip(".")
    written, names = found.written(word), time_words().names
    if found.before in names["month_before"] or found.before == "version":
        return False
    if found.rule != "month":
        return written[0].isupper() or word not in _WRITTEN_ALIKE
    if not written[0].isupper():
        return False
    if "year" in found.parts or "which" in found.parts:
        return True
    if len(word) < 5 and word not in ("may", "june", "july") and not found.parts["month"].endswith("."):
        return False
    return found.after.lower() not in names["month_after"] and _bare_month(found, word)


def _bare_month(found: Candidate, word: str) -> bool:
    if word in ("may", "march"):
        modified = bool(found.parts.keys() & {"rel", "part", "adv"})
        return modified or _month_like_a_verb(found, word)
    named = found.after[:1].isupper() and found.around.text[found.span.end : found.span.end + 1] == " "
    return found.before in _MONTH_AFTER or bool(found.parts.keys() - {"month"}) or not named


def _month_like_a_verb(found: Candidate, word: str) -> bool:
    if word == "march":
        goes_on = found.after in time_words().names["march_after"]
        return found.before in _SURELY_MONTH_AFTER or (found.before in _MONTH_AFTER and not goes_on)
    return found.before in (_SURELY_MONTH_AFTER if found.around.lady_may else _MONTH_AFTER)


def _weekday(found: Candidate) -> bool:
    names, word = time_words().names, found.parts["weekday"]
    if len(word) < 6 and not found.written(word)[0].isupper():
        return False
    if found.before in names["weekday_before"] and found.around.text[max(0, found.span.start - 2)].isalpha():
        return False
    titled = found.after[:1].isupper() and found.after.lower() in names["weekday_after"]
    return not titled and not ("many" in found.parts and found.after == "for")


def _year(found: Candidate) -> bool:
    numbers, parts = time_words().numbers, found.parts
    if "say" in parts:
        return True
    if found.after.lower() in numbers["after"]:
        return False
    if "hi" in parts or "mill" in parts:
        return True
    if found.before in numbers["before"] or found.before[:1] in ("$", "€", "£", "%"):
        return False
    if _LISTED_NUMBER.search(found.around.plain[max(0, found.span.start - 52) : found.span.start]):
        return False
    surely = found.before in _YEAR_AFTER or "part" in parts or "adv" in parts
    low, high = (1000, 2199) if surely and found.before != "to" else (1900, 2099)
    if not low <= int(parts["year"]) <= high:
        return False
    things = found.after.islower() and found.after.endswith("s")
    return surely or "year2" in parts or not things or found.before in ("the", "a", "its", "his", "their")


def _no_title(found: Candidate) -> bool:
    """No "USA Today", no "Daily Mail"."""
    text, span = found.around.text, found.span
    if not text[span.start].isupper():
        return True
    if found.before and text[max(0, span.start - 2)].isalpha():
        return False
    return found.rule == "deictic" or not found.after[:1].isupper() or text[span.end : span.end + 1] != " "


def _season(found: Candidate) -> bool:
    bare = found.parts.keys() <= {"season", "rel"} and found.parts.get("rel", "the") == "the"
    return (not bare or found.before in _SEASON_AFTER) and _no_title(found)


def _duration(found: Candidate) -> bool:
    quantity, unit, parts = found.parts["qty"], found.parts["unit"], found.parts
    plain, span = found.around.plain, found.span
    if unit == "quarter" and (found.after == "of" or "-" in plain[span.start : span.end]):
        return False
    if unit == "second" and (quantity in ("a", "another") or plain[span.end - 1] != "s"):
        return False
    if unit in ("year", "month") and found.after.lower() in ("old", "older", "younger"):
        return False
    if parts.get("old") == "old" and unit == "year":
        return False
    if quantity in ("a", "an") and "lead" not in parts:
        return found.before not in _NO_DURATION_AFTER or found.after in ("of", "after", "before")
    return quantity not in ("some", "many") or plain[span.end - 1] == "s"


def _units(found: Candidate) -> bool:
    return found.before in _UNITS_AFTER


def _relative(found: Candidate) -> bool:
    rel = found.parts["rel"]
    if found.around.quoted_title(found.span):
        return False
    if found.parts["unit"] == "day" and rel in ("last", "past"):
        return False
    if rel in ("entire", "full", "whole", "same"):
        return "the" in found.parts
    return True


def _clock(found: Candidate) -> bool:
    return "h24" not in found.parts or "zone" in found.parts or found.before in _CLOCK_AFTER


def _reference(found: Candidate) -> bool:
    return found.after not in _COUNTS and not found.after[:1].isdigit()


def _figures(found: Candidate) -> bool:
    return found.before not in _NO_DATE_AFTER


_BY_RULE: Mapping[str, Callable[[Candidate], bool]] = {
    "year": _year,
    "spoken-year": _year,
    "deictic": _no_title,
    "set": _no_title,
    "season": _season,
    "iso": _figures,
    "numeric": _figures,
    "duration": _duration,
    "units": _units,
    "relative": _relative,
    "clock": _clock,
    "reference": _reference,
}
