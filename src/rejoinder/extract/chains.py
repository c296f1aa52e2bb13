"""Source chains: who carried a statement between its speaker and the outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rejoinder.extract.surroundings import Surroundings
from rejoinder.types.annotation import Mention
from rejoinder.types.document import Document
from rejoinder.types.extraction import Hop
from rejoinder.types.span import Span

_CARRIER = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]+|state|state-run|public|local|national|private|independent|regional|financial|television)"
    r"\s){1,4}(?:media|television|TV|radio|broadcaster|news agency|newspaper|daily|weekly|magazine|"
    r"news channel|news site|outlet|newsletter|talk show|podcast|network)\b"
)
_NAMED = r"(?P<who>[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,3})"
_CARRYING = re.compile(
    r"\b(?:(?:channel|agency|(?:news)?paper|daily|weekly|magazine|broadcaster|station|network|news site|outlet)\s"
    rf"|(?:as saying|quoted|(?:remarks|comments|statement) carried|broadcast|aired)\sby\s(?:(?:the|an?)\s)?){_NAMED}"
)
"""A medium by what it is or does, which no list need know."""
_ACCORDING = re.compile(
    r"\baccording to\s(?P<who>(?:(?!\b(?:who|which|that|and|as|when|while|after|in an?|in the)\b)"
    r"[^\s.,;:”\"—–]+\s?){1,9})"
)
_CITED = re.compile(r"\b(?:cit(?:e[sd]|ing)|quot(?:e[sd]|ing))\s(?!by\b)[^.;:“”\"\n]{3,140}\sas\s$")
_BEFORE_CUE = 160
_UNNAMED = re.compile(r"(?:an?|one|two|three|four|several|some|people|participants|officials|sources)\s", re.IGNORECASE)
_FOLD = re.compile(r"\W+")


def _key(name: str) -> str:
    return _FOLD.sub(" ", name.lower()).strip().removeprefix("the ")


def _part_of(words: str, name: str) -> bool:
    """Whether whole words of a name are `words`."""
    return f" {words} " in f" {name} "


def carriers(
    document: Document, mentions: Sequence[Mention], sentence: Span, content: Sequence[Span]
) -> tuple[Hop, ...]:
    """The media named in a statement's sentence outside of its content, in text order; reporters who are told it are no
    carriers; the document's own outlet and origin are left out (they end every chain), and a carrier is named once."""
    own = {_key(n) for n in (document.metadata.outlet, document.metadata.origin) if n}
    found: list[tuple[Span, str]] = []
    for mention in mentions:
        party = mention.parties[0]
        if sentence.holds(mention.span) and party.type == "media" and party.anonymity == "named":
            found.append((mention.span, party.name))
    for match in _CARRIER.finditer(document.text, sentence.start, sentence.end):
        span = Span(start=match.start(), end=match.end())
        named = any(0 <= m.span.start - span.end <= 1 for m in mentions)
        if not named and not any(span.touches(s) for s, _ in found):
            found.append((span, match.group()))
    for match in _CARRYING.finditer(document.text, sentence.start, sentence.end):
        span = Span(start=match.start("who"), end=match.end("who"))
        others = [m for m in mentions if m.span.touches(span) and m.parties[0].type in ("person", "state")]
        if not others and not any(span.touches(s) for s, _ in found):
            found.append((span, match["who"]))
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


def tellers(document: Document, around: Surroundings, cue: Span, content: Sequence[Span]) -> tuple[Hop, ...]:
    """Who passes on what somebody else says in the same sentence: "he told them, according to two members", "the agency
    quoted an official as saying"."""
    sentence = around.sentence(cue)
    if sentence is None:
        return ()
    text, out = document.text, []
    for match in _ACCORDING.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(start=match.start("who"), end=match.start("who") + len(match["who"].rstrip()))
        own = cue.touches(Span(start=match.start(), end=span.start)) or any(span.touches(c) for c in content)
        apart = ";" in text[min(cue.end, match.end()) : max(cue.start, match.start())]
        if not own and not apart:
            out.append(_hop(text, around, span))
    if (quoting := _CITED.search(text, max(sentence.span.start, cue.start - _BEFORE_CUE), cue.start)) is not None:
        named = around.mentions(Span(start=sentence.span.start, end=quoting.start()))
        out += [Hop(name=m.parties[0].name, span=m.span) for m in named[-1:]]
    return tuple(out)


def _hop(text: str, around: Surroundings, span: Span) -> Hop:
    """Whom the words name, or the words themselves where they are of somebody unnamed."""
    words = " ".join(span.of(text).split())
    named = [m for m in around.mentions(span) if m.parties[0].anonymity == "named" and m.kind == "name"]
    return Hop(name=named[0].parties[0].name if named and not _UNNAMED.match(words) else words, span=span)
