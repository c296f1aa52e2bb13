"""The states, organisations and groups that the news knows, and the words that stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType

from rejoinder.vocabulary.form import Form, Relation, fold, without_article
from rejoinder.vocabulary.party_sheets import Entry, EntryType
from rejoinder.vocabulary.party_sheets import entries as _entries
from rejoinder.vocabulary.sheet import VocabularyError

__all__ = ["Entry", "EntryType", "Form", "Gazetteer", "Relation", "fold", "gazetteer"]
_SHORTEST_HEADLINE_NAME = 4


class Gazetteer:
    """Entries by id and by any form of words. Where several entries share a form, at most one holds it unflagged."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        self._by_key: dict[str, list[Form]] = {}
        for entry in entries:
            if entry.id in self._entries:
                raise VocabularyError(f"parties: {entry.id} stands twice.", advice="Mend the data file.")
            self._entries[entry.id] = entry
            for form in entry.forms:
                if form.relation != "generic":
                    self._by_key.setdefault(_key(form.text), []).append(form)
        self._refuse_dangling()
        self._refuse_unflagged()
        for forms in self._by_key.values():
            if len(forms) > 1:
                forms.sort(key=lambda form: form.ambiguous)

    @cached_property
    def _capitals(self) -> dict[str, list[Form]]:
        """The same by their keys in capitals, as headlines and datelines write them."""
        made: dict[str, list[Form]] = {}
        for key, forms in self._by_key.items():
            made.setdefault(key.upper(), []).extend(forms)
        return {key: sorted(forms, key=lambda form: form.ambiguous) for key, forms in made.items()}

    @cached_property
    def _generic(self) -> dict[str, list[Form]]:
        made: dict[str, list[Form]] = {}
        for entry in self._entries.values():
            for form in entry.forms:
                if form.relation == "generic":
                    made.setdefault(fold(form.text).lower(), []).append(form)
        return made

    @cached_property
    def _forms(self) -> Mapping[str, tuple[Form, ...]]:
        made: dict[str, list[Form]] = {}
        for entry in self._entries.values():
            for form in entry.forms:
                made.setdefault(form.text, []).append(form)
        return MappingProxyType(
            {text: tuple(sorted(forms, key=lambda form: form.ambiguous)) for text, forms in made.items()}
        )

    def _refuse_dangling(self) -> None:
        for entry in self._entries.values():
            for id_ in (*entry.members, *entry.part_of, *entry.acts_in, *entry.successors):
                if id_ not in self._entries:
                    raise VocabularyError(f"parties: {entry.id} names {id_}, which is no entry.")

    def _refuse_unflagged(self) -> None:
        for key, forms in self._by_key.items():
            plain = sorted({form.entry for form in forms if not form.ambiguous})
            if len(plain) > 1:
                raise VocabularyError(f"parties: {key!r} stands for {' and '.join(plain)} and is not flagged.")

    def __iter__(self) -> Iterator[Entry]:
        """All entries, in the order of the data files."""
        return iter(self._entries.values())

    def entry(self, id_: str) -> Entry:
        """The entry with this id; KeyError where there is none."""
        return self._entries[id_]

    def forms(self) -> Mapping[str, tuple[Form, ...]]:
        """All forms by their text as written (generic ones in lower case, without "the"), unflagged ones first."""
        return self._forms

    def find(self, words: str, year: int | None = None) -> tuple[Form, ...]:
        """The forms that `words` are, unflagged first, else in the order of the data files; empty where there are none.

        A leading "the", accents, full stops and hyphens do not count. Capitals do, but for words all in capitals
        (headlines, datelines) and for generic words. With a `year`, forms of parties that did not exist then are left
        out if others remain.
        """
        key = _key(words)
        bare = without_article(key)
        found = self._by_key.get(key) or self._by_key.get(bare, [])
        if not found and bare.isupper() and len(bare) >= _SHORTEST_HEADLINE_NAME:
            found = self._capitals.get(bare, [])
        found = found or self._generic.get(bare.lower(), [])
        if year is not None:
            found = [form for form in found if self._entries[form.entry].stood_in(year)] or found
        return tuple(found)

    def lookup(self, form: str) -> tuple[Entry, ...]:
        """The entries that `form` may stand for, each once, by the rules and in the order of `find`."""
        return tuple(self._entries[id_] for id_ in dict.fromkeys(found.entry for found in self.find(form)))


def _key(words: str) -> str:
    """As `fold`, with a leading article in lower case."""
    key = fold(words)
    bare = without_article(key)
    return key if bare is key else "the " + bare


def type_of(name: str) -> EntryType:
    """What a party of this name is, where it is known; an organisation otherwise."""
    found = gazetteer().lookup(name)
    return next((entry.type for entry in found if entry.name == name), "organisation")


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    return Gazetteer(_entries())
