import pytest

from rejoinder.ingest.markdown import read_markdown
from rejoinder.types.document import Document

PAGE = """\
---
title: Harbour plan turned down
date: 2019-03-07
publication: The Port Gazette
---

# Sylvania turns down *harbour* plan

**Ada Lind**, the [foreign minister](https://example.org/lind "page") of Sylvania, said on Thursday that the plan
"leaves the main question open" and that a written answer had gone out.

![The harbour](harbour.jpg)

## What comes next

* Freedonia's side has not\\* replied
* The mediator will see _both_ sides on 20 March

```
code that nobody reads
```
"""


def document() -> Document:
    found = read_markdown(PAGE.encode(), "a.md")
    assert isinstance(found, Document)
    return found


def test_words_stay_and_marks_go() -> None:
    text = document().text
    assert 'Ada Lind, the foreign minister of Sylvania, said on Thursday that the plan "leaves' in text
    assert "Freedonia's side has not* replied" in text
    for mark in ("**", "](", "# ", "https", "_both_"):
        assert mark not in text


def test_parts_are_told_by_their_marks() -> None:
    found = document()
    kinds = {z.span.of(found.text)[:15]: z.kind for z in found.zones}
    assert kinds["Sylvania turns "] == "headline"
    assert kinds["Ada Lind, the f"] == "body"
    assert kinds["The harbour"] == "caption"
    assert kinds["What comes next"] == "standfirst"
    assert kinds["* Freedonia's s"] == "body"
    assert kinds["code that nobod"] == "furniture"


def test_metadata_in_front_is_read_and_no_part_of_the_text() -> None:
    found = document()
    assert found.metadata.outlet == "The Port Gazette"
    assert found.metadata.published is not None
    assert found.metadata.published.iso() == "2019-03-07"
    assert "publication" not in found.text


def test_words_lead_back_to_the_source() -> None:
    found = document()
    for word in ("Lind", "minister", "replied", "mediator"):
        at = found.text.index(word)
        raw = found.offsets.raw(at)
        assert found.raw[raw : raw + len(word)] == word


def front(*lines: str) -> Document:
    found = read_markdown("\n".join(["---", *lines, "---", "", PAGE.split("---")[2]]).encode(), "a.md")
    assert isinstance(found, Document)
    return found


def test_a_day_that_no_calendar_has_leaves_the_other_fields() -> None:
    found = front("publication: The Port Gazette", "date: 2021-02-30")
    assert (found.metadata.outlet, found.metadata.published) == ("The Port Gazette", None)
    assert [(p.code, p.message) for p in found.problems] == [("bad-field", "date '2021-02-30' is no day.")]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("title: [x, y]", "title is list, not words."),
        ("origin: {a: b}", "origin is dict, not words."),
        ("url: ftp://x", "url 'ftp://x' is no public web address."),
        ("published: -2021-01-01", "published '-2021-01-01' is no day."),
        ("date: []", "date '[]' is no day."),
    ],
)
def test_a_field_of_the_wrong_kind_is_said(line: str, says: str) -> None:
    found = front("publication: The Port Gazette", line)
    assert found.metadata.outlet == "The Port Gazette"
    assert [(p.code, p.message) for p in found.problems] == [("bad-field", says)]


def test_plain_values_in_front_are_words_and_none_is_nothing() -> None:
    found = front("outlet: 5", "lang: no", "origin: null", "author: ~", "url:", "date: 2019-03")
    assert (found.metadata.outlet, found.metadata.origin, found.metadata.byline) == ("5", None, None)
    assert found.metadata.published is not None
    assert found.metadata.published.iso() == "2019-03"
    assert found.problems == ()
