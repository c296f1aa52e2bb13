"""Users of the desk and their roles."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

from rejoinder.errors import UsageError

Role = Literal["reader", "editor", "admin"]
ANALYST = "analyst"  # where nobody said who they are; the account of the machine's user is nobody's business
ROLES: tuple[Role, ...] = get_args(Role)  # each may do what those before it may
_NAME = re.compile(r"[\w.@+-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Who is there. `local` is whoever sits at this machine, who was asked for no password."""

    name: str
    role: Role
    local: bool = False

    def may(self, role: Role) -> bool:
        """Whether the user may do what this role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


def as_name(given: str) -> str:
    """A user's name as it is kept: composed, in small letters. UsageError for what is none."""
    name = unicodedata.normalize("NFC", given.strip()).casefold()
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{given[:80]!r} is no name for a user.", advice="Use letters, digits and . _ @ + - only, at most 64."
        )
    return name


def as_role(given: str) -> Role:
    """The role of this name. UsageError where there is none."""
    for role in ROLES:
        if role == given:
            return role
    raise UsageError(f"There is no role {given[:80]!r}.", advice=f"There are {', '.join(ROLES)}.")
