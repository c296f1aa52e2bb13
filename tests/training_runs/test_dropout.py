"""Cheap dropout does what the usual one does. Needs PyTorch: skipped where there is none."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training.dropout import Dropout, cheap  # noqa: E402


def test_a_share_is_dropped_and_the_mean_stays() -> None:
    torch.manual_seed(3)
    out = Dropout(0.1)(torch.ones(401, 333))
    assert (out == 0).float().mean().item() == pytest.approx(26 / 256, abs=0.005)
    assert out.mean().item() == pytest.approx(1.0, abs=0.005)


def test_neighbours_are_dropped_by_chances_of_their_own() -> None:
    torch.manual_seed(3)
    gone = (Dropout(0.5)(torch.ones(100_000)) == 0).float()
    assert (gone[:-1] * gone[1:]).mean().item() == pytest.approx(0.25, abs=0.01)
    assert (gone[:-8] * gone[8:]).mean().item() == pytest.approx(0.25, abs=0.01)


def test_the_same_seed_drops_the_same() -> None:
    drawn = []
    for _ in range(2):
        torch.manual_seed(5)
        drawn.append(Dropout(0.3)(torch.ones(7, 13)))
    assert torch.equal(*drawn)


def test_nothing_is_dropped_outside_of_training_or_without_a_share() -> None:
    ones = torch.ones(50)
    assert torch.equal(Dropout(0.5).eval()(ones), ones)
    assert torch.equal(Dropout(0.0)(ones), ones)


def test_what_was_there_is_replaced_at_any_depth() -> None:
    nn = torch.nn
    made = cheap(nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.Dropout(0.2)), nn.Dropout(0.1)))
    assert [type(p) for p in (made[1][0], made[2])] == [Dropout, Dropout]
    assert [p.p for p in (made[1][0], made[2])] == [0.2, 0.1]
