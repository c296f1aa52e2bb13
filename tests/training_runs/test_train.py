"""A stage that was interrupted makes the weights of one that was not. Needs PyTorch: skipped where there is none."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from tests.unit.models.tokenizing import tokenizer  # noqa: E402
from training import mixture, train  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")

PASSAGE = """@ agency | a plan {n} | story: plan
Norway rejected the offer {n} of Peru, said Ruz.
S said | Ruz | Norway rejected the offer {n} of Peru
M reject actual N | rejected | Norway | Peru | Norway rejected the offer {n} of Peru | no{n}
M offer actual N | offer | Peru | Norway | the offer {n} of Peru | yes{n}
A no{n} > yes{n} reject

"""
SENTENCE = "SANCTION\t{S:Peru} said it would {E:expel} two envoys of {T:Chile}.\n"


def small_encoder(_: Path):  # type: ignore[no-untyped-def]
    config = transformers.BertConfig(
        vocab_size=200, hidden_size=32, num_hidden_layers=5, num_attention_heads=2, intermediate_size=32,
        type_vocab_size=3, attention_probs_dropout_prob=0.0,
    )  # fmt: skip
    return transformers.BertModel(config, add_pooling_layer=False)


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> argparse.Namespace:
    monkeypatch.setattr(train, "encoder_of", small_encoder)
    monkeypatch.setattr(train, "tokenizer_of", lambda _: tokenizer())
    monkeypatch.setattr(mixture, "OTHER_CONVENTIONS", "[OTHER]")
    for folder in ("own", "sentences", "encoder"):
        (tmp_path / folder).mkdir()
    (tmp_path / "own/mine.txt").write_text("".join(PASSAGE.format(n=n) for n in range(6)), "utf-8")
    (tmp_path / "sentences/some.txt").write_text(SENTENCE * 4, "utf-8")
    (tmp_path / "names.json").write_text(json.dumps({}), "utf-8")
    return argparse.Namespace(
        start=tmp_path / "encoder", data=None, names=tmp_path / "names.json", passages=[tmp_path / "own"],
        sentences=tmp_path / "sentences", out=tmp_path / "out", stage=2, continue_from=None, epochs=3, rate=1e-3,
        head_rate=1e-3, pieces=128, beside=0.3, without=["ecbplus", "plv", "polnear"], hidden=0.06, every=1, whole=[],
        threads=1, seed=13,
    )  # fmt: skip


def weights(out: Path) -> dict[str, object]:
    return torch.load(out / "reader-2.pt")  # type: ignore[no-any-return]


def test_an_interrupted_stage_makes_the_same_weights(given, tmp_path: Path, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    train.train(given)
    whole = weights(given.out)
    given.out = tmp_path / "again"
    keep = train.Run.keep

    def interrupted(run: train.Run, file: Path) -> None:
        keep(run, file)
        if run.epoch == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(train.Run, "keep", interrupted)
    with pytest.raises(KeyboardInterrupt):
        train.train(given)
    torch.rand(7)  # chance goes on elsewhere
    train.train(given)
    assert "goes on after epoch 1/3" in capsys.readouterr().out
    assert all(torch.equal(value, weights(given.out)[name]) for name, value in whole.items())


def test_a_stage_that_is_done_is_not_done_again(given, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    train.train(given)
    monkeypatch.setattr(train, "Run", lambda *_: pytest.fail("trained again"))
    train.train(given)
    assert "stage 2: already done" in capsys.readouterr().out
    with (given.passages[0] / "mine.txt").open("a", encoding="utf-8") as file:
        file.write(PASSAGE.format(n=7))
    with pytest.raises(SystemExit, match="differed in the passages"):
        train.train(given)


def test_the_windows_of_one_epoch_are_built_at_a_time(given, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    order: list[str] = []
    built, kept = train.epoch_batches, train.Run.keep
    monkeypatch.setattr(train, "epoch_batches", lambda *a: order.append("built") or built(*a))
    monkeypatch.setattr(train.Run, "keep", lambda *a: order.append("kept") or kept(*a))
    train.train(given)
    assert order == ["built", "kept"] * 3


def test_the_rate_rises_then_falls_to_the_end_of_the_stage(given, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    rates: list[float] = []
    step = train.Run.step

    def noted(run: train.Run, *given: object) -> None:
        step(run, *given)  # type: ignore[arg-type]
        rates.append(run.optimizer.param_groups[0]["lr"])

    monkeypatch.setattr(train.Run, "step", noted)
    train.train(given)
    assert rates[0] == pytest.approx(given.rate / 100)
    share = [rate / (given.rate * min(1, n / 100)) for n, rate in enumerate(rates, 1)]
    assert share == sorted(share, reverse=True)
    assert share[-1] == pytest.approx(max(0.02, 1 / len(rates)), rel=0.5)
