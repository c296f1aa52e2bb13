"""By which nouns a document introduces its organisations: "the rail union NURT", "Aerosul, the airport operator,"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rejoinder.annotate.bodies import NOUNS_FOR_BODIES
from rejoinder.annotate.scene import KnownMention

_NOUN = rf"(?P<noun>{'|'.join(sorted(NOUNS_FOR_BODIES))})"
_BEFORE = re.compile(rf"\b{_NOUN}\s$")
_BEHIND = re.compile(rf"(?: \([^)\n]{{2,40}}\))?, (?:the|a|an|its|their) (?:[\w’'-]+ ){{0,4}}?{_NOUN}\b(?!['’])")
_REACH = 24


def introductions(text: str, names: Iterable[KnownMention]) -> Mapping[str, frozenset[str]]:
    """From the name of each organisation to the nouns right before it or in an apposition behind it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.party.type != "organisation" or name.demonym:
            continue
        before = _BEFORE.search(text, max(0, name.span.start - _REACH), name.span.start)
        behind = _BEHIND.match(text, name.span.end)
        found[name.party.name].update(m["noun"] for m in (before, behind) if m)
    return {name: frozenset(nouns) for name, nouns in found.items() if nouns}
