"""The Markdown passages: a snippet of an article and what must be read from it.

A file tells its convention in a paragraph; each `##` heading then begins a passage: perhaps `published: 2023-05-04`,
the text as a blockquote, and a list of expectations:

    - statement: SPEAKER [for PRINCIPAL] [via CARRIER & CARRIER] direct|indirect|mixed: words // more words
    - move: KIND MODALITY [by ACTOR & ACTOR] [to RECIPIENT] [on DATE] [held by HOLDER]: words in the anchor
    - no move: KIND MODALITY
    - no statement
    - nothing

`missed` before one of them says that it is right and that today's reader does not find it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rejoinder.ingest.source import known
from rejoinder.ingest.text import read_text
from rejoinder.types.document import Document
from rejoinder.types.span import Span
from rejoinder.types.time import day

FOLDER = Path(__file__).parent
_STATEMENT = re.compile(
    r"(?P<speaker>.+?)(?: for (?P<principal>.+?))?(?: via (?P<carriers>.+?))? (?P<form>direct|indirect|mixed)"
)
_MOVE = re.compile(
    r"(?P<kind>\w+) (?P<modality>\w+)(?: by (?P<actor>.+?))?(?: to (?P<recipient>.+?))?(?: on (?P<day>\S+))?"
    r"(?: held by (?P<holder>.+))?"
)
_LINE = re.compile(r"- (?P<missed>missed )?(?P<what>statement|move|no move|no statement|nothing)(?:: (?P<rest>.+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One line of the list. `fields` are those it names; `words` the parts of a content or the words of an anchor."""

    line: str
    missed: bool
    what: str
    fields: dict[str, str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A snippet and what must be read from it; `id` is its file and heading."""

    id: str
    text: str
    published: dt.date | None
    expectations: tuple[Expectation, ...]

    def document(self) -> Document:
        """The snippet as an article that is read."""
        date = day(self.published) if self.published else None
        given = known("given", outlet="The Passage", published=date, language="en")
        found = read_text(self.text.encode(), f"{self.id}.txt", given=given)
        assert isinstance(found, Document), found
        return found


def passages(path: Path) -> tuple[Passage, ...]:
    """The passages of a file in its order; ValueError with the heading where one is not written as it should be."""
    introduction, *sections = re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)
    if len(introduction.split("\n\n", 1)[-1].split()) < 15:
        raise ValueError(f"{path.name}: the convention is not told")
    found = tuple(_passage(path.stem, section) for section in sections)
    if len({passage.id for passage in found}) < len(found):
        raise ValueError(f"{path.name}: a heading stands twice")
    return found


def all_passages() -> tuple[Passage, ...]:
    """Those of every file, by its name."""
    return tuple(passage for path in sorted(FOLDER.glob("*.md")) for passage in passages(path))


def places(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand, blanks folded."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return tuple(Span(start=match.start(), end=match.end()) for match in re.finditer(pattern, text))


def _passage(theme: str, section: str) -> Passage:
    heading, *lines = section.splitlines()
    here = f"{theme}: {heading.strip()}"
    published = next((line.removeprefix("published: ") for line in lines if line.startswith("published: ")), None)
    text = "\n".join(line[1:].strip() for line in lines if line.startswith(">"))
    strange = [line for line in lines if line.strip() and not line.startswith((">", "- ", "published: "))]
    if strange or not text.strip():
        raise ValueError(f"{here}: {strange[0] if strange else 'there is no text'}")
    expectations = tuple(_expectations(here, text, lines))
    if not expectations:
        raise ValueError(f"{here}: nothing is expected")
    return Passage(
        id=here, text=text, published=dt.date.fromisoformat(published) if published else None, expectations=expectations
    )


def _expectations(here: str, text: str, lines: list[str]) -> Iterator[Expectation]:
    for line in lines:
        if not line.startswith("- "):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"{here}: {line}")
        what, rest = match["what"], match["rest"] or ""
        head, _, words = rest.partition(": ")
        grammar = {"statement": _STATEMENT, "move": _MOVE, "no move": _MOVE}.get(what)
        fields = grammar.fullmatch(head) if grammar else None
        if (
            (grammar is None) != (not rest)
            or (grammar and fields is None)
            or (what in ("statement", "move")) != bool(words)
        ):
            raise ValueError(f"{here}: {line}")
        parts = tuple(words.split(" // ")) if words else ()
        if absent := [part for part in parts if not places(text, part)]:
            raise ValueError(f"{here}: these words are not in the text: {absent[0]}")
        named = {name: value for name, value in fields.groupdict().items() if value} if fields else {}
        yield Expectation(line=line, missed=bool(match["missed"]), what=what, fields=named, words=parts)
