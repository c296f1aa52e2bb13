"""Passwords: kept as Argon2 hashes, compared in the same time whether or not there is such a user."""

from __future__ import annotations

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from rejoinder.errors import UsageError

SHORTEST, LONGEST = 12, 1_000
_AT_ONCE = threading.Semaphore(2)  # each takes 64 MB for its time
_HASHER = PasswordHasher()


def refuse_unfit(password: str) -> None:
    """UsageError for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            f"A password has {SHORTEST} to {LONGEST} characters.", advice="Several words in a row are easily kept."
        )


def hashed(password: str) -> str:
    """The hash that is kept. UsageError for a password that is too short or too long."""
    refuse_unfit(password)
    with _AT_ONCE:
        return _HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether the password is that of the hash; None takes as long and fits nothing."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _nobodys(), password[:LONGEST]) and kept is not None
        except (Argon2Error, InvalidHashError):
            return False


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")
