"""How the interface is described: what every route may refuse, who may ask, and nothing that never comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI

from rejoinder.publish.web.access.matrix import MATRIX
from rejoinder.publish.web.refusals import ErrorAnswer
from rejoinder.publish.web.routes import routes

_REFUSED = {
    400: "A parameter or a body that cannot be read",
    401: "Nobody has said who they are",
    403: "Not for this role, or not from a page of the desk",
    404: "Nothing of this address or id",
    405: "Not with this method",
    408: "The request took too long to come",
    413: "The body is too long",
    414: "The address is too long",
    415: "The body is of a kind that is not read",
    421: "The desk does not go by this name",
    429: "Too many tries",
    431: "The headers are too long",
    503: "The record is being put together, or is in use",
}
REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorAnswer, "description": why} for status, why in _REFUSED.items()
}
_SCHEMES = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of `rejoinder users token NAME`. Browsers have the cookie that signing in gives them.",
    }
}
_ROWS = {"board": ("exchange", "id"), "timeline": ("event", "id"), "disputes": ("dispute", "dispute"),
         "parties": ("party", "id"), "sources": ("source", "id"), "documents": ("document", "id")}  # fmt: skip
_FORMS = ("html", "json", "jsonl", "csv")


def describing(app: FastAPI, *, asked: bool) -> Callable[[], dict[str, Any]]:
    """Gives the description, with the least role of each route; where users are `asked` who they are, also how.

    What each route may answer is put together when it is first asked for: a desk starts without it."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            full = FastAPI(title=app.title, version=app.version, description=app.description, responses=REFUSALS)
            full.include_router(routes(described=True))
            found = full.openapi()
            for path, methods in found["paths"].items():
                for method, operation in methods.items():
                    _complete(operation, MATRIX.get((method.upper(), path)), asked=asked)
            if asked:
                found.setdefault("components", {})["securitySchemes"] = _SCHEMES
            for name in ("HTTPValidationError", "ValidationError"):
                found["components"]["schemas"].pop(name, None)
            app.openapi_schema = found
        return app.openapi_schema

    return described


def _leading_to(page: str) -> dict[str, Any]:
    """From a list to the page of its first row, in each form."""
    item, column = _ROWS[page]
    where = f"$response.body#/rows/0/{column}"
    return {f"{item}_{form}": {"operationId": f"{item}_{form}", "parameters": {"row_id": where}} for form in _FORMS}


def _complete(operation: dict[str, Any], role: str | None, *, asked: bool) -> None:
    operation["responses"].pop("422", None)  # it is answered with 400, in the shape of every refusal
    page, _underscore, form = operation["operationId"].rpartition("_")
    if form == "json" and page in _ROWS:
        operation["responses"]["200"]["links"] = _leading_to(page)
    for parameter in operation.get("parameters", ()):
        choices = parameter["schema"].get("anyOf", [])
        if {"type": "null"} in choices:  # what a form leaves blank is not asked
            choices.append({"type": "string", "pattern": r"^\s*$"})
    operation["x-role"] = role or "anybody"
    if asked:
        operation["security"] = [{"token": []}] if role else []
