"""The documentation says what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from docs.commands import PAGES
from rejoinder.publish.cli.options import NOT_SETTINGS
from rejoinder.publish.cli.running import run

ROOT = Path(__file__).parents[2]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_SHELL = re.compile(r"```(?:sh|console)\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_pages_written_by_the_program_are_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == PAGES[name](), "run make docs"


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_links_inside_the_repository_lead_somewhere(file: Path) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(file.read_text("utf-8"))
    targets = [str(c.attrs["href"]) for t in tokens for c in (t.children or []) if c.type == "link_open"]
    for target in targets:
        if "://" in target or target.startswith(("#", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        linked = (file.parent / path).resolve()
        assert linked.exists(), f"{file.name} links to {target}"
        if anchor:
            assert anchor in _anchors(linked), f"{file.name} links to {target}"


def _anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _commands(file: Path) -> list[list[str]]:
    """The commands of a page that begin with rejoinder, without prompt, comment and what follows a pipe."""
    lines = [line for block in _SHELL.findall(file.read_text("utf-8")) for line in block.splitlines()]
    found = [shlex.split(line.strip().removeprefix("$ "), comments=True) for line in lines if "rejoinder" in line]
    return [words[1:] for words in found if words and words[0] == "rejoinder"]


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_commands_in_the_docs_are_commands(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from typer.main import get_command

    from rejoinder.publish.cli.app import app

    for words in _commands(file):
        command, rest = get_command(app), list(words)
        while rest and rest[0] in getattr(command, "commands", {}):
            command = command.commands[rest.pop(0)]  # type: ignore[attr-defined]
        options = {option for parameter in command.params for option in parameter.opts}
        given = {word.split("=")[0] for word in rest if word.startswith("--")}
        assert given <= options | {"--help"}, f"{file.name}: rejoinder {' '.join(words)}"
        assert command is not get_command(app) or given, f"{file.name}: rejoinder {' '.join(words)}"
        assert run([*words[: len(words) - len(rest)], "--help"]) == 0
    capsys.readouterr()


def test_the_readme_shows_what_make_knows() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for file in DOCS:
        named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", file.read_text("utf-8"), re.MULTILINE))
        assert {a or b for a, b in named} <= targets, file.name


def test_exit_codes_and_settings_are_documented() -> None:
    import dataclasses

    from rejoinder.settings import Settings

    page = (ROOT / "docs/cli.md").read_text("utf-8")
    assert all(f"{code} " in page for code in range(5))
    configuration = (ROOT / "docs/configuration.md").read_text("utf-8")
    names = [field.name for field in dataclasses.fields(Settings) if field.name != "found"]
    assert all(f"`{name}`" in configuration and f"REJOINDER_{name.upper()}" in configuration for name in names)


def test_variables_beside_the_settings_are_documented() -> None:
    pages = "".join((ROOT / "docs" / name).read_text("utf-8") for name in ("configuration.md", "access.md"))
    assert [name for name in NOT_SETTINGS if name not in pages] == []


def test_the_changelog_names_the_version() -> None:
    from importlib.metadata import version

    assert f"## {version('rejoinder')}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"version: {version('rejoinder')}" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_figures_of_the_readme_stand_between_marks() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.count("<!-- figures -->") == 2
