"""On this machine nobody is asked; from elsewhere only users come, and without any the desk does not start."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from rejoinder.errors import UsageError
from rejoinder.publish.web.access.policy import Access, access_to
from rejoinder.publish.web.access.tables import beside
from rejoinder.publish.web.access.users import Users
from tests.invented import NOW


def _access(host: str, users: Path, *names: str) -> Access:
    return access_to(host, names=names, users=users, local="me", secure=False, clock=lambda: NOW)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.2"])
def test_on_this_machine_nobody_is_asked(host: str, tmp_path: Path) -> None:
    access = _access(host, tmp_path / "users.db")
    assert access.users is None
    assert (access.local.name, access.local.local) == ("me", True)
    assert not (tmp_path / "users.db").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "10.0.0.1", "fe80::1", "8.8.8.8"])
def test_elsewhere_it_does_not_start_without_users(host: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no users") as refused:
        _access(host, tmp_path / "users.db", "desk.example.org")
    assert "rejoinder users add" in refused.value.advice
    Users(tmp_path / "users.db", lambda: NOW).close()  # a file, with nobody in it
    with pytest.raises(UsageError, match="no users"):
        _access(host, tmp_path / "users.db", "desk.example.org")


def test_with_a_name_for_others_users_are_asked_on_this_machine_too(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no users"):
        _access("127.0.0.1", tmp_path / "users.db", "desk.example.org")
    with Users(tmp_path / "users.db", lambda: NOW) as users:
        users.add("anna", "admin", password="a long enough one")
    access = _access("127.0.0.1", tmp_path / "users.db", "desk.example.org")
    assert access.users is not None
    assert "desk.example.org" in access.hosts
    access.close()


def test_any_address_has_no_name_of_its_own(tmp_path: Path) -> None:
    with Users(tmp_path / "users.db", lambda: NOW) as users:
        users.add("anna", "admin", password="a long enough one")
    with pytest.raises(UsageError, match="by which name"):
        _access("0.0.0.0", tmp_path / "users.db")
    for host, names in (("::", {"[fe80::1]"}), ("192.168.1.4", {"192.168.1.4", "desk"})):
        access = _access(host, tmp_path / "users.db", *names)
        assert access.hosts == names
        access.close()
    with pytest.raises(UsageError, match="no name of a host"):
        _access("0.0.0.0", tmp_path / "users.db", "http://desk.example.org/")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "own"])
def test_the_command_says_what_is_missing(
    host: str, command: Callable[..., tuple[int, str, str]], record_file: Path
) -> None:
    address = _own_address() if host == "own" else host
    code, out, said = command("serve", "--host", address, "--port", "0", "--no-open", "--name", "desk.example.org")
    assert (code, out) == (2, "")
    assert "rejoinder users add" in said
    assert not beside(record_file).exists()


def _own_address() -> str:
    """The address by which others reach this machine, if it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # nothing is sent
            return str(asked.getsockname()[0])
        except OSError:
            return "192.0.2.7"
