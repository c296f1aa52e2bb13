"""Which words the articles use as names of things, and which as names of doings, by the small words around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from rejoinder.consolidate.workings import Workings

_BEFORE = (
    r"(?:the|an?|its|their|his|her|our|your|my|this|these|those|no|any|some|both|all|every|each|more|fewer|less"
    r"|of|on|over|about|for|with|without|against|\w{1,20}['’]s?)"
)
_AFTER = (
    r"(?:\s(?:of|in|on|at|for|from|with|by|and|or|but|that|which|who|is|are|was|were|be|has|have|had|will|would|can"
    r"|could|may|might|must|should|as|if|when|after|before|until|over|under|between|into|about|against|not|than)\b|[.,;:!?)”\"])"
)
_THING = re.compile(rf"\b{_BEFORE}\s(?:[\w-]{{1,20}}\s)?([a-z]{{2,20}})(?={_AFTER})")
_DOING = re.compile(r"(?:\b(?:to|will|would|can|could|may|might|must|should|not)|n['’]t)\s([a-z]{2,20})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """How often words, in small letters, stand where a noun ends ("the catch of") and where a verb stands ("to
    catch")."""

    things: Counter[str]
    doings: Counter[str]

    def is_thing(self, word: str) -> bool:
        """Whether a word is at least as often the name of a thing as of a doing."""
        return self.things[word] >= max(1, self.doings[word])

    def is_doing(self, word: str) -> bool:
        """Whether a word is oftener the name of a doing than of a thing."""
        return self.doings[word] > self.things[word]


def uses(texts: Mapping[str, str], workings: Workings | None = None) -> Uses:
    """The uses of words over all texts, which stand under the ids of their documents."""
    workings = workings or Workings()
    return workings.of("uses of all", tuple(texts), lambda: _together(texts, workings))


def _together(texts: Mapping[str, str], workings: Workings) -> Uses:
    things: Counter[str] = Counter()
    doings: Counter[str] = Counter()
    for document, text in texts.items():
        one = workings.of("uses", document, partial(_uses, text))
        things.update(one.things)
        doings.update(one.doings)
    return Uses(things=things, doings=doings)


def _uses(text: str) -> Uses:
    plain = " ".join(text.lower().split())
    return Uses(things=Counter(_THING.findall(plain)), doings=Counter(_DOING.findall(plain)))
