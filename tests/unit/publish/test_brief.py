"""The brief: every claim cited, nothing of a document taken for markup, the same each time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from rejoinder.errors import UsageError
from rejoinder.publish.brief.acts import NOUNS, VERBS, act, thing
from rejoinder.publish.brief.dates import on
from rejoinder.publish.brief.names import listed, named, number
from rejoinder.publish.brief.writing import brief_text, dossier, write_brief
from rejoinder.publish.words import language
from rejoinder.publish.words.wording import term
from rejoinder.record.material import Material, gather
from rejoinder.types.account import Clause, Dispute, Event, Side
from rejoinder.types.annotation import PartyRef
from rejoinder.types.time import When, day
from rejoinder.vocabulary.kinds import kinds

HOSTILE = '<script>alert(1)</script> "onload=x" [a](javascript:b) \x1b[31m `c` | d'
VOID = {"meta", "br", "link", "hr", "img"}


class _Balance(HTMLParser):
    """Tags that are open, and all that was met."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _with_dispute(material: Material) -> Material:
    moves = sorted(material.moves.values(), key=lambda one: one.id)
    sides = tuple(Side(holders=("narrator",), claim="x", evidence=(one.id,)) for one in moves[:2])
    account = dataclasses.replace(
        material.account, disputes=(Dispute(id="dispute-000000000001", about="the patrol", sides=sides, rule="denial"),)
    )
    return gather(account, material.reported)


def _hostile(material: Material) -> Material:
    """The same with names, outlets and texts that try to be more than words."""
    reported = [
        dataclasses.replace(one, outlet=HOSTILE, name=HOSTILE + one.name, text=one.text.replace("joint", HOSTILE[:5]))
        for one in material.reported
    ]
    parties = tuple(dataclasses.replace(one, name=f"{HOSTILE} {one.name}") for one in material.account.parties)
    return gather(dataclasses.replace(material.account, parties=parties), reported)


def test_every_mark_leads_to_a_quotation_and_every_quotation_is_cited(material: Material) -> None:
    text = brief_text(_with_dispute(material), "md", reader="m/c")
    marks = {int(number) for number in re.findall(r"\(#q(\d+)\)", text)}
    listed_ = [int(number) for number in re.findall(r'<a id="q(\d+)">', text)]
    assert listed_ == list(range(1, len(listed_) + 1))
    assert marks == set(listed_)


def test_every_claim_about_an_act_is_cited(material: Material) -> None:
    made = dossier(_with_dispute(material), "m/c")
    for item in made.table:
        assert item.story[0].marks
    assert all(claim.marks for claim in (*made.chronology[:-1], *made.awaiting))
    assert all(claim.marks for matter in made.disputes for side in matter.sides for claim in side.words)
    assert all(claim.marks for stand in made.stands for claim in stand.claims)


def test_what_is_said_to_single_clauses_is_cited(material: Material) -> None:
    exchange = next(one for one in material.account.exchanges if one.answers)
    answering = tuple(a.answer for a in material.account.answers if a.to == exchange.offer)
    issue = material.account.issues[0].id
    clauses = (
        Clause(issue=issue, answers=answering, status="rejected"),
        Clause(issue=issue, answers=(), status="open"),
    )
    changed = dataclasses.replace(exchange, clauses=clauses)
    others = tuple(changed if one is exchange else one for one in material.account.exchanges)
    account = dataclasses.replace(material.account, exchanges=others)
    made = dossier(gather(account, material.reported), None)
    told = [claim for item in made.table for claim in item.clauses]
    assert len(told) == 1
    assert told[0].marks


def test_quotations_stand_in_the_articles(material: Material) -> None:
    texts = {one.name: " ".join(one.text.split()) for one in material.reported}
    quotations = dossier(material, None).quotations
    assert quotations
    assert all(one.quote.rstrip("…") in texts[one.document] for _, one in quotations)


def test_the_story_of_an_exchange(material: Material) -> None:
    text = brief_text(material, "md", reader="m/c")
    assert "# Norway and Iceland: what is on the table" in text
    assert "### Norway to Iceland: proposal, 3 March 2024 (rejected)" in text
    assert "On 3 March 2024 Norway put a proposal to Iceland: “Norway proposed a joint" in text
    assert "On 9 March 2024 Iceland said no: “Iceland rejected the joint fishing patrol”" in text
    assert "As of 13 March 2024, the last day on which an article was published." in text


def test_what_awaits_an_answer_says_since_when(material: Material) -> None:
    account = material.account
    waiting = tuple(
        dataclasses.replace(
            one,
            status="open",
            answers=(),
            days_open=10,
            said_unanswered=("narrator", *one.by),
            unanswered_by_silence=True,
        )
        for one in account.exchanges
    )
    open_ = gather(dataclasses.replace(account, exchanges=waiting), material.reported)
    text = brief_text(open_, "md", reader=None)
    assert "Iceland has yet to say yes or no to the proposal of Norway made on 3 March 2024, open for 10 days" in text
    assert "Norway says that none came" in text
    assert "No answer is seen in these sources." in text


def test_html_is_well_formed_and_holds_no_script(material: Material) -> None:
    text = brief_text(_hostile(_with_dispute(material)), "html", reader="m/c")
    page = _Balance()
    page.feed(text)
    assert page.open == []
    tags = [tag for tag, _ in page.tags]
    assert not {"script", "iframe", "object", "img", "link"} & set(tags)
    assert all(not name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert all(a["href"].startswith("#q") for tag, a in page.tags if tag == "a" and a["href"])
    assert "\x1b" not in text
    assert all(attributes.get("scope") for tag, attributes in page.tags if tag == "th")
    assert tags.count("h1") == 1


def test_markdown_of_hostile_words_has_no_markup_of_theirs(material: Material) -> None:
    html = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .render(brief_text(_hostile(_with_dispute(material)), "md", reader="m/c"))
    )
    assert "<script" not in html
    assert "javascript:b" not in re.findall(r'href="([^"]*)"', html)
    assert "<code>c" not in html


def test_the_brief_is_the_same_each_time(material: Material) -> None:
    assert brief_text(material, "html", reader="m/c") == brief_text(material, "html", reader="m/c")


def test_an_empty_record_makes_a_brief(material: Material) -> None:
    empty: dict[str, Any] = {field.name: () for field in dataclasses.fields(material.account) if field.name != "as_of"}
    nothing = dataclasses.replace(material.account, **empty)
    text = brief_text(gather(nothing, ()), "md", reader=None)
    assert text.startswith("# What is on the table\n")
    assert "Nothing was found that one side put to another." in text


@pytest.mark.parametrize(
    ("tongue", "said"),
    [
        (
            "ru",
            (
                "# Norway и Iceland: что на столе переговоров",
                "### Norway → Iceland: предложение, 3 марта 2024 (отклонено)",
                "3 марта 2024 Norway → Iceland: предложение: “Norway proposed a joint",
                "9 марта 2024 Iceland – ответ «нет»: “Iceland rejected the joint fishing patrol”",
                "Основа этой справки: 3 статьи, 3 первоисточника, публикации с 4 марта 2024 по 13 марта 2024.",
            ),
        ),
        (
            "uk",
            (
                "# Norway і Iceland: що на столі переговорів",
                "### Norway → Iceland: пропозиція, 3 бер. 2024 (відхилено)",
                "9 бер. 2024 Iceland – відповідь «ні»: “Iceland rejected the joint fishing patrol”",
                "Станом на 13 бер. 2024, останній день, коли вийшла стаття.",
            ),
        ),
    ],
)
def test_its_own_sentences_are_in_the_language_and_quotations_as_they_are(
    material: Material, tongue: str, said: tuple[str, ...]
) -> None:
    text = brief_text(_with_dispute(material), "md", reader="m/c", spoken=tongue)
    for one in said:
        assert one in text
    english = dossier(_with_dispute(material), "m/c")
    with language.speaking(tongue):
        assert dossier(_with_dispute(material), "m/c").quotations == english.quotations
    ours = re.sub("“[^”]*”|«the patrol»|#q[0-9]+", "", text.partition('<a id="q1">')[0])
    known = [*material.account.parties, *material.account.issues]
    theirs = {word for one in known for word in one.name.split()} | {"m", "c", "rejoinder", "timeline", "exchanges"}
    theirs |= {word for one in material.reported for word in re.findall("[A-Za-z]+", f"{one.name} {one.outlet}")}
    assert set(re.findall("[A-Za-z]+", ours)) <= theirs


@pytest.mark.parametrize("tongue", ["ru", "uk"])
@pytest.mark.parametrize("modality", ["planned", "conditional", "hypothetical", "denied", "reported"])
def test_acts_that_did_not_simply_happen_say_so_in_every_language(
    material: Material, modality: str, tongue: str
) -> None:
    event = next(one for one in material.account.events if one.kind == "propose")
    changed = dataclasses.replace(event, modality=modality)
    with language.speaking(tongue):
        told = act(material, changed, dated=False)
        assert told.startswith(act(material, event, dated=False) + " (")
        assert term(modality, "modality") in told


def test_a_page_says_its_language_and_that_of_the_quotations(material: Material) -> None:
    text = brief_text(material, "html", reader="m/c", spoken="uk")
    assert '<html lang="uk">' in text
    assert '<li id="q1" lang="en">' in text
    assert '<h2 id="short">Стисло</h2>' in text
    with pytest.raises(UsageError, match="'fr'"):
        brief_text(material, "md", reader=None, spoken="fr")


def test_the_name_of_the_file_says_how_it_is_written(material: Material, tmp_path: Path) -> None:
    write_brief(material, tmp_path / "a.html", reader=None)
    write_brief(material, tmp_path / "a.md", reader=None)
    assert (tmp_path / "a.html").read_text("utf-8").startswith("<!doctype html>")
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# ")
    with pytest.raises(UsageError, match=r"\.md nor \.html"):
        write_brief(material, tmp_path / "a.docx", reader=None)


def test_every_kind_has_words() -> None:
    known = {kind.id for kind in kinds()}
    assert set(VERBS) == known
    assert set(NOUNS) <= known


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        ("actual", "Norway put a proposal to Iceland"),
        ("reported", "Norway is said to have put a proposal to Iceland"),
        ("planned", "Norway was to put a proposal to Iceland"),
        ("denied", "Norway did not put a proposal to Iceland"),
        ("hypothetical", "Norway might put a proposal to Iceland"),
        ("conditional", "Norway would, on conditions, put a proposal to Iceland"),
    ],
)
def test_acts_in_words(material: Material, modality: str, expected: str) -> None:
    event = next(one for one in material.account.events if one.kind == "propose")
    changed = dataclasses.replace(event, modality=modality)
    assert act(material, changed, dated=False) == expected
    assert act(material, changed) == f"on 3 March 2024 {expected}"
    assert thing(event) == "proposal"


def test_days_and_names_in_words() -> None:
    first = dt.date(2024, 3, 4)
    assert on(day(first)) == "on 4 March 2024"
    assert on(When(first=first, last=dt.date(2024, 3, 10), precision="week")) == "in the week of 4 March 2024"
    assert on(When(first=dt.date(2024, 3, 1), last=dt.date(2024, 3, 31), precision="month")) == "in March 2024"
    assert (
        on(When(first=first, last=dt.date(2024, 5, 1), precision="interval")) == "between 4 March 2024 and 1 May 2024"
    )
    assert on(None) == ""
    assert [number(count) for count in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]
    assert named("United States") == "the United States"
    assert named("Norway") == "Norway"
    assert named("rail union") == "the rail union"
    assert named("three officials") == "three officials"
    assert listed(["a", "b", "c"]) == "a, b and c"


def _event_of(material: Material, kind: str) -> Event:
    return next(one for one in material.account.events if one.kind == kind)


def _with_events(material: Material, *events: Event) -> Material:
    """The same with these events in the place of those of the same id, or beside the others."""
    mine = {one.id: one for one in material.account.events} | {one.id: one for one in events}
    made = gather(dataclasses.replace(material.account, events=tuple(mine.values())), material.reported)
    return dataclasses.replace(made, moves={**material.moves, **made.moves})


def _open(material: Material) -> Material:
    rows = tuple(
        dataclasses.replace(one, status="open", answers=(), days_open=10, unanswered_by_silence=True)
        for one in material.account.exchanges
    )
    return gather(dataclasses.replace(material.account, exchanges=rows, answers=()), material.reported)


def test_what_stands_first_says_where_it_stands(material: Material) -> None:
    first = " ".join(claim.text for claim in dossier(material, None).summary)
    assert first.startswith("Last put on the table: On 3 March 2024 Norway put a proposal to Iceland: “")
    assert "It has been rejected as of 13 March 2024." in first
    assert "Last seen to happen: on 9 March 2024 Iceland said no: “Iceland rejected the joint fishing patrol”." in first
    assert "This brief rests on three articles" in first


def test_who_denies_an_answer_does_not_vouch_for_it(material: Material) -> None:
    refusal = _event_of(material, "reject")
    told = material.moves[refusal.moves[0]]
    oslo, arvik = (PartyRef(name=name, type="group") for name in ("Oslo", "Arvik"))
    said = dataclasses.replace(told, id="m-said", holders=(oslo,), modality="actual")
    denial = dataclasses.replace(told, id="m-denied", holders=(arvik,), modality="denied")
    event = dataclasses.replace(refusal, moves=("m-said", "m-denied"))
    made = _with_events(
        dataclasses.replace(material, moves={**material.moves, said.id: said, denial.id: denial}), event
    )
    story = " ".join(claim.text for item in dossier(made, None).table for claim in item.story)
    assert (
        "Iceland said no, on the word of Oslo: “Iceland rejected the joint fishing patrol”; Arvik denies it." in story
    )


def test_what_both_sides_agreed_after_awaits_nothing(material: Material) -> None:
    still = _open(material)
    assert dossier(still, None).awaiting
    refusal = _event_of(material, "reject")
    both = tuple(dict.fromkeys((*refusal.actors, *_event_of(material, "propose").actors)))
    deal = dataclasses.replace(refusal, id="event-deal", kind="agree", actors=both, recipients=())
    made = dossier(_with_events(still, deal), None)
    assert not [one for one in made.awaiting if "proposal" in one.text]
    assert any("No answer to it is seen; later, on 9 March 2024" in item.standing.text for item in made.table)


def test_nobody_answers_himself(material: Material) -> None:
    offer = _event_of(material, "propose")
    made = _with_events(material, dataclasses.replace(_event_of(material, "reject"), actors=offer.actors))
    assert "On 9 March 2024 somebody said no" in " ".join(c.text for i in dossier(made, None).table for c in i.story)


def test_one_name_may_be_several(material: Material) -> None:
    event = _event_of(material, "reject")
    of = event.actors[0]
    named_ = tuple(dataclasses.replace(p, name="the partners") if p.id == of else p for p in material.account.parties)
    made = gather(dataclasses.replace(material.account, parties=named_), material.reported)
    assert "the partners are said to have" in act(made, dataclasses.replace(event, modality="reported"))
