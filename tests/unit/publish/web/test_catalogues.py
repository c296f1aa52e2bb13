"""Every word of the desk is in its catalogues, and said in every language that is shipped."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import lxml.html
import pytest
from babel.messages import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.testclient import TestClient

from rejoinder import sayings
from rejoinder.consolidate.positions import STANCES
from rejoinder.publish.web.rendering import environment
from rejoinder.publish.words import acts, language, wording
from rejoinder.types import account, annotation, document, extraction
from rejoinder.vocabulary.kinds import kinds
from tests.unit.publish.web.conftest import every_page

WORDS = Path(language.__file__).parent
ROOT = Path(__file__).parents[4]
WEB, BRIEF = WORDS.parent / "web", WORDS.parent / "brief"
TONGUES = ("ru", "uk")
NAMES = {"rejoinder", "JSON", "CSV", "DOCX", "PDF", "PLOVER", "CAMEO", "UTC", "Enter", "Esc", "Ctrl", "Shift", "script"}
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PUT_IN = re.compile(r"%\(\w+\)[ds]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def catalogue(file: Path, tongue: str | None = None) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=tongue)


def messages(tongue: str) -> list[Message]:
    return [m for m in catalogue(WORDS / "locale" / tongue / "LC_MESSAGES/desk.po", tongue) if m.id]


def forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple | list) else (message.string,)


def test_the_template_holds_every_word_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made = tmp_path / "desk.pot"
    words = ["-k", "N_", "-k", "P_:1c,2", "--omit-header", "--add-location=never", "--sort-output", "-o", str(made)]
    CommandLineInterface().run(
        ["pybabel", "-q", "extract", "-F", "pyproject.toml", *words, str(WEB), str(WORDS), str(BRIEF), sayings.__file__]
    )
    kept = (WORDS / "locale/desk.pot").read_text("utf-8")
    assert made.read_text("utf-8") == kept, "run: make catalogues"


@pytest.mark.parametrize("tongue", TONGUES)
def test_nothing_is_missing_or_left_in_english(tongue: str) -> None:
    wanted = {(m.context, m.id) for m in catalogue(WORDS / "locale/desk.pot") if m.id}
    found = messages(tongue)
    assert {(m.context, m.id) for m in found} == wanted, "run: make catalogues"
    for message in found:
        english = message.id if isinstance(message.id, tuple | list) else (message.id,)
        assert not message.fuzzy, message.id
        assert len(forms(message)) == (3 if len(english) > 1 else 1), message.id
        for form in forms(message):
            assert form, f"{message.id} has no words in {tongue}"
            assert sorted(_PUT_IN.findall(form)) == sorted(_PUT_IN.findall(english[-1])), form
            assert _CYRILLIC.search(form) or not _WORD.search(_PUT_IN.sub("", form)), form
            assert " " not in english[-1] or form.endswith(".") == english[-1].endswith("."), form


@pytest.mark.parametrize("tongue", TONGUES)
def test_what_is_shipped_is_what_was_translated(tongue: str) -> None:
    made = io.BytesIO()
    folder = WORDS / "locale" / tongue / "LC_MESSAGES"
    write_mo(made, catalogue(folder / "desk.po", tongue))
    assert (folder / "desk.mo").read_bytes() == made.getvalue(), "run: make catalogues"


@pytest.mark.parametrize(
    ("tongue", "n", "said"),
    [("en", 1, "1 article"), ("en", 2, "2 articles"), ("ru", 1, "1 статья"), ("ru", 3, "3 статьи"),
     ("ru", 11, "11 статей"), ("ru", 21, "21 статья"), ("uk", 2, "2 статті"), ("uk", 5, "5 статей"),
     ("uk", 112, "112 статей"), ("uk", 101, "101 стаття")],
)  # fmt: skip
def test_numbers_agree_with_their_nouns(tongue: str, n: int, said: str) -> None:
    with language.speaking(tongue):
        assert language.ngettext("%(num)d article", "%(num)d articles", n) % {"num": n} == said


def test_months_stand_as_they_are_said_with_and_without_a_day() -> None:
    whole, month = {"event_date": "2022-05-01", "date_precision": "day"}, {"event_date": "2022-05-01"}
    with language.speaking("ru"):
        assert wording.when(whole) == "1 мая 2022"
        assert wording.when({**month, "date_precision": "month"}) == "май 2022"
    with language.speaking("uk"):
        assert wording.when(whole) == "1 трав. 2022"


def test_every_value_of_the_record_has_a_name() -> None:
    assert set(acts.KINDS) == {kind.id for kind in kinds()}
    assert set(acts.STANDS) == set(STANCES.values())
    assert set(acts.PARTY_TYPES) == set(get_args(annotation.PartyType))
    assert set(acts.ANONYMITY) == set(get_args(extraction.Anonymity))
    assert set(wording.STATUSES) == set(get_args(account.Status))
    assert set(wording.DISPOSITIONS) == set(get_args(account.Disposition))
    assert set(wording.MODALITIES) == set(get_args(extraction.Modality))
    assert set(wording.ZONES) == set(get_args(document.ZoneKind))
    assert wording.term("reported", "modality") != wording.term("reported", "treatment")


def bare(template: str) -> Iterator[str]:
    """The words of a template that no catalogue sees."""
    source = (WEB / "templates" / template).read_text("utf-8")
    literal = "".join(
        value if kind == "data" else "\0" if "end" in kind else "" for _line, kind, value in environment().lex(source)
    )
    for text in re.findall(r">([^<]*)<", f">{literal}<"):
        yield from _WORD.findall(re.sub(r"&\w+;", "", text))
    for text in re.findall(r'\s(?:aria-label|title|placeholder|alt|label)="([^"]*)"', literal):
        yield from _WORD.findall(text)


def test_no_template_says_a_word_of_its_own() -> None:
    names = environment().list_templates(filter_func=lambda name: name.endswith(".j2"))
    assert len(names) > 20
    for name in names:
        assert [word for word in bare(name) if word not in NAMES] == [], name


def test_no_page_or_refusal_says_a_word_of_its_own() -> None:
    seen = 0
    for file in sorted((*WEB.rglob("*.py"), *WORDS.glob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in ("Refusal", "not_there", "listed"):
                continue
            given = [*node.args, *(k.value for k in node.keywords if k.arg in ("error", "advice", "title"))]
            said = [one for one in given if isinstance(one, ast.Constant | ast.JoinedStr)]
            seen += len(given)
            words = [one for one in said if isinstance(one, ast.JoinedStr) or " " in str(one.value)]
            assert not words, f"{file.name}:{node.lineno}"
    assert seen > 40


def test_the_islands_say_nothing_of_their_own() -> None:
    told = re.compile(r"""(?:textContent|innerText|title|placeholder)\s*=\s*["'`]|"aria-label",\s*["'`]|\balert\(""")
    files = sorted((ROOT / "web/src").glob("*.ts"))
    assert len(files) > 4
    for file in files:
        assert not told.search(file.read_text("utf-8")), f"{file.name}: take the words from an attribute of the page"


@pytest.mark.parametrize(
    ("asked", "header", "spoken"),
    [("", "ru", "ru"), ("", "uk-UA,uk;q=0.9,en;q=0.5", "uk"), ("", "fr, ru;q=0.2", "ru"), ("", "fr", "en"),
     ("?lang=uk", "ru", "uk"), ("?lang=en", "ru", "en"), ("", "", "en"), ("?lang=", "ru", "ru")],
)  # fmt: skip
def test_the_address_chooses_the_language_and_else_the_browser(
    desk: TestClient, asked: str, header: str, spoken: str
) -> None:
    answer = desk.get("/board" + asked, headers={"accept-language": header})
    assert lxml.html.fromstring(answer.text).get("lang") == spoken
    assert answer.headers["content-language"] == spoken
    assert "Accept-Language" in answer.headers["vary"]


def test_a_language_that_is_not_there_is_refused_and_said(desk: TestClient) -> None:
    answer = desk.get("/board.json?lang=xx")
    assert answer.status_code == 400
    assert "lang" in answer.json()["error"]
    assert "Такой страницы нет" in desk.get("/nowhere?lang=ru").text


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_page_is_in_the_language_and_keeps_it_while_browsing(desk: TestClient, tongue: str) -> None:
    english = {m.id for m in messages(tongue) if isinstance(m.id, str) and " " in m.id}
    for path in every_page(desk):
        page = lxml.html.fromstring(desk.get(f"{path}{'&' if '?' in path else '?'}lang={tongue}").text)
        for link in page.xpath("//a[starts-with(@href, '/') and not(@hreflang)]/@href"):
            assert f"lang={tongue}" in link or re.search(r"\.(json|jsonl|csv)\b", link), (path, link)
        for form in page.iterfind(".//form[@action]"):
            if form.get("method") == "post":  # it leads on to a page
                assert f"lang={tongue}" in form.xpath("string(.//input[@name='next']/@value)"), path
                assert form.get("action").endswith(f"?lang={tongue}"), path
            else:
                assert form.xpath("string(.//input[@name='lang']/@value)") == tongue, path
        for own in page.xpath("//article[@lang]"):
            own.drop_tree()
        said = {" ".join(str(text).split()) for text in page.xpath("//text()|//@aria-label|//@title")}
        assert not said & english, (path, said & english)
