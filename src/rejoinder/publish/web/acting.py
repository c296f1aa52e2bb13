"""Who acts: the name under which a judgement is kept."""

from __future__ import annotations

from fastapi import Request

ANALYST = "analyst"  # where nobody said who they are; the account of the machine's user is nobody's business


def acting(request: Request) -> str:
    """The name of whoever sent the request: the one under which the desk was started."""
    return str(request.app.state.acting_as)
