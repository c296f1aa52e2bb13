"""The open elements of a page while it is read: what closes what, and what is off the page."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.ingest.html_hidden import hidden_element
from rejoinder.ingest.html_scanner import Piece

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_BLOCK_NAMES = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol optgroup option p "
    "pre section select summary table tbody td tfoot th thead tr ul"
)
_OUT_OF_DRAWINGS = "p div h1 h2 h3 h4 h5 h6 table ul ol article section blockquote pre"
VOID = frozenset(_VOID_NAMES.split())
BLOCK = frozenset(_BLOCK_NAMES.split())
DROPPED = frozenset({"template", "svg", "canvas", "object", "audio", "video", "datalist", "math", "applet"})
_ENDS_PARAGRAPH = BLOCK - {"button", "label", "select", "option", "optgroup"}
_BREAKS_OUT = frozenset(_OUT_OF_DRAWINGS.split())
_SIBLINGS = {"li": "li", "dt": "dt", "dd": "dd", "td": "td", "th": "td", "tr": "tr", "option": "option"}
_LISTS = frozenset({"ul", "ol", "dl", "table", "tr"})
_AROUND_PARAGRAPHS = frozenset({"button", "table", "td", "th", "caption"})
_LOOK_BACK = 64
_DEEPEST = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One open element: `hidden` or `dropped` with all in it, `marks` its class, id and role in small letters;
    `emitted` where it goes into the clean page that is made for trafilatura."""

    name: str
    hidden: bool
    dropped: bool
    marks: str
    emitted: bool


class OpenElements:
    """The elements that are open at one place of a page; opening and closing cost what they change of the depth."""

    def __init__(self, selectors: frozenset[str]) -> None:
        self._selectors = selectors
        self._counts: dict[str, int] = {}
        self._hidden = 0
        self._dropped = 0
        self.stack: list[Element] = []
        self.deepest = 0

    @property
    def hidden(self) -> bool:
        """Whether what stands here is taken off the page."""
        return self._hidden > 0

    @property
    def dropped(self) -> bool:
        """Whether what stands here is a drawing, a template or the like."""
        return self._dropped > 0

    def holds(self, name: str) -> bool:
        """Whether an element of this name is open."""
        return self._counts.get(name, 0) > 0

    def opened(self, piece: Piece) -> tuple[list[Element], Element]:
        """Opens an element; the elements that it closes by itself, innermost first, and the new one."""
        name = piece.name
        closed: list[Element] = []
        if self._dropped and name in _BREAKS_OUT:
            closed += self._close_until("svg", frozenset()) + self._close_until("math", frozenset())
        if name in _ENDS_PARAGRAPH:
            closed += self._close_until("p", _AROUND_PARAGRAPHS)
        if name in _SIBLINGS:
            closed += self._close_until(_SIBLINGS[name], _LISTS - {_SIBLINGS[name]})
        marks = " ".join(piece.attributes.get(key, "") for key in ("class", "id", "role", "itemprop"))[:300].lower()
        element = Element(
            name=name,
            hidden=hidden_element(name, piece.attributes, self._selectors),
            dropped=name in DROPPED,
            marks=marks,
            emitted=not self._hidden and not self._dropped and len(self.stack) < _DEEPEST,
        )
        self.stack.append(element)
        self._counts[name] = self._counts.get(name, 0) + 1
        self._hidden += element.hidden
        self._dropped += element.dropped
        self.deepest = max(self.deepest, len(self.stack))
        return closed, element

    def closed(self, name: str) -> list[Element]:
        """The elements that an end tag closes, innermost first; none where no such element is open."""
        if not self.holds(name):
            return []
        if name in BLOCK or name in DROPPED:
            return self._close(name)
        # The end of an inline element closes no block, and nothing hidden, that was opened inside it.
        for element in reversed(self.stack[-_LOOK_BACK:]):
            if element.name == name:
                return self._close(name)
            if element.name in BLOCK or element.hidden:
                return []
        return []

    def _close(self, name: str) -> list[Element]:
        found = [self._pop()]
        while found[-1].name != name:
            found.append(self._pop())
        return found

    def _close_until(self, name: str, stop: frozenset[str]) -> list[Element]:
        """Closes an element that a sibling of its own kind, or a block, closes without an end tag."""
        if not self.holds(name):
            return []
        for element in reversed(self.stack[-_LOOK_BACK:]):
            if element.name == name:
                return self._close(name)
            if element.name in stop:
                return []
        return []

    def _pop(self) -> Element:
        element = self.stack.pop()
        self._counts[element.name] -= 1
        self._hidden -= element.hidden
        self._dropped -= element.dropped
        return element
