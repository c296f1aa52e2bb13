"""Whom each word means: one walk through a document from its first mention to its last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rejoinder.annotate.bodies import may_be_called
from rejoinder.annotate.candidates import PERSONAL
from rejoinder.annotate.choosing import chosen, likeliest
from rejoinder.annotate.counted import counted, counts
from rejoinder.annotate.focus import Named
from rejoinder.annotate.letters import LETTER
from rejoinder.annotate.main_parties import main_of
from rejoinder.annotate.nominals import Nominal
from rejoinder.annotate.persons import PersonMention
from rejoinder.annotate.pronoun_rules import IT, THEY, ruled
from rejoinder.annotate.question import Chooser, Question
from rejoinder.annotate.read_references import read_parties, read_principal
from rejoinder.annotate.role_persons import bare
from rejoinder.annotate.role_phrases import resolve_nominal
from rejoinder.annotate.roles import RoleWords
from rejoinder.annotate.scene import KnownMention, Scene, Walk, walk_of
from rejoinder.types.annotation import Mention, PartyRef, ReferenceReading
from rejoinder.types.places import Places
from rejoinder.types.span import Span

PRONOUN = re.compile(
    r"\b(?:he|she|him|her|his|hers|it|its|they|them|their|theirs|who|which|whose|"
    r"(?:both|the two|each) (?:side|government|delegation)|"
    r"(?:both|the two|the|each) (?:sides|parties|countries|governments|states|nations|"
    r"neighbou?rs|capitals|delegations)|both|each other|the two|the pair)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?:both|the two|the pair of)\s(?!of\b)", re.IGNORECASE)
_TWO = 2
_WE = frozenset(["we", "our", "us", "ours", "i", "my", "me"])
_SORTS = (("he", PERSONAL), ("it", IT), ("they", THEY))


def resolve(scene: Scene, roles: RoleWords, choose: Chooser = likeliest) -> tuple[Mention, ...]:
    """All mentions with the parties they stand for, in text order; words that stand for nobody known are left out.

    The text is walked through again where role phrases show that it is mainly about others than its names say.
    """
    mentions = _walked(scene, roles, choose)
    main = main_of(mentions)
    if len(main) == 2 and set(main) != set(scene.main):
        mentions = _walked(replace(scene, main=main), roles, choose)
    return mentions


def _walked(scene: Scene, roles: RoleWords, choose: Chooser) -> tuple[Mention, ...]:
    walk = walk_of(scene, roles, choose)
    items: list[tuple[Span, object]] = [
        *((p.whole, p) for p in scene.persons),
        *((n.span, n) for n in scene.nominals),
        *((n.span, n) for n in scene.names),
        *scene.generic,
        *(
            (Span(start=m.start(), end=m.end()), m.group().lower())
            for s in scene.sentences
            for m in PRONOUN.finditer(scene.text, s.span.start, s.span.end)
        ),
    ]
    known = Places((span, span) for span, item in items if not isinstance(item, str))
    pronouns = {span for span, item in items if isinstance(item, str)}
    items += [(span, "") for span in counts(scene) if span not in pronouns and not known.touching(span)]
    pronouns |= {span for span, item in items if item == ""}
    items += [
        (r.mention, r) for r in scene.references.all() if r.mention not in pronouns and not known.touching(r.mention)
    ]
    starts = [s.span.start for s in scene.sentences]
    number = 0
    for span, item in sorted(items, key=lambda i: (i[0].start, -i[0].end)):
        while number + 1 < len(starts) and starts[number + 1] <= span.start:
            number += 1
        _take(walk, number, span, item)
    return tuple(walk.mentions)


def _take(walk: Walk, sentence: int, span: Span, item: object) -> None:
    match item:
        case PersonMention():
            _put(walk, sentence, span, "name", (walk.scene.people[item.name],), "reference.person")
        case Nominal():
            parties, rule = _nominal(walk, sentence, item)
            _put(walk, sentence, span, "role", parties, rule)
        case ReferenceReading():
            parties, rule = _described(walk, sentence, item)
            _put(walk, sentence, span, "role", parties, rule)
        case KnownMention():
            _put(
                walk,
                sentence,
                span,
                "demonym" if item.demonym else "place" if item.place else "name",
                (item.party,),
                item.rule,
            )
        case tuple():
            _put(walk, sentence, span, "role", _generic(walk, sentence, item), "reference.generic")
        case str():
            parties, rule = _pronoun(walk, sentence, span, item) if item else _several(walk, sentence, span)
            _put(walk, sentence, span, "pronoun", parties, rule)


def _put(walk: Walk, sentence: int, span: Span, kind: str, parties: Sequence[PartyRef | None], rule: str) -> None:
    found = tuple(dict.fromkeys(p for p in parties if p is not None))
    if not found:
        return
    walk.mentions.append(Mention(span=span, kind=kind, parties=found, rule=rule))  # type: ignore[arg-type]
    inner = any(m.span.holds(span) and m.span != span for m in walk.mentions[-6:])
    if inner or kind == "place" or (kind == "pronoun" and len(found) > 1):
        return
    source = bool(walk.sources.touching(span))
    first = sentence not in walk.first_in
    quoted = bool(walk.quotations.around(span))
    walk.first_in.add(sentence)
    for party in found:
        walk.focus.add(
            Named(party=party, sentence=sentence, source=source, first=first and kind != "demonym", quoted=quoted)
        )


def _nominal(walk: Walk, sentence: int, nominal: Nominal) -> tuple[tuple[PartyRef | None, ...], str]:
    """Whom a role phrase means: the one that the tagger reads, else by its words; for whom somebody unnamed acts is
    read too."""
    somebody = nominal.kind == "person" and not nominal.plural
    read = [
        p
        for p in read_parties(walk, nominal.span)
        if may_be_called(nominal.noun, p, walk.scene.introduced.get(p.name, ()))
        and not (somebody and p.type in ("organisation", "media"))
    ]
    if read:
        return tuple(read), "reference.read"
    if several := counted(walk, sentence, nominal.span):
        return several, "reference.counted"
    if nominal.plural and len(walk.scene.main) == _TWO and _BOTH.match(walk.scene.text, nominal.span.start):
        return walk.scene.main, "reference.both"
    parties, rule = resolve_nominal(walk, sentence, nominal)
    principal = read_principal(walk, nominal.span)
    if principal is None:
        return parties, rule
    return tuple(
        replace(p, principal=principal.name) if p and p.anonymity != "named" and p.principal is None else p
        for p in parties
    ), rule


def _described(walk: Walk, sentence: int, reference: ReferenceReading) -> tuple[tuple[PartyRef, ...], str]:
    """Whom words mean that are no role phrase of the vocabulary ("the eastern neighbour", "we"): whom the tagger
    reads, else somebody unnamed if it reads for whom."""
    word = reference.mention.of(walk.scene.text).lower()
    if word in _WE and walk.scene.author and not walk.quotations.around(reference.mention):
        return (walk.scene.author,), LETTER
    if word in _WE:
        return chosen(walk, Question(span=reference.mention, sentence=sentence, sort="we", word=word, given=()))
    if several := counted(walk, sentence, reference.mention):
        return several, "reference.counted"
    return read_parties(walk, reference.mention) or _unnamed(walk, reference), "reference.read"


def _unnamed(walk: Walk, reference: ReferenceReading) -> tuple[PartyRef, ...]:
    principal = read_principal(walk, reference.mention)
    words = bare(reference.mention.of(walk.scene.text))
    if principal is None or not words or principal.name == words:
        return ()
    return (PartyRef(name=words, type="group", principal=principal.name, anonymity="unnamed"),)


def _generic(walk: Walk, sentence: int, candidates: Sequence[PartyRef]) -> tuple[PartyRef, ...]:
    names = {c.name for c in candidates}
    party = walk.focus.nearest(lambda p: p.name in names)
    return (party,) if party else ()


def _several(walk: Walk, sentence: int, span: Span) -> tuple[tuple[PartyRef, ...], str]:
    return counted(walk, sentence, span), "reference.counted"


def _pronoun(walk: Walk, sentence: int, span: Span, word: str) -> tuple[tuple[PartyRef, ...], str]:
    given = tuple(p for p in ruled(walk, sentence, span, word) if p is not None)
    sort = next((name for name, words in _SORTS if word in words), "")
    if not sort or len(given) > 1:
        return given, "reference.pronoun"
    return chosen(walk, Question(span=span, sentence=sentence, sort=sort, word=word, given=given))
