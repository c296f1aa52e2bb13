"""The grammar of time phrases: one alternation over plain text, its rules in order of preference.

A blank in a rule stands for one to three blanks (with `?` for none too), `<NAME>` for a fragment below. Every
quantifier is bounded and none holds another, so that matching stays linear in the text.
"""

# ruff: noqa: E501 - a rule stands on one line

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rejoinder.annotate.time_words import time_words

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"

_FRAGMENTS = {
    "WEEKDAY": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|thu|fri|sat)\.|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)(?=\.?,? (?:<MONTH> )?\d))",
    "MONTH": r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?![\w'](?!s\b))",
    "DAY": r"[0-3]?\d(?:st|nd|rd|th)?(?![\w%]|,\d|\.\d|:\d| percent| per cent| million| billion| ?[ap]\.m| ?[ap]m\b)",
    "YEAR": r"(?:1\d|20|21)\d\d(?![\w%]|,\d{3}|\.\d|:\d)",
    "NUM": rf"(?:\d{{1,3}}(?:,\d{{3}}|\d)?(?:\.\d)?(?![\w,.]\d)|(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|(?:a|{_ONES}) (?:hundred|thousand)|{_ONES})",
    "QTY": r"(?:<NUM>(?: and a half| (?:to|or) <NUM>|-<NUM>)?|(?:a )?couple(?: of)?|a few|few|several|some|many|(?:a )?dozens?(?: of)?|half an?|half|another|an?)",
    "UNIT": r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)",
    "ABOUT": r"(?:(?:no|not) (?:more|less|later|fewer) than |more than |less than |fewer than |at least |at most |as (?:long|much|many|little) as |up to |just (?:over|under|about) |about |around |approximately |roughly |nearly |almost |over |under |only |well over |barely )?",
    "PART": r"(?:(?:the )?(?P<part>very early|early|late|earlier|later|mid|middle|end|beginning|start|close|first half|second half|latter half|rest|remainder|turn)(?:-| on | in | of )(?:the )?|(?:the )?(?P<adv>very early|early|late|earlier|later|mid|end) )?",
    "DAYPART": r"(?:(?:'s)? (?:early |late )?(?P<daypart>morning|afternoon|evening|night))?(?!\w)",
    "ZONE": r"(?:gmt|utc|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|cest|cet|eest|eet|msk|ist|jst|et|eastern(?: time)?|local time|moscow time)\b",
    "SEASON": r"(?:spring|summer|autumn|fall|winter)(?!\w)",
    "ORD": r"(?:first|second|third|fourth|1st|2nd|3rd|4th)",
}

_RULES: tuple[tuple[str, str], ...] = (
    ("known-day", r"(?P<known><KNOWN>)(?![\w/])"),
    ("iso", r"(?P<y>\d{4})(?P<sep>[-/])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?:[t ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?: ?z\b|[+-]\d\d:?\d\d)?)?(?![\w/-]|[.,:]\d)"),
    ("numeric", r"(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>\d{4}|\d\d)(?![\w/-]|[.,:]\d)"),
    ("month-day", r"<PART>(?:(?P<rel>last|this|next|past) )?(?P<month><MONTH>),? ?(?:the )?(?P<day><DAY>)(?: ?- ?(?P<day2><DAY>))?(?:,? (?:of )?(?P<year><YEAR>))?<DAYPART>"),
    ("day-month", r"<PART>(?:the )?(?P<day><DAY>)(?: ?- ?(?P<day2><DAY>))? (?:of )?(?P<month><MONTH>)(?:,? (?:of )?(?P<year><YEAR>))?<DAYPART>"),
    ("month", r"<PART>(?:(?P<rel>last|this|next|past|previous|coming|following|every|each) )?(?P<month><MONTH>)(?:(?:,| of)? (?P<year><YEAR>)| (?:of )?(?P<which>last|this|next|the same|the following|that) year)?"),
    ("weekday-hung", r"the (?P<weekday><WEEKDAY>) (?P<beside>after|before)(?= (?:the|a|an|his|her|its|their)\b)"),
    ("weekday", r"<PART>(?:(?P<rel>last|this|next|past|previous|coming|the following|the next|the previous|following|every|each|a|one) )?(?P<weekday><WEEKDAY>)(?P<many>s(?= )|s(?=[,.;]))?(?: (?:of )?(?P<week>last|this|next) week)?<DAYPART>"),
    ("yesterday", r"(?:the )?day (?P<far>before yesterday|after tomorrow)"),
    ("deictic", r"(?:(?P<adv>early|late|earlier|later) )?(?P<word>today|yesterday|tomorrow|tonight|overnight)<DAYPART>"),
    ("this-day", r"(?:(?P<adv>early|late|earlier|later) )?(?P<rel>this|last|that|the same|the next|the following|the previous) (?P<daypart>morning|afternoon|evening|night)(?!\w)"),
    ("day-beside", r"(?P<beside>the|a) (?P<unit>day|week|month|year) (?P<dir>before|after)(?=(?P<date> (?:the )?(?:\d|<MONTH>|<WEEKDAY>|christmas|easter|new year))|[.,;:!?)\"”]| (?:and|but|or|when|at|in|by)\b|$)"),
    ("offset", r"<ABOUT>(?P<qty><QTY>)[ -](?P<unit><UNIT>)s?[ -](?P<dir>ago|earlier(?! than)|later(?! than)|hence|from now|from today|previously|beforehand|afterwards?)(?!\w)(?: (?:quarter|period))?"),
    ("in-time", r"(?P<qty><QTY>) (?P<unit>day|week|month|year)s?(?:'s?)? (?P<dir>time)(?!\w)"),
    ("unit-but-one", r"the (?P<unit>week|weekend|month|year) (?P<far>after next|before last)(?!\w)"),
    ("offset-from", r"(?:exactly |just |only |about |nearly |almost )?(?P<qty><QTY>) (?P<unit>day|week|month|year)s? (?P<dir>before|after)(?= (?:the )?(?:\d|<MONTH>|<WEEKDAY>|christmas|easter|new year))"),
    ("holiday", r"(?:(?P<rel>last|this|next) )?(?P<holiday><HOLIDAY>)(?!\w)(?:,? (?P<year><YEAR>))?"),
    ("year-ago", r"(?:the |its )?year-(?:ago|earlier)(?: (?:<ORD>[ -])?(?:quarter|period))?|the (?:<ORD> )?quarter a year (?:ago|earlier)|(?:the )?(?:same|corresponding|comparable) (?:(?:<ORD> )?quarter|period)(?: (?:a year (?:ago|earlier)|(?:of )?last year|the year before|of the previous year))?|last year's (?:<ORD> )?quarter"),
    ("latest-quarter", r"the (?:latest|most recent|recent) (?:quarter|period)"),
    ("quarter", r"(?:<PART>(?:the |its |their )?)(?:(?P<rel>last|this|next) year's )?(?:(?P<year><YEAR>) )?(?:(?P<fiscal>fiscal)[ -])?(?:(?P<ord><ORD>)[- ]quarter|q(?P<q>[1-4]))(?!\w)(?:(?: of|,)? (?:fiscal )?(?P<year2><YEAR>)| of (?P<which>last|this|next) year)?"),
    ("year-quarter", r"the (?P<year><YEAR>) (?:quarter|period)(?!\w)"),
    ("relative", r"<PART>(?:(?P<the>the|that|this|its|their) )?(?P<rel>last|past|this|current|next|coming|upcoming|previous|prior|following|preceding|same|that|entire|full|whole) (?:(?P<fiscal>fiscal|financial) )?(?P<unit>day|week|weekend|month|quarter|half|year|decade|century|spring|summer|autumn|fall|winter)(?![\w-])(?! or two)(?: or so)?"),
    ("part-of", r"(?:the )?(?P<part>early|late|earlier|later|mid|middle|end|beginning|start|close|first half|second half|latter half|rest|remainder)(?:-| in the | of the | of )(?P<unit>week|weekend|month|quarter|year|decade|century)(?![\w-])"),
    ("unit-end", r"(?P<unit>year|month|quarter|week)(?:'s|-| )end\b"),
    ("the-unit", r"the (?:full |fiscal )?(?P<unit>weekend|quarter|year|month|week)(?=(?:[,.;]|(?P<ended> end(?:ed|ing)\b)))|the (?P<unit2>weekend|quarter)(?![\w-])(?! of\b)|over the (?P<unit3>weekend)"),
    ("ages", r"<ABOUT><QTY>(?:[- ]years?[- ](?:olds?|of age)| months? (?:old|of age))\b"),
    ("century", r"<PART>(?:the )?(?P<century>\d\d?(?:st|nd|rd|th)|(?:eigh|nine|seven|six|fif|four|thir)teenth|twelfth|eleventh|tenth|twentieth|twenty-first)[ -](?:century|centuries)(?! b)"),
    ("decade", r"<PART>(?:the )?(?P<decade>(?:1[5-9]|20)\d0)'?s\b|<PART>the (?:nineteen[ -])?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|<PART>(?:the )?'(?P<short>[2-9]0)'?s\b"),
    ("spoken-year", r"(?P<hi>nineteen|eighteen) (?P<lo>(?:<TENS>)(?:[- ](?:<ONES>))?|<TEENS>|hundred)\b|(?P<mill>the year two thousand(?: (?:and )?(?:<ONES>|<TEENS>))?)\b"),
    ("fiscal-year", r"<PART>(?:the )?(?:fiscal(?: year)?|financial year|fy ?)[ -]?(?P<year><YEAR>)(?:[-/](?P<year2>\d\d|<YEAR>)(?!\d))?"),
    ("season", r"<PART>(?:(?P<rel>last|this|next|the|each|every|previous|coming) )?(?P<season><SEASON>)(?: (?:of |in )?(?P<year><YEAR>)| of (?P<which>last|this|next) year)?"),
    ("clock", r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))? ?(?P<ap>[ap])(?:\.m\.?|m\b)(?: <ZONE>)?|(?P<h24>[01]?\d|2[0-3])[:.](?P<min24>[0-5]\d)(?: ?(?P<zone><ZONE>|hours\b|hrs\b))?(?![\w:]|\.\d)|(?P<mil>(?:[01]\d|2[0-3])[0-5]\d) ?(?:<ZONE>|hrs?\b)|(?P<hour>\d\d?|<ONES>|<TEENS>) o'clock|(?:shortly after |before |around )?(?P<word>noon|midnight|midday)(?!\w)"),
    ("day-of", r"the (?P<daypart>morning|afternoon|evening|night) of (?=(?:\d|<MONTH>|<WEEKDAY>))"),
    ("mid-day", r"(?:mid-?|early |late )(?P<daypart>morning|afternoon|evening)(?= )"),
    ("set", r"(?P<adverb>hourly|daily|weekly|biweekly|fortnightly|monthly|annually|yearly)(?!\w)|(?:every|each) (?:(?P<n><NUM>|other|few) )?(?P<unit><UNIT>)s?(?![\w-])|per (?P<per>day|week|month|annum|year)(?!\w)|(?:once|twice|(?:<NUM>) times) (?:an?|every|each|per) (?P<times><UNIT>)(?!\w)"),
    ("some-day", r"(?:(?<=will\x20)|(?<=would\x20)|(?<=could\x20)|(?<=may\x20)|(?<=might\x20))one day(?!\w)"),
    ("duration", r"(?:(?P<lead>(?:the |its |their |his |her )?(?:first|last|past|next|coming|latest|final|previous|initial)|the|this|that|these|those|its|their) )?(?P<about><ABOUT>)(?P<qty><QTY>)(?: (?:more|straight|consecutive|full|long|whole|trading|working|business|calendar|additional|further|extra|other|solid))?[ -](?P<unit><UNIT>)s?(?:-(?P<old>old|long))?(?![\w-])(?: and a (?P<half>half))?(?P<so> or (?:so|two|more)\b)?"),
    ("unit-long", r"(?P<unit><UNIT>)s?-(?:long|old)\b"),
    ("vague", r"(?P<when>recent|coming) (?P<unit>day|week|month|quarter|year|decade)s(?!\w)"),
    ("units", r"(?P<unit>hour|day|week|month|year|decade|centurie)s(?![\w-])"),
    ("year", r"<PART>(?:(?P<say>the year|year) )?(?P<year><YEAR>)(?:[-/](?P<year2>\d{4}|\d\d)(?![\w%/-]|[.,]\d))?(?!-\d)"),
    ("day-of-month", r"the (?P<day>[0-3]?\d(?:st|nd|rd|th))(?=(?: (?:of (?:the|this|that|last|next) month|and|at|but|to|through|when|was|is|were|will|would|had)\b|[,.;!?)\"”]|$))(?: of (?P<which>the|this|that|last|next) month)?"),
    ("reference", r"(?:<REFERENCE>)(?!\w)"),
)  # fmt: skip

_OPENS = (
    r"(?=[\d']|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|"
    r"the|an?\b|in|on|this|that|these|those|its|their|his|her|early|earlier|late|mid|end|begin|start|close|turn|rest|rema|"
    r"first|second|third|three|daily|biweek|four|five|fift|six|seven|eigh|nine|ten\b|elev|twel|twen|thir|fort|one|two|half|hund|"
    r"last|next|past|prev|coming|follow|same|current|upcom|prior|preced|entire|full|whole|final|initial|very|each|every|"
    r"once|twice|per\b|few|several|some|many|couple|dozen|another|about|around|approx|rough|near|almost|over|under|only|"
    r"well|barely|more|less|fewer|at\b|as\b|up\b|just|not?\b|exactly|long|corresp|compar|recent|"
    r"day|night|week|month|quarter|year|decade|centur|hour|minute|fortnight|bi|annual|today|yester|tomor|tonight|over|"
    r"noon|midn|shortly|before|fisc|financial|fy|q[1-4]|spring|summer|autumn|fall|winter|<STARTS>)"
)
"""How a phrase may begin: a quick no to all other words."""
_GROUP = re.compile(r"\(\?P([<=])(\w+)")
_BLANK = re.compile(r"(\[[^\]]*\])| (\?)?")
_FRAGMENT = re.compile(r"<([A-Z]+)>")


def _longest_first(phrases: Iterable[str]) -> str:
    escaped = (re.escape(phrase).replace("\\ ", " ") for phrase in phrases)
    return "|".join(sorted(escaped, key=lambda phrase: (-len(phrase), phrase)))


def _fragments() -> dict[str, str]:
    words = time_words()
    return _FRAGMENTS | {
        "ONES": _ONES,
        "TEENS": _TEENS,
        "TENS": _TENS,
        "HOLIDAY": _longest_first(words.holidays),
        "KNOWN": _longest_first(words.known_days),
        "REFERENCE": _longest_first(words.references),
    }


def _written_out(rule: str, fragments: dict[str, str]) -> str:
    while found := _FRAGMENT.search(rule):
        rule = rule.replace(found.group(), f"(?:{fragments[found.group(1)]})")
    return rule


def _own_names(rule: str, number: int) -> str:
    """The rule with its number in each group's name; a group that stands in several branches gets a letter besides."""
    seen: dict[str, int] = {}

    def renamed(group: re.Match[str]) -> str:
        kind, name = group.groups()
        if kind == "<":
            seen[name] = seen.get(name, 0) + 1
        return f"(?P{kind}{name}__{number}_{seen[name]}"

    return _GROUP.sub(renamed, rule)


@cache
def grammar() -> re.Pattern[str]:
    """All rules as one pattern; group `r<n>` holds rule n as a whole, `<name>__<n>_<k>` its parts."""
    fragments = _fragments()
    branches = [
        f"(?P<r{number}>{_own_names(_written_out(rule, fragments), number)})" for number, (_, rule) in enumerate(_RULES)
    ]
    words = time_words()
    starts = sorted({phrase[:3] for phrase in (*words.holidays, *words.references)})
    opening = _OPENS.replace("<STARTS>", "|".join(map(re.escape, starts)))
    alternation = _BLANK.sub(
        lambda found: found.group(1) or (" {0,3}" if found.group(2) else " {1,3}"), "|".join(branches)
    )
    return re.compile(r"(?<![\w$€£#@/&+])(?<!\d[.,:/-])" + opening + "(?:" + alternation + ")")


def rule_name(number: int) -> str:
    """The name of rule `number`."""
    return _RULES[number][0]


def parts(match: re.Match[str]) -> tuple[str, dict[str, str]]:
    """The rule that matched, and its parts that are there, blanks folded."""
    groups = match.groupdict()
    number = next(i for i in range(len(_RULES)) if groups[f"r{i}"] is not None)
    mark = f"__{number}_"
    named = {
        name.split("__")[0]: " ".join(value.split())
        for name, value in groups.items()
        if mark in name and value is not None
    }
    return rule_name(number), named
