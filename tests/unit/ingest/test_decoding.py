import pytest

from rejoinder.ingest.decoding import codec_name, decode
from tests.unit.ingest.pages import RUSSIAN, STORY


def codes(raw: bytes, declared: str | None = None) -> list[str]:
    return [problem.code for problem in decode(raw, source="x", declared=declared).problems]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (STORY.encode(), None),
        (b"\xef\xbb\xbf" + STORY.encode(), None),
        (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), None),
        (RUSSIAN.encode("utf-16-be"), "encoding-guessed"),
        (RUSSIAN.encode("cp1251"), "encoding-guessed"),
        (RUSSIAN.encode("koi8-r"), "encoding-guessed"),
        (STORY.encode() + RUSSIAN.encode("cp1251"), "mixed-encoding"),
        ("Où est la lettre? «À Paris», dit-on, à l’été".encode("cp1252"), "encoding-guessed"),
        (STORY.encode() + b"Bad \xc0\xaf and \xed\xa0\x80 and \xff here\n", "invalid-bytes"),
        (RUSSIAN.encode()[:-3], "truncated"),
    ],
)
def test_what_is_wrong_with_the_bytes_is_said(raw: bytes, code: str | None) -> None:
    assert codes(raw) == ([code] if code else [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "cp1251", "koi8-r", "utf-8-sig"])
def test_whatever_the_encoding_the_words_are_read(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), source="x").text == RUSSIAN


def test_western_quotation_marks_survive() -> None:
    words = "“We’ll see” — said in the café, for £5"
    assert decode(words.encode("cp1252"), source="x").text == words


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfNo.", source="x").text == "No."


def test_nul_never_gets_through() -> None:
    assert "\0" not in decode(b"Lin\0d said no.", source="x").text


def test_a_page_that_lies_about_its_encoding_is_found_out() -> None:
    assert codes(RUSSIAN.encode("cp1251"), "utf-8") == ["declared-encoding-wrong"]
    assert codes(RUSSIAN.encode(), "koi8-r") == ["declared-encoding-wrong"]
    assert codes(RUSSIAN.encode("koi8-r"), "koi8-r") == []


def test_codecs_that_are_no_encoding_of_text_are_refused() -> None:
    assert codec_name("hex") is None
    assert codec_name("unicode_escape") is None
    assert codec_name("no-such") is None
    assert codec_name(" 'ISO-8859-1' ") == "cp1252"


def test_what_is_mostly_unreadable_is_binary_and_damage_is_not() -> None:
    assert decode(STORY.encode().replace(b"e", b"\x02"), source="x").binary
    assert decode((STORY * 3 + "\ufffd" * 4).encode(), source="x").binary is False
    assert decode(RUSSIAN.encode("koi8-r"), source="x").binary is False
    assert decode(b"No\x01.", source="x").binary is False
