"""The MCP server: tools that only read, over standard input and output."""

from __future__ import annotations

import asyncio
import importlib
import json
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

from rejoinder.errors import RejoinderError, UsageError
from rejoinder.publish.mcp.answers import NOTICE, answer, fault
from rejoinder.publish.mcp.questions import QUESTIONS
from rejoinder.publish.web.holding import Holding

if TYPE_CHECKING:
    from mcp.server import Server
    from mcp_types import CallToolRequestParams, CallToolResult, ListToolsResult

_ABOUT = (
    "The record of a negotiation from the news: who put what to whom, who answered, and who says otherwise. Every tool "
    "only reads. `as_of` leaves out what happened later, `known_at` what was published later; both are days like "
    "2022-02-01. `next` of an answer is `after` of the next question. Quote the words with their outlet and document; "
    "do not say which of two accounts is true, for the record does not. "
)


def serve_over_stdio(record: Path) -> None:
    """Answer until the client goes. UsageError where the SDK is not installed, RecordError where the record fails."""
    _sdk()
    from mcp.server.stdio import stdio_server

    holding = Holding(record, user_cache_path("rejoinder") / "desk")

    async def run() -> None:
        made = server_over(holding)
        async with stdio_server() as (reads, writes):
            await made.run(reads, writes, made.create_initialization_options())

    try:
        asyncio.run(run())
    finally:
        holding.close()


def server_over(holding: Holding) -> Server[Any]:
    """The server over an open record."""
    from mcp.server import Server

    return Server(
        "rejoinder",
        version=version("rejoinder"),
        title="rejoinder",
        instructions=_ABOUT + NOTICE,
        on_list_tools=_listed,
        on_call_tool=partial(_called, holding),
    )


async def _listed(_context: Any, _given: Any) -> ListToolsResult:
    from mcp_types import ListToolsResult, Tool, ToolAnnotations

    hints = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    return ListToolsResult(
        tools=[
            Tool(name=name, description=one.about, input_schema=_schema(one.asked), annotations=hints)
            for name, one in QUESTIONS.items()
        ]
    )


async def _called(holding: Holding, _context: Any, given: CallToolRequestParams) -> CallToolResult:
    from mcp_types import CallToolResult, TextContent

    try:
        found = await asyncio.to_thread(answer, holding, given.name, given.arguments or {})
    except RejoinderError as error:
        return CallToolResult(content=[TextContent(text=str(error))], is_error=True)
    except Exception as error:  # noqa: BLE001 - the last place where a fault can be put into words
        return CallToolResult(content=[TextContent(text=str(fault(error)))], is_error=True)
    text = json.dumps(found, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    return CallToolResult(content=[TextContent(text=text)], structured_content=json.loads(text))


def _schema(asked: Any) -> dict[str, Any]:
    made: dict[str, Any] = asked.model_json_schema()
    return {key: value for key, value in made.items() if key not in ("title", "description")}


def _sdk() -> None:
    try:
        importlib.import_module("mcp.server")
    except ImportError as error:
        raise UsageError(
            "The MCP server needs the mcp package, which is not installed here.",
            advice="Install it with: pip install 'rejoinder[mcp]'.",
        ) from error
