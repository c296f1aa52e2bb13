"""A fault is known by one code wherever it is confessed, and the code says nothing of what was asked."""

from __future__ import annotations

import json

from rejoinder.publish.faults import fault_of
from rejoinder.publish.mcp.answers import fault
from rejoinder.publish.web.headers import _confessed


def failed(words: str) -> Exception:
    """An error as it is caught."""
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError as error:
        return error


def test_the_desk_and_the_server_of_programs_give_a_fault_one_code() -> None:
    error = failed("secret words")
    code = fault_of(error).code
    assert code == fault_of(failed("other words")).code
    assert f"(code {code})" in fault(error).message
    assert f"(code {code})" in json.loads(bytes(_confessed(error).body))["error"]
