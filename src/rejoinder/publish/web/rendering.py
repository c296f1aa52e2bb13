"""Templates: every value is escaped, every word of the desk goes through the catalogues."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from rejoinder.publish.web.access.current import FIELD, csrf_token, viewer
from rejoinder.publish.web.linking import Links
from rejoinder.publish.words import language, rules, wording
from rejoinder.types.extraction import COUNTS_FROM

_TYPED = re.compile(r"`([^`\n]{1,200})`")
STATIC = Path(__file__).parent / "static"
NAVIGATION = (
    ("board", language.N_("Board")),
    ("timeline", language.N_("Timeline")),
    ("disputes", language.N_("Disputes")),
    ("positions", language.N_("Positions")),
    ("coverage", language.N_("Coverage")),
    ("network", language.N_("Network")),
    ("brief", language.N_("Brief")),
    ("review", language.N_("Review")),
)
MORE = (
    ("parties", language.N_("Parties")),
    ("sources", language.N_("Sources")),
    ("statements", language.N_("Statements")),
    ("moves", language.N_("Moves")),
    ("changes", language.N_("What changed")),
    ("audit", language.N_("Audit")),
)


@cache
def environment() -> Environment:
    """The templates of the desk."""
    made = Environment(
        loader=PackageLoader("rejoinder.publish.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"_": said, "gettext": said, "ngettext": counted, "pgettext": meant}
    made.filters |= {
        "term": wording.term,
        "typed": typed,
        "tally": wording.tally,
        "treated": wording.treated,
        "holder": wording.holder,
        "day": wording.day,
        "when": wording.when,
        "origin": wording.origin,
        "parts": parts,
        "link": rules.link,
        "clash": rules.clash,
        "reason": wording.reason,
        "decision": wording.decision,
        "field": wording.field,
    }
    made.globals |= {
        "static": static,
        "decisions": tuple(wording.DECISIONS),
        "navigation": NAVIGATION,
        "more": MORE,
        "language": language.chosen,
        "viewer": viewer,
        "csrf_field": csrf_field,
        "counts_from": COUNTS_FROM,
        "languages": spoken,
    }
    return made


def page(template: str, links: Links, **values: Any) -> str:
    """A page of the desk."""
    return environment().get_template(template).render(links=links, **values)


def csrf_field() -> Markup:
    """The hidden field of a form that changes something, for pages that are not kept in memory."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, csrf_token())


def said(message: str, **values: Any) -> Markup:
    """A message of the desk in the reader's language, what is put into it escaped."""
    text = Markup(language.gettext(message))  # noqa: S704 - messages are the desk's own words
    return text % values if values else text


def meant(context: str, message: str) -> Markup:
    """A message of the desk as it is meant in this context."""
    return Markup(language.pgettext(context, message))  # noqa: S704 - as above


def spoken() -> list[tuple[str, str]]:
    """The languages that a page may be had in, each by its own name."""
    return [(code, language.NAMES.get(code, code)) for code in language.languages()]


def counted(one: str, many: str, n: int, **values: Any) -> Markup:
    """A message for so many, which may say `%(num)d`."""
    return Markup(language.ngettext(one, many, n)) % {"num": n, **values}  # noqa: S704 - as above


def parts(value: str | None) -> list[str]:
    """The several values of a column that joins them."""
    return [each for each in (value or "").split("; ") if each]


def typed(text: str) -> Markup:
    """What the desk says of files and commands, with what is to be typed (between backticks) set apart."""
    return Markup(_TYPED.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before


@cache
def static(name: str) -> str:
    """The address of a built file, another one whenever the file is another."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"
