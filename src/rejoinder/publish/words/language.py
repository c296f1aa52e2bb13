"""The language of the interface: every word that the desk says goes through `gettext`.

Catalogues lie in `locale/LANGUAGE/LC_MESSAGES/desk.mo`; English needs none. A reader chooses by `lang` in the
address, which links keep, or by what the browser prefers."""

from __future__ import annotations

import gettext as catalogues
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

FOLDER = Path(__file__).parent / "locale"
DOMAIN = "desk"
ENGLISH = "en"
NAMES = {"en": "English", "ru": "Русский", "uk": "Українська"}  # each calls itself so, whatever the page speaks
_chosen: ContextVar[str] = ContextVar("language", default=ENGLISH)
_asked: ContextVar[str | None] = ContextVar("language_of_the_address", default=None)


def gettext(message: str) -> str:
    """The message in the language of this request."""
    return _catalogue(_chosen.get()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for so many, in the language of this request."""
    return _catalogue(_chosen.get()).ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """The message as it is meant in this context, in the language of this request."""
    return _catalogue(_chosen.get()).pgettext(context, message)


_ = gettext


def N_(message: str) -> str:  # noqa: N802 - the name by which catalogues are extracted
    """A message that is translated where it is shown."""
    return message


def P_(context: str, message: str) -> tuple[str, str]:  # noqa: N802 - as above
    """A message with its context that is translated where it is shown, by `pgettext(*found)`."""
    return context, message


def chosen() -> str:
    """The language of this request."""
    return _chosen.get()


def asked() -> str | None:
    """The language that the address of this request names, so that links keep it; None where it names none."""
    return _asked.get()


@contextmanager
def speaking(language: str, *, asked: str | None = None) -> Iterator[None]:
    """Whatever is said inside is said in the language that was `asked` for, if there is such a one, or in this one."""
    known = asked if asked in languages() else None
    wanted = known or language
    tokens = _chosen.set(wanted if wanted in languages() else ENGLISH), _asked.set(known)
    try:
        yield
    finally:
        _chosen.reset(tokens[0])
        _asked.reset(tokens[1])


def named_in(query: bytes) -> str | None:
    """The language that the query of an address names."""
    values = parse_qs(query[:5_000].decode("latin-1")).get("lang", [])
    return values[-1] if values else None


@cache
def languages() -> tuple[str, ...]:
    """The languages there are, English first."""
    found = sorted(path.parents[1].name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *(name for name in found if name != ENGLISH))


def preferred(header: str) -> str:
    """The first of the languages that an Accept-Language header asks for, by its weights."""
    wanted: list[tuple[float, int, str]] = []
    for at, part in enumerate(header[:500].split(",")):
        tag, _semicolon, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), at, tag.split("-")[0].lower()))
        except ValueError:
            continue
    return next((tag for weight, _at, tag in sorted(wanted) if weight < 0 and tag in languages()), ENGLISH)


@cache
def _catalogue(language: str) -> catalogues.NullTranslations:
    return catalogues.translation(DOMAIN, FOLDER, [language], fallback=True)
