"""The users of the desk: who may come to it from elsewhere, and what they may do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.errors import UsageError
from rejoinder.publish.cli.options import RecordFile, settings
from rejoinder.publish.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rejoinder.publish.web.access.people import User
    from rejoinder.publish.web.access.users import Users

_HELP = """Who may come to the desk from other machines. On this machine it asks nobody.

\b
  rejoinder users add anna --role editor     asks for a password, or takes it from standard input
  rejoinder users list
  rejoinder users role anna admin
  rejoinder users token anna                 a token for programs, shown once
  rejoinder users remove anna

Roles: reader reads, editor also judges, admin also manages. They are kept in a file beside the record
(record.users.db), never in it.
"""
UsersFile = Annotated[
    Path | None, typer.Option("--users", metavar="FILE", help="The file of users (default: beside the record).")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a user.")]

app = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode=None)


def register(parent: typer.Typer) -> None:
    """Add the commands."""
    parent.add_typer(app, name="users")


@app.command(help="Add a user.\n\n\b\n  rejoinder users add anna --role editor\n")
def add(
    name: Name,
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, editor or admin.")] = "reader",
    email: Annotated[
        str | None,
        typer.Option("--email", metavar="ADDRESS", help="Sign in with the OpenID provider, by this address."),
    ] = None,
    record: RecordFile = None,
    users: UsersFile = None,
) -> None:
    """Add a user, with a password unless a provider vouches for them."""
    from rejoinder.publish.web.access.passwords import refuse_unfit
    from rejoinder.publish.web.access.people import as_name, as_role

    _kept(record, users)  # all is looked at before a file is made, so that nothing is left behind by what is refused
    as_name(name)
    as_role(role)
    secret = None if email else _password(name)
    if secret is not None:
        refuse_unfit(secret)
    with _opened(record, users, create=True) as found:
        user = found.add(name, role, password=secret, email=email)
    _say(f"{user.name} is there, as {user.role}.")


@app.command("list", help="List the users.\n\n\b\n  rejoinder users list\n")
def listing(record: RecordFile = None, users: UsersFile = None) -> None:
    """List the users."""
    from rejoinder.publish.web.access.users import Users

    rows: Sequence[tuple[User, str, int]] = ()
    if (path := _kept(record, users)) is not None:
        with Users(path, utc_now, read_only=True) as found:
            rows = found.listed()
    for user, added_at, sessions in rows:
        _say(f"{user.name}  {user.role}  since {added_at[:10]}  {sessions} sessions")
    if not rows:
        _say("No users. The desk is for this machine only.")


@app.command(help="Remove a user, and end their sessions.\n\n\b\n  rejoinder users remove anna\n")
def remove(name: Name, record: RecordFile = None, users: UsersFile = None) -> None:
    """Remove a user."""
    with _opened(record, users) as found:
        found.remove(name)
    _say(f"{name} is gone.")


@app.command(help="Give a user another role, at once.\n\n\b\n  rejoinder users role anna admin\n")
def role(
    name: Name,
    new: Annotated[str, typer.Argument(metavar="ROLE", help="reader, editor or admin.")],
    record: RecordFile = None,
    users: UsersFile = None,
) -> None:
    """Change a role."""
    with _opened(record, users) as found:
        user = found.set_role(name, new)
    _say(f"{user.name} is {user.role} now.")


@app.command(help="Give a user another password, and end their sessions.\n\n\b\n  rejoinder users password anna\n")
def password(name: Name, record: RecordFile = None, users: UsersFile = None) -> None:
    """Change a password."""
    with _opened(record, users) as found:
        found.set_password(name, _password(name))
    _say(f"{name} has another password; every session has ended.")


@app.command(help="Make a token with which a program asks in a user's name. It is shown once.\n\n\b\n"
             "  rejoinder users token anna --days 30\n")  # fmt: skip
def token(
    name: Name,
    days: Annotated[int, typer.Option("--days", min=1, max=3660, metavar="N", help="How long it holds.")] = 90,
    record: RecordFile = None,
    users: UsersFile = None,
) -> None:
    """Make a token."""
    from rejoinder.publish.web.access.people import User, as_name

    with _opened(record, users) as found:
        made = found.begin(User(name=as_name(name), role="reader"), "token", days)
    _say(made)


@app.command(help="End every session and token of a user.\n\n\b\n  rejoinder users end anna\n")
def end(name: Name, record: RecordFile = None, users: UsersFile = None) -> None:
    """End sessions."""
    with _opened(record, users) as found:
        ended = found.end_all(name)
    _say(f"{ended} sessions of {name} have ended.")


def _opened(record: Path | None, users: Path | None, *, create: bool = False) -> Users:
    """The file of users, to be changed; a new one if there is none and `create` is set, else UsageError."""
    from rejoinder.publish.web.access.tables import beside
    from rejoinder.publish.web.access.users import Users

    if not create and _kept(record, users) is None:
        raise UsageError("There are no users yet.", advice="Add one with: rejoinder users add NAME")
    return Users(users or beside(settings(record).record), utc_now)


def _kept(record: Path | None, users: Path | None) -> Path | None:
    """The file of users; None where none have been added. RecordError where there is no such record either."""
    from rejoinder.publish.web.access.tables import beside, holds_any
    from rejoinder.record.opening import refuse_missing

    chosen = settings(record).record
    path = users or beside(chosen)
    if holds_any(path):
        return path
    if users is None:
        refuse_missing(chosen, create=False)
    return None


def _password(name: str) -> str:
    if sys.stdin.isatty():
        return str(typer.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
