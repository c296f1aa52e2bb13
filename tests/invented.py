"""Articles of invented outlets and a tagger that reads nothing but their few words, for tests of what comes after."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from rejoinder.pipeline.reader import Reader
from rejoinder.pipeline.reading import ReadReport, Run, read_into
from rejoinder.record.store import Record
from rejoinder.types.annotation import ActReading, CueReading, NameReading, Reading
from rejoinder.types.span import Span

NOW = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)
HERE = "http://127.0.0.1:8022"  # where a desk believes to be in tests
KINDS = {"proposed": "propose", "rejected": "reject", "denied": "deny", "accused": "accuse", "handed": "deliver"}
_ACT = re.compile(r"([A-Z]\w+) (proposed|rejected|denied|accused|handed)\b([^.]*)")
_TO = re.compile(r" to ([A-Z]\w+)")
_SAID = re.compile(r"“([^”]+?),?” (said) ([A-Z]\w+)")

ARTICLES = {
    "coast-herald.txt": (
        "Norway puts a fishing paper on the table\n\n"
        "On 3 March 2024 Norway proposed a joint fishing patrol to Iceland.\n\n"
        "“The patrol must come with the quota as a single package,” said Norway.\n"
    ),
    "fjord-times.txt": (
        "Iceland turns the paper down\n\n"
        "On 3 March 2024 Norway proposed a joint fishing patrol to Iceland.\n\n"
        "On 9 March 2024 Iceland rejected the joint fishing patrol.\n"
    ),
    "harbour-post.txt": (
        "No answer was given, says Oslo\n\n"
        "Iceland denied that it had rejected the joint fishing patrol.\n\n"
        "On 12 March 2024 Norway accused Iceland of a delay over the fishing quota.\n"
    ),
}
METADATA = """\
documents:
- {file: coast-herald.txt, outlet: The Coast Herald, published: 2024-03-04}
- {file: fjord-times.txt, outlet: Fjord Times, published: 2024-03-10}
- {file: harbour-post.txt, outlet: Harbour Post, published: 2024-03-13}
"""


class WordTagger:
    """Knows five verbs, one way of quoting, and names with a capital; fails on the word BREAKDOWN."""

    version = "words-1"

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """What the patterns find."""
        if "BREAKDOWN" in text:
            raise ArithmeticError("no words for this")
        acts, cues = [], []
        for paragraph in paragraphs:
            words = paragraph.of(text)
            acts += [_act(match, paragraph.start) for match in _ACT.finditer(words)]
            cues += [_cue(match, paragraph.start) for match in _SAID.finditer(words)]
        return Reading(cues=tuple(cues), acts=tuple(acts), names=tuple[NameReading, ...](), reader=self.version)


def _span(match: re.Match[str], group: int, start: int) -> Span:
    return Span(start=start + match.start(group), end=start + match.end(group))


def _act(match: re.Match[str], start: int) -> ActReading:
    to = _TO.search(match.group(3))
    after = start + match.start(3)
    return ActReading(
        trigger=_span(match, 2, start),
        kind=KINDS[match.group(2)],
        modality="actual",
        held_by_speaker=False,
        actors=(_span(match, 1, start),),
        recipients=(_span(to, 1, after),) if to else (),
        anchor=_span(match, 0, start),
        score=0.9,
    )


def _cue(match: re.Match[str], start: int) -> CueReading:
    content = (_span(match, 1, start),)
    return CueReading(cue=_span(match, 2, start), source=_span(match, 3, start), content=content, score=0.8)


def write_articles(folder: Path, articles: dict[str, str] | None = None) -> Path:
    """The articles as files, with their metadata beside the folder."""
    below = folder / "articles"
    below.mkdir()
    for name, text in (ARTICLES if articles is None else articles).items():
        (below / name).write_text(text, "utf-8")
    (folder / "about.yaml").write_text(METADATA, "utf-8")
    return below


def make_record(folder: Path) -> tuple[Path, ReadReport]:
    """A record of the articles, in a file, and the report of the run."""
    from rejoinder.ingest import read_metadata

    articles = write_articles(folder)
    path = folder / "record.db"
    with Record.open(path, create=True, clock=lambda: NOW) as record:
        run = Run(record=record, reader=Reader(WordTagger()), now=NOW)
        report = read_into(run, [articles], read_metadata(folder / "about.yaml"))
    return path, report
