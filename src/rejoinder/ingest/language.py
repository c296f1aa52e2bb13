"""The language of a text, as far as its letters and commonest words tell."""

from __future__ import annotations

import re
from collections import Counter

from rejoinder.vocabulary.common_words import common_words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_SCRIPTS = (
    ("el", "\u0370", "\u03ff"), ("hy", "\u0530", "\u058f"), ("he", "\u0590", "\u05ff"), ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"), ("th", "\u0e00", "\u0e7f"), ("ka", "\u10a0", "\u10ff"), ("ko", "\uac00", "\ud7af"),
)  # fmt: skip


def language_of(text: str) -> str | None:
    """An ISO 639-1 code: `en` and nine other languages of the Latin alphabet by their commonest words, others by
    their script; None where too little speaks for any."""
    words = _WORD.findall(text[:_SAMPLE])
    letters = "".join(words)
    if not letters:
        return None
    latin = sum(c < "\u0250" for c in letters)
    if latin < 0.5 * len(letters):
        return _by_script(letters)
    counts = Counter(word.lower() for word in words)
    votes = sorted(((sum(counts[w] for w in common), code) for code, common in common_words().items()), reverse=True)
    best, code = votes[0]
    return code if best >= max(1, 0.05 * len(words)) else None


def _by_script(letters: str) -> str | None:
    counts = Counter(letters)
    if sum(n for c, n in counts.items() if "\u0400" <= c <= "\u052f") > 0.5 * len(letters):
        return "uk" if any(c in counts for c in "іїєґ") and "ы" not in counts else "ru"
    for code, low, high in _SCRIPTS:
        if sum(n for c, n in counts.items() if low <= c <= high) > 0.5 * len(letters):
            return code
    if any("\u3040" <= c <= "\u30ff" for c in counts):
        return "ja"
    return "zh" if sum(n for c, n in counts.items() if "\u4e00" <= c <= "\u9fff") > 0.5 * len(letters) else None
