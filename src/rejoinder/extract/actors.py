"""Who does an act, and to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from rejoinder.extract.attacks import attackers
from rejoinder.extract.awaited import answering, asked_for_it, is_awaited, is_told_of_who_waits
from rejoinder.extract.between import sides
from rejoinder.extract.clauses import NEAR, Clause, addressees, first_named, is_aimed_at, meant, other_of_two
from rejoinder.extract.doers import doers
from rejoinder.extract.goods import hit
from rejoinder.extract.own_times import SPOKEN
from rejoinder.extract.speakers import PartiesAt, described, from_whom
from rejoinder.types.annotation import PartyRef
from rejoinder.types.extraction import Move
from rejoinder.vocabulary.word_lists import word_list

_ADDRESSED = word_list("kinds addressed to somebody")
"""Kinds that are addressed to somebody, said or not."""
_ON_GOODS = word_list("kinds that fall on goods")
_TOGETHER = word_list("kinds done together")
_GIVEN = _ADDRESSED | frozenset(("support", "aid", "agree"))
_RECEIVED = re.compile(
    r"\b(?:receiv\w+|got|gets?|had|has|have|await\w*|waiting|came|come|comes|obtain\w*|without|no|any)\b", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){0,2}$")
"""An auxiliary before a trigger: the sentence's first party is then the one to whom it is done."""
_OBJECT = re.compile(r"\s+(?:the|an?|its|his|her|their|this|that|these|those)\s", re.IGNORECASE)
"""What stands behind a verb that is no participle: "condemned the statement by X" is not done by X."""
_DESCRIBES = re.compile(
    r"(?:the |an? )?(?!(?:they|them|their|this|that|these|those|which|whom|whose|what|each|both|none|some)\b)"
    r"[^\W\d_][^\n]{3}",
    re.IGNORECASE,
)
"""Words that can stand for a party by themselves; a pronoun whose party is not known does not."""
_WRITTEN = re.compile(rf"\b(?:{'|'.join(sorted(word_list('written utterances')))})s?$", re.IGNORECASE)
"""Papers, which act for who wrote them."""
_NOBODY = PartyRef(name="unspecified", type="group", anonymity="unnamed")


def acting(
    text: str, parties: PartiesAt, clause: Clause, made: Sequence[Move], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """Who acts, and the rule that found it: by the tagger's spans, else the speaker, else the sentence's first party,
    else the actor of the act before; `main` are those that the story is between."""
    if clause.act.kind in _GIVEN and (giver := _giver(text, parties, clause)):
        return giver, "actor.from"
    if giving := answering(text, parties, clause):
        return giving, "actor.gives"
    if is_awaited(text, clause):
        if asked := asked_for_it(text, parties, clause, made, main):
            return asked, "actor.awaited"
        if is_told_of_who_waits(text, clause):
            return (_NOBODY,), "actor.awaited"
    own = [span for span in clause.act.actors if not is_aimed_at(text, clause, span)]
    named = [(span, found) for span in own if (found := meant(text, parties, clause, span))]
    both = sides(text, parties, clause) if clause.act.kind in _TOGETHER else ()
    if both and {p for _, found in named for p in found} <= {*both, _NOBODY}:
        return both, "actor.span"
    if named:
        return doers(text, clause, named, addressees(text, parties, clause)), "actor.span"
    if clause.cue_of is not None and clause.act.kind in SPOKEN:
        return clause.cue_of.speakers, "actor.cue"
    if clause.held_in is not None and clause.act.held_by_speaker and clause.act.kind in SPOKEN:
        return clause.held_in.speakers, "actor.speaker"
    for span in own:
        if _DESCRIBES.match(text, span.start, span.end) and not _WRITTEN.search(span.of(text)):
            return (described(text, span, ()),), "actor.described"
    return _guessed(text, parties, clause, made, main)


def _guessed(
    text: str, parties: PartiesAt, clause: Clause, made: Sequence[Move], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """Who acts where the tagger names nobody: the other side, if the one named is acted upon, else the sentence's
    first party, else the actor of the act before."""
    acted_upon = addressees(text, parties, clause)
    first = first_named(parties, clause)
    passive = _PASSIVE.search(text, max(0, clause.act.trigger.start - 40), clause.act.trigger.start)
    if clause.act.kind == "attack":
        if attacking := attackers(text, parties, clause):
            return attacking, "actor.from"
        if passive and (clause.held_in is None or clause.held_in.commitment != "denied"):
            return (_NOBODY,), "actor.unknown"
    if clause.act.kind in _ADDRESSED and passive and (other := other_of_two(main, acted_upon or first)):
        return other, "actor.passive"
    upon = {p.acts_for for p in acted_upon}
    if first and not upon & {p.acts_for for p in first}:
        return first, "actor.subject"
    if made and clause.sentence.start - made[-1].anchor.end < NEAR:
        before = tuple(p for p in made[-1].actors if p.name not in upon)
        if before:
            return before, "actor.before"
    if not acted_upon:
        return (), "actor.unknown"
    back = (p for m in reversed(made) for p in m.actors if p.name not in upon)
    return (other_of_two(main, acted_upon) or tuple(islice(back, 1)) or (_NOBODY,)), "actor.other"


def _giver(text: str, parties: PartiesAt, clause: Clause) -> tuple[PartyRef, ...]:
    """Who gives what is received ("no reply from X") or does what is done to another ("turned down by X")."""
    trigger = clause.act.trigger
    received = _RECEIVED.search(text, clause.sentence.start, trigger.end)
    word = from_whom(text, trigger.end, clause.sentence.end)
    if word is None or (word["how"] == "from" and not received):
        return ()
    passive = _PASSIVE.search(text, max(clause.sentence.start, trigger.start - 40), trigger.start)
    done = text.endswith("ed", trigger.start, trigger.end) and not _OBJECT.match(text, trigger.end, word.start("how"))
    if word["how"] == "by" and not passive and not done:
        return ()
    return tuple(p for p in parties.after(text, trigger.end, clause.sentence.end) if p.type != "media")


def addressed(
    text: str, parties: PartiesAt, clause: Clause, actors: Sequence[PartyRef], main: Sequence[PartyRef]
) -> tuple[tuple[PartyRef, ...], str]:
    """To whom, by the tagger's spans; where they name nobody and the story is of two parties, what one puts, answers
    or says is for the other."""
    aimed_at = [span for span in clause.act.actors if is_aimed_at(text, clause, span)]
    found = [p for s in (*clause.act.recipients, *aimed_at) for p in meant(text, parties, clause, s)]
    acting = {p.acts_for for p in actors}
    if not found and clause.act.kind in _ON_GOODS:
        found = list(hit(text, parties, clause))
    named = tuple(dict.fromkeys(p for p in found if p.acts_for not in acting and p.type != "media"))
    if named or clause.act.kind not in _ADDRESSED or len(main) < 2 or not acting & {p.name for p in main}:
        return named, "recipient.span" if named else "recipient.unknown"
    other = tuple(p for p in main if p.name not in acting)
    return (other, "recipient.main") if len(other) == 1 else ((), "recipient.unknown")
