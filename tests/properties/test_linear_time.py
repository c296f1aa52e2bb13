"""Text of any kind is read in time that grows with its length: no run of marks or words holds a reader up."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pytest

from rejoinder.annotate.annotating import annotate
from rejoinder.extract.extracting import extract
from rejoinder.extract.speakers import PartiesAt
from rejoinder.ingest.html import read_html
from rejoinder.ingest.html_hidden import hiding_selectors
from rejoinder.ingest.markdown import read_markdown
from rejoinder.ingest.text import read_text
from rejoinder.types.annotation import ActReading, CueReading, NameReading, Reading
from rejoinder.types.span import Span
from tests.unit.annotate.fake_tagger import article, page

SHORT = 2_000
"""Characters; enough that what grows with the square of the length cannot be missed at four times as many."""
SLACK_S = 0.05
"""What a busy machine may take longer."""
LEAD = "Peru turned down the offer of Norway on Friday, an official of the ministry said. "

RUNS = (
    *".!?…,—-()[]“”\"'@#&<*|_`\\~:;/={}", ". ", "! ", ", ", "- ", "( ", ") ", "“ ", '" ', "* ", "| ", "[](", "![", "()",
    "(..)", "<a", "<!--", "<p>", "<b>", "<style>a", "<style>a{", "<script>", "<a b='", "&a", "&amp;", "\n", "a\n",
    "=\n", "---\n", "- a\n", "1. a\n", "# a\n", "> a\n", "a: b\n", "A\n\n", "0", "1 ", "1,", "1.9 bln ", "12 May 2021 ",
    "on Friday ", "two days ago ", "he said ", "He said. ", "it ", "they ", "we ", "A: we ", "Peru, he ",
    "Marta Ollero, he ", "Mr. ", "the Union of ", "a.b.", "photo: ", "(AP) ", "By A ", "A b said “c” to d.\n\n",
    " ‘a", " ''a", "Minister ", "former ", "A B ", "Ollero: ", "a", "\u0301",
)  # fmt: skip


SENTENCES = (
    "Peru rejected the offer of Norway, he said. ",
    "On Friday Peru said that Norway had turned it down.\n",
    "The minister said “we will wait” on 12 May 2021. No answer yet from Peru came. ",
)
_WORD = re.compile(r"\w+")
_CAPITALS = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?")


class Eager:
    """Takes every fourth word for a cue, with a source before it and words behind it, the next for an act, and capitals
    for names: there is much to be done about any text."""

    version = "eager-1"

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        cues, acts, names = [], [], []
        for paragraph in paragraphs:
            words = [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(text, paragraph.start, paragraph.end)]
            capitals = _CAPITALS.finditer(text, paragraph.start, paragraph.end)
            names += [NameReading(span=Span(start=m.start(), end=m.end()), type="person", score=0.9) for m in capitals]
            for source, cue, trigger, last in zip(words[::4], words[1::4], words[2::4], words[3::4], strict=False):
                content = Span(start=trigger.start, end=last.end)
                cues.append(CueReading(cue=cue, source=source, content=(content,), score=0.9))
                acts.append(
                    ActReading(
                        trigger=trigger,
                        kind="propose",
                        modality="actual",
                        held_by_speaker=True,
                        actors=(source,),
                        recipients=(last,),
                        anchor=content,
                        score=0.9,
                    )
                )
        return Reading(cues=tuple(cues), acts=tuple(acts), names=tuple(names), reader=self.version)


def _extracted(text: str) -> Callable[[], object]:
    document = article(text)
    return partial(extract, document, annotate(document, Eager()))


STAGES: Mapping[str, Callable[[str], Callable[[], object]]] = {
    "text": lambda run: partial(read_text, (LEAD + run).encode(), "a.txt"),
    "Markdown": lambda run: partial(read_markdown, (LEAD + run).encode(), "a.md"),
    "HTML": lambda run: partial(read_html, (LEAD + run).encode(), "a.html"),
    "annotation": lambda run: partial(annotate, article(run), Eager()),
    "extraction": _extracted,
}


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def grows_with_the_length(work: Callable[[int], Callable[[], object]], length: int) -> bool:
    """Whether four times as much takes less than eight times as long, in one of three tries: a pause of the machine
    comes seldom, a square every time."""
    return any(seconds(work(4 * length)) < 8 * seconds(work(length)) + SLACK_S for _ in range(3))


@pytest.fixture(autouse=True, scope="module")
def vocabulary() -> None:
    """What is loaded once is loaded before anything is measured."""
    for stage in STAGES.values():
        stage(LEAD)()


@pytest.mark.parametrize("run", RUNS)
def test_four_times_the_run_is_no_more_than_eight_times_the_work(run: str) -> None:
    slow = [
        name
        for name in ("text", "Markdown", "HTML", "annotation")
        if not grows_with_the_length(lambda n, stage=STAGES[name]: stage(run * (n // len(run))), SHORT)  # type: ignore[misc]
    ]
    assert not slow


@pytest.mark.parametrize("sentence", SENTENCES)
def test_four_times_the_sentences_are_no_more_than_eight_times_the_work(sentence: str) -> None:
    assert grows_with_the_length(lambda n: STAGES["extraction"](sentence * (n // len(sentence))), SHORT)


def test_a_zone_is_found_without_a_walk_through_all() -> None:
    def work(zones: int) -> Callable[[], object]:
        document = page(*[("body", "Peru.")] * zones)
        return lambda: [document.zone_at(zone.span.start) for zone in document.zones]

    assert grows_with_the_length(work, 1_000)


def test_the_party_after_an_act_is_found_without_a_walk_through_all() -> None:
    def work(mentions: int) -> Callable[[], object]:
        text = "answer from Peru. " * mentions
        document = article(text)
        parties = PartiesAt(text, annotate(document, Eager()))
        return lambda: [parties.after(text, n * 18 + 6, n * 18 + 17) for n in range(mentions)]

    assert grows_with_the_length(work, 400)


@pytest.mark.parametrize("words", ["a", "@media ", "a{", "/*", "{}"])
def test_a_style_sheet_is_not_gone_through_hundreds_of_times(words: str) -> None:
    sheet = words * (200_000 // len(words))
    assert seconds(lambda: hiding_selectors(sheet)) < 0.5


def test_comments_that_never_end_are_not_gone_through_thousands_of_times() -> None:
    plain, comments = (f"{words} " * 30_000 for words in ("word", "<!--"))
    whole = [seconds(partial(read_markdown, words.encode(), "a.md")) for words in (plain, comments)]
    assert whole[1] < 3 * whole[0] + SLACK_S
