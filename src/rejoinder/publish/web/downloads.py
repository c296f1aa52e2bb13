"""The brief as a file for other programs: DOCX and PDF."""

from __future__ import annotations

import importlib
import re
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from rejoinder.publish.web.holding import Holding
from rejoinder.publish.web.queries import Asked
from rejoinder.publish.web.refusals import ErrorAnswer, Refusal
from rejoinder.publish.words.language import _

router = APIRouter(tags=["brief"])
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PDF = "application/pdf"
_NO_PDF: dict[int | str, dict[str, Any]] = {
    501: {"model": ErrorAnswer, "description": "What it takes is not installed here"}
}


def _described(media: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"description": "The file", "content": {media: {}}}, **_NO_PDF}


@router.get("/brief.docx", summary="The brief as a Word file", response_class=Response, responses=_described(_DOCX))
def word_file(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """The brief for Word and the like."""
    from rejoinder.publish.brief.docx import brief_docx  # takes a while to load

    return _file(brief_docx(_brief(request, asked)), _DOCX, asked, "docx")


@router.get("/brief.pdf", summary="The brief as PDF", response_class=Response, responses=_described(_PDF))
def pdf_file(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """The brief set for paper. Refusal 501 where WeasyPrint is not installed."""
    try:
        weasyprint = importlib.import_module("weasyprint")
    except (
        ImportError,
        OSError,
    ) as error:  # OSError: it is there, the libraries of the system that it draws with are not
        raise Refusal(
            501,
            _("PDF needs WeasyPrint, which is not installed here."),
            advice=_("Install it with: pip install 'rejoinder[pdf]', or print the page from the browser."),
        ) from error
    from rejoinder.publish.brief.writing import set_as

    made = weasyprint.HTML(string=set_as(_brief(request, asked), "html"), url_fetcher=_nothing_else).write_pdf()
    return _file(made, _PDF, asked, "pdf")


def _brief(request: Request, asked: Asked) -> Any:
    holding: Holding = request.app.state.holding
    with holding.at(asked) as desk:
        return desk.brief(asked)


def _nothing_else(address: str, *_more: object, **_options: object) -> Any:
    raise ValueError(f"the brief is one page and loads nothing: {address[:80]}")


def _file(body: bytes, media: str, asked: Asked, ending: str) -> Response:
    day = re.sub(r"[^0-9-]", "", asked.days().get("as_of", ""))
    name = f"brief{'-' + day if day else ''}.{ending}"
    return Response(body, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})
