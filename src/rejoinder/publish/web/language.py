"""The language of the interface: every word that the desk says goes through `gettext`.

Catalogues lie in `locale/LANGUAGE/LC_MESSAGES/desk.mo`; English needs none."""

from __future__ import annotations

import gettext as catalogues
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "locale"
DOMAIN = "desk"
ENGLISH = "en"
_chosen: ContextVar[str] = ContextVar("language", default=ENGLISH)


def gettext(message: str) -> str:
    """The message in the language of this request."""
    return _catalogue(_chosen.get()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for so many, in the language of this request."""
    return _catalogue(_chosen.get()).ngettext(one, many, n)


_ = gettext


def N_(message: str) -> str:  # noqa: N802 - the name by which catalogues are extracted
    """A message that is translated where it is shown."""
    return message


def chosen() -> str:
    """The language of this request."""
    return _chosen.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Whatever is said inside is said in this language."""
    token = _chosen.set(language if language in languages() else ENGLISH)
    try:
        yield
    finally:
        _chosen.reset(token)


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
