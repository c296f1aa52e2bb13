"""Users, their roles and sessions, and the commands that keep them."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher, extract_parameters

from rejoinder.errors import UsageError
from rejoinder.publish.web.access import passwords
from rejoinder.publish.web.access.people import User, as_name
from rejoinder.publish.web.access.throttle import FREE, Throttle
from rejoinder.publish.web.access.users import TOKEN_DAYS, Users
from rejoinder.record import looking
from tests.unit.publish.web.access.conftest import PASSWORD, Clock


@pytest.fixture
def clock() -> Clock:
    """A clock."""
    return Clock()


@pytest.fixture
def users(tmp_path: Path, clock: Clock) -> Iterator[Users]:
    """A file with one user."""
    with Users(tmp_path / "users.db", clock) as made:
        made.add("Anna", "editor", password=PASSWORD)
        yield made


def test_a_name_and_password_are_somebodys_or_nobodys(users: Users) -> None:
    assert users.by_password(" ANNA ", PASSWORD) == User(name="anna", role="editor")
    for name, password in (("anna", PASSWORD + "x"), ("anna", ""), ("bea", PASSWORD), ("'; --", PASSWORD), ("", "")):
        assert users.by_password(name, password) is None, name


def test_whether_there_is_such_a_user_cannot_be_told_by_the_work_that_is_done(
    users: Users, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    monkeypatch.setattr(passwords, "_HASHER", _Counting(tried))
    for name in ("anna", "bea", "no name at all"):
        assert users.by_password(name, "a wrong password") is None
    assert len(tried) == 3
    assert len({str(extract_parameters(kept)) for kept in tried}) == 1


class _Counting:
    """Hashes as ever, and keeps what was compared with."""

    def __init__(self, tried: list[str]) -> None:
        self._tried = tried
        self._hasher = PasswordHasher()

    def hash(self, password: str) -> str:
        """The hash."""
        return self._hasher.hash(password)

    def verify(self, kept: str, password: str) -> bool:
        """Whether it fits."""
        self._tried.append(kept)
        return self._hasher.verify(kept, password)


def test_what_is_wrong_is_refused(users: Users) -> None:
    for name, role, password in (
        ("anna", "reader", PASSWORD),
        ("bea", "owner", PASSWORD),
        ("bea", "reader", "short"),
        ("bea", "reader", "x" * 1_001),
        ("a b", "reader", PASSWORD),
        ("", "reader", PASSWORD),
        ("x" * 65, "reader", PASSWORD),
    ):
        with pytest.raises(UsageError):
            users.add(name, role, password=password)
    for act in (users.remove, users.end_all):
        with pytest.raises(UsageError, match="no user bea"):
            act("bea")
    with pytest.raises(UsageError):
        users.set_role("bea", "admin")
    assert users.count() == 1
    assert as_name("Ａnna") != "anna"


def test_a_session_ends_by_time_by_hand_and_with_its_user(users: Users, clock: Clock) -> None:
    anna = User(name="anna", role="editor")
    tokens = [users.begin(anna) for _ in range(3)]
    assert all(users.of_session(token, "browser") == anna for token in tokens)
    assert users.of_session(tokens[0], "token") is None
    assert users.of_session(tokens[0] + "x", "browser") is None
    users.end(tokens[0])
    assert users.of_session(tokens[0], "browser") is None
    assert users.set_role("anna", "reader").role == "reader"
    seen = users.of_session(tokens[1], "browser")
    assert seen is not None
    assert seen.role == "reader"
    clock.now += dt.timedelta(hours=12)
    assert users.of_session(tokens[1], "browser") is None
    again = users.begin(anna)
    assert users.end_all("anna") == 1  # the others had ended and were put away
    assert users.of_session(again, "browser") is None
    last = users.begin(anna)
    users.set_password("anna", "another four plain words")
    assert users.of_session(last, "browser") is None
    assert users.by_password("anna", PASSWORD) is None
    held = users.begin(anna)
    users.remove("anna")
    assert users.of_session(held, "browser") is None
    with pytest.raises(UsageError):
        users.begin(anna)


def test_no_user_has_any_number_of_sessions(users: Users, clock: Clock) -> None:
    anna = User(name="anna", role="editor")
    first = users.begin(anna)
    for _ in range(50):
        clock.now += dt.timedelta(seconds=1)
        users.begin(anna)
    assert users.of_session(first, "browser") is None
    assert users.listed()[0][2] == 50


def test_a_token_of_a_program_lasts_and_is_no_session_of_a_browser(users: Users, clock: Clock) -> None:
    token = users.begin(User(name="anna", role="editor"), "token")
    clock.now += dt.timedelta(days=TOKEN_DAYS - 1)
    assert users.of_session(token, "token")
    assert users.of_session(token, "browser") is None
    clock.now += dt.timedelta(days=1)
    assert users.of_session(token, "token") is None


def test_neither_passwords_nor_tokens_are_kept(users: Users) -> None:
    token = users.begin(User(name="anna", role="editor"))
    kept = users.path.read_bytes() + Path(f"{users.path}-wal").read_bytes()
    assert b"$argon2id$" in kept
    assert PASSWORD.encode() not in kept
    assert token.encode() not in kept


def test_guessing_is_made_slow_and_forgotten_after_a_while(clock: Clock) -> None:
    throttle = Throttle(clock)
    for _ in range(FREE["name and address"]):
        assert throttle.wait("anna", "a") == 0
        throttle.failed("anna", "a")
    waits = []
    for _ in range(4):
        waits.append(throttle.wait("Anna ", "a"))
        clock.now += dt.timedelta(seconds=waits[-1])
        assert throttle.wait("anna", "a") == 0
        throttle.failed("anna", "a")
    assert waits == [5, 10, 20, 40]
    assert throttle.wait("anna", "b") == 0
    throttle.passed("anna", "a")
    assert throttle.wait("anna", "a") == 0
    for n in range(FREE["address"]):
        throttle.failed(f"user{n}", "c")
    assert throttle.wait("somebody", "c") > 0
    for n in range(FREE["name"]):
        throttle.failed("bea", f"address {n}")
    assert throttle.wait("bea", "new") > 0
    clock.now += dt.timedelta(hours=2)
    throttle.failed("bea", "new")
    assert throttle.wait("bea", "new") == 0


def test_the_commands_keep_users(
    command: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = ("--users", str(tmp_path / "people.db"))

    def with_password(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
        return command("users", *words, *file)

    assert command("users", "list", *file)[1] == "No users. The desk is for this machine only.\n"
    assert with_password("add", "Anna", "--role", "editor")[:2] == (0, "anna is there, as editor.\n")
    code, out, said = with_password("add", "anna")
    assert (code, out) == (2, "")
    assert "already" in said
    assert with_password("add", "carl", "--email", "carl@example.org")[0] == 0
    assert command("users", "role", "anna", "admin", *file)[1] == "anna is admin now.\n"
    assert command("users", "role", "anna", "king", *file)[0] == 2
    token = command("users", "token", "anna", "--days", "2", *file)[1].strip()
    assert len(token) == 43
    assert "anna  admin" in command("users", "list", *file)[1]
    assert command("users", "end", "anna", *file)[1] == "1 sessions of anna have ended.\n"
    assert with_password("password", "anna")[0] == 0
    assert command("users", "remove", "anna", *file)[0] == 0
    assert command("users", "remove", "anna", *file)[0] == 2
    assert "argon2" not in str(command("users", "list", *file))


def test_to_list_users_makes_nothing_and_a_record_that_is_not_there_is_named(
    command: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    typo = ("--record", str(tmp_path / "typo.db"))
    for words in (("list",), ("remove", "anna"), ("role", "anna", "admin"), ("token", "anna"), ("end", "anna")):
        code, out, said = command("users", *words, *typo)
        assert (code, out) == (3, ""), words
        assert f"There is no record at {tmp_path / 'typo.db'}" in said
    file = ("--users", str(tmp_path / "people.db"))
    assert command("users", "list", *file)[0] == 0
    code, _, said = command("users", "remove", "anna", *file)
    assert code == 2
    assert "no users yet" in said
    assert list(tmp_path.iterdir()) == []


def test_what_is_refused_leaves_no_file_of_users_behind(
    command: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(password: str, *words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
        return command("users", "add", *words)

    typo = tmp_path / "talsk" / "record.db"
    code, out, said = add(PASSWORD, "anna", "--record", str(typo))
    assert (code, out) == (3, "")
    assert f"There is no record at {typo}" in said
    file = ("--users", str(tmp_path / "new" / "people.db"))
    for password, name, role in (
        ("short", "anna", "editor"),
        (PASSWORD, "an na", "editor"),
        (PASSWORD, "anna", "king"),
    ):
        assert add(password, name, "--role", role, *file)[:2] == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_users_are_listed_where_nothing_may_be_written_and_adding_one_says_why_not(
    command: Callable[..., tuple[int, str, str]], users: Users, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    users.close()
    monkeypatch.setattr(looking, "_may", lambda asked, what: os.access(asked, what) and not what & os.W_OK)
    file = ("--users", str(users.path))
    assert command("users", "list", *file)[:2] == (0, "anna  editor  since 2024-05-01  0 sessions\n")
    code, _, said = command("users", "add", "bea", "--email", "bea@example.org", *file)
    assert (code, "cannot be written" in said) == (3, True)
    assert list(tmp_path.iterdir()) == [users.path]

    def refused(*_: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "open", refused)
    new = ("--users", str(tmp_path / "new.db"))
    code, _, said = command("users", "add", "bea", "--email", "bea@example.org", *new)
    assert (code, "cannot be made: Read-only file system" in said) == (3, True)
