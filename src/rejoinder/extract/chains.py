"""Source chains: who carried a statement between its speaker and the outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.types.annotation import Mention
from rejoinder.types.document import Document
from rejoinder.types.extraction import Hop
from rejoinder.types.span import Span

_CARRIER = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]+|state|state-run|public|local|national|private|independent)\s){1,4}"
    r"(?:media|television|TV|radio|broadcaster|news agency|newspaper|daily|weekly|magazine|"
    r"news channel|news site|outlet)\b"
)
_FOLD = re.compile(r"\W+")


def _key(name: str) -> str:
    return _FOLD.sub(" ", name.lower()).strip().removeprefix("the ")


def _part_of(words: str, name: str) -> bool:
    """Whether whole words of a name are `words`."""
    return f" {words} " in f" {name} "


def carriers(
    document: Document, mentions: Sequence[Mention], sentence: Span, content: Sequence[Span]
) -> tuple[Hop, ...]:
    """The media named in a statement's sentence outside of its content, in text order; the document's own outlet and
    origin are left out (they end every chain), and a carrier is named once."""
    own = {_key(n) for n in (document.metadata.outlet, document.metadata.origin) if n}
    found: list[tuple[Span, str]] = []
    for mention in mentions:
        if sentence.holds(mention.span) and mention.parties[0].type == "media":
            found.append((mention.span, mention.parties[0].name))
    for match in _CARRIER.finditer(document.text, sentence.start, sentence.end):
        span = Span(start=match.start(), end=match.end())
        if not any(span.touches(s) for s, _ in found):
            found.append((span, match.group()))
    out: list[Hop] = []
    for span, name in sorted(found):
        known = {_key(h.name) for h in out}
        if (
            not any(span.touches(c) for c in content)
            and _key(name) not in known | own
            and not any(_part_of(_key(name), o) or _part_of(o, _key(name)) for o in own)
        ):
            out.append(Hop(name=name, span=span))
    return tuple(out)
