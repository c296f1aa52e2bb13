from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from rejoinder.errors import ModelError
from rejoinder.models.card import shipped_model
from rejoinder.models.comparing import TraceComparer, packed, unpacked
from rejoinder.types.likeness import Likeness


def trace(seed: int) -> str:
    return packed(np.tanh(np.random.default_rng(seed).normal(size=128)).astype(np.float32))


def test_a_packed_trace_is_the_same_to_a_step() -> None:
    numbers = np.linspace(-1, 1, 128, dtype=np.float32)
    assert np.abs(unpacked(packed(numbers)) - numbers).max() <= 0.5 / 127 + 1e-6


def test_each_pair_has_its_likeness_in_order() -> None:
    comparer = TraceComparer(shipped_model())
    pairs = [(trace(1), trace(2)), (trace(2), trace(1)), (trace(3), trace(3))]
    together = comparer.compare(pairs)
    assert together == tuple(comparer.compare([pair])[0] for pair in pairs)
    assert all(0 <= value <= 1 for one in together for value in (one.same, one.answers, one.clash))


def test_an_act_is_likelier_the_same_as_itself_than_as_another() -> None:
    own, other = TraceComparer(shipped_model()).compare([(trace(3), trace(3)), (trace(3), trace(4))])
    assert own.same > other.same


def test_nothing_is_like_an_empty_trace() -> None:
    assert TraceComparer(shipped_model()).compare([("", trace(1)), (trace(1), "")]) == (Likeness(), Likeness())


def test_one_pair_at_a_time_is_as_all_together_and_nothing_is_known_of_an_empty_trace() -> None:
    comparer = TraceComparer(shipped_model())
    assert comparer(trace(1), trace(2)) == comparer.compare([(trace(1), trace(2)), (trace(3), trace(4))])[0]
    assert comparer("", trace(1)) is comparer(trace(1), "") is None


def test_what_is_worked_out_ahead_with_others_is_as_each_pair_alone() -> None:
    traces = [trace(seed) for seed in range(40)]
    pairs = [(one, other) for one in traces for other in traces]
    alone, ahead = TraceComparer(shipped_model()), TraceComparer(shipped_model())
    ahead.ahead([*pairs, ("", traces[0])])
    assert [ahead(*pair) for pair in pairs] == [alone(*pair) for pair in pairs]


def test_several_threads_get_what_one_gets() -> None:
    alone, shared = TraceComparer(shipped_model()), TraceComparer(shipped_model())
    sets = [[(trace(n * 50 + m), trace(n * 50 + m + 1)) for m in range(50)] for n in range(16)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda pairs: [shared(*pair) for pair in pairs], sets))
    assert found == [[alone(*pair) for pair in pairs] for pairs in sets]


def test_more_pairs_than_are_kept_are_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = TraceComparer(shipped_model())
    monkeypatch.setattr("rejoinder.models.comparing._KEPT", 40)
    monkeypatch.setattr("rejoinder.models.comparing._AT_ONCE", 8)
    small, pairs = TraceComparer(shipped_model()), [(trace(n), trace(n + 1)) for n in range(60)]
    small.ahead(pairs)
    assert [small(*pair) for pair in pairs] == [whole(*pair) for pair in pairs]


def test_a_folder_without_a_network_is_said_so(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match="cannot be loaded"):
        TraceComparer(tmp_path)
