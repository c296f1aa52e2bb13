"""Who judges: users under their own names, by forms that only editors are shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from rejoinder.errors import UsageError
from rejoinder.publish.cli.serving import serve
from rejoinder.publish.web.access.tables import beside
from rejoinder.publish.web.access.users import Users
from tests.invented import NOW
from tests.unit.publish.web.access.conftest import PASSWORD, Guarded, guarding


@pytest.fixture
def judged(desk_file: Path, tmp_path: Path) -> Iterator[Guarded]:
    """A desk for users over a record of its own."""
    shutil.copy(desk_file, tmp_path / "mine.db")
    with guarding(tmp_path / "mine.db", tmp_path) as found:
        yield found


def forms(page: str) -> list[dict[str, Any]]:
    """The fields of those forms of a page that change something."""
    return [dict(one.form_values()) for one in lxml.html.fromstring(page).forms if one.method == "POST"]


def test_an_editor_judges_under_their_own_name_and_only_they_undo_it(judged: Guarded) -> None:
    editor, admin = judged.browser("editor"), judged.browser("admin")
    move = editor.get("/moves.json").json()["rows"][0]["id"]
    fields = next(one for one in forms(editor.get(f"/review?line={move}").text) if one["decision"] == "right")
    assert editor.post("/judgements", data={**fields, "by": "somebody else"}).status_code == 303
    (row,) = editor.get("/audit.json").json()["rows"]
    assert (row["by"], row["subjects"]) == ("editor", move)
    assert not [one for one in forms(admin.get("/review").text) if "last" in one]
    theirs = next(one for one in forms(editor.get("/review").text) if "last" in one)
    own = forms(admin.get("/audit").text)[0]["csrf"]
    assert admin.post("/judgements/undo", data={**theirs, "csrf": own}).status_code == 400
    assert editor.post("/judgements/undo", data=theirs).status_code == 303
    assert [row["by"] for row in editor.get("/audit.json").json()["rows"]] == ["editor", "editor"]


def test_forms_carry_the_token_of_whoever_looks_and_readers_see_none(judged: Guarded) -> None:
    reader, editor, other = judged.browser("reader"), judged.browser("editor"), judged.browser("editor")
    move = reader.get("/moves.json").json()["rows"][0]["id"]
    for path in (f"/review?line={move}", "/audit"):
        assert forms(reader.get(path).text) == []
        one, another = forms(editor.get(path).text), forms(other.get(path).text)
        assert {each["csrf"] for each in one} == {editor.cookies["rejoinder_csrf_80"]}
        assert {each["csrf"] for each in another} == {other.cookies["rejoinder_csrf_80"]}
        assert one[0]["csrf"] != another[0]["csrf"]
    lines = {"lines": "", "csrf": forms(other.get("/audit").text)[0]["csrf"]}
    assert editor.post("/judgements/import", data=lines).status_code == 403
    assert other.post("/judgements/import", data=lines).status_code == 200


def test_a_name_to_judge_under_is_not_for_a_desk_with_users(desk_file: Path, tmp_path: Path) -> None:
    shutil.copy(desk_file, tmp_path / "mine.db")
    with Users(beside(tmp_path / "mine.db"), lambda: NOW) as users:
        users.add("anna", "admin", password=PASSWORD)
    with pytest.raises(UsageError, match="--as"):
        serve(tmp_path / "mine.db", port=0, name=["desk.example.org"], acting_as="A. Reader", no_open=True)
