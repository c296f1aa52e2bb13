"""No statement that the desk gives its database has in its text anything of what was asked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from rejoinder.publish.web.application import create_app
from tests.invented import HERE, make_record
from tests.properties.desk import CASES, known_values, parameters, statements

MARK = "zq7"
_PIECES = (
    "'", '"', "]", "[", ";", "--", "/*", "*/", "\0", "\\", "%", "_", "(", ")", ",", "`", "\n", "' OR '1'='1",
    '" OR 1=1 --',
    "'; DROP TABLE cuts; --", "') UNION SELECT raw FROM documents --", "1; ATTACH DATABASE 'x' AS x", "party:", "NEAR(",
    "{{7*7}}", "${x}", "?", ":name", "@p", "$1", "İ", "\ud800", "\U0001f54a", " AND ", " NOT ", "*", "^", "=1+1",
)  # fmt: skip
_HOSTILE = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), min_size=1, max_size=5).map(
    lambda pieces: MARK.join(["", *pieces, ""])
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk."""
    folder = tmp_path_factory.mktemp("injection")
    with TestClient(create_app(make_record(folder)[0], cache=folder / "cuts"), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def templates(desk: TestClient) -> frozenset[str]:
    """The statements of harmless questions: each parameter alone and with each other, known and unknown values."""
    values = known_values(desk)
    with statements() as said:
        for path, names in parameters(desk.app).items():
            for some in [(), *((name,) for name in names), *itertools.combinations(names, 2), names]:
                asked = {name: values[name] for name in some if name in values}
                desk.get(path.replace("{row_id}", "unknown"), params=asked)
                desk.get(path.replace("{row_id}", "unknown"), params={**asked, **dict.fromkeys(some[:1], "unknown")})
        for path, row in (
            ("/exchange", "board"),
            ("/event", "timeline"),
            ("/party", "parties"),
            ("/source", "sources"),
        ):
            for one in desk.get(f"/{row}.json").json()["rows"]:
                desk.get(f"{path}/{quote(one['id'], safe='')}")
    return frozenset(said)


def _hostile(names: tuple[str, ...], values: Mapping[str, str]) -> st.SearchStrategy[dict[str, str]]:
    """Some of the parameters, at least one hostile, the others as a reader gives them, and now and then a name too."""
    one = st.fixed_dictionaries(
        {}, optional={name: st.one_of(_HOSTILE, st.just(values.get(name, "x"))) for name in names}
    )
    return st.one_of(one, st.tuples(one, _HOSTILE, _HOSTILE).map(lambda t: {**t[0], t[1]: t[2]}))


@settings(
    max_examples=CASES or 250,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_statements_are_those_of_harmless_questions(
    desk: TestClient, templates: frozenset[str], data: st.DataObject
) -> None:
    paths = parameters(desk.app)
    path = data.draw(st.sampled_from(sorted(paths)))
    asked: dict[str, Any] = data.draw(_hostile(paths[path], _values(desk)))
    row = data.draw(_HOSTILE) if "{row_id}" in path else ""
    address = path.replace("{row_id}", quote(row.encode("utf-8", "surrogatepass"), safe=""))
    given_ = {_sent(name): _sent(value) for name, value in asked.items()}
    event(path.partition("/{")[0].rpartition(".")[2])
    with statements() as said:
        answer = desk.get(address, params=given_)
    assert answer.status_code in (200, 400, 404, 414), answer.text
    assert not [statement for statement in said if MARK in statement]
    assert not {*said} - templates
    assert answer.status_code != 200 or "sqlite" not in answer.text.lower()


def test_the_record_is_as_it_was(desk: TestClient) -> None:
    assert desk.get("/moves.json").json()["total"] > 0
    assert desk.app.state.holding.record.verify() == ()  # type: ignore[attr-defined]


def test_what_is_heard_is_what_is_said(desk: TestClient, templates: frozenset[str]) -> None:
    with statements() as said:
        desk.get("/board.json?party=Iceland")
    assert said
    assert {*said} <= templates
    assert len(templates) > 15


def _values(desk: TestClient) -> dict[str, str]:
    if not hasattr(desk, "values"):
        desk.values = known_values(desk)  # type: ignore[attr-defined]
    return desk.values  # type: ignore[attr-defined, no-any-return]


def _sent(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
