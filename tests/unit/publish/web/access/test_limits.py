"""Requests that are made to be too much are ended with a word, and everybody else is answered meanwhile."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rejoinder.publish.web import punctual
from rejoinder.publish.web.access import limits
from rejoinder.publish.web.rendering import STATIC
from tests.unit.publish.web.serving import listening, said, status

HEAD = b"Host: 127.0.0.1\r\n"
CLOSE = b"Connection: close\r\n"
SLOW = 2.0
PATIENCE = 60  # of the tests: a machine may have much else to do


@pytest.fixture(scope="module")
def port(desk_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where a desk listens that waits for two seconds only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(punctual, "HEAD_S", SLOW)
        patch.setattr(limits, "BODY_S", SLOW)
        with listening(desk_file, tmp_path_factory.mktemp("cuts")) as found:
            yield found


def _posted(length: bytes, media: bytes = b"application/x-www-form-urlencoded") -> bytes:
    return b"POST /login HTTP/1.1\r\n" + HEAD + b"Content-Type: " + media + b"\r\n" + length + b"\r\n\r\n"


def test_a_body_that_never_ends_is_ended(port: int) -> None:
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    assert status(said(port, _posted(b"Transfer-Encoding: chunked"), then=chunk * 40)) == 413
    assert status(said(port, _posted(b"Content-Length: 10737418240"))) == 413
    assert status(said(port, _posted(b"Content-Length: 99999999999999999999999"))) in (400, 413)


def test_a_long_field_and_many_fields_are_refused(port: int) -> None:
    long = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n' + b"x" * 1_000_000
    head = _posted(b"Content-Length: %d" % len(long), b"multipart/form-data; boundary=x")
    assert status(said(port, head, then=long)) == 413
    few = long[:1_000]
    head = _posted(b"Content-Length: %d" % len(few), b"multipart/form-data; boundary=x")
    assert status(said(port, head, then=few)) == 415
    many = b"&".join([b"a=1"] * 20_000)
    assert status(said(port, _posted(b"Content-Length: %d" % len(many)), then=many)) == 400


def test_deep_json_and_packed_bodies_are_refused(port: int) -> None:
    deep = b"[" * 30_000 + b"]" * 30_000
    assert status(said(port, _posted(b"Content-Length: %d" % len(deep), b"application/json"), then=deep)) == 400
    packed = b"Content-Encoding: gzip\r\nContent-Length: 3"
    assert status(said(port, _posted(packed), then=b"abc")) == 415
    limits.check_body(b'{"a": "' + b"[" * 500 + b'\\""}', "application/json")  # brackets inside a text are no depth


def test_long_heads_are_refused(port: int) -> None:
    for size, expected in ((15_000, 200), (64_000, 431), (200_000, 431), (600_000, 400)):
        request = b"GET /healthz HTTP/1.1\r\n" + HEAD + b"Connection: close\r\nX: " + b"x" * size + b"\r\n\r\n"
        assert status(said(port, request)) == expected, size
    many = b"".join(b"X%d: 1\r\n" % n for n in range(200))
    assert status(said(port, b"GET /healthz HTTP/1.1\r\n" + HEAD + CLOSE + many + b"\r\n")) == 431
    assert status(said(port, b"GET /search.json?q=" + b"x" * 9_000 + b" HTTP/1.1\r\n" + HEAD + CLOSE + b"\r\n")) == 414


@pytest.mark.parametrize(
    "request_line",
    [b"GET /board HTTP/1.1\r\n", b"GET /board HTTP/1.1\r\nHost: a\r\nHost: 127.0.0.1\r\n", b"\x00\xff\r\n", b"GET\r\n"],
)
def test_what_is_no_request_is_refused(port: int, request_line: bytes) -> None:
    assert status(said(port, request_line + b"\r\n")) == 400


def test_a_name_in_the_request_line_is_no_way_round(port: int) -> None:
    evil = b"GET http://evil.example/board.json HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    assert status(said(port, evil)) == 421
    assert status(said(port, b"GET /board.json HTTP/1.0\r\n\r\n")) == 421


def test_who_dawdles_is_let_go_while_others_are_answered(port: int) -> None:
    slow = [socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) for _ in range(200)]
    try:
        for at, one in enumerate(slow):
            one.sendall(b"GET /board HTTP/1.1\r\nHo" if at % 2 else _posted(b"Content-Length: 100") + b"csrf=")
        longest = 0.0
        for _ in range(10):
            begun = time.perf_counter()
            answer = said(port, b"GET /healthz HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n")
            assert status(answer) == 200
            longest = max(longest, time.perf_counter() - begun)
        assert longest < PATIENCE / 2  # were they waited for, it would be as many times two seconds
        assert {status(one.recv(4_096)) for one in slow} == {408}
    finally:
        for one in slow:
            one.close()


def test_a_silent_connection_and_a_slow_second_request_end_too(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as silent:
        assert status(silent.recv(4_096)) == 408
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as again:
        again.sendall(b"GET /healthz HTTP/1.1\r\n" + HEAD + b"\r\n")
        got = b""
        while not got.endswith(b"}"):
            got += again.recv(4_096)
        assert status(got) == 200
        again.sendall(b"GET /heal")
        assert status(again.recv(4_096)) == 408


def test_many_ranges_are_answered_whole(desk: TestClient) -> None:
    name = "source-serif-4-latin-wght-normal.woff2"
    ranges = "bytes=" + ",".join(f"{n}-{n + 50_000}" for n in range(1_000))
    answer = desk.get(f"/static/{name}", headers={"range": ranges})
    assert answer.status_code == 200
    assert len(answer.content) == (STATIC / name).stat().st_size
    assert desk.get(f"/static/{name}", headers={"range": "bytes=0-9"}).status_code == 206
