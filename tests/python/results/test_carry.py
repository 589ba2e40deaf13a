"""Results travel: through files, pickle and the workers of executors, with the same bits."""

import concurrent.futures
import copy
import os
import pickle

import pytest

import tumen


def test_results_in_memory_go_through_pickle(results):
    again = pickle.loads(pickle.dumps(results))
    assert type(again) is tumen.Results and again.path is None
    assert again.hashes.equals(results.hashes) and again.daily.equals(results.daily)
    assert again.summary.equals(results.summary) and again.scenario.hash == results.scenario.hash
    assert again.verify(results)["equal"] == 6


def test_derived_observables_go_along_without_their_function(small):
    results = tumen.run(small, replicates=2, luck_only=True).derive("double", lambda days: days["calls"] * 2, unit="1")
    again = pickle.loads(pickle.dumps(results))
    assert again.daily["double"].equals(results.daily["double"])
    assert again.total["double"].equals(results.total["double"]) and again.daily.attrs["units"]["double"] == "1"


def test_a_results_file_is_named_not_packed(small, tmp_path):
    stored = tumen.run(small, replicates=2, out=tmp_path / "a.sqlite", luck_only=True)
    packed = pickle.dumps(stored)
    assert len(packed) < 2000
    assert pickle.loads(packed).hashes.equals(stored.hashes)


def test_every_kind_stays_what_it_is(small):
    both = tumen.compare("hyesan-calm", "hyesan-handin", replicates=2, luck_only=True)
    again = pickle.loads(pickle.dumps(both))
    assert isinstance(again, tumen.Comparison) and again.differences.equals(both.differences)
    swept = tumen.sweep(small, {"fee_base": (0.2, 0.4, 3)}, replicates=2)
    assert pickle.loads(pickle.dumps(swept)).estimates.equals(swept.estimates)
    checked = tumen.check("hoeryong-oath", replicates=2)
    assert pickle.loads(pickle.dumps(checked)).patterns.equals(checked.patterns)


def test_a_calibration_goes_with_its_generations():
    found = tumen.calibrate("hyesan-calm", patterns=["K1"], vary=["fee_base"], set={"residents": 4000}, particles=10,
                            generations=1, predictive=2, replicates=1)
    again = pickle.loads(pickle.dumps(found))
    assert again.posterior.equals(found.posterior) and again.hashes.equals(found.hashes)
    with pytest.raises(tumen.ResultsError, match="generations"):
        found.save("never.sqlite")


def test_a_scenario_goes_through_pickle():
    one = tumen.scenario("hyesan-handin", set={"fee_base": "31 %"})
    for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
        assert again.hash == one.hash and again.name == one.name and again.toml == one.toml


def test_saved_results_are_a_file_of_the_program(results, program, tmp_path):
    results.save(tmp_path / "saved.sqlite")
    assert "6 of 6" in program("verify", "saved.sqlite").stdout
    assert tumen.open_results(tmp_path / "saved.sqlite").daily.equals(results.daily)
    with pytest.raises(tumen.ResultsError):
        results.save(tmp_path / "saved.sqlite")


@pytest.mark.parametrize("kind", [concurrent.futures.ProcessPoolExecutor, concurrent.futures.ThreadPoolExecutor])
def test_an_executors_workers_play_the_same_bits(small, results, kind):
    seen = []
    with kind(max_workers=2) as pool:
        here = tumen.run(small, replicates=6, seed=3, executor=pool, progress=lambda *state: seen.append(state), luck_only=True)
    assert here.hashes.equals(results.hashes) and here.daily.equals(results.daily)
    assert here.provenance[0]["command"] == results.provenance[0]["command"]
    assert seen[-1][0] == seen[-1][2] == 6


def test_a_comparison_is_divided_among_workers():
    alone = tumen.compare("hyesan-calm", "hyesan-handin", replicates=3, luck_only=True)
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        here = tumen.compare("hyesan-calm", "hyesan-handin", replicates=3, executor=pool, luck_only=True)
    assert isinstance(here, tumen.Comparison) and here.differences.equals(alone.differences)


def test_workers_draw_the_same_parameters_from_a_posterior(small):
    found = tumen.calibrate("hyesan-calm", patterns=["K1"], vary=["fee_base"], set={"residents": 4000}, particles=100,
                            generations=1, predictive=2, replicates=1)
    alone = tumen.run(small, replicates=4, posterior=found)
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        assert tumen.run(small, replicates=4, posterior=found, executor=pool).hashes.equals(alone.hashes)


def test_workers_hold_what_the_scenario_holds_and_draw_the_rest(small):
    alone = tumen.run(small, replicates=4, values="prior", set={"fee_base": 0.2})
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        here = tumen.run(small, replicates=4, values="prior", set={"fee_base": 0.2}, executor=pool)
    assert here.hashes.equals(alone.hashes)
    assert not here.hashes.equals(tumen.run(small, replicates=4, set={"fee_base": 0.2}, luck_only=True).hashes)


def test_what_goes_wrong_in_a_worker_is_said_here(small, tmp_path):
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        with pytest.raises(tumen.ArgumentError, match="results.save"):
            tumen.run(small, replicates=2, executor=pool, out=tmp_path / "a.sqlite", luck_only=True)
        with pytest.raises(tumen.ResultsError):
            tumen.run(small, replicates=2, executor=pool, posterior=tmp_path / "none.sqlite")
        pool.submit(gone)
        with pytest.raises(concurrent.futures.process.BrokenProcessPool):
            tumen.run(small, replicates=2, executor=pool, luck_only=True)
    with pytest.raises(tumen.ArgumentError, match="submit"):
        tumen.run(small, replicates=2, executor=print, luck_only=True)


def test_playing_in_a_pool_of_ones_own_needs_no_executor(small, results):
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        parts = list(pool.map(play_one, [small] * 3, range(1, 4)))
    assert [part.hashes.iloc[0] for part in parts] == results.hashes.tolist()[:3]


def gone():
    """A worker that is killed."""
    os._exit(1)


def play_one(scenario, number):
    return tumen.run(scenario, replicates=[number], seed=3, threads=1, progress=False, luck_only=True)
