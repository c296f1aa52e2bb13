"""The files of a model are checked before anything is loaded; what is read comes from a stand-in for the runtime."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rejoinder.errors import ModelError
from rejoinder.models import card as models_card
from rejoinder.models import encoder_tagger, sessions
from rejoinder.models.card import read_card, shipped_model
from rejoinder.models.encoder_tagger import EncoderTagger
from rejoinder.models.runs import Thresholds
from rejoinder.types.span import Span
from rejoinder.vocabulary.kinds import kinds
from tests.unit.models.tokenizing import WORDS, tokenizer

KINDS = ("propose", "demand", "reject")
NAMES = (
    "O",
    "B-person",
    "I-person",
    "B-organisation",
    "I-organisation",
    "B-place",
    "I-place",
    "B-demonym",
    "I-demonym",
)
FILES = ("encoder.onnx", "roles.onnx", "pairs.onnx", "deed.onnx", "tokenizer.json")
TOKENIZER = tokenizer()
YES, NO = 5.0, -5.0


def write_model(folder: Path) -> Path:
    (folder / "encoder.onnx").write_bytes(bytes(range(256)) * 8)
    for name in ("roles", "pairs", "deed"):
        (folder / f"{name}.onnx").write_bytes(name.encode() * 100)
    (folder / "tokenizer.json").write_text(TOKENIZER.to_str(), "utf-8")
    return write_card(folder)


def write_card(folder: Path, **changed: Any) -> Path:
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    card = {"version": "test-1", "kinds": KINDS, "modalities": ("actual", "denied"), "names": NAMES}
    card |= {"classes": ("REJECT", "AGREE"), "files": digests}
    (folder / "card.json").write_text(json.dumps({**card, **changed}), "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_model(tmp_path)


@pytest.fixture
def nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(*_: object, **__: object) -> None:
        raise AssertionError("a file was loaded before it was checked")

    monkeypatch.setattr(sessions.ort, "InferenceSession", loaded)
    monkeypatch.setattr(encoder_tagger.Tokenizer, "from_file", loaded, raising=False)


def refused(folder: Path) -> ModelError:
    with pytest.raises(ModelError) as found:
        EncoderTagger(folder)
    assert found.value.advice
    return found.value


def test_the_card_of_a_sound_model(folder: Path) -> None:
    card = read_card(folder)
    assert (card.version, card.kinds, card.names) == ("test-1", KINDS, NAMES)
    assert [name for name, _ in card.files] == sorted(FILES)


def test_the_shipped_model_is_the_published_one() -> None:
    card = read_card(shipped_model())
    assert {name for name, _ in card.files} >= set(FILES)
    assert set(card.kinds) == {kind.id for kind in kinds()}


@pytest.mark.usefixtures("nothing_is_loaded")
def test_nobody_is_told_to_install_a_model_of_their_own_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "roles.onnx").unlink()
    own = refused(folder)
    assert str(folder) in own.message
    assert "REJOINDER_MODEL" in own.advice
    monkeypatch.setattr(models_card, "shipped_model", lambda: folder)
    assert refused(folder).advice == "Install rejoinder again."


def test_a_file_is_hashed_again_only_where_it_was_written_since(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_card(folder)
    read = Path.read_bytes
    opened: list[str] = []
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path.name) or read(path))
    assert read_card(folder) == first
    assert opened == []
    changed = folder / FILES[0]
    content = read(changed)
    written = changed.stat().st_mtime_ns
    changed.write_bytes(content[::-1])
    os.utime(changed, ns=(written, written + 1))
    with pytest.raises(ModelError, match=FILES[0]):
        read_card(folder)
    assert opened == [FILES[0]]


@pytest.mark.usefixtures("nothing_is_loaded")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", [0, -1])
def test_a_flipped_bit_is_refused(folder: Path, name: str, place: int) -> None:
    content = bytearray((folder / name).read_bytes())
    content[place] ^= 1
    (folder / name).write_bytes(bytes(content))
    assert name in str(refused(folder))


@pytest.mark.usefixtures("nothing_is_loaded")
@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert name in str(refused(folder))


@pytest.mark.usefixtures("nothing_is_loaded")
@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_refused(folder: Path, name: str) -> None:
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: len(content) // 2])
    refused(folder)


@pytest.mark.usefixtures("nothing_is_loaded")
def test_a_folder_in_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "roles.onnx").unlink()
    (folder / "roles.onnx").mkdir()
    refused(folder)


@pytest.mark.usefixtures("nothing_is_loaded")
@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"\x00"])
def test_a_card_that_cannot_be_read_is_refused(folder: Path, content: bytes) -> None:
    (folder / "card.json").write_bytes(content)
    refused(folder)


@pytest.mark.usefixtures("nothing_is_loaded")
def test_no_model_at_all(tmp_path: Path) -> None:
    assert str(tmp_path) in str(refused(tmp_path))
    assert str(tmp_path / "nowhere") in str(refused(tmp_path / "nowhere"))


@pytest.mark.usefixtures("nothing_is_loaded")
def test_a_hash_of_another_file_is_refused(folder: Path) -> None:
    card = json.loads((folder / "card.json").read_text("utf-8"))
    card["files"]["roles.onnx"] = card["files"]["encoder.onnx"]
    (folder / "card.json").write_text(json.dumps(card), "utf-8")
    refused(folder)


@pytest.mark.usefixtures("nothing_is_loaded")
@pytest.mark.parametrize("card", ["[]", "{}", '"reader"', "null", '{"files": []}', '{"files": {}}'])
def test_a_card_of_another_make_is_refused(folder: Path, card: str) -> None:
    (folder / "card.json").write_text(card, "utf-8")
    refused(folder)


@pytest.mark.usefixtures("nothing_is_loaded")
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_the_card_does_not_vouch_for_is_refused(folder: Path, name: str) -> None:
    card = json.loads((folder / "card.json").read_text("utf-8"))
    del card["files"][name]
    (folder / "card.json").write_text(json.dumps(card), "utf-8")
    refused(folder)


@pytest.mark.usefixtures("nothing_is_loaded")
def test_a_card_that_reaches_out_of_its_folder_is_refused(folder: Path) -> None:
    outside = folder.parent / "outside.bin"
    outside.write_bytes(b"x")
    digest = hashlib.sha256(b"x").hexdigest()
    card = json.loads((folder / "card.json").read_text("utf-8"))
    card["files"]["../outside.bin"] = digest
    (folder / "card.json").write_text(json.dumps(card), "utf-8")
    refused(folder)


def test_files_that_are_vouched_for_but_no_model_are_refused(folder: Path) -> None:
    refused(folder)


class Runtime:
    """Answers as an encoder would that knows one cue (said), one act (rejected) and two places (Peru, Norway)."""

    batches: list[tuple[int, int]]

    def __init__(self, path: str, *_: object, **__: object) -> None:
        self.name = Path(path).name
        Runtime.batches = []

    def run(self, outputs: list[str], feeds: Mapping[str, Any]) -> list[Any]:
        return self._encode(feeds) if "states" in outputs else self._roles(feeds)

    def _encode(self, feeds: Mapping[str, Any]) -> list[Any]:
        ids = feeds["ids"]
        Runtime.batches.append(ids.shape)
        assert feeds["cases"].shape == feeds["mask"].shape == ids.shape
        known = {word: TOKENIZER.token_to_id(word) for word in WORDS}
        states = ids[..., None].astype(np.float32)
        return [
            states,
            _tags(ids, 3, {known["said"]: 1}),
            _tags(ids, len(KINDS) + 2, {known["rejected"]: 3}),
            _tags(ids, len(NAMES), {known["peru"]: 5, known["norway"]: 5}),
        ]

    def _roles(self, feeds: Mapping[str, Any]) -> list[Any]:
        """Source and actor are the piece before, content the piece after, each anchor the trigger alone."""
        at, states = feeds["at"], feeds["states"]
        filled = np.full((len(at), states.shape[0], 8), NO, np.float32)
        for n, piece in enumerate(at):
            filled[n, piece - 1, [0, 2]] = YES
            filled[n, piece + 1, [1, 3]] = YES
        modality = np.tile(np.asarray([1, 0], np.float32), (len(at), 1))
        return [filled, modality, np.zeros((len(at), 2), np.float32), np.zeros((len(at), 4), np.float32)]


def _tags(ids: Any, labels: int, at: Mapping[int, int]) -> Any:
    made = np.full((*ids.shape, labels), NO, np.float32)
    made[..., 0] = YES
    for piece, label in at.items():
        made[ids == piece, 0] = NO
        made[ids == piece, label] = YES
    return made


@pytest.fixture
def tagger(folder: Path, monkeypatch: pytest.MonkeyPatch) -> EncoderTagger:
    monkeypatch.setattr(sessions.ort, "InferenceSession", Runtime)
    return EncoderTagger(folder, threads=1)


def read(tagger: EncoderTagger, text: str, *paragraphs: Span) -> Any:
    return tagger.read(text, paragraphs or [Span(start=0, end=len(text))])


def test_what_is_read_stands_in_the_text(tagger: EncoderTagger) -> None:
    text = "Then Peru said pact. Norway rejected offer."
    reading = read(tagger, text)
    (cue,) = reading.cues
    assert (cue.cue.of(text), cue.source.of(text), [p.of(text) for p in cue.content]) == ("said", "Peru", ["pact"])
    (act,) = reading.acts
    assert (act.trigger.of(text), act.kind, act.modality) == ("rejected", "reject", "actual")
    assert ([a.of(text) for a in act.actors], [r.of(text) for r in act.recipients]) == (["Norway"], ["offer"])
    assert [n.span.of(text) for n in reading.names] == ["Peru", "Norway"]
    assert reading.reader == tagger.version


def test_a_long_text_is_read_in_text_order(tagger: EncoderTagger) -> None:
    sentence = "Then Peru said pact ended. "
    text = sentence * 300
    reading = read(tagger, text)
    assert [c.cue.start for c in reading.cues] == [text.index("said") + n * len(sentence) for n in range(300)]
    assert len(Runtime.batches) > 1
    assert all(rows * width <= encoder_tagger.BATCH_PIECES for rows, width in Runtime.batches)


def test_windows_of_unequal_length_do_not_change_each_other(tagger: EncoderTagger) -> None:
    text = "Peru said pact.\n" + "the pact of " * 60 + "\nNorway said offer."
    spans = [
        Span(start=0, end=15),
        Span(start=16, end=text.rindex("\n")),
        Span(start=text.rindex("\n") + 1, end=len(text)),
    ]
    assert [c.source.of(text) for c in read(tagger, text, *spans).cues] == ["Peru", "Norway"]


def test_only_the_paragraphs_are_read(tagger: EncoderTagger) -> None:
    text = "Peru said pact. Norway said offer."
    reading = read(tagger, text, Span(start=16, end=len(text)))
    assert [c.source.of(text) for c in reading.cues] == ["Norway"]


def test_nothing_to_read(tagger: EncoderTagger) -> None:
    reading = tagger.read("", [])
    assert (reading.cues, reading.acts, reading.names) == ((), (), ())


def test_the_version_changes_with_whatever_changes_the_output(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions.ort, "InferenceSession", Runtime)
    plain = EncoderTagger(folder).version
    assert plain == EncoderTagger(folder, threads=2).version
    assert plain.startswith("test-1")
    assert plain != EncoderTagger(folder, thresholds=Thresholds(cue=0.4)).version


def test_other_conventions_are_another_version(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions.ort, "InferenceSession", Runtime)
    assert EncoderTagger(folder).version != EncoderTagger(folder, first="[OTHER]").version
