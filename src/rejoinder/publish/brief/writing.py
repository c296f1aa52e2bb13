"""The brief put together and set as Markdown or HTML."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined

from rejoinder.errors import UsageError
from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.dates import day, last_day
from rejoinder.publish.brief.dossier import Dossier, SourceLine, days_of
from rejoinder.publish.brief.leading import lead
from rejoinder.publish.brief.matters import chronology, disputed, main_parties, stands
from rejoinder.publish.brief.names import opened
from rejoinder.publish.brief.outlets import coverage
from rejoinder.publish.brief.table import split, told_in_full, told_in_short
from rejoinder.publish.brief.waiting import awaited, awaiting
from rejoinder.publish.exports.files import put_text
from rejoinder.publish.exports.safety import markdown, one_line
from rejoinder.publish.words import language
from rejoinder.publish.words.language import _, ngettext
from rejoinder.record.material import Material
from rejoinder.types.origins import origin_of

Markup = Literal["md", "html"]
_MARKUPS: tuple[Markup, ...] = get_args(Markup)


def write_brief(material: Material, file: Path, *, reader: str | None, spoken: str = language.ENGLISH) -> None:
    """Write the brief in a language: HTML where the file's name ends in .html, Markdown in .md.

    UsageError for another name or language."""
    markups: dict[str, Markup] = {".html": "html", ".htm": "html", ".md": "md"}
    if file.suffix.lower() not in markups:
        raise UsageError(f"{file} is neither .md nor .html.", advice="The name of the file says how it is written.")
    text = brief_text(material, markups[file.suffix.lower()], reader=reader, spoken=spoken)
    put_text(file, text)


def brief_text(material: Material, markup: Markup, *, reader: str | None, spoken: str = language.ENGLISH) -> str:
    """The brief as text in a language (`en`, `ru` or `uk`); the same for the same material, whenever it is written.

    Names, issues and quotations stay as they are. UsageError for a markup or language that it is not written in."""
    if markup not in _MARKUPS:
        raise UsageError(f"The brief is not set as {markup!r:.40}.", advice=f"Choose one of: {', '.join(_MARKUPS)}.")
    with language.speaking(known(spoken)):
        return set_as(dossier(material, reader), markup)


def known(spoken: str) -> str:
    """The language, if the brief is written in it. UsageError where it is not."""
    if spoken not in language.languages():
        raise UsageError(
            f"The brief is not written in {spoken!r:.40}.", advice=f"Choose one of: {', '.join(language.languages())}."
        )
    return spoken


def set_as(brief: Dossier, markup: Markup) -> str:
    """The dossier in Markdown, or as one page of HTML without script."""
    environment = Environment(
        loader=PackageLoader("rejoinder.publish.brief"),
        autoescape=markup == "html",  # noqa: S701 - in Markdown every value goes through the filter `words`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"plain": one_line, "day": day, "words": one_line if markup == "html" else markdown}
    environment.globals |= {"_": _, "days": days_of}
    with language.speaking(brief.language):
        return environment.get_template(f"brief.{markup}.j2").render(brief=brief)


def dossier(material: Material, reader: str | None) -> Dossier:
    """All that the brief says."""
    quotations = Quotations(material=material)
    full, short, others = split(material)
    table = tuple(told_in_full(material, quotations, one) for one in full)
    also = tuple(told_in_short(material, quotations, one) for one in short)
    if others:
        also = (
            *also,
            Claim(
                text=ngettext(
                    "%(num)d more is told once and unanswered; the command rejoinder exchanges lists it.",
                    "%(num)d more are told once and unanswered; the command rejoinder exchanges lists them.",
                    others,
                )
                % {"num": others}
            ),
        )
    waiting = awaited(material, [*full, *short])
    owed = awaiting(material, quotations, waiting)
    disputes = disputed(material, quotations)
    positions = stands(material, quotations)
    answered = {one.id: one.answer for one in material.account.answers}
    above = {one.offer for one in full} | {answered[row] for one in full for row in one.answers if row in answered}
    events, rest = chronology(material, quotations, above)
    if rest:
        events = (
            *events,
            Claim(
                text=ngettext(
                    "%(num)d further event stands alone or undated; the command rejoinder timeline lists it.",
                    "%(num)d further events stand alone or undated; the command rejoinder timeline lists them.",
                    rest,
                )
                % {"num": rest}
            ),
        )
    covered = coverage(material, quotations)
    return Dossier(
        language=language.chosen(),
        title=_title(main_parties(material)),
        as_of=last_day(material),
        asked=material.account.as_of is not None,
        known_at=material.known_at,
        summary=lead(material, quotations, list(zip(full, table, strict=True)), owed, len(waiting), disputes),
        table=table,
        also_put=also,
        awaiting=owed,
        disputes=disputes,
        stands=positions,
        chronology=events,
        coverage=covered,
        sources=_sources(material),
        method=_method(material, reader),
        quotations=quotations.numbered,
    )


def _title(parties: str) -> str:
    return (
        opened(_("%(parties)s: what is on the table") % {"parties": parties}) if parties else _("What is on the table")
    )


def _sources(material: Material) -> tuple[SourceLine, ...]:
    ordered = sorted(
        material.reported, key=lambda one: (one.published.last if one.published else dt.date.max, one.name)
    )
    return tuple(
        SourceLine(
            document=one.name,
            outlet=one.outlet or _("unknown"),
            published=day(one.published.last) if one.published and one.published.precision == "day"
            else one.published.iso() if one.published else _("unknown"),
            origin=_origin(one.origin),
        )
        for one in ordered
    )  # fmt: skip


def _origin(key: str | None) -> str:
    """Which agency, outlet or single article it is counted as."""
    found = origin_of(key) if key else None
    if found is None:
        return _("unknown")
    return _("one article") if found.kind == "document" else found.name


def _method(material: Material, reader: str | None) -> tuple[str, ...]:
    model, _slash, code = (reader or "").partition("/")
    by = _("the model %(model)s and the rules %(rules)s") % {"model": model, "rules": code} if model else _("no reader")
    return (
        _(
            "The articles were read by %(reader)s, without a language model that writes: every line above is made from "
            "passages that say so, and leads to them."
        )
        % {"reader": by},
        _(
            "What stands in quotation marks is in the articles, letter for letter, blanks and length aside. The "
            "sentences around it are put together by rule and are wrong where the reading is: check the words before "
            "relying on one."
        ),
        _(
            "“No answer is seen” means that these articles show none, not that none was given; where a party says that "
            "none came, the brief says so and names it. Copies of one agency's story count as one origin."
        ),
        _("Where accounts differ, both stand here with their holders. Nothing is said about which is true."),
    )
