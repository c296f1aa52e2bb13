"""Which party or issue is meant by a name that somebody types, and what is near where none is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from rejoinder.errors import UsageError
from rejoinder.record.material import folded
from rejoinder.types.account import Issue, Party
from rejoinder.vocabulary.form import fold, without_article
from rejoinder.vocabulary.parties import gazetteer
from rejoinder.vocabulary.persons import office_holders

_NEAREST = 5
_ALIKE = 0.6
_SHORTEST_PIECE = 3
_SHOWN_OF_ID = 6
_STANDING_FOR = frozenset({"name", "alias", "capital", "metonym", "demonym", "person-demonym"})
_LETTERS = str.maketrans("yj", "ii")


def parties_called(given: str, parties: Sequence[Party]) -> list[str]:
    """The ids of the parties that a name, id or form of words stands for; the first of these that fits: as the account
    has it; the beginning of its id, as tables show it; another name, capital, seat or code of a state or body; another
    spelling of a person's name; a surname that one person alone has. Case, accents, full stops and a leading "the" do
    not count. Empty where none fits."""
    for find in (_as_written, _by_id, _by_vocabulary, _by_person):
        if found := find(given, parties):
            return found
    return []


def issues_called(given: str, issues: Sequence[Issue]) -> list[str]:
    """The ids of the issues of this name, id (or its beginning) or form of words, in any case."""
    return _as_written(given, issues) or _by_id(given, issues)


def not_there(what: str, given: str, rows: Sequence[Party] | Sequence[Issue]) -> UsageError:
    """What is said of a name that stands for no row: who shares it, where it is the surname of several; for whom it
    would stand; else the rows whose names hold it, then those spelled nearly so."""
    if what == "party" and (sharing := _of_surname(given, rows)):
        return _shared(given, sharing)
    key = _key(given)
    spelled: dict[str, list[str]] = {}
    for row in rows:
        for form in (row.name, *row.forms):
            spelled.setdefault(_key(form), []).append(row.name)
    holding = [form for form in sorted(spelled) if _piece(key, form)]
    alike = difflib.get_close_matches(key, sorted(spelled), n=_NEAREST, cutoff=_ALIKE)
    names = list(dict.fromkeys(name for form in (*holding, *alike) for name in spelled[form]))[:_NEAREST]
    known = sorted(next(filter(None, _known_names(given)), ())) if what == "party" else []
    if known:
        advice = f"It stands for {' or '.join(known)}, of whom these articles do not tell."
    elif names:
        advice = f"The nearest are: {', '.join(names)}."
    elif not rows:
        advice = "The account has none."
    else:
        advice = f"Nothing like it is among the {len(rows)} that there are; check the spelling."
    return UsageError(f"No {what} is called {given!r}.", advice=advice)


def _shared(given: str, parties: Sequence[Party] | Sequence[Issue]) -> UsageError:
    named = [f"{one.name} ({one.id})" for one in parties]
    more = f" and {len(named) - _NEAREST} more" if len(named) > _NEAREST else ""
    return UsageError(
        f"Several parties are called {given!r}: {', '.join(named[:_NEAREST])}{more}.",
        advice="Give the full name of the one that is meant, or its id.",
    )


def _key(words: str) -> str:
    return without_article(fold(folded(words))).casefold()


def _piece(key: str, form: str) -> bool:
    """Whether one stands in the other as whole words or their beginning."""
    shorter, longer = sorted((key, form), key=len)
    return len(shorter) >= _SHORTEST_PIECE and f" {shorter}" in f" {longer}"


def _as_written(given: str, rows: Sequence[Party] | Sequence[Issue]) -> list[str]:
    wanted = folded(given).casefold()
    exact = [row.id for row in rows if wanted in {name.casefold() for name in (row.id, row.name, *row.forms)}]
    return exact or [row.id for row in rows if _key(given) in {_key(name) for name in (row.name, *row.forms)}]


def _by_id(given: str, rows: Sequence[Party] | Sequence[Issue]) -> list[str]:
    """The one row whose id begins so, with as many characters as tables show."""
    begins = len(given.rpartition("-")[2]) >= _SHOWN_OF_ID
    found = [row.id for row in rows if begins and row.id.startswith(given)]
    return found if len(found) == 1 else []


def _by_vocabulary(given: str, parties: Sequence[Party]) -> list[str]:
    for names in _known_names(given):
        if found := [party.id for party in parties if party.name in names]:
            return found
    return []


def _known_names(given: str) -> Iterator[frozenset[str]]:
    """What the vocabulary calls the states and bodies for which the words stand: those for which they stand first of
    all, those for which they may stand too, those whose code they are."""
    known = gazetteer()
    words = folded(given)
    forms = [form for each in (words, words.upper(), words.title()) for form in known.find(each)]
    standing = [form for form in forms if form.relation in _STANDING_FOR]
    yield _names(form.entry for form in standing if not form.ambiguous)
    yield _names(form.entry for form in standing)
    code = words.upper()
    yield frozenset(entry.name for entry in known if code in (entry.alpha2, entry.alpha3))


def _names(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(gazetteer().entry(entry).name for entry in entries)


def _by_person(given: str, parties: Sequence[Party]) -> list[str]:
    persons = [party for party in parties if party.type == "person"]
    wanted = _spellings(given)
    if found := [
        one.id for one in persons if any(not wanted.isdisjoint(_spellings(f)) for f in (one.name, *one.forms))
    ]:
        return found
    found = [one.id for one in _of_surname(given, persons)]
    return found if len(found) == 1 else []


def _of_surname(given: str, rows: Sequence[Party] | Sequence[Issue]) -> list[Party]:
    """The persons whose names end in this one word."""
    surname = _latin(given)
    persons = [one for one in rows if isinstance(one, Party) and one.type == "person"]
    return [one for one in persons if " " not in surname and _latin(one.name).split()[-1:] == [surname]]


def _spellings(name: str) -> frozenset[str]:
    """A full name as it may be put into Latin letters, and the name that the list of office-holders has for it; none of
    a single word, which is a surname of many."""
    key = _key(name)
    if " " not in key:
        return frozenset()
    return frozenset(_latin(each) for each in (name, *(holder.name for holder in office_holders().get(key, ()))))


def _latin(name: str) -> str:
    """A name without doubled letters, or the choice between i, y and j."""
    plain = _key(name).translate(_LETTERS)
    return "".join(letter for at, letter in enumerate(plain) if letter != plain[at - 1 : at])
