"""What the record says of its failures has a code, and every code is said in every language."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

import rejoinder
from rejoinder.errors import UsageError
from rejoinder.publish.web.of_record import in_words
from rejoinder.publish.words import language
from rejoinder.record.judgement_lines import read_judgement_lines
from rejoinder.sayings import Said, Saying

SOURCE = Path(rejoinder.__file__).parent
FAILURES = {"UsageError", "ConflictError", "RecordError", "BusyError"}
FOR_COMMANDS = {"called.py", "documents.py", "frames.py", "opening.py", "views.py"}
"""Their failures end a command; the desk says of its own what it does not find."""
FOR_COMMANDS_ALONE = {"copy_to", "find", "refuse_barred", "_only_as_it_lies"}


@pytest.mark.parametrize("tongue", [one for one in language.languages() if one != language.ENGLISH])
@pytest.mark.parametrize("saying", Saying, ids=lambda one: one.name)
def test_every_code_is_said_in_every_language(saying: Saying, tongue: str) -> None:
    with language.speaking(tongue):
        assert language.gettext(saying.value) != saying.value


def _calls(file: Path) -> list[tuple[str, ast.Call]]:
    """The failures that are made in a file, each with the function that makes it."""
    return [
        (function.name, node)
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in FAILURES
    ]


def test_no_failure_that_the_desk_meets_is_said_without_a_code() -> None:
    files = [one for one in sorted((SOURCE / "record").glob("*.py")) if one.name not in FOR_COMMANDS]
    met = 0
    for file in (*files, *sorted((SOURCE / "pipeline").glob("*.py")), SOURCE / "publish/comparing.py"):
        for function, call in _calls(file):
            if function in FOR_COMMANDS_ALONE:
                continue
            met += 1
            for said in (*call.args, *(one.value for one in call.keywords if one.arg == "advice")):
                assert not isinstance(said, ast.Constant | ast.JoinedStr), f"{file.name}:{call.lineno}"
    assert met > 30


def test_a_failure_keeps_its_code_and_its_values_within_values() -> None:
    with pytest.raises(UsageError) as caught:
        read_judgement_lines("{")
    said = caught.value.message
    assert said == "Line 1 is no judgement: it is not JSON."
    assert pickle.loads(pickle.dumps(said)) == said
    assert isinstance(said, Said)
    assert pickle.loads(pickle.dumps(said)).saying is Saying.BAD_LINE
    with language.speaking("ru"):
        assert in_words(said) == "Строка 1 — не решение: это не JSON."


def test_values_with_signs_of_templates_stay_as_they_are() -> None:
    said = Saying.NO_LIKENESS.of(word="%(id)s~")
    with language.speaking("uk"):
        assert "%(id)s~" in in_words(said)
    with pytest.raises(KeyError):
        Saying.NO_LIKENESS.of(id="x")
