"""Which office or organisation a role phrase means: "the foreign ministry", "the union", "the board"."""

from __future__ import annotations

from rejoinder.annotate.bodies import is_found_again, may_be_called
from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.role_persons import bare, home
from rejoinder.annotate.scene import Walk, is_body
from rejoinder.types.annotation import PartyRef


def institution(walk: Walk, sentence: int, nominal: Nominal, principal: PartyRef | None) -> tuple[PartyRef, ...]:
    """An office: the one of that noun that was named last, where the phrase says no more than its noun, else the one
    named so before."""
    words = bare(nominal.span.of(walk.scene.text))
    plain = words.lower()
    key = plain if " " in plain and not walk.names.within(nominal.span) else nominal.noun
    if principal is None and key in walk.offices:
        return (walk.offices[key],)
    principal = principal or home(walk, sentence)
    known = walk.offices.get(key)
    if known and principal and known.principal == principal.name:
        return (known,)
    whose = not walk.names.within(nominal.span) and not walk.persons.within(nominal.span)
    name = f"{principal.name}{_ending(principal.name)} {words}" if principal and whose else words
    party = PartyRef(name=" ".join(name.split()), type="office", principal=principal.name if principal else None)
    walk.offices[nominal.noun] = walk.offices[key] = party
    return (party,)


def organisation(walk: Walk, sentence: int, nominal: Nominal, principal: PartyRef | None) -> tuple[PartyRef, ...]:
    """An organisation: the one that the phrase names, or that has its noun in its name; else the one for which it is
    said to be, or of its side of a dispute at work; for what bears its noun in its name that noun, which another
    document may tell in full."""
    words = bare(nominal.span.of(walk.scene.text))
    if is_proper(words) and nominal.noun in words.lower().split()[-1]:
        return (PartyRef(name=words, type="organisation"),)
    if not nominal.definite:
        return ()
    sides = {word: side for word in words.lower().split() if (side := walk.roles.sort_of_noun(word))}
    sort = next(iter(sides.values()), None)
    noun = next(iter(sides), nominal.noun).removesuffix("s")
    named = walk.focus.nearest(lambda p: is_body(p) and (noun in p.name.lower() or noun in _introduced(walk, p)))
    if named:
        return (named,)
    if principal and not nominal.possessive:
        return (principal,)
    local = _of_sort(walk, sentence, noun, sort)
    if local is None and is_found_again(noun) and walk.organisations:
        local = PartyRef(name=noun.capitalize(), type="organisation")
    return (local,) if local else ()


def _of_sort(walk: Walk, sentence: int, noun: str, sort: str | None) -> PartyRef | None:
    """The organisation that may be called by the noun: of its side of a dispute at work, named last or else later; else
    one of neither side that was named lately."""

    def fits(party: PartyRef, side: str | None) -> bool:
        called = party.type == "organisation" and may_be_called(noun, party, _introduced(walk, party))
        return called and _side_of(walk, party) == side

    same = walk.focus.nearest(lambda p: fits(p, sort))
    if same is None and sort is not None:
        same = next((party for party in walk.organisations if fits(party, sort)), None)
    return same or walk.focus.last(lambda p: fits(p, None), sentence, 8)


def _introduced(walk: Walk, party: PartyRef) -> frozenset[str]:
    """The nouns by which the document introduces an organisation."""
    return walk.scene.introduced.get(party.name, frozenset())


def _side_of(walk: Walk, party: PartyRef) -> str | None:
    """On which side of a dispute at work an organisation stands, by its name, or as a union by what introduces it."""
    side = walk.roles.sort_of_name(party.name)
    if side is None and any(walk.roles.sort_of_noun(noun) == "union" for noun in _introduced(walk, party)):
        return "union"
    return side


def _ending(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def is_proper(words: str) -> bool:
    """Whether a phrase is a proper name of several words ("British Trawler Federation")."""
    return " " in words and all(w[0].isupper() or w in ("of", "and", "for", "the") for w in words.split())
