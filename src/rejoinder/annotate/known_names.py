"""Names that the vocabulary knows, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rejoinder.types.annotation import PartyRef
from rejoinder.types.span import Span
from rejoinder.vocabulary.parties import Form, Gazetteer, fold
from rejoinder.vocabulary.word_lists import word_list

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*")
_AIMED = re.compile(
    r"-(?:led|backed|based|controlled|occupied|held|made|born|supported|sponsored|brokered|mediated|funded|run|style|era|speaking|wide)\b"
)
_NO_NAME_BEFORE = re.compile(r"(?:\bNew|\bSouth|\bNorth|\bEast|\bWest|\bSan|\bPort|\bFort|\bMr|\bMrs|\bMs|\bDr)\.?\s$")
_BEGINS_A_PARTY = re.compile(rf"\b(?:{'|'.join(sorted(word_list('first words of the names of parties')))})\s$")
_NAME_GOES_ON = re.compile(r"\s[A-Z][a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A form of the vocabulary and where it stands; `forms` holds more than one where it may stand for several
    parties."""

    span: Span
    forms: tuple[Form, ...]

    @property
    def generic(self) -> bool:
        """Whether it stands only for a party named elsewhere ("the bloc")."""
        return all(f.relation == "generic" for f in self.forms)


@cache
def _longest(gazetteer: Gazetteer) -> Mapping[str, int]:
    """First word (folded, lower case) to the number of words of the longest form that begins with it."""
    out: dict[str, int] = {}
    for text in gazetteer.forms():
        words = fold(text).lower().split()
        if words[0] == "the" and len(words) > 1:
            out[words[1]] = max(out.get(words[1], 0), len(words) - 1)
        out[words[0]] = max(out.get(words[0], 0), len(words))
    return out


def _candidates(text: str, place: Span, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Stretches of words that may be a form, at each word the longest first."""
    longest = _longest(gazetteer)
    tokens = [m.span() for m in _TOKEN.finditer(text, place.start, place.end)]
    for i, (start, end) in enumerate(tokens):
        first = fold(text[start:end]).lower().split(" ")[0]
        most = longest.get(first, 0)
        for count in range(min(most, len(tokens) - i), 0, -1):
            stop = tokens[i + count - 1][1]
            words = text[start:stop]
            if not any(mark in words for mark in ',;:()\n"“”'):
                yield Span(start=start, end=stop), words


def known_names(text: str, places: Iterable[Span], gazetteer: Gazetteer, year: int | None) -> tuple[KnownName, ...]:
    """The longest known form at each place of `places` (ascending), none inside another. Letter case counts; with a
    `year`, states that did not stand then are left out where another reading remains."""
    out: list[KnownName] = []
    done = 0
    for place in places:
        for span, words in _candidates(text, place, gazetteer):
            if span.start < done or _AIMED.match(text, span.end):
                continue
            forms = gazetteer.find(words, year)
            if words[:4].lower() == "the ":
                # where the article is no part of the name, a longer name may begin behind it ("the UN" in "the UN
                # Security Council")
                forms = tuple(f for f in forms if fold(f.text).lower().startswith("the ") or f.relation == "generic")
            if forms and not _part_of_other_name(text, span, forms):
                out.append(KnownName(span=span, forms=forms))
                done = span.end
    return tuple(out)


def _part_of_other_name(text: str, span: Span, forms: tuple[Form, ...]) -> bool:
    """`Washington` in `Denzel Washington` or `New Washington` is no capital, `Democrats` in `Christian Democrats` is
    another party; else only single doubtful words are doubted, with an article those that begin a longer name ("the
    North" in "the North Atlantic Council")."""
    if span.of(text)[:4].lower() == "the " and all(f.ambiguous for f in forms):
        return _NAME_GOES_ON.match(text, span.end) is not None
    if " " not in span.of(text) and all(f.branch == "party" for f in forms):
        return _BEGINS_A_PARTY.search(text[max(0, span.start - 12) : span.start]) is not None
    if " " in span.of(text) or not all(f.ambiguous or f.relation == "capital" for f in forms):
        return False
    return bool(_NO_NAME_BEFORE.search(text[max(0, span.start - 8) : span.start]))


def party_of(form: Form, gazetteer: Gazetteer) -> PartyRef:
    """The party that a form stands for: an institution keeps its own name and acts for its entry."""
    entry = gazetteer.entry(form.entry)
    if form.relation == "institution" and (form.branch == "party" or entry.type == "organisation"):
        return PartyRef(name=form.body or form.text, type="organisation")
    if form.relation == "institution":
        return PartyRef(name=form.body or form.text, type="office", principal=entry.name)
    return PartyRef(name=entry.name, type=entry.type)


def chosen_form(name: KnownName, named: Mapping[str, int]) -> Form:
    """The reading of a form that may stand for several parties: the one otherwise named most often in the document
    (`named`: entry id to count), else the vocabulary's first."""
    best = max(named.get(f.entry, 0) for f in name.forms)
    return next(f for f in name.forms if named.get(f.entry, 0) == best)
