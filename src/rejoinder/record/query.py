"""What people type into a search box, as a query of SQLite's full-text search.

Words are all wanted unless joined by OR; "a phrase"; NOT or - before what is not wanted; + before what is; `word*` for
a beginning; "two words"~5 for words near each other; `text:` and `party:` before what is to stand there; parentheses.
Every word and phrase is passed on between quotation marks, so that nothing typed is read as the engine's own language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rejoinder.errors import UsageError
from rejoinder.sayings import Saying

FIELDS = {"text": "words", "party": "names"}
_LONGEST = 1_000
_DEEPEST = 20
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<open>\()|(?P<close>\))|(?P<sign>[+-])(?=[^\s)])|(?P<field>[A-Za-z_]+):(?=[^\s)])"
    rf"|(?P<bare>(?i:{'|'.join(FIELDS)})):(?![^\s)])"
    r'|"(?P<phrase>[^"]*)"(?:~(?P<near>[0-9]{1,3}))?|(?P<word>[^\s()"]+)|(?P<loose>")'
)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    kind: str
    text: str
    near: str | None = None


Called = Callable[[str], Sequence[str]]
"""Gives the other names of the party that is called so."""


def _nobody(_name: str) -> Sequence[str]:
    return ()


def full_text_query(typed: str, called: Called = _nobody) -> str:
    """The engine's query, with what else a party is called that is asked for by its name; UsageError says what in
    `typed` cannot be searched for."""
    if len(typed) > _LONGEST:
        raise UsageError(Saying.SEARCH_LONG.of(n=len(typed)), advice=Saying.AT_MOST_READ.of(n=_LONGEST))
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in typed).translate(_QUOTES)
    parser = _Parser(_tokens(plain), called)
    found = parser.either(0)
    if parser.peek() is not None:
        raise UsageError(Saying.PARENTHESIS_UNOPENED.of(), advice=Saying.BETWEEN_QUOTATION_MARKS.of())
    if not found:
        raise _nothing_wanted()
    return found


def _nothing_wanted() -> UsageError:
    return UsageError(Saying.NOTHING_WANTED.of(), advice=Saying.GIVE_A_WORD.of())


def _nothing_behind(field: str) -> UsageError:
    return UsageError(Saying.NOTHING_BEHIND.of(field=field), advice=Saying.RIGHT_BEHIND.of())


def _tokens(typed: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(typed):
        kind = match.lastgroup if match.lastgroup != "near" else "phrase"
        if kind == "bare":
            raise _nothing_behind(match[kind])
        if kind == "loose":
            raise UsageError(Saying.QUOTATION_MARK_OPEN.of(), advice=Saying.CLOSE_IT.of())
        if kind is not None and kind != "space":
            tokens.append(_Token(kind=kind, text=match[kind], near=match["near"]))
    return tokens


class _Parser:
    """Reads tokens from left to right. Each method returns a query, empty where there was nothing searchable."""

    def __init__(self, tokens: list[_Token], called: Called) -> None:
        self._tokens = tokens
        self._called = called
        self._at = 0

    def peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, kind: str, text: str | None = None) -> _Token | None:
        token = self.peek()
        if token is None or token.kind != kind or (text is not None and token.text != text):
            return None
        self._at += 1
        return token

    def either(self, depth: int) -> str:
        """Alternatives joined by OR."""
        if depth > _DEEPEST:
            raise UsageError(Saying.PARENTHESES_MANY.of(), advice=Saying.AT_MOST_NESTED.of(n=_DEEPEST))
        choices = [self._all_of(depth)]
        while self._take("word", "OR"):
            choices.append(self._all_of(depth))
        if len(choices) > 1 and not all(choices):
            raise UsageError(Saying.OR_ONE_SIDED.of(), advice=Saying.OR_ITSELF.of())
        return choices[0] if len(choices) == 1 else "(" + " OR ".join(choices) + ")"

    def _all_of(self, depth: int) -> str:
        wanted: list[str] = []
        unwanted: list[str] = []
        saw_unwanted = False
        while (
            (token := self.peek()) is not None and token.kind != "close" and (token.kind, token.text) != ("word", "OR")
        ):
            if self._take("word", "AND"):
                continue
            sign = self._take("sign")
            away = bool(self._take("word", "NOT")) or (sign is not None and sign.text == "-")
            found = self._item(depth)
            saw_unwanted |= away
            if found:
                (unwanted if away else wanted).append(found)
        if not wanted:
            if saw_unwanted:
                raise _nothing_wanted()
            return ""
        return "(" + " AND ".join(wanted) + "".join(f" NOT {each}" for each in unwanted) + ")"

    def _item(self, depth: int) -> str:
        if field := self._take("field"):
            if field.text.lower() not in FIELDS:
                known = " and ".join(f"{name}:" for name in FIELDS)
                raise UsageError(Saying.NO_SUCH_FIELD.of(field=field.text), advice=Saying.KNOWN_FIELDS.of(known=known))
            if field.text.lower() == "party" and (name := self._name()):
                return named((name, *self._called(name)))
            inner = self._item(depth)
            if not inner:
                raise _nothing_behind(field.text)
            return f"{{{FIELDS[field.text.lower()]}}} : {inner}"
        if self._take("open"):
            inner = self.either(depth + 1)
            if not self._take("close"):
                raise UsageError(Saying.PARENTHESIS_OPEN.of(), advice=Saying.CLOSE_IT.of())
            return inner
        if phrase := self._take("phrase"):
            return _near(phrase) if phrase.near else _quoted(phrase.text)
        if word := self._take("word"):
            return _word(word.text)
        raise UsageError(Saying.SEARCH_ENDS.of(), advice=Saying.SAY_ABOUT_WHAT.of())

    def _name(self) -> str | None:
        """The whole word or phrase that comes next."""
        token = self.peek()
        if token is None or token.near or token.kind not in ("word", "phrase"):
            return None
        if not _quoted(token.text) or (token.kind == "word" and (token.text.endswith("*") or not _word(token.text))):
            return None
        self._at += 1
        return token.text


def named(names: Sequence[str]) -> str:
    """The query for passages with a party of one of these names; empty where none can be searched for."""
    found = list(dict.fromkeys(quoted for name in names if (quoted := _quoted(name))))
    if not found:
        return ""
    return f"{{{FIELDS['party']}}} : {found[0] if len(found) == 1 else '(' + ' OR '.join(found) + ')'}"


def _word(text: str) -> str:
    if text[0] in "[{":
        raise UsageError(Saying.NO_RANGES.of(), advice=Saying.BRACKET_ITSELF.of())
    if re.search(r"\w~[0-9.]*$", text):
        raise UsageError(Saying.NO_LIKENESS.of(word=text), advice=Saying.BEGINNING_AND_STAR.of())
    quoted = _quoted(text.rstrip("*"))
    return f"{quoted} *" if quoted and text.endswith("*") else quoted


def _near(phrase: _Token) -> str:
    words = [quoted for word in phrase.text.split() if (quoted := _quoted(word))]
    return f"NEAR({' '.join(words)}, {phrase.near})" if len(words) > 1 else "".join(words)


def _quoted(text: str) -> str:
    """The text as a phrase; empty where it has neither letter nor digit."""
    return '"' + text.replace('"', '""') + '"' if any(unicodedata.category(c)[0] in "LN" for c in text) else ""
