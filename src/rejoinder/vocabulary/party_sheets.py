"""From the data files about parties to entries and their forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from rejoinder.vocabulary.form import Form, Relation, fold, without_article
from rejoinder.vocabulary.sheet import Row, read_sheet, rows

EntryType = Literal["state", "organisation", "group"]
SHEETS = (
    "parties/states-africa.yaml",
    "parties/states-americas.yaml",
    "parties/states-asia.yaml",
    "parties/states-europe.yaml",
    "parties/states-oceania.yaml",
    "parties/states-observer.yaml",
    "parties/states-former.yaml",
    "parties/territories.yaml",
    "parties/organisations.yaml",
    "parties/groups.yaml",
    "parties/armed-groups.yaml",
)
STATUSES = ("member", "observer", "former", "territory", "armed", "party", "community")
# fmt: off
BRANCHES = frozenset({
    "executive", "foreign", "defence", "interior", "treasury", "trade", "justice", "parliament", "bank", "security",
    "party", "energy", "markets", "offices", "aid", "religious",
})
_OPTIONAL = frozenset({
    "status", "codes", "capital", "aliases", "demonym", "person", "people", "seats", "bodies", "generic", "ambiguous",
    "years", "successors", "part_of", "members", "acts_in",
})
# fmt: on
_UNCHANGED_IN_PLURAL = ("ese", "s", "sh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A party that the news knows: a state, an organisation or a group.

    `alpha2` and `alpha3` are ISO 3166 codes where there are any, `first_year` and `last_year` bound a party that
    has not existed all the time since 1945. `part_of`, `members`, `acts_in` and `successors` are ids.
    """

    id: str
    name: str
    type: EntryType
    status: str
    alpha2: str | None
    alpha3: str | None
    capitals: tuple[str, ...]
    first_year: int | None
    last_year: int | None
    successors: tuple[str, ...]
    part_of: tuple[str, ...]
    members: tuple[str, ...]
    acts_in: tuple[str, ...]
    forms: tuple[Form, ...]

    def stood_in(self, year: int) -> bool:
        """Whether the party was there in `year`."""
        return (self.first_year or year) <= year <= (self.last_year or year)


def entries() -> Iterator[Entry]:
    """All entries, in the order of the files."""
    for name in SHEETS:
        sheet = read_sheet(name)
        head = Row(file=name, id="(head)", values={k: v for k, v in sheet.items() if k != "entries"})
        head.check_keys(frozenset({"type"}), frozenset({"status", "generic"}))
        for row in rows(name, sheet):
            yield entry(row, head)


def entry(row: Row, head: Row) -> Entry:
    """The entry that `row` describes; `head` holds what its file says once for all."""
    row.check_keys(frozenset({"name"}), _OPTIONAL)
    codes = row.text("codes").split()
    if len(codes) not in (0, 2):
        raise row.fault("codes must be the alpha-2 and the alpha-3 code")
    first, last = _years(row)
    return Entry(
        id=row.id,
        name=row.text("name"),
        type=_type(head),
        status=row.choice("status", STATUSES, head.text("status")),
        alpha2=codes[0] if codes else None,
        alpha3=codes[1] if codes else None,
        capitals=row.items("capital"),
        first_year=first,
        last_year=last,
        successors=row.items("successors"),
        part_of=row.items("part_of"),
        members=row.items("members"),
        acts_in=row.items("acts_in"),
        forms=_flagged(row, (*_written(row, head), *_demonyms(row), *_bodies(row))),
    )


def _type(head: Row) -> EntryType:
    for known in get_args(EntryType):
        if head.text("type") == known:
            return known  # type: ignore[no-any-return]
    raise head.fault("type must be state, organisation or group")


def _years(row: Row) -> tuple[int | None, int | None]:
    text = row.text("years")
    if not text:
        return None, None
    first, dash, last = text.partition("-")
    if not dash or not first.isdigit() or not (last == "" or last.isdigit()):
        raise row.fault(f"years must be like 1922-1991 or 1991-, not {text!r}")
    return int(first), int(last) if last else None


def _written(row: Row, head: Row) -> Iterator[Form]:
    yield Form(text=row.text("name"), entry=row.id, relation="name")
    for relation, key in (("alias", "aliases"), ("capital", "capital")):
        for text in row.items(key):
            yield Form(text=text, entry=row.id, relation=relation)  # type: ignore[arg-type]
    for text in dict.fromkeys((*row.items("generic"), *head.items("generic"))):
        yield Form(text=without_article(text), entry=row.id, relation="generic", ambiguous=True)


def _demonyms(row: Row) -> Iterator[Form]:
    adjectives = row.items("demonym")
    persons = row.items("person") if "person" in row.values else adjectives
    people = row.items("people") if "people" in row.values else tuple(_plural(person) for person in persons)
    for text in adjectives:
        yield Form(text=text, entry=row.id, relation="demonym")
    for text in dict.fromkeys((*persons, *people)):
        yield Form(text=text, entry=row.id, relation="person-demonym")


def _plural(person: str) -> str:
    return person if person.endswith(_UNCHANGED_IN_PLURAL) else person + "s"


def _bodies(row: Row) -> Iterator[Form]:
    kinds: tuple[tuple[str, Relation], ...] = (("seats", "metonym"), ("bodies", "institution"))
    for key, relation in kinds:
        for branch, text in row.mapping(key).items():
            if branch not in BRANCHES:
                raise row.fault(f"{key} has no {branch}; known are {', '.join(sorted(BRANCHES))}")
            for group in row.pieces(key, text):
                names = [name.strip() for name in group.split("=")]
                for name in names:
                    yield Form(text=name, entry=row.id, relation=relation, body=names[0], branch=branch)


def _flagged(row: Row, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms, those marked that the entry calls ambiguous; a demonym's mark holds for the plural made from it."""
    reasons = row.mapping("ambiguous")
    if strange := sorted(reasons.keys() - {form.text for form in forms}):
        raise row.fault(f"ambiguous names {', '.join(strange)}, which is no form of it")
    why = {fold(text): reason for text, reason in reasons.items()}
    why |= {fold(_plural(text)): reason for text, reason in reasons.items() if text in row.items("demonym")}
    written = [(form.text, form.relation) for form in forms]
    if len(set(written)) < len(written):
        text, relation = next(pair for pair in written if written.count(pair) > 1)
        raise row.fault(f"{text!r} stands twice as {relation}")
    if not why:
        return forms
    return tuple(
        replace(form, ambiguous=True, why=why[fold(form.text)]) if fold(form.text) in why else form for form in forms
    )
