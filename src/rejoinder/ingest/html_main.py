"""Which blocks of a page are the article, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from rejoinder.ingest.html_blocks import Block, VisiblePage
from rejoinder.ingest.paragraphs import Hint, Paragraph

_HEADING = re.compile(r"h([1-6])")
_MARKS_OF_BYLINE = re.compile(
    r"\b(?:byline|author|dateline|pubdate|published|timestamp|post-date|entry-date|article-date)\b"
)
_MARKS_OF_CAPTION = re.compile(r"\b(?:caption|wp-caption-text|image-credit|photo-credit|figcaption)\b")
_MARKS_OF_COMMENTS = re.compile(r"\b(?:comments|comment-list|comment-body|disqus|respond)\b")
_ROUND = frozenset(
    {"nav", "footer", "aside", "form", "button", "select", "option", "menu", "dialog", "label", "fieldset"}
)
_ENOUGH = 25
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def hints_of(page: VisiblePage) -> list[tuple[Hint | None, int]]:
    """For each block what its markup and trafilatura say of it, and the level of a heading (0 for none)."""
    words = [" ".join(block.words.split()) for block in page.blocks]
    main = _main(page, words)
    places = [i for i, is_main in enumerate(main) if is_main]
    alike = {(page.blocks[i].path, page.blocks[i].marks) for i in places if len(words[i].split()) >= 8}
    found: list[tuple[Hint | None, int]] = []
    for i, block in enumerate(page.blocks):
        inside = bool(places) and places[0] <= i <= places[-1]
        joined = main[i] or not places or (inside and (block.path, block.marks) in alike)
        found.append(_hint(block, words[i], joined=joined, before=bool(places) and i <= places[0]))
    return found


def _main(page: VisiblePage, words: Sequence[str]) -> list[bool]:
    """Whether each block stands in what trafilatura keeps; all false where it keeps too little to be believed."""
    # Imported here: it takes a third of a second, and files of plain text do without.
    import trafilatura

    text = trafilatura.extract(page.clean, include_comments=False, include_tables=True, with_metadata=False)
    lines = {part for line in (text or "").splitlines() for part in _parts(line)}
    whole = " ".join(" ".join(line.split()) for line in (text or "").splitlines())
    kept = []
    at = 0
    for word in words:
        inside = word in lines
        if not inside and len(word) >= 20:
            place = whole.find(word, max(0, at - 2000), at + 50_000)
            inside = place >= 0
            at = place + len(word) if inside else at
        kept.append(inside)
    held = sum(len(w.split()) for w, k in zip(words, kept, strict=True) if k)
    in_article = sum(
        len(w.split()) for w, b in zip(words, page.blocks, strict=True) if "article" in b.path and len(w.split()) >= 8
    )
    return kept if held >= _ENOUGH and held * 3 >= in_article else [False] * len(words)


def _parts(line: str) -> list[str]:
    """A line of trafilatura's without its marks of lists and tables."""
    cells = [cell.strip() for cell in line.split("|")] if line.startswith("|") else []
    plain = " ".join(line.split())
    return [plain, plain.removeprefix("- "), *[" ".join(cell.split()) for cell in cells if cell]]


def _hint(block: Block, words: str, *, joined: bool, before: bool) -> tuple[Hint | None, int]:
    level = next((int(m[1]) for name in reversed(block.path) if (m := _HEADING.fullmatch(name))), 0)
    if "figcaption" in block.path or _MARKS_OF_CAPTION.search(block.marks):
        return "caption", 0
    if "pre" in block.path and "code" in block.path:
        return "code", 0
    if _MARKS_OF_COMMENTS.search(block.marks) and not joined:
        return "comment", 0
    if not joined and (_ROUND & set(block.path) or _in_page_head(block)):
        return "navigation", 0
    if level == 1 or (level and joined):
        return "heading", level
    count = len(words.split())
    if count <= 25 and (_MARKS_OF_BYLINE.search(block.marks) or "time" in block.path or "address" in block.path):
        return "byline", 0
    if block.linked > 0.7 * len(words) and count <= 30 and not _sentence(words):
        return ("heading", level) if level else ("navigation", 0)
    if joined or (before and level):
        return None, 0
    return "aside", 0


def _in_page_head(block: Block) -> bool:
    """Whether it stands in the header of the page, not of its article."""
    return "header" in block.path and "article" not in block.path and "main" not in block.path


def _sentence(words: str) -> bool:
    return Paragraph(start=0, end=len(words), words=words).prose
