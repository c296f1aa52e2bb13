"""Text that was UTF-8, was read as a western one-byte encoding, and was then encoded again."""

from __future__ import annotations

import re


def _western() -> dict[str, int]:
    """The character that latin-1 or windows-1252 makes of each high byte, back to the byte."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        table.update(dict.fromkeys(bytes([byte]).decode("cp1252", "ignore"), byte))
    return table


_BYTES = _western()
# One UTF-8 sequence of two to four bytes, as such characters.
_SEQUENCE = re.compile(
    "|".join(
        f"[{''.join(re.escape(c) for c, b in _BYTES.items() if low <= b <= high)}]"
        f"[{''.join(re.escape(c) for c, b in _BYTES.items() if 0x80 <= b <= 0xBF)}]{{{more}}}"
        for low, high, more in ((0xF0, 0xF4, 3), (0xE0, 0xEF, 2), (0xC2, 0xDF, 1))
    )
)


def twice_encoded(text: str) -> list[tuple[int, int, str]]:
    """Stretches that hold one character encoded twice, with that character: (start, end, character), ascending.

    Empty where the text has too few of them to tell from an accent that stands before a mark by chance."""
    found = []
    strong = 0
    for match in _SEQUENCE.finditer(text):
        try:
            char = bytes(_BYTES[c] for c in match.group()).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not _likely(char):
            continue
        strong += len(match.group()) > 2
        found.append((match.start(), match.end(), char))
    return found if strong or len(found) >= 3 else []


def _likely(char: str) -> bool:
    """Whether the character is one that news is written with: western accents, Greek, Cyrillic, marks, money, other
    scripts."""
    code = ord(char)
    return 0xA0 <= code < 0x250 or 0x370 <= code < 0x600 or 0x2000 <= code < 0x2200 or code >= 0x3000
