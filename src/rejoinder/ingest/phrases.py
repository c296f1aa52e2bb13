"""What the words of one paragraph tell of its part in the page, whatever stands round it."""

from __future__ import annotations

import re
from functools import lru_cache

from rejoinder.ingest.dates import without_day
from rejoinder.ingest.paragraphs import Paragraph
from rejoinder.vocabulary.furniture import furniture
from rejoinder.vocabulary.outlets import outlet_named

_INNER = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@#][\w.-]+")
_DOMAIN = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|int|info|tv|news|az|am|ge|ru|ua|uk|us|eu|fr|de|io|in|co|media)(?:/\S*)?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:views?|shares?|comments?|likes?|reads?|hits|visits|followers|downloads)\s?[:(]?\s?\d[\d.,]*[km]?\)?(?:\sare\s.{0,40})?"
    r"|\d[\d.,]*[km]?\s(?:views?|shares?|comments?|likes?|reads?|hits|followers|votes?)"
    r"|(?:an?|\d+)\s(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s(?:read|ago)"
    r"|(?:reading time|time to read|est\. reading time)\s?:?\s?\d.{0,20}",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:pages?|p\.)\s?(?:no\.?\s?)?[A-Z]?\d{1,3}\b", re.IGNORECASE)
_BETWEEN_MARKS = re.compile(r"[^\s,.;:!?()]+")
_MENU = re.compile(r"\s[|>»›•·/]\s")
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_QUOTES = frozenset('"“”«»„')
_NOTICE = re.compile(r"^\W*(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d))", re.IGNORECASE)


@lru_cache(maxsize=4096)
def bare(words: str) -> str:
    """The words in small letters, straight apostrophes, nothing at either end but letters and digits."""
    lowered = " ".join(words.lower().replace("’", "'").split())
    if lowered in ("a+", "a-"):
        return lowered
    inner = _INNER.search(lowered)
    return inner.group() if inner else ""


def is_furniture(paragraph: Paragraph) -> bool:
    """Whether the words alone show a menu, button, notice, counter, address or sign-up."""
    words = paragraph.words
    key = bare(words)
    if not any(c.isalpha() for c in words):
        return True
    return (
        key in furniture().lines
        or _is_menu(key)
        or _NOTICE.match(words) is not None
        or all(map(is_address, words.split()))
        or _COUNT.fullmatch(words.strip(" .|-–·")) is not None
        or (paragraph.count <= 40 and _starts(paragraph, key))
        or (paragraph.count <= 30 and not _quoted(words) and _holds(furniture().contains, key))
        or (not paragraph.prose and _PAGE.search(words) is not None and not _quoted(words))
        or (not paragraph.prose and len(_MENU.findall(words)) >= 2 and not paragraph.stops)
    )


def _is_menu(key: str) -> bool:
    """Whether it is three or more names of sections and buttons in a row."""
    words = key.split()
    return 3 <= len(words) <= 30 and all(word in furniture().sections or word in furniture().lines for word in words)


def is_edge_furniture(paragraph: Paragraph) -> bool:
    """Whether it would be furniture at either end of a page: it sells, invites or gives notice, and quotes nobody."""
    if paragraph.count > 25 or _quoted(paragraph.words):
        return False
    spoken_to = _SECOND_PERSON.search(paragraph.words) is not None
    return (not paragraph.prose or spoken_to) and _holds(furniture().edges, bare(paragraph.words))


def is_teaser(paragraph: Paragraph) -> bool:
    """Whether it names another story: "Related: ...", "Read more - ...", a headline cut short."""
    match = re.match(r"[^\w]*([A-Za-z][A-Za-z’' ]{2,40}?)\s?(?:[:>|»]|\s[-–—])\s?(?=\S)", paragraph.words)
    if match and bare(match[1]) in furniture().teaser_starts:
        strict = bare(match[1]).startswith(("relat", "read", "see", "watch", "also", "recommend", "you m", "listen"))
        return strict or not paragraph.prose
    return paragraph.cut and not _quoted(paragraph.words) and paragraph.sentences == 1 and paragraph.titled >= 0.6


def is_teaser_heading(paragraph: Paragraph) -> bool:
    """Whether it opens a list of other stories."""
    key = bare(paragraph.words)
    if key in furniture().teaser_headings:
        return True
    # "Also in the Courier this week": the same with the name of the page in it.
    return (
        paragraph.count <= 8
        and not paragraph.stops
        and key.startswith(("also in ", "more from ", "more in ", "more on ", "most read in "))
    )


def is_section(paragraph: Paragraph) -> bool:
    """Whether it is the name of a part of a newspaper, or of several, perhaps with a date."""
    parts = [bare(part) for part in re.split(r"[|>»›/•·,&]|\s[-–]\s|\sand\s", paragraph.words)]
    parts = [part for part in parts if part and without_day(part)]
    return paragraph.count <= 8 and bool(parts) and all(part in furniture().sections for part in parts)


def is_masthead(paragraph: Paragraph) -> bool:
    """Whether it may be the name of the outlet: known, or a few words with capitals, one of them such as "Courier"."""
    if bare(paragraph.words) in furniture().sections:
        return False
    if outlet_named(paragraph.words) and paragraph.titled == 1.0:
        return True
    words = bare(re.split(r"\s[/|]\s", paragraph.words)[0]).split()
    return (
        2 <= len(words) <= 5 and paragraph.titled == 1.0 and not paragraph.stops and words[-1] in furniture().mastheads
    )


def _starts(paragraph: Paragraph, key: str) -> bool:
    words = key.split()
    for n in range(min(5, len(words)), 0, -1):
        start = " ".join(words[:n]).rstrip(":,;!?.–—-")
        if start in furniture().starts:
            # One word is too little to take a sentence for a notice, unless it speaks to its reader.
            weak = (n == 1 or paragraph.count > 25) and paragraph.prose
            return not (weak and not _SECOND_PERSON.search(paragraph.words)) and not _quoted(paragraph.words)
    return False


def _holds(phrases: frozenset[str], key: str) -> bool:
    words = " ".join(_BETWEEN_MARKS.findall(key))
    padded = f" {words} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _quoted(words: str) -> bool:
    return any(c in _QUOTES for c in words)


def is_address(word: str) -> bool:
    """Whether the word is an address of the web or of mail, a host name, a handle or a hash tag."""
    word = word.strip("()<>[],;")
    return _ADDRESS.fullmatch(word) is not None or _DOMAIN.fullmatch(word) is not None
