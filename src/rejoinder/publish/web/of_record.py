"""What the record says of its failures, in the language of the page: it speaks English, whoever listens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rejoinder.publish.words.language import N_, _

ANOTHER_EDIT = N_("The key stands for another edit.")
KNOWN = (
    ANOTHER_EDIT,
    N_("Give each edit a key of its own."),
    N_("A parenthesis is closed that was not opened."),
    N_("A parenthesis is not closed."),
    N_("A quotation mark is not closed."),
    N_("At most %(n)s may be nested."),
    N_("At most %(n)s are read."),
    N_("Close it or leave it out."),
    N_('For the word itself type "or".'),
    N_('Give a word or a "phrase", and not only what to leave out.'),
    N_('Give the beginning and a star, as in "negotiat*".'),
    N_('Give words; to look for "[" put it between quotation marks.'),
    N_("OR needs something to look for on both sides."),
    N_("Put it between quotation marks."),
    N_("Put the words between quotation marks."),
    N_("Ranges cannot be searched for."),
    N_("Say what it is about."),
    N_("Something is missing at the end of the search."),
    N_("The search cannot be read."),
    N_("The search has %(n)s characters."),
    N_("The search has nothing to look for."),
    N_("The search has too many parentheses."),
    N_("There are %(known)s; to look for these characters put them between quotation marks."),
    N_("Words like %(word)s cannot be searched for."),
    N_("%(field)s: is nothing that can be searched in."),
    N_("%(field)s: has nothing behind it to look for."),
    N_("Write a name or a word right behind it, without a blank, or leave the colon out."),
    N_("%(value)s is no day."),
    N_("%(value)s is no moment."),
    N_("Write it as %(form)s."),
    N_("%(later)s lies before %(earlier)s."),
    N_("Give the earlier one first."),
    N_("%(record)s is being written by process %(number)s."),
    N_("%(record)s is being written by another process."),
    N_("Wait until it has ended, or open the record for reading only."),
    N_("%(record)s is in use by another process."),
    N_("Wait until it has ended and try again."),
    N_("There is no room left on the disk of %(record)s; what was acknowledged before is kept."),
    N_("Make room and run the same command again: it goes on where it stopped."),
    N_("%(record)s cannot be written: it, or where it lies, is for reading only."),
    N_("Have the permission to write it (w) given to you, or copy it to where you may write."),
    N_("The record has another judgement with the id %(id)s."),
    N_("Give it a new id."),
    N_("The record has no judgement %(id)s to withdraw."),
    N_("List the judgements."),
    N_("Line %(number)s is no judgement: %(why)s."),
    N_("it is not JSON"),
    N_("it is not an object"),
    N_("it lacks, or has beside its fields, %(names)s"),
    N_("its subjects are no list"),
    N_("its time has no zone"),
    N_("its time is none"),
)
_VALUE = re.compile(r"%\\\((\w+)\\\)s")


def in_words(message: str) -> str:
    """The message as the page says it; one that is not known here stays as the record says it."""
    if message in KNOWN:
        return _(message)
    for said, form in _forms():
        if (found := form.fullmatch(message)) is not None:
            return _(said) % {name: in_words(value) for name, value in found.groupdict().items()}
    return message


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_with_values())


def _with_values() -> Iterator[tuple[str, re.Pattern[str]]]:
    for said in KNOWN:
        if "%(" in said:
            yield said, re.compile(_VALUE.sub(r"(?P<\1>.+)", re.escape(said)), re.DOTALL)
