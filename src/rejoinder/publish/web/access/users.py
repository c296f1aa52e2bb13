"""The users of a desk and their sessions, kept in a file of their own."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from rejoinder.errors import UsageError
from rejoinder.publish.web.access import passwords
from rejoinder.publish.web.access.people import User, as_name, as_role
from rejoinder.publish.web.access.tables import keys, opened, sessions, users
from rejoinder.record.looking import looked_at

SESSION_HOURS = 12
TOKEN_DAYS = 90
_MOST_SESSIONS = 50  # of one user; the oldest end


class Users:
    """An open file of users. Each method is one transaction. With `read_only` nothing is made or changed."""

    def __init__(self, path: Path, clock: Callable[[], dt.datetime], *, read_only: bool = False) -> None:
        self.path = path
        self._clock = clock
        self._database = looked_at(path) if read_only else opened(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def key(self) -> bytes:
        """The key that cookies are signed with, made at the first time."""
        with self._database.writing() as connection:
            made = insert(keys).values(name="cookies", value=secrets.token_bytes(32)).on_conflict_do_nothing()
            connection.execute(made)
            return bytes(connection.scalars(sa.select(keys.c.value).where(keys.c.name == "cookies")).one())

    def add(self, name: str, role: str, *, password: str | None = None, email: str | None = None) -> User:
        """The new user, with a password or with the address that an OpenID provider gives. UsageError where the name or
        the address is taken."""
        user = User(name=as_name(name), role=as_role(role))
        kept = passwords.hashed(password) if password is not None else None
        with self._database.writing() as connection:
            made = insert(users).values(
                name=user.name,
                password=kept,
                role=user.role,
                email=email.strip().casefold() if email else None,
                added_at=_said(self._clock()),
            )
            if not connection.execute(made.on_conflict_do_nothing()).rowcount:
                raise UsageError(f"There is a user {user.name} already, or one of that address.", advice=_SEE)
        return user

    def remove(self, name: str) -> None:
        """The user is gone, and every session of theirs ends. UsageError where there is none."""
        with self._database.writing() as connection:
            self._there(connection, as_name(name))
            connection.execute(sa.delete(users).where(users.c.name == as_name(name)))

    def set_role(self, name: str, role: str) -> User:
        """The user with another role, from their next request on."""
        return self._change(name, role=as_role(role))

    def set_password(self, name: str, password: str) -> User:
        """The user with another password; every session of theirs ends."""
        kept = passwords.hashed(password)
        user = self._change(name, password=kept)
        self.end_all(name)
        return user

    def listed(self) -> tuple[tuple[User, str, int], ...]:
        """The users by name, with when they were added and how many sessions they have."""
        now = _said(self._clock())
        with self._database.reading() as connection:
            going = sa.select(sessions.c.user, sa.func.count().label("n")).where(sessions.c.ends_at > now)
            counted = going.group_by(sessions.c.user).subquery()
            query = sa.select(users, counted.c.n).outerjoin(counted, counted.c.user == users.c.name)
            rows = connection.execute(query.order_by(users.c.name)).all()
        return tuple((User(name=row.name, role=as_role(row.role)), row.added_at, row.n or 0) for row in rows)

    def count(self) -> int:
        """How many users there are."""
        with self._database.reading() as connection:
            return int(connection.scalar(sa.select(sa.func.count()).select_from(users)) or 0)

    def by_password(self, name: str, password: str) -> User | None:
        """Who has this name and password; None, after as long a time, where nobody has."""
        try:
            wanted = as_name(name)
        except UsageError:
            wanted = ""
        with self._database.reading() as connection:
            row = connection.execute(sa.select(users).where(users.c.name == wanted)).one_or_none()
        if not passwords.fits(row.password if row else None, password) or row is None:
            return None
        return User(name=row.name, role=as_role(row.role))

    def by_email(self, email: str) -> User | None:
        """Whom an OpenID provider knows by this address."""
        with self._database.reading() as connection:
            query = sa.select(users).where(users.c.email == email.strip().casefold())
            row = connection.execute(query).one_or_none()
        return User(name=row.name, role=as_role(row.role)) if row else None

    def begin(self, user: User, kind: Literal["browser", "token"] = "browser", days: int = TOKEN_DAYS) -> str:
        """The token of a new session, which is nowhere else."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        ends = now + (dt.timedelta(hours=SESSION_HOURS) if kind == "browser" else dt.timedelta(days=days))
        with self._database.writing() as connection:
            self._there(connection, user.name)
            connection.execute(sa.delete(sessions).where(sessions.c.ends_at <= _said(now)))
            own = sa.select(sessions.c.digest).where(sessions.c.user == user.name, sessions.c.kind == kind)
            old = own.order_by(sessions.c.made_at.desc()).offset(_MOST_SESSIONS - 1).limit(-1)
            connection.execute(sa.delete(sessions).where(sessions.c.digest.in_(old)))
            values = {"user": user.name, "kind": kind, "made_at": _said(now), "ends_at": _said(ends)}
            connection.execute(sa.insert(sessions).values(digest=digest(token), **values))
        return token

    def of_session(self, token: str, kind: Literal["browser", "token"]) -> User | None:
        """Whose session this is, in the role of now; None where it has ended or never was."""
        query = (
            sa.select(users.c.name, users.c.role)
            .join(sessions, sessions.c.user == users.c.name)
            .where(sessions.c.digest == digest(token), sessions.c.kind == kind)
            .where(sessions.c.ends_at > _said(self._clock()))
        )
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return User(name=row.name, role=as_role(row.role)) if row else None

    def end(self, token: str) -> None:
        """End this session."""
        with self._database.writing() as connection:
            connection.execute(sa.delete(sessions).where(sessions.c.digest == digest(token)))

    def end_all(self, name: str) -> int:
        """End every session of a user, tokens of programs too; how many there were."""
        with self._database.writing() as connection:
            self._there(connection, as_name(name))
            return connection.execute(sa.delete(sessions).where(sessions.c.user == as_name(name))).rowcount

    def _change(self, name: str, **values: str) -> User:
        with self._database.writing() as connection:
            self._there(connection, as_name(name))
            connection.execute(sa.update(users).where(users.c.name == as_name(name)).values(**values))
            row = connection.execute(sa.select(users).where(users.c.name == as_name(name))).one()
        return User(name=row.name, role=as_role(row.role))

    @staticmethod
    def _there(connection: sa.Connection, name: str) -> None:
        if connection.scalar(sa.select(users.c.name).where(users.c.name == name)) is None:
            raise UsageError(f"There is no user {name}.", advice=_SEE)


_SEE = "rejoinder users list names those there are."


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "backslashreplace")).hexdigest()


def _said(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")
