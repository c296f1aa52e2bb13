"""What a file is, by its first bytes and by its name."""

from __future__ import annotations

import re
from typing import Literal

from rejoinder.ingest.guessing import utf16_without_mark

Media = Literal["text", "markdown", "html", "jsonl"]
SUFFIXES: dict[str, Media] = {
    ".txt": "text", ".text": "text", ".asc": "text", ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xht": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
# Files that say something of the articles beside them.
METADATA_NAMES = frozenset(
    {"documents.yaml", "documents.yml", "documents.csv", "metadata.yaml", "metadata.yml", "metadata.csv"}
)
_MAGIC = (
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"\xca\xfe\xba\xbe", "a program"), (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"), (b"PK\x05\x06", "a ZIP archive"), (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!\x1a\x07", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"), (b"\x89PNG\r\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"), (b"RIFF", "sound, film or a picture"), (b"OggS", "sound"), (b"ID3", "sound"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"), (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "rich text"), (b"PAR1", "Parquet"), (b"WARC/", "a web archive"), (b"\x00asm", "a program"),
)  # fmt: skip
_HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--.{0,2000}?-->\s{0,50})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SAMPLE = 8_192
_NO_TEXT = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}) + b"\x7f"


def binary(head: bytes) -> str | None:
    """What the first bytes show where they are no text; None for text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if head.startswith(_WIDE_MARKS) or utf16_without_mark(head):
        return None
    sample = head[:_SAMPLE].replace(b"\x00", b"")
    if len(sample) >= 32 and len(sample) - len(sample.translate(None, _NO_TEXT)) > 0.1 * len(sample):
        return "binary data"
    return None


def looks_like_html(head: bytes) -> bool:
    """Whether a page of the web begins here, whatever the file is called."""
    return _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) is not None
