"""Who acts: the name under which a judgement is kept."""

from __future__ import annotations

from fastapi import Request

from rejoinder.publish.web.access.current import current_user, viewer
from rejoinder.publish.web.standing import Standing
from rejoinder.types.judgement import Judgement


def acting(request: Request) -> str:
    """The name of the user who sent the request; on a desk that asks nobody, the one under which it was started.

    Refusal 401 where nobody has said who they are."""
    return current_user(request).name


def undoable(standing: Standing) -> Judgement | None:
    """The last judgement of whoever looks at the page that is in force; only they may undo it."""
    there = viewer()
    return standing.last_of(there.name) if there is not None else None
