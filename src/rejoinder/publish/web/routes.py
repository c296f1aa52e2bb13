"""Where each page is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from rejoinder.publish.judged import JudgementRow
from rejoinder.publish.web import downloads, judging, queries
from rejoinder.publish.web.access import provider_routes, signing_in
from rejoinder.publish.web.page_of import PageOf
from rejoinder.publish.web.pages import (
    board,
    brief,
    changes,
    coverage,
    disputes,
    document,
    exchange,
    judged,
    network,
    party,
    positions,
    readings,
    review,
    search,
    source,
    timeline,
)
from rejoinder.publish.web.twins import add_page
from rejoinder.record import reading_rows, source_rows, view_rows
from rejoinder.record.changes import ChangeRow
from rejoinder.record.doubts import DoubtRow
from rejoinder.record.search_pages import HitRow

_PAGES = (
    PageOf(path="/board", template="board.html.j2", asked=queries.BoardAsked, find=board.find, view="exchanges",
           row_type=view_rows.ExchangeRow, summary="What is on the table, and where it stands"),
    PageOf(path="/exchange", template="exchange.html.j2", asked=queries.Asked, find=exchange.find, view="answers",
           row_type=view_rows.AnswerRow, summary="An exchange, clause by clause, with its answers", item=True),
    PageOf(path="/timeline", template="timeline.html.j2", asked=queries.TimelineAsked, find=timeline.find,
           view="timeline", row_type=view_rows.TimelineRow, summary="What happened, in order of time"),
    PageOf(path="/event", template="event.html.j2", asked=queries.Asked, find=timeline.event, view="moves",
           row_type=reading_rows.MoveRow, summary="An event and the moves that tell it", item=True),
    PageOf(path="/disputes", template="disputes.html.j2", asked=queries.DisputesAsked, find=disputes.find,
           view="disputes", row_type=view_rows.DisputeRow, summary="Accounts that cannot all be true, side by side"),
    PageOf(path="/dispute", template="dispute.html.j2", asked=queries.Asked, find=disputes.one, view="disputes",
           row_type=view_rows.DisputeRow, summary="One dispute with all its sides", item=True),
    PageOf(path="/positions", template="positions.html.j2", asked=queries.PositionsAsked, find=positions.find,
           view="positions", row_type=view_rows.PositionRow, summary="Where each party stands on each issue"),
    PageOf(path="/coverage", template="coverage.html.j2", asked=queries.CoverageAsked, find=coverage.find,
           view="coverage", row_type=view_rows.CoverageLine, summary="What each outlet told, copied, left out or cut"),
    PageOf(path="/network", template="network.html.j2", asked=queries.NetworkAsked, find=network.find,
           view="addressed", row_type=source_rows.AddressRow, summary="Who addresses whom"),
    PageOf(path="/parties", template="parties.html.j2", asked=queries.PartiesAsked, find=party.listing,
           view="parties", row_type=reading_rows.PartyRow, summary="Who takes part"),
    PageOf(path="/party", template="party.html.j2", asked=queries.Asked, find=party.find, view="timeline",
           row_type=view_rows.TimelineRow, summary="A party and what it did", item=True),
    PageOf(path="/sources", template="sources.html.j2", asked=queries.Listed, find=source.listing, view="sources",
           row_type=source_rows.SourceRow, summary="The outlets, and the families of copies"),
    PageOf(path="/source", template="source.html.j2", asked=queries.Asked, find=source.find, view="documents",
           row_type=source.HeadedRow, summary="An outlet and its documents", item=True),
    PageOf(path="/documents", template="documents.html.j2", asked=queries.Listed, find=source.documents,
           view="documents", row_type=source.HeadedRow, summary="The documents by day of publication"),
    PageOf(path="/document", template="document.html.j2", asked=queries.DocumentAsked, find=document.find,
           view="moves", row_type=reading_rows.MoveRow, summary="An article and what was read from it", item=True),
    PageOf(path="/statements", template="statements.html.j2", asked=queries.StatementsAsked, find=readings.statements,
           view="statements", row_type=reading_rows.StatementRow, summary="Who said what"),
    PageOf(path="/moves", template="moves.html.j2", asked=queries.MovesAsked, find=readings.moves, view="moves",
           row_type=reading_rows.MoveRow, summary="Every act as each article tells it"),
    PageOf(path="/search", template="search.html.j2", asked=queries.SearchAsked, find=search.find, view="search",
           row_type=HitRow, summary="Statements, moves and text with these words", live=True),
    PageOf(path="/brief", template="brief.html.j2", asked=queries.Asked, find=brief.find, view="brief",
           row_type=brief.BriefRow, summary="The dossier, every claim with its source"),
    PageOf(path="/review", template="review.html.j2", asked=queries.ReviewAsked, find=review.find, view="doubts",
           row_type=DoubtRow, summary="The lines that give reason for doubt, the most doubtful first", live=True,
           forms=True),
    PageOf(path="/audit", template="audit.html.j2", asked=queries.AuditAsked, find=judged.find, view="judgements",
           row_type=JudgementRow, summary="Everything that was decided, with who and when", live=True, forms=True),
    PageOf(path="/changes", template="changes.html.j2", asked=queries.ChangesAsked, find=changes.find, view="changes",
           row_type=ChangeRow, summary="What changed between two days, or two reads", live=True),
)  # fmt: skip


def routes(*, described: bool = False) -> APIRouter:
    """All of them; `described` with all that each may answer, which takes long and is needed for the description
    alone."""
    router = APIRouter()
    for others in (judging.router, downloads.router, signing_in.router, provider_routes.router):
        router.include_router(others)
    for page in _PAGES:
        add_page(router, page, described=described)
    router.add_api_route("/", home, methods=["GET"], include_in_schema=False)
    router.add_api_route("/healthz", health, methods=["GET"], summary="Whether the desk answers", tags=["desk"])
    return router


def home(request: Request) -> Response:
    """The board."""
    query = request.url.query
    return RedirectResponse("/board" + (f"?{query}" if query else ""), status_code=307)


def health(_asked: Annotated[queries.Nothing, Query()]) -> Response:
    """Nothing but that it answers."""
    return JSONResponse({"ok": True}, headers={"Cache-Control": "no-store"})
