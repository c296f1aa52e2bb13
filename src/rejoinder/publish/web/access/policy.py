"""How one desk is reached and by whom: on this machine by whoever sits at it, from elsewhere by its users only."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rejoinder.errors import UsageError
from rejoinder.publish.clock import utc_now
from rejoinder.publish.web.access.names import LOOPBACK, address_in, as_host
from rejoinder.publish.web.access.oidc import Provider
from rejoinder.publish.web.access.people import ANALYST, User
from rejoinder.publish.web.access.throttle import Throttle
from rejoinder.publish.web.access.users import Users

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """`hosts` are the names of the desk. Without `users` nobody is asked, and whoever comes is `local`;
    `secure` keeps cookies to HTTPS."""

    hosts: frozenset[str] = LOOPBACK
    users: Users | None = None
    local: User = User(name=ANALYST, role="admin", local=True)  # noqa: RUF009 - frozen
    secure: bool = False
    provider: Provider | None = None
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    throttle: Throttle = field(default_factory=lambda: Throttle(utc_now))

    def close(self) -> None:
        """Let go of the users."""
        if self.users is not None:
            self.users.close()


def access_to(
    host: str,
    *,
    names: Sequence[str],
    users: Path,
    local: str,
    secure: bool,
    provider: Provider | None = None,
    clock: Clock = utc_now,
) -> Access:
    """The access to a desk that listens on `host` and is reached by `names` besides.

    On a loopback address without names nobody is asked who they are. Anything else is for the users in the file
    `users`: UsageError where there are none, and where no name is given for an address that is any address."""
    address = address_in(host)
    given = frozenset(map(as_host, names))
    own = LOOPBACK | {as_host(str(address))} if address.is_loopback else given
    if address.is_loopback and not given:
        return Access(hosts=own, local=User(name=local, role="admin", local=True), secure=secure)
    if not users.is_file():
        raise _nobody(host, users)
    found = Users(users, clock)
    try:
        if not found.count():
            raise _nobody(host, users)
        if address.is_unspecified and not given:
            raise UsageError(
                f"{host} is every address of this machine; by which name do browsers reach the desk?",
                advice="Say it with --name desk.example.org; it may be given several times.",
            )
        hosts = own | given | (frozenset() if address.is_unspecified else {as_host(str(address))})
        return Access(
            hosts=hosts, users=found, secure=secure, provider=provider, key=found.key(), throttle=Throttle(clock)
        )
    except BaseException:
        found.close()
        raise


def _nobody(host: str, users: Path) -> UsageError:
    return UsageError(
        f"The desk is not opened to others on {host}: it has no users, so whoever reaches it could read the record.",
        advice=f"Add one with: rejoinder users add NAME --role admin (kept in {users.name}, beside the record). Or "
        "leave --host and --name out.",
    )
