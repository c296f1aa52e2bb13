"""The beginning of a news report that says where it was written, when, and for which agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rejoinder.vocabulary.agencies import find_agency, is_agency

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_CAPITALS = r"[A-Z][A-Z'’.-]{1,24}(?:\s[A-Z][A-Z'’.-]{1,24}){0,3}(?:/[A-Z][A-Z'’. -]{1,24})?"
_TITLE = r"[A-Z][a-z’'-]{2,20}(?:\s[A-Z][a-z’'-]{2,20}){0,2}"
_REGION = rf"(?P<region>,\s(?!{_MONTH}\s\d)[A-Z][\w’'.-]{{1,20}}(?:\s[A-Z][\w’'.-]{{1,20}}){{0,2}})?"
_AGENCY = r"\((?P<paren>[^()\n]{2,60})\)|/(?P<slash>[^/\n]{2,40})/"
_LINE = re.compile(
    rf"(?:\((?P<before>[^()\n]{{2,60}})\)\s{{0,3}})?"
    rf"(?P<place>{_CAPITALS}|{_TITLE}){_REGION}"
    rf"(?:,\s(?P<date>{_DATE})(?P<dot>\.)?)?"
    rf"(?:\s{{0,3}}(?:{_AGENCY}))?"
    r"\s{0,3}(?P<mark>--|[-–—:.])?\s{0,3}"
    r"(?:(?P<after>[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20}){0,3})\s?[.–—-]\s)?"
)
_NAME = re.compile(r"[A-Z][\w’'.&-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'.&-]*){0,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline at the head of a paragraph: its length in characters (blanks after it included), date and agency
    as it gives them."""

    length: int
    date: str | None
    origin: str | None


def dateline(words: str, *, opening: bool) -> Dateline | None:
    """The dateline that `words` begin with. Where `opening` (the first paragraph of an article), a place and a dash
    or colon will do; elsewhere an agency or a date must be there too."""
    match = _LINE.match(words[:240])
    if match is None:
        return None
    end, after = match.end(), match["after"]
    origin = _origin(match["before"]) or _origin(match["paren"]) or _origin(match["slash"])
    if after and not (match["mark"] in ("-", "–", "—", "--") and is_agency(after)):
        end, after = match.start("after"), None
    origin = origin or (is_agency(after) if after else None)
    mark = match["mark"] or match["dot"] or (" " if match["date"] and match["paren"] else None)
    named = bool(match["paren"] or match["slash"] or match["date"])
    capitals = match["place"].isupper()
    if mark is None or len(words) - end < 12 or not _begins(words[end:]):
        return None
    if mark == "." and not (match["date"] or match["slash"]):
        return None
    plain = mark != "." if capitals or match["region"] else mark == ":"
    if not named and not (opening and plain):
        return None
    agency = find_agency(match["paren"] or match["slash"] or "")
    if not (match["date"] or agency) and named and (mark == ":" or not capitals or not opening):
        return None  # a speaker and who that is, more likely than a place and an agency that nobody knows
    return Dateline(length=end, date=match["date"], origin=origin)


def _begins(rest: str) -> bool:
    """Whether a sentence may begin here."""
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘«")


def _origin(words: str | None) -> str | None:
    """The agency between brackets, also one that the vocabulary does not know."""
    if words is None:
        return None
    known = find_agency(words)
    if known:
        return known
    words = words.strip()
    return words if _NAME.fullmatch(words) else None
