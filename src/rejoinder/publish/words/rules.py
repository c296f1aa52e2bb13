"""What each rule by which a line was made says, in a sentence without its subject."""

from __future__ import annotations

from collections.abc import Mapping

from rejoinder.publish.words.language import N_, _

LINKS: Mapping[str, str] = {
    "same-clause": N_("told in one clause with it"),
    "same-sentence": N_("told in one sentence with it"),
    "next": N_("told right after it"),
    "topic": N_("about the same matter"),
    "read-as-answer": N_("read as an answer to it"),
    "next-paper": N_("the next paper on the matter"),
    "beside-": N_("put forward in one breath with a yes or no to it"),
    "judgement": N_("decided by a person"),
}
CLASHES: Mapping[str, str] = {
    "denial": N_("somebody denies what others tell"),
    "denied-beside": N_("an article sets words that deny something beside the words that say it"),
    "answered-or-not": N_("some say that no answer came, others tell of the answer"),
    "read-as-opposed": N_("read as two acts that cannot both have happened"),
    "mutual-accuse": N_("each lays the blame on the other"),
    "mutual-attack": N_("each is said to have struck the other"),
    "mutual-suspend": N_("each says that the other broke off"),
    "mutual-silence": N_("each says that the other left it without an answer"),
}
READINGS: Mapping[str, str] = {
    "move.trigger": "a word of the text names the act",
    "actor.span": "the words for who acts were read in the text",
    "actor.from": "the words after “from” or “by” say who gave it or did it",
    "actor.gives": "the answer is told as that of the one who gives it",
    "actor.awaited": "an answer that is awaited would come from the one who was asked",
    "actor.cue": "who speaks does the act by speaking",
    "actor.speaker": "the act stands in somebody's words and is the speaker's own",
    "actor.described": "who acts is described and not named",
    "actor.passive": "something was done to the one who is named, so that the other side did it",
    "actor.subject": "the first party of the sentence acts",
    "actor.before": "who did the act before this one goes on",
    "actor.other": "the one who is named is acted upon, so that another acts",
    "actor.unknown": "nobody is named who could have acted",
    "recipient.span": "the words for whom it is meant were read in the text",
    "recipient.main": "the story is between two, so that it is meant for the other",
    "recipient.answered": "an answer is meant for whoever put what it answers",
    "recipient.unknown": "nobody is named for whom it is meant",
    "statement.cue": "a word of saying introduces the words",
    "statement.cited": "a medium cites somebody, whose words they then are",
    "statement.same-speaker": "whoever spoke before goes on speaking",
    "statement.turn": "the words stand after the speaker's name, as in a transcript",
    "statement.headline": "the headline names the speaker before or after the words",
    "statement.floating-quotation": "a quotation that nobody introduces is given to who speaks beside it",
}


def link(rule: str) -> str:
    """Why an answer is linked to what it answers; a rule with a kind of act in it by its beginning."""
    said = LINKS.get(rule) or (LINKS["beside-"] if rule.startswith("beside-") else "")
    return _(said) if said else rule


def clash(rule: str) -> str:
    """Why accounts are set against each other."""
    return _(CLASHES[rule]) if rule in CLASHES else rule


def ground(rule: str) -> str:
    """What a rule of any sort says; empty for one that is not known."""
    said = READINGS.get(rule) or (clash(rule) if rule in CLASHES else link(rule))
    return said if said != rule else ""
