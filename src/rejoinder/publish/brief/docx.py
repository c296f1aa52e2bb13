"""The brief as a Word file: headings, tables with headings, quotations with numbers."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from rejoinder.publish.brief.citing import Claim
from rejoinder.publish.brief.dossier import Dossier, days_of
from rejoinder.publish.exports.safety import one_line
from rejoinder.publish.words import language
from rejoinder.publish.words.language import _

_NOT_XML = dict.fromkeys(range(32)) | {0xFFFE: None, 0xFFFF: None}
_ANY_DAY = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the file says nothing of when it was written, so that it stays the same


def brief_docx(brief: Dossier) -> bytes:
    """The bytes of the file, in the language of the brief; the same brief gives the same text."""
    with language.speaking(brief.language):
        return _word_file(brief)


def _word_file(brief: Dossier) -> bytes:
    made = Document()
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Normal"].font.size = Pt(10.5)
    properties = made.core_properties
    properties.title, properties.author, properties.comments = _plain(brief.title), "rejoinder", ""
    properties.created = properties.modified = _ANY_DAY
    made.add_heading(_plain(brief.title), 0)
    made.add_paragraph(days_of(brief, explained=False))
    _claims(made, _("In short"), brief.summary)
    made.add_heading(_("On the table"), 1)
    for item in brief.table:
        made.add_heading(_plain(item.heading), 2)
        _sentences(made.add_paragraph(), item.story)
        for claim in item.clauses:
            _sentences(made.add_paragraph(style="List Bullet"), [claim])
    for claim in brief.also_put:
        _sentences(made.add_paragraph(style="List Bullet"), [claim])
    _claims(made, _("Awaiting an answer"), brief.awaiting)
    _disputes(made, brief)
    made.add_heading(_("Where the parties stand"), 1)
    for stand in brief.stands:
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{_plain(stand.party)}. ").bold = True
        _sentences(paragraph, stand.claims)
    _claims(made, _("What happened"), brief.chronology)
    _claims(made, _("Who told what"), brief.coverage)
    _sources(made, brief)
    made.add_heading(_("Method and limits"), 1)
    for text in brief.method:
        made.add_paragraph(_plain(text))
    made.add_heading(_("Quotations"), 1)
    for number, passage in brief.quotations:
        made.add_paragraph(f"{number}. “{_plain(passage.quote)}” {_plain(passage.publication)}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _claims(made: WordDocument, heading: str, claims: Iterable[Claim]) -> None:
    made.add_heading(heading, 1)
    for claim in claims:
        _sentences(made.add_paragraph(style="List Bullet"), [claim])


def _sentences(paragraph: Paragraph, claims: Iterable[Claim]) -> None:
    for at, claim in enumerate(claims):
        paragraph.add_run((" " if at else "") + _plain(claim.text))
        for mark in claim.marks:
            paragraph.add_run(f"[{mark}]").font.superscript = True


def _disputes(made: WordDocument, brief: Dossier) -> None:
    made.add_heading(_("Who says otherwise"), 1)
    for matter in brief.disputes:
        made.add_heading(_plain(matter.heading), 2)
        table = made.add_table(rows=2, cols=len(matter.sides), style="Table Grid")
        for at, side in enumerate(matter.sides):
            table.cell(0, at).paragraphs[0].add_run(_plain(side.holders)).bold = True
            _sentences(table.cell(1, at).paragraphs[0], side.words)
            if side.chain:
                table.cell(1, at).add_paragraph(f"{_('By way of')} {_plain(side.chain)}.")
        made.add_paragraph()


def _sources(made: WordDocument, brief: Dossier) -> None:
    made.add_heading(_("Sources"), 1)
    table = made.add_table(rows=1, cols=4, style="Table Grid")
    for cell, title in zip(table.rows[0].cells, (_("Outlet"), _("Published"), _("Origin"), _("File")), strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for source in brief.sources:
        values = (source.outlet, source.published, source.origin, source.document)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = _plain(value)


def _plain(text: str) -> str:
    """On one line, without what XML cannot hold."""
    return one_line(text).translate(_NOT_XML)
