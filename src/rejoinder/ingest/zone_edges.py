"""The lines above, within and below an article that are no running text."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.ingest.credits import is_date_line
from rejoinder.ingest.datelines import dateline
from rejoinder.ingest.dates import find_day
from rejoinder.ingest.paragraphs import Paragraph
from rejoinder.ingest.phrases import bare, is_masthead, is_section
from rejoinder.types.document import ZoneKind

Kinds = list[ZoneKind | None]
_LONGEST_SUBHEAD = 12


def before_article(paragraphs: Sequence[Paragraph], kinds: Kinds, first: int, outlet: str | None) -> None:
    """Above the first running text: masthead, section, headline, standfirst."""
    lines = [i for i in range(first) if kinds[i] is None]
    for i in lines:
        if is_section(paragraphs[i]) or _is_name(paragraphs[i], outlet):
            kinds[i] = "furniture"
    lines = [i for i in lines if kinds[i] is None]
    if lines and is_masthead(paragraphs[lines[0]]) and _title_follows(paragraphs, lines):
        for i in _folio(paragraphs, lines, first):
            kinds[i] = "furniture"
        lines = [i for i in lines if kinds[i] is None]
    _mark_menu(paragraphs, kinds, lines)
    lines = [i for i in lines if kinds[i] is None]
    title = _title(paragraphs, lines)
    for i in lines:
        paragraph = paragraphs[i]
        if i == title:
            kinds[i] = "headline"
        elif title is not None and i < title:
            kinds[i] = "standfirst" if paragraph.count > 4 and not paragraph.stops else "furniture"
        elif _is_person(paragraph):
            kinds[i] = "byline"
        else:
            kinds[i] = "furniture" if paragraph.count <= 1 else "standfirst"
    _mark_standfirst(paragraphs, kinds, first, title)


def within_article(paragraphs: Sequence[Paragraph], kinds: Kinds, first: int, last: int) -> None:
    """Between the first and the last running text: subheadings, items of lists, pull quotations, other stories."""
    announced = False
    i = first
    while i <= last:
        paragraph = paragraphs[i]
        if kinds[i] is None and not paragraph.prose:
            run = _run(paragraphs, kinds, i, last)
            if len(run) >= 3 and not announced:
                short = sum(paragraphs[j].count <= 4 for j in run) > len(run) / 2
                for j in run:
                    kinds[j] = "furniture" if short else "teaser"
                i = run[-1] + 1
                continue
            kinds[i] = _single(paragraph, announced=announced)
        if kinds[i] in (None, "body"):
            announced = paragraph.words.endswith(":") or (announced and not paragraph.prose)
        i += 1


def after_article(paragraphs: Sequence[Paragraph], kinds: Kinds, last: int) -> None:
    """Below the last running text."""
    clean = True
    for i in range(last + 1, len(paragraphs)):
        paragraph = paragraphs[i]
        if kinds[i] is None:
            kinds[i] = _below(paragraph, clean=clean)
        clean = clean and (kinds[i] in ("body", "byline") or not any(c.isalpha() for c in paragraph.words))


def _is_name(paragraph: Paragraph, outlet: str | None) -> bool:
    return outlet is not None and bare(paragraph.words) == bare(outlet)


def _is_person(paragraph: Paragraph) -> bool:
    """Whether, below a headline, it can only be the author's name: two or three words with capitals."""
    words = paragraph.words.split()
    return 2 <= len(words) <= 3 and all(w.istitle() and w.replace("-", "").rstrip(".").isalpha() for w in words)


def _title_follows(paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> bool:
    """Whether, after the first of `lines`, another one or a date follows that leaves it to be the name of the page."""
    below = paragraphs[lines[0] + 1] if lines[0] + 1 < len(paragraphs) else None
    dated = below is not None and below.count <= 20 and find_day(below.words, month=1) is not None
    return dated or any(paragraphs[i].count >= 4 for i in lines[1:])


def _folio(paragraphs: Sequence[Paragraph], lines: Sequence[int], first: int) -> list[int]:
    """The masthead (the first of `lines`) and what stands between it and the date of the paper, if a headline
    follows that."""
    for date in range(lines[0] + 1, min(first, lines[0] + 4)):
        if is_date_line(paragraphs[date]) and any(i > date and paragraphs[i].count >= 3 for i in lines):
            return [i for i in lines if i < date]
    return [lines[0]]


def _mark_menu(paragraphs: Sequence[Paragraph], kinds: Kinds, lines: Sequence[int]) -> None:
    """Four or more lines of one to three words in a row are a menu."""
    run: list[int] = []
    for i in [*lines, -1]:
        if i >= 0 and paragraphs[i].count <= 3 and (not run or i - run[-1] <= 2):
            run.append(i)
            continue
        if len(run) >= 4:
            for j in run:
                kinds[j] = "furniture"
        run = [i] if i >= 0 and paragraphs[i].count <= 3 else []


def _title(paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> int | None:
    """Which of the lines above the article is its headline."""
    marked = [
        i for i in lines if paragraphs[i].hint == "heading" and paragraphs[i].level == 1 and paragraphs[i].count >= 2
    ]
    if marked:
        return marked[0]
    fit = [
        i
        for i in lines
        if paragraphs[i].count >= 3 and (not paragraphs[i].stops or paragraphs[i].count >= 5 or _asks(paragraphs[i]))
    ]
    if not fit:
        two = [i for i in lines if paragraphs[i].count == 2 and not paragraphs[i].stops]
        return two[0] if two else None
    longer = [i for i in fit[:3] if paragraphs[i].count >= 5]
    if paragraphs[fit[0]].count <= 3 and longer and not paragraphs[fit[0]].capitals:
        return longer[0]
    return fit[0]


def _asks(paragraph: Paragraph) -> bool:
    return paragraph.words.endswith(("?", "!"))


def _mark_standfirst(paragraphs: Sequence[Paragraph], kinds: Kinds, first: int, title: int | None) -> None:
    """A sentence or two of running text right below the headline, with the byline between them and the rest, sum up."""
    if title is None or first >= len(paragraphs) - 1 or paragraphs[first].sentences > 2:
        return
    if kinds[first] is None and kinds[first + 1] == "byline" and not dateline(paragraphs[first].words, opening=True):
        kinds[first] = "standfirst"


def _run(paragraphs: Sequence[Paragraph], kinds: Kinds, start: int, last: int) -> list[int]:
    """Lines in a row from `start` that look like headlines of other stories or like a menu."""
    run = []
    for i in range(start, last + 1):
        paragraph = paragraphs[i]
        headline_like = not (
            paragraph.stops or paragraph.bullet or paragraph.quotation or paragraph.words.endswith((":", ";", ","))
        )
        if kinds[i] is not None or paragraph.prose or not headline_like or not _titlelike(paragraph):
            break
        run.append(i)
    return run


def _titlelike(paragraph: Paragraph) -> bool:
    return paragraph.words[:1].isupper() or not paragraph.words[:1].isalpha()


def _single(paragraph: Paragraph, *, announced: bool) -> ZoneKind:
    """One line within the article that is no running text."""
    if paragraph.stops or paragraph.bullet or announced or paragraph.words.endswith((":", ";", ",")):
        return "body"
    if paragraph.quotation:
        return "body" if paragraph.count >= 5 else "standfirst"
    if is_masthead(paragraph) and paragraph.count >= 2:
        return "furniture"
    return "standfirst" if paragraph.count <= _LONGEST_SUBHEAD else "body"


def _below(paragraph: Paragraph, *, clean: bool) -> ZoneKind:
    """One line below the article; `clean` while nothing but the article has stood there."""
    if paragraph.quotation and paragraph.count >= 5 and clean:
        return "body"
    if paragraph.stops or paragraph.bullet or paragraph.words.endswith((";", ",")):
        return "body" if clean and paragraph.count >= 2 else "furniture"
    if paragraph.count >= 20 and clean:
        return "body"
    return "teaser" if paragraph.count >= 5 else "furniture"
