"""What each paragraph of a page is: the article, its headline, or the furniture round it."""

from __future__ import annotations

from collections.abc import Sequence

from rejoinder.ingest.credits import is_byline, is_caption, is_date_line
from rejoinder.ingest.paragraphs import Paragraph
from rejoinder.ingest.phrases import is_edge_furniture, is_furniture, is_teaser, is_teaser_heading
from rejoinder.ingest.zone_edges import after_article, before_article, within_article
from rejoinder.types.document import ZoneKind

Kinds = list[ZoneKind | None]
_BY_HINT: dict[str, ZoneKind] = {
    "caption": "caption",
    "byline": "byline",
    "navigation": "furniture",
    "aside": "furniture",
    "comment": "furniture",
    "code": "furniture",
}


def zones_of(paragraphs: Sequence[Paragraph], *, outlet: str | None = None) -> list[ZoneKind]:
    """The kind of every paragraph, in order. `outlet` is the name of the outlet where it is known.

    Decided by form, place and repetition; a full sentence about which nothing else speaks is body."""
    kinds: Kinds = [_alone(paragraph) for paragraph in paragraphs]
    _mark_repeated(paragraphs, kinds)
    _mark_edges(paragraphs, kinds)
    _mark_teasers(paragraphs, kinds)
    body = [i for i, p in enumerate(paragraphs) if kinds[i] is None and p.prose]
    if not body:
        # A page without running text: its longest lines are all there is to read.
        body = [i for i, p in enumerate(paragraphs) if kinds[i] is None and p.count >= 5 and p.stops]
    first, last = len(paragraphs), len(paragraphs) - 1
    if body:
        first, last = _opening(paragraphs, kinds, body), _closing(paragraphs, kinds, body[-1])
    before_article(paragraphs, kinds, first, outlet)
    within_article(paragraphs, kinds, first, last)
    after_article(paragraphs, kinds, last)
    return [kind or "body" for kind in kinds]


def _opening(paragraphs: Sequence[Paragraph], kinds: Kinds, body: Sequence[int]) -> int:
    """Where the running text begins: below a question or exclamation that stands where a headline would."""
    line = paragraphs[body[0]]
    asks = line.words.endswith(("?", "!")) and line.count <= 16 and line.sentences == 1
    titled_before = any(kinds[i] is None and paragraphs[i].count >= 4 for i in range(body[0]))
    return body[1] if asks and not titled_before and len(body) > 1 else body[0]


def _closing(paragraphs: Sequence[Paragraph], kinds: Kinds, last: int) -> int:
    """Where the article ends: its last running text, or items of a list without stops below it, also under a
    subheading."""
    subheads = 0
    for i in range(last + 1, len(paragraphs)):
        paragraph = paragraphs[i]
        if kinds[i] == "caption":
            continue
        if kinds[i] is not None or subheads > 1:
            break
        if paragraph.bullet and paragraph.count >= 5:
            last, subheads = i, 0
        else:
            subheads += 1
    return last


def _alone(paragraph: Paragraph) -> ZoneKind | None:
    if paragraph.hint in _BY_HINT:
        return "byline" if paragraph.hint == "aside" and is_date_line(paragraph) else _BY_HINT[paragraph.hint]
    if paragraph.hint == "heading":
        return "furniture" if is_furniture(paragraph) else None
    if is_teaser(paragraph):
        return "teaser"
    if is_byline(paragraph):
        return "byline"
    if is_furniture(paragraph):
        return "furniture"
    return "caption" if is_caption(paragraph) else None


def _mark_repeated(paragraphs: Sequence[Paragraph], kinds: Kinds) -> None:
    """A paragraph that stood before is furniture, and so is one whose words all stand again in a later, longer one."""
    seen: dict[str, int] = {}
    for i, paragraph in enumerate(paragraphs):
        if paragraph.count < 4:
            continue
        earlier = seen.setdefault(paragraph.key, i)
        if earlier != i and (kinds[i] is None or kinds[i] == "caption"):
            kinds[i] = "teaser" if kinds[earlier] == "teaser" else "furniture"
    prose = [(i, f" {p.key} ") for i, p in enumerate(paragraphs) if kinds[i] is None and p.prose and p.count >= 10]
    lead = prose[0][0] if prose else 0
    for i, paragraph in enumerate(paragraphs):
        summary = i <= lead + 2 and paragraph.prose
        if kinds[i] is not None or paragraph.count < 6 or not (summary or paragraph.quotation):
            continue
        key = f" {paragraph.key} "
        if any(
            j != i and (j > i or not summary) and len(other) > len(key) and key in other for j, other in prose[:400]
        ):
            kinds[i] = "furniture"


def _mark_edges(paragraphs: Sequence[Paragraph], kinds: Kinds) -> None:
    """Notices and offers at either end of the page, and between pieces of furniture."""
    open_ones = [i for i, p in enumerate(paragraphs) if kinds[i] is None and p.prose]
    first = open_ones[0] if open_ones else 0
    end = len(paragraphs) - 6
    for i, paragraph in enumerate(paragraphs):
        if (
            kinds[i] is None
            and (i <= first or i >= end or _beside_furniture(kinds, i))
            and is_edge_furniture(paragraph)
        ):
            kinds[i] = "furniture"


def _beside_furniture(kinds: Kinds, i: int) -> bool:
    return kinds[i - 1] == "furniture" if i else False


def _mark_teasers(paragraphs: Sequence[Paragraph], kinds: Kinds) -> None:
    """Lists of other stories below a heading that says so, until the article goes on or the page ends."""
    begun = False
    i = 0
    while i < len(paragraphs):
        # Where markup sets the list apart, it tells itself where it ends.
        if is_teaser_heading(paragraphs[i]) and paragraphs[i].hint not in _BY_HINT:
            end = _list_end(paragraphs, kinds, i + 1) if begun else i + 1
            for j in range(i, end):
                kinds[j] = "furniture" if j == i else kinds[j] or "teaser"
            i = max(end, i + 1)
            continue
        begun = begun or (kinds[i] is None and paragraphs[i].prose)
        i += 1


def _list_end(paragraphs: Sequence[Paragraph], kinds: Kinds, start: int) -> int:
    """Where running text outweighs headlines again: the article goes on there."""
    tail = [i for i in range(start, len(paragraphs)) if kinds[i] is None]
    for place, i in enumerate(tail):
        if not paragraphs[i].prose:
            continue
        rest = tail[place:]
        running = [paragraphs[j] for j in rest if paragraphs[j].prose]
        # A teaser has one sentence, or a headline of its own; an article has paragraphs.
        grown = sum(p.count for p in running) >= 60 or any(p.sentences >= 2 and p.count >= 20 for p in running)
        if len(running) >= 0.6 * len(rest) and (grown or sum(p.count >= 15 for p in running) >= 2):
            return i
    return len(paragraphs)
