"""Lines that say who wrote, photographed or supplied something, and when it appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rejoinder.ingest.dates import find_day, is_time, month_named, without_date, without_day
from rejoinder.ingest.paragraphs import Paragraph
from rejoinder.ingest.phrases import bare
from rejoinder.vocabulary.agencies import find_agency, is_agency
from rejoinder.vocabulary.furniture import furniture

_BY = re.compile(
    r"(?:by|from our|from a|authors?|reporter"
    r"|(?:written|reporting|edited|editing|story|text|words|compiled|translated) by)"
    r"\b:?\s+(?=[A-Z(]|our\b|a\b|the\b)|(?:by|from our)\s",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|to this (?:report|story|article))\b|\b(?:additional|with) reporting (?:by|from)\b"
    r"|^\W*\(?(?:(?:additional )?reporting|writing|editing|compiled|with (?:inputs?|files|reporting)) (?:by|from)\b",
    re.IGNORECASE,
)
# The language is nobody's act: read as text, "from the French" would make France a party.
_TRANSLATED = re.compile(
    r"\W{0,5}(?:this (?:article|story|text|report|interview|essay|piece) (?:was|has been|is) )?"
    r"translated(?: and \w+)?(?: by [^,;:]{1,60})? from (?:the )?(?:original )?"
    r"(?-i:[A-Z])\w+(?: and (?:the )?(?-i:[A-Z])\w+)?(?: (?:original|text|version|edition))?"
    r"(?: (?:by|for) [^,;:]{1,80})?\W{0,5}",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\W*(?:source|sources|credit|agency|origin)\s?:\s?\S", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|staff writer|staff|editor|bureau|special to|newsroom|desk|columnist)\b", re.IGNORECASE
)
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]")
_TO_LAST_WORD = re.compile(r".*\w", re.DOTALL)
_SLASH_CREDIT = re.compile(r"\b([A-Za-z]\w{1,20}(?:\s[A-Z]\w{1,20})?)\s?/\s?([A-Z][\w.]{1,20}(?:\s[A-Z]\w{1,20})?)")
# What may stand before a label; by itself, so that a run of marks is gone through once.
_BEFORE_LABEL = re.compile(r"^\W*|(?<=\w)[^\w\s.)]*[\s.)]\W*")
_PICTURE_LABEL = re.compile(
    r"(?:(?:file|archive|handout|courtesy|main) )?"
    r"(?:photos?|photographs?|pictures?|images?|illustrations?|pics?)"
    r"(?:\s(?:credits?|source|courtesy(?: of)?))?(?:\s?[:/|©]|\s(?:by|via)\s[A-Z])",
    re.IGNORECASE,
)


def is_date_line(paragraph: Paragraph) -> bool:
    """Whether it holds a date, or a time of day, and little else."""
    if paragraph.count > 16:
        return False
    if is_time(paragraph.words):
        return True
    if find_day(paragraph.words, month=1) is None:
        return paragraph.count <= 5 and month_named(paragraph.words) is not None and not without_day(paragraph.words)
    left = without_date(paragraph.words)
    return len(left.split()) <= 3 or is_agency(left) is not None


def is_credit(paragraph: Paragraph) -> bool:
    """Whether it says whose material went into the article, or who translated it."""
    if paragraph.count > 40:
        return False
    return _CONTRIBUTED.search(paragraph.words) is not None or _TRANSLATED.fullmatch(paragraph.words) is not None


def is_byline(paragraph: Paragraph) -> bool:
    """Whether it names author, agency or date of the article."""
    words = paragraph.words
    if is_date_line(paragraph):
        return True
    if is_credit(paragraph):
        return True
    if paragraph.prose and paragraph.count > 12:
        return False
    if paragraph.count <= 8 and (_SOURCE.match(words) or is_agency(words.strip(" .()-–—"))):
        return True
    dated = find_day(words, month=1) is not None
    if dated and paragraph.count <= 24 and (find_agency(words) or _BY.match(words)):
        return True
    if _BY.match(words) and paragraph.count <= 16 and not paragraph.stops:
        by = words.lower().startswith("by ")
        return not by or paragraph.titled >= 0.6 or _ROLE.search(words) is not None
    return (
        paragraph.count <= 10
        and not paragraph.stops
        and find_agency(words) is not None
        and _ROLE.search(words) is not None
    )


def is_caption(paragraph: Paragraph) -> bool:
    """Whether it describes or credits a picture."""
    words = paragraph.words
    if paragraph.count > 60:
        return False
    if not paragraph.prose and next(_label_ends(words), None) is not None:
        return True
    if _ends_in_label(words) or (paragraph.count <= 40 and paragraph.sentences <= 2 and _slash_credit(words)):
        return True
    key = f" {bare(words)} "
    if (
        not paragraph.stops
        and paragraph.count <= 30
        and any(f" {p} " in key for p in furniture().pictures if " " in p or len(p) > 8)
    ):
        return True
    return _credited(paragraph)


def _ends_in_label(words: str) -> bool:
    """Whether a description ends in "Photo: Name"."""
    if words.rstrip().endswith((".", "!", "?", '"', "”")):
        return False
    return any(len(words) - end <= 60 for end in _label_ends(words))


def _label_ends(words: str) -> Iterator[int]:
    """Where each label of a picture ends ("Photo:"), in order."""
    for before in _BEFORE_LABEL.finditer(words):
        if label := _PICTURE_LABEL.match(words, before.end()):
            yield label.end()


def _slash_credit(words: str) -> bool:
    """Whether an agency and a photographer, or two agencies, stand on either side of a stroke."""
    return any(is_agency(a) or is_agency(b) for a, b in _SLASH_CREDIT.findall(words))


def _credited(paragraph: Paragraph) -> bool:
    """Whether it ends in a name between brackets, as captions do."""
    words = paragraph.words
    if words.rstrip().endswith((".", "!", "?")):
        return False
    last_word = _TO_LAST_WORD.match(words)
    end = last_word.end() if last_word else 0
    match = next((m for m in _PARENTHESIS.finditer(words) if m.end() >= end), None)
    if match is None:
        return False
    inside = match[1]
    key = f" {bare(inside)} "
    if find_agency(inside) or any(f" {p} " in key for p in furniture().pictures):
        return True
    named = re.findall(r"[A-Za-z][\w’'.-]*", inside)
    capitals = sum(w[0].isupper() or w in ("of", "the", "for", "and", "via") for w in named)
    return len(named) >= 2 and capitals == len(named) and (paragraph.count >= 8 or find_day(inside) is not None)
