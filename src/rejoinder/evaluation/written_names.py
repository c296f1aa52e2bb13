"""What the documents themselves call a known party: gold names are theirs, not the vocabulary's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.vocabulary.form import Form, without_article
from rejoinder.vocabulary.parties import gazetteer

_NAMES = ("name", "alias")
_ADJECTIVES = ("person-demonym", "demonym")


def written_names(texts: Sequence[str], names: Iterable[str]) -> Mapping[str, str]:
    """From the name of each known party that no text prints to the form of words that the texts print most for it
    ("Bosnia and Herzegovina" to "Bosnia"); where they print no name, to the adjective of those that are no member state
    ("Northern Cyprus" to "Turkish Cypriot")."""
    out: dict[str, str] = {}
    for name in sorted(set(names)):
        entry = next((e for e in gazetteer().lookup(name) if e.name == name), None)
        if entry is None or _times(texts, without_article(name)):
            continue
        for relations in (_NAMES,) if entry.alpha2 else (_NAMES, _ADJECTIVES):
            if form := _most_printed(texts, [f for f in entry.forms if f.relation in relations and not f.ambiguous]):
                out[name] = form
                break
    return out


def _most_printed(texts: Sequence[str], forms: Iterable[Form]) -> str | None:
    """The form printed most often, the first in the alphabet among equals; None where none is printed."""
    counts = {form.text: _times(texts, form.text) for form in forms}
    best = min(counts, key=lambda form: (-counts[form], form), default=None)
    return best if best and counts[best] else None


def _times(texts: Sequence[str], words: str) -> int:
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
    return sum(len(pattern.findall(text)) for text in texts)
