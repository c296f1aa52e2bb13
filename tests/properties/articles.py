"""Articles of any shape, and a tagger that finds anything at all in them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType

from hypothesis import strategies as st

from rejoinder.types.annotation import ActReading, CueReading, NameReading, Reading
from rejoinder.types.document import Document, ZoneKind
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import Part, page

ZONES: tuple[ZoneKind, ...] = (
    "headline",
    "standfirst",
    "body",
    "body",
    "body",
    "dateline",
    "caption",
    "teaser",
    "furniture",
)
KINDS = ("propose", "demand", "reject", "accept", "reply", "meet", "deny", "warn", "deliver", "attack")
MODALITIES = ("actual", "planned", "conditional", "hypothetical", "denied", "reported")
NAMES = ("person", "organisation", "place", "demonym")
WORDS = """Peru|Norway|Norwegian|Peruvian|the Kremlin|Lima|in Havana|In Oslo|NATO|the bloc|the alliance|U.S.|US|Russia's
|Foreign Minister|deputy|President|Marta Ollero|Ollero|OLLERO|Olav van der Brandvold|Mr.|Dr|Lena|he|she|She|it
|its|they|their|who|which|whose|both sides|the two|the government|the ministry|its foreign ministry|the union
|the company|the agency|the diplomat|a senior diplomat|three officials|an unnamed official|the statement
|The letter|the talks|Guild of Ferry Pilots (GFP)|GFP|Halden Ferries|Reuters|TASS|state television|said|told
|denied|citing|according to|that|did not|never|has yet to|rejected|accepted|will meet|offered|offer|pact|we
|our|We make offers.|I|on Friday|on Wednesday|this week|in May|by Monday|yesterday|2021|.|.|,|,|;|:|?|!|…|“|”
|"|'|‘|’|«|»|''|(|)|–|—|-|•|*|QUESTION:|MARTA OLLERO:|Ollero:|Live:|“We wait,”|“No.”|'s|’s|s'|and|and|of|of
|the|the|a|in|\t|\u00a0|\u200b|ß|Я|中|🙂|e\u0301"""
PIECES = st.sampled_from([w.strip("\n") for w in WORDS.split("|")])
LINES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.lists(PIECES, max_size=24).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A page of one to four parts of any kind, each of up to four lines, empty ones too."""
    kinds = draw(st.lists(st.sampled_from(ZONES), min_size=1, max_size=4))
    parts: list[Part] = [(kind, "\n".join(draw(st.lists(LINES, max_size=4)))) for kind in kinds]
    published = draw(st.sampled_from([None, "2021-12-17"]))
    return page(*parts, published=published, outlet=draw(st.sampled_from([None, "Reuters", "The Lima Ledger"])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Anything:
    """Reads things at places that the numbers give, each within one paragraph, no two of a kind at one place."""

    numbers: tuple[int, ...]

    @property
    def version(self) -> str:
        return "anything-1"

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        places = [p for p in (_words(text, paragraph) for paragraph in paragraphs) if p]
        cues, acts, names = [], [], []
        for n, number in enumerate(self.numbers if places else ()):
            words = places[number % len(places)]
            pick = _Pick(number // len(places), words)
            score = 0.5 + number % 50 / 100
            if n % 3 == 0:
                source = pick.span() if number % 2 else None
                cues.append(CueReading(cue=pick.span(1), source=source, content=pick.spans(), score=score))
            elif n % 3 == 1:
                trigger = pick.span(2)
                acts.append(
                    ActReading(
                        trigger=trigger,
                        kind=KINDS[number % len(KINDS)],
                        modality=MODALITIES[number % len(MODALITIES)],
                        held_by_speaker=bool(number % 2),
                        actors=pick.spans(),
                        recipients=pick.spans(),
                        anchor=pick.around(trigger),
                        score=score,
                    )
                )
            else:
                names.append(NameReading(span=pick.span(3), type=NAMES[number % 4], score=score))  # type: ignore[arg-type]
        return Reading(
            cues=tuple(sorted({c.cue: c for c in cues}.values(), key=lambda c: c.cue)),
            acts=tuple(sorted({a.trigger: a for a in acts}.values(), key=lambda a: a.trigger)),
            names=tuple(sorted({x.span: x for x in names}.values(), key=lambda x: x.span)),
            reader=self.version,
        )


TAGGERS = st.lists(st.integers(0, 10**9), max_size=18).map(lambda numbers: Anything(numbers=tuple(numbers)))


def calls(done: Callable[[], object]) -> int:
    """How often the project calls a function while `done` runs: a measure of work that no other load changes."""
    counted = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call") and "rejoinder" in frame.f_code.co_filename

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        done()
    finally:
        sys.setprofile(before)
    return counted


def _words(text: str, paragraph: Span) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S+", text[: paragraph.end]) if m.start() >= paragraph.start]


class _Pick:
    """Spans of words of one paragraph, given by one number."""

    def __init__(self, number: int, words: Sequence[tuple[int, int]]) -> None:
        self._number = number
        self._words = words

    def _next(self, below: int) -> int:
        self._number = (self._number * 1103515245 + 12345) % 2**31
        return self._number // 7 % below

    def span(self, longest: int = 12) -> Span:
        first = self._next(len(self._words))
        last = min(len(self._words) - 1, first + self._next(longest))
        return Span(start=self._words[first][0], end=self._words[last][1])

    def spans(self) -> tuple[Span, ...]:
        made: list[Span] = []
        for span in sorted(self.span() for _ in range(self._next(4))):
            if not made or made[-1].end < span.start:
                made.append(span)
        return tuple(made)

    def around(self, span: Span) -> Span:
        other = self.span()
        return Span(start=min(span.start, other.start), end=max(span.end, other.end))
