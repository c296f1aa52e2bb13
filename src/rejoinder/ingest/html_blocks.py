"""The visible text of a page in blocks, every character with its place in the source."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.ingest.html_elements import BLOCK, VOID, Element, OpenElements
from rejoinder.ingest.html_hidden import hiding_selectors
from rejoinder.ingest.html_scanner import HOLDS_NO_MARKUP, Piece, pieces
from rejoinder.ingest.tidying import readable

_ENTITY = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
# Words with single blanks between them stay together: most of a page is such runs.
_RUN = re.compile(r"[^ \n&]+(?: [^ \n&]+)*|[ \n]+|&")
_HEAD = frozenset({"meta", "link", "time", "html"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Text that stands by itself on the page: runs of (words, place in the source), the elements that hold it, how
    many of its characters are links, and whether a mere line break parts it from the block before."""

    runs: tuple[tuple[str, int], ...]
    path: tuple[str, ...]
    marks: str
    linked: int
    after_break: bool

    @property
    def words(self) -> str:
        """Its text."""
        return "".join(run for run, _ in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisiblePage:
    """All that reading a page gives: its blocks; the tags that tell of it, with the content of those that hold no
    markup; how many words were hidden, how deep it nests, whether it defines entities or breaks off; how many
    entities stand for no character; and the page again, clean and well-formed, without what is hidden."""

    blocks: tuple[Block, ...]
    heads: tuple[tuple[Piece, str], ...]
    hidden_words: int
    depth: int
    own_entities: bool
    open_at_end: bool
    controls: int
    clean: str


def visible(html: str) -> VisiblePage:
    """The page as a browser would show it, without scripts and style sheets. Blanks in `html` are plain ones."""
    everything = list(pieces(html))
    css = "\n".join(html[p.start : p.end] for p in everything if p.kind == "raw" and p.name == "style")
    reader = _Reader(html, hiding_selectors(css))
    heads: list[tuple[Piece, str]] = []
    for piece in everything:
        if piece.kind == "raw":
            heads.append((reader.last_start or piece, html[piece.start : piece.end]))
        elif piece.kind == "text":
            reader.text(piece.start, piece.end)
        elif piece.kind == "end":
            reader.end(piece.name)
        elif piece.kind == "start":
            if piece.name in _HEAD:
                heads.append((piece, ""))
            reader.start(piece)
    reader.break_block()
    return VisiblePage(
        blocks=tuple(reader.blocks),
        heads=tuple(heads),
        hidden_words=reader.hidden_words,
        depth=reader.elements.deepest,
        own_entities=any(p.kind == "declaration" and "<!entity" in html[p.start : p.end].lower() for p in everything),
        open_at_end=_open_at_end(html, everything, reader.elements),
        controls=reader.controls,
        clean="".join(["<html>", *reader.clean, "</html>"]),
    )


class _Reader:
    """Walks the pieces of one page."""

    def __init__(self, html: str, selectors: frozenset[str]) -> None:
        self.html = html
        self.elements = OpenElements(selectors)
        self.hidden_words = 0
        self.controls = 0
        self.blocks: list[Block] = []
        self.clean: list[str] = []
        self.last_start: Piece | None = None
        self._runs: list[tuple[str, int]] = []
        self._linked = 0
        self._broken = self._began_broken = False

    def start(self, piece: Piece) -> None:
        self.last_start = piece
        name = piece.name
        if name in HOLDS_NO_MARKUP:
            return
        if name == "br" or name in BLOCK:
            self.break_block()
            self._broken = name == "br"
        if name in VOID:
            return
        closed, element = self.elements.opened(piece)
        self._end_in_clean(closed)
        if element.emitted:
            link = ' href="#"' if name == "a" else ""
            self.clean.append(f'<{name} class="{entities.escape(element.marks)}"{link}>')

    def end(self, name: str) -> None:
        if name in BLOCK:
            self.break_block()
        self._end_in_clean(self.elements.closed(name))

    def text(self, start: int, end: int) -> None:
        if self.elements.hidden or self.elements.dropped:
            self.hidden_words += len(self.html[start:end].split()) if self.elements.hidden else 0
            return
        piece = self.html[start:end]
        self.clean.append(piece.replace("<", "&lt;"))
        at = start
        while at < end:
            match = _ENTITY.match(self.html, at, end) or _RUN.match(self.html, at, end)
            at = self._add(match.group(), at) if match else end

    def break_block(self) -> None:
        while self._runs and self._runs[-1][0] == " ":
            self._runs.pop()
        if self._runs:
            stack = self.elements.stack
            self.blocks.append(
                Block(
                    runs=tuple(self._runs),
                    path=tuple(e.name for e in stack[-40:]),
                    marks=" ".join(e.marks for e in stack[-6:] if e.marks),
                    linked=self._linked,
                    after_break=self._began_broken,
                )
            )
            self._broken = False
        self._runs, self._linked = [], 0

    def _add(self, run: str, at: int) -> int:
        """Takes in a word, a blank or an entity; where it ends."""
        after = at + len(run)
        if run[0] == "&" and len(run) > 1:
            run = self._entity(run)
        if run.isspace():
            if self._runs and self._runs[-1][0] != " ":
                self._runs.append((" ", at))
        elif run:
            if not self._runs:
                self._began_broken = self._broken
            self._runs.append((run, at))
            self._linked += len(run) if self.elements.holds("a") else 0
        return after

    def _entity(self, written: str) -> str:
        """What an entity stands for; "\\ufffd" for a character that no text may hold."""
        decoded = entities.unescape(written)
        if decoded == written:
            return written
        if not decoded or any(c == "\ufffd" or (ord(c) < 32 and not c.isspace()) for c in decoded):
            self.controls += 1
            return "\ufffd"
        return readable(decoded)

    def _end_in_clean(self, closed: Sequence[Element]) -> None:
        self.clean.extend(f"</{element.name}>" for element in closed if element.emitted)


def _open_at_end(html: str, everything: Sequence[Piece], elements: OpenElements) -> bool:
    """Whether the page breaks off: in a tag, or in a paragraph with neither `</body>` nor `</html>`."""
    if everything and everything[-1].kind in ("start", "end") and not everything[-1].closed:
        return True
    ended = any(p.kind == "end" and p.name in ("body", "html") for p in everything[-40:])
    return not ended and elements.holds("p") and elements.holds("body") and not html.rstrip().endswith(">")
