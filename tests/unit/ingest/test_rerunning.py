from rejoinder.ingest.rerunning import unmatched
from rejoinder.ingest.source import NOTHING_KNOWN


def test_three_entries_without_an_article_are_named_and_the_others_counted() -> None:
    given = dict.fromkeys(("e.txt", "d.txt", "c.txt", "b.txt", "a.txt", "x/a.txt", "l.jsonl#2"), NOTHING_KNOWN)
    (problem,) = unmatched(given, {"x/a.txt", "y/l.jsonl#2"})
    assert problem.message == "No article is called b.txt, c.txt, d.txt and 1 more."
    assert (problem.source, problem.code, problem.severity) == ("metadata", "metadata-unmatched", "warning")
    assert problem.advice


def test_a_bare_name_is_met_below_any_folder() -> None:
    assert list(unmatched({"a.txt": NOTHING_KNOWN}, {"x/a.txt"})) == []
