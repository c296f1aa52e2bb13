"""The encoding of bytes that are not UTF-8 and do not say what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# The marks that a western typewriter of the web leaves alone among ASCII: quotation marks, dashes, dots, money,
# degrees.
_WESTERN_MARKS = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd")
# Accented letters that are words by themselves in some western language.
_ALONE = b"\xc0\xc8\xc9\xe0\xe8\xe9\xf3\xf2"
_LEGACY = [
    "cp1251", "koi8_r", "cp866", "iso8859_5", "cp1250", "iso8859_2", "cp1253", "cp1254", "cp1255", "cp1256",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp949",
]  # fmt: skip
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """An encoding, and why it is thought to be the right one."""

    encoding: str
    reason: str


def utf16_without_mark(raw: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where the NULs of the first bytes stand nearly all on one side of each pair."""
    sample = raw[: min(len(raw) & ~1, _SAMPLE)]
    if len(sample) < 8:
        return None
    for side, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        here, there = sample[side::2], sample[1 - side :: 2]
        # In a two-byte encoding of a living script the high bytes take few values: 0 for blanks and Latin, one or
        # two others.
        few = len(set(here)) <= 6 or here.count(0) > 0.9 * len(here)
        if few and here.count(0) >= 0.05 * len(here) and there.count(0) <= 0.01 * len(there) and 0x0A in there + b"\n":
            try:
                text = raw[: len(raw) & ~1].decode(encoding)
            except UnicodeDecodeError:
                continue
            letters = sum(c.isalpha() or c.isspace() for c in text[:4000])
            if letters > 0.7 * min(len(text), 4000):
                return encoding
    return None


def legacy(raw: bytes) -> Guess | None:
    """The likeliest one-byte or East Asian encoding; None where the bytes look like none, and so like damage."""
    sample = raw[:_SAMPLE]
    runs = _HIGH_RUN.findall(sample)
    high = sum(len(run) for run in runs)
    if not high:
        return None
    # Another script makes whole words of high bytes; accents and damage stand alone among ASCII.
    if high < max(20, 2.5 * len(runs)):
        return Guess(encoding="cp1252", reason="few accents and typographic marks") if _western(sample) else None
    best = from_bytes(sample, cp_isolation=_LEGACY, enable_fallback=False).best()
    if best is None:
        return None
    return Guess(encoding=best.encoding, reason="the script it makes")


def _western(sample: bytes) -> bool:
    """Whether the lone high bytes read well as windows-1252: accented letters beside letters, typographic marks
    anywhere."""
    good = runs = 0
    for match in _HIGH_RUN.finditer(sample):
        runs += 1
        run = match.group()
        before = sample[match.start() - 1 : match.start()]
        after = sample[match.end() : match.end() + 1]
        beside = before.isalpha() or after.isalpha()
        alone = _ALONE if len(run) <= 2 else b""
        good += len(run) <= 3 and all(b in _WESTERN_MARKS or (b >= 0xC0 and beside) or b in alone for b in run)
    return good >= 0.8 * runs
