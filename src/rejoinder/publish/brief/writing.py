"""The brief put together and set as Markdown or HTML."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined

from rejoinder.errors import UsageError
from rejoinder.publish.brief.citing import Claim, Quotations
from rejoinder.publish.brief.dossier import Dossier, SourceLine
from rejoinder.publish.brief.matters import chronology, coverage, disputed, main_parties, stands
from rejoinder.publish.brief.table import awaiting, split, told_in_full, told_in_short
from rejoinder.publish.brief.wording import day, last_day, number, opened
from rejoinder.publish.exports.safety import markdown, one_line
from rejoinder.record.material import Material, witnesses

Setting = Literal["md", "html"]


def write_brief(material: Material, file: Path, *, reader: str | None) -> None:
    """Write the brief: HTML where the file's name ends in .html, Markdown in .md. UsageError for another name."""
    settings: dict[str, Setting] = {".html": "html", ".htm": "html", ".md": "md"}
    if file.suffix.lower() not in settings:
        raise UsageError(f"{file} is neither .md nor .html.", advice="The name of the file says how it is written.")
    text = brief_text(material, settings[file.suffix.lower()], reader=reader)
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.", advice="Choose another place.") from error


def brief_text(material: Material, setting: Setting, *, reader: str | None) -> str:
    """The brief as text; the same for the same material, whenever it is written."""
    return set_as(dossier(material, reader), setting)


def set_as(brief: Dossier, setting: Setting) -> str:
    """The dossier in Markdown, or as one page of HTML without script."""
    environment = Environment(
        loader=PackageLoader("rejoinder.publish.brief"),
        autoescape=setting == "html",  # noqa: S701 - in Markdown every value goes through the filter `words`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"plain": one_line, "day": day, "words": one_line if setting == "html" else markdown}
    return environment.get_template(f"brief.{setting}.j2").render(brief=brief)


def dossier(material: Material, reader: str | None) -> Dossier:
    """All that the brief says."""
    quotations = Quotations(material=material)
    full, short, others = split(material)
    table = tuple(told_in_full(material, quotations, one) for one in full)
    also = tuple(told_in_short(material, quotations, one) for one in short)
    if others:
        also = (
            *also,
            Claim(text=f"{others} more are told once and unanswered; the command rejoinder exchanges lists them."),
        )
    waiting = awaiting(material, quotations, full)
    disputes = disputed(material, quotations)
    positions = stands(material, quotations)
    events, rest = chronology(material, quotations)
    if rest:
        events = (
            *events,
            Claim(text=f"{rest} further events stand alone or undated; the command rejoinder timeline lists them."),
        )
    covered = coverage(material, quotations)
    return Dossier(
        title=opened(f"{main_parties(material)}: what is on the table"),
        as_of=last_day(material),
        asked=material.account.as_of is not None,
        known_at=material.known_at,
        summary=_summary(material, len(table), len(waiting)),
        table=table,
        also_put=also,
        awaiting=waiting,
        disputes=disputes,
        stands=positions,
        chronology=events,
        coverage=covered,
        sources=_sources(material),
        method=_method(material, reader),
        quotations=quotations.numbered,
    )


def _summary(material: Material, shown: int, waiting: int) -> tuple[Claim, ...]:
    told = witnesses(material.reported)
    rests = f"{_count(told.n_articles, 'article')} of {_count(told.n_origins, 'origin')}"
    days = [one.published.last for one in material.reported if one.published]
    span = f", published between {day(min(days))} and {day(max(days))}" if days else ""
    account = material.account
    things = len(account.exchanges)
    seen = f"{opened(_count(things, 'thing'))} put on the table {'is' if things == 1 else 'are'} seen in them."
    at_length = (
        f" The {number(shown)} most answered and most told of them are told at length below." if things > shown else ""
    )
    waits = (
        f" {opened(number(waiting)) if waiting else 'None'} of these {'awaits' if waiting < 2 else 'await'} an answer."
        if shown
        else ""
    )
    matters = f"On {_count(len(account.disputes), 'matter')} the accounts cannot all be true."
    return (
        Claim(text=f"This brief rests on {rests}{span}."),
        Claim(text=f"{seen}{at_length}{waits}"),
        Claim(text=matters if account.disputes else "No accounts were found that cannot all be true."),
    )


def _count(count: int, noun: str) -> str:
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def _sources(material: Material) -> tuple[SourceLine, ...]:
    ordered = sorted(
        material.reported, key=lambda one: (one.published.last if one.published else dt.date.max, one.name)
    )
    return tuple(
        SourceLine(
            document=one.name,
            outlet=one.outlet or "unknown",
            published=day(one.published.last) if one.published and one.published.precision == "day"
            else one.published.iso() if one.published else "unknown",
            origin=(one.origin or "").removeprefix("outlet ").removeprefix("agency ") or "unknown",
        )
        for one in ordered
    )  # fmt: skip


def _method(material: Material, reader: str | None) -> tuple[str, ...]:
    model, _, code = (reader or "").partition("/")
    by = f"the model {model} and the rules {code}" if model else "no reader"
    return (
        f"The articles were read by {by}, without a language model that writes: every line above is made from passages "
        "that say so, and leads to them.",
        "What stands in quotation marks is in the articles, letter for letter, blanks and length aside. The sentences "
        "around it are put together by rule and are wrong where the reading is: check the words before relying on one.",
        "“No answer is seen” means that these articles show none, not that none was given; where a party says that "
        "none came, the brief says so and names it. Copies of one agency's story count as one origin.",
        "Where accounts differ, both stand here with their holders. Nothing is said about which is true.",
    )
