"""What is said of failures that a reader of the desk may meet: each by its code, so that every page says it in its own
language, whatever the program speaks."""

from __future__ import annotations

from enum import Enum


def N_(message: str) -> str:  # noqa: N802 - the name by which catalogues are extracted
    """A message that is translated where it is shown."""
    return message


class Saying(Enum):
    """A code, and what it says in English; `%(name)s` stands for a value."""

    ANOTHER_EDIT = N_("The key stands for another edit.")
    OWN_KEY = N_("Give each edit a key of its own.")
    ANOTHER_JUDGEMENT = N_("The record has another judgement with the id %(id)s.")
    NEW_ID = N_("Give it a new id.")
    NO_JUDGEMENT = N_("The record has no judgement %(id)s to withdraw.")
    LIST_JUDGEMENTS = N_("List the judgements.")
    WITHDRAWN_ALREADY = N_("The judgement %(id)s has been withdrawn already.")
    SEE_AUDIT = N_("Look at the audit.")
    DECIDED_MEANWHILE = N_("Somebody else has decided on %(line)s meanwhile.")
    DECIDE_ANEW = N_("Look at the line again and decide anew.")

    BAD_LINE = N_("Line %(number)s is no judgement: %(why)s.")
    AS_EXPORTED = N_("Give the lines as `rejoinder judgements export` writes them.")
    NOT_JSON = N_("it is not JSON")
    NOT_AN_OBJECT = N_("it is not an object")
    OTHER_FIELDS = N_("it lacks, or has beside its fields, %(names)s")
    SUBJECTS_NO_LIST = N_("its subjects are no list of ids")
    WORDS_UNSEEN = N_("its %(field)s is empty, or has characters that cannot be seen")
    TIME_WITHOUT_ZONE = N_("its time has no zone")
    NO_TIME = N_("its time is none")
    NOT_TO_BE_READ = N_("it cannot be read (%(reason)s)")

    SEARCH_LONG = N_("The search has %(n)s characters.")
    AT_MOST_READ = N_("At most %(n)s are read.")
    PARENTHESIS_UNOPENED = N_("A parenthesis is closed that was not opened.")
    BETWEEN_QUOTATION_MARKS = N_("Put it between quotation marks.")
    NOTHING_WANTED = N_("The search has nothing to look for.")
    GIVE_A_WORD = N_('Give a word or a "phrase", and not only what to leave out.')
    QUOTATION_MARK_OPEN = N_("A quotation mark is not closed.")
    CLOSE_IT = N_("Close it or leave it out.")
    PARENTHESES_MANY = N_("The search has too many parentheses.")
    AT_MOST_NESTED = N_("At most %(n)s may be nested.")
    OR_ONE_SIDED = N_("OR needs something to look for on both sides.")
    OR_ITSELF = N_('For the word itself type "or".')
    NO_SUCH_FIELD = N_("%(field)s: is nothing that can be searched in.")
    KNOWN_FIELDS = N_("There are %(known)s; to look for these characters put them between quotation marks.")
    NOTHING_BEHIND = N_("%(field)s: has nothing behind it to look for.")
    RIGHT_BEHIND = N_("Write a name or a word right behind it, without a blank, or leave the colon out.")
    PARENTHESIS_OPEN = N_("A parenthesis is not closed.")
    SEARCH_ENDS = N_("Something is missing at the end of the search.")
    SAY_ABOUT_WHAT = N_("Say what it is about.")
    NO_RANGES = N_("Ranges cannot be searched for.")
    BRACKET_ITSELF = N_('Give words; to look for "[" put it between quotation marks.')
    NO_LIKENESS = N_("Words like %(word)s cannot be searched for.")
    BEGINNING_AND_STAR = N_('Give the beginning and a star, as in "negotiat*".')
    SEARCH_UNREADABLE = N_("The search cannot be read.")
    WORDS_IN_QUOTATION_MARKS = N_("Put the words between quotation marks.")

    NO_DAY = N_("%(value)s is no day.")
    NO_MOMENT = N_("%(value)s is no moment.")
    WRITE_AS = N_("Write it as %(form)s.")
    WRONG_ORDER = N_("%(later)s lies before %(earlier)s.")
    EARLIER_FIRST = N_("Give the earlier one first.")

    WRITTEN_BY = N_("%(record)s is being written by process %(number)s.")
    WRITTEN_BY_ANOTHER = N_("%(record)s is being written by another process.")
    WAIT_OR_READ = N_("Wait until it has ended, or open the record for reading only.")
    IN_USE = N_("%(record)s is in use by another process.")
    WAIT = N_("Wait until it has ended and try again.")
    NO_ROOM = N_("There is no room left on the disk of %(record)s; what was acknowledged before is kept.")
    MAKE_ROOM = N_("Make room and run the same command again: it goes on where it stopped.")
    FOR_READING_ONLY = N_("%(record)s cannot be written: it, or where it lies, is for reading only.")
    WRITE_PERMISSION = N_("Have the permission to write it (w) given to you, or copy it to where you may write.")
    NOT_OPENED = N_("%(record)s cannot be opened: %(reason)s.")
    MAY_READ_AND_WRITE = N_("Check that you may read and write there.")
    NOT_OPENED_FOR_WRITING = N_("%(record)s cannot be opened for writing: %(reason)s.")
    CHOOSE_FOLDER = N_("Choose a folder in which you may write, or read the record without changing it.")
    NOT_WRITTEN = N_("%(record)s cannot be written: %(reason)s.")
    MAY_WRITE_BESIDE = N_("Check that you may write it and those beside it.")
    DAMAGED = N_("%(record)s is damaged or is no record: %(reason)s.")
    RESTORE = N_("Restore it from a copy, or build it again from the same sources in a new file.")
    CHANGED_WHILE_READ = N_("%(record)s was changed while it was being read.")
    OPEN_AGAIN = N_("Open it again.")
    STORED_UNREADABLE = N_("A stored %(type)s cannot be read (%(reason)s).")
    STORED_NOT_JSON = N_("A stored %(type)s is not JSON (%(reason)s).")
    VERIFY = N_("Verify the record to see what is damaged.")
    ANOTHER_RELEASE = N_("The account in %(record)s was made by another release.")
    MAKE_ANEW = N_("Make it anew with: rejoinder rebuild --record %(record)s")

    def of(self, **values: object) -> Said:
        """It with these values."""
        return Said(self, values)


class Said(str):
    """A saying with its values, which may be said themselves: as a string in English."""

    __slots__ = ("saying", "values")
    saying: Saying
    values: dict[str, object]

    def __new__(cls, saying: Saying, values: dict[str, object]) -> Said:
        """In English. KeyError where a value is missing."""
        made = super().__new__(cls, saying.value % values)
        made.saying, made.values = saying, dict(values)
        return made

    def __getnewargs__(self) -> tuple[Saying, dict[str, object]]:  # type: ignore[override]
        """What it is made from, where it goes to another process."""
        return self.saying, self.values
