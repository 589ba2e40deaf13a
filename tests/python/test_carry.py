"""Results travel: through files, pickle and the workers of executors, with the same bits."""

import concurrent.futures
import copy
import os
import pickle

import numpy
import pytest

import tumen


def test_results_in_memory_go_through_pickle(results):
    again = pickle.loads(pickle.dumps(results))
    assert type(again) is tumen.Results and again.path is None
    assert again.hashes.equals(results.hashes) and again.daily.equals(results.daily)
    assert again.summary.equals(results.summary) and again.scenario.hash == results.scenario.hash
    assert again.verify(results)["equal"] == 6


def test_derived_observables_go_along_without_their_function(small):
    results = tumen.run(small, replicates=2).derive("double", lambda days: days["calls"] * 2, unit="1")
    again = pickle.loads(pickle.dumps(results))
    assert again.daily["double"].equals(results.daily["double"])
    assert again.total["double"].equals(results.total["double"]) and again.daily.attrs["units"]["double"] == "1"


def test_a_results_file_is_named_not_packed(small, tmp_path):
    stored = tumen.run(small, replicates=2, out=tmp_path / "a.sqlite")
    packed = pickle.dumps(stored)
    assert len(packed) < 2000
    assert pickle.loads(packed).hashes.equals(stored.hashes)


def test_every_kind_stays_what_it_is(small):
    both = tumen.compare("hyesan-calm", "hyesan-handin", replicates=2)
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
    del found.__dict__["_kept"]["calibration"]
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
        here = tumen.run(small, replicates=6, seed=3, executor=pool, progress=lambda *state: seen.append(state))
    assert here.hashes.equals(results.hashes) and here.daily.equals(results.daily)
    assert here.provenance[0]["command"] == results.provenance[0]["command"]
    assert seen[-1][0] == seen[-1][2] == 6


def test_a_comparison_is_divided_among_workers():
    alone = tumen.compare("hyesan-calm", "hyesan-handin", replicates=3)
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        here = tumen.compare("hyesan-calm", "hyesan-handin", replicates=3, executor=pool)
    assert isinstance(here, tumen.Comparison) and here.differences.equals(alone.differences)


def test_workers_draw_the_same_parameters_from_a_posterior(small):
    found = tumen.calibrate("hyesan-calm", patterns=["K1"], vary=["fee_base"], set={"residents": 4000}, particles=10,
                            generations=1, predictive=2, replicates=1)
    alone = tumen.run(small, replicates=4, posterior=found)
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        assert tumen.run(small, replicates=4, posterior=found, executor=pool).hashes.equals(alone.hashes)


def test_what_goes_wrong_in_a_worker_is_said_here(small, tmp_path):
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        with pytest.raises(tumen.ArgumentError, match="results.save"):
            tumen.run(small, replicates=2, executor=pool, out=tmp_path / "a.sqlite")
        with pytest.raises(tumen.ResultsError):
            tumen.run(small, replicates=2, executor=pool, posterior=tmp_path / "none.sqlite")
        pool.submit(gone)
        with pytest.raises(concurrent.futures.process.BrokenProcessPool):
            tumen.run(small, replicates=2, executor=pool)
    with pytest.raises(tumen.ArgumentError, match="submit"):
        tumen.run(small, replicates=2, executor=print)


def test_playing_in_a_pool_of_ones_own_needs_no_executor(small, results):
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        parts = list(pool.map(play_one, [small] * 3, range(1, 4)))
    assert [part.hashes.iloc[0] for part in parts] == results.hashes.tolist()[:3]


def gone():
    """A worker that is killed."""
    os._exit(1)


def play_one(scenario, number):
    return tumen.run(scenario, replicates=[number], seed=3, threads=1, progress=False)


@pytest.mark.parametrize("replicates", [numpy.int64(2), numpy.arange(1, 3), [numpy.int32(1), 2], range(1, 3)])
def test_whole_numbers_of_numpy_are_replicates(small, results, replicates):
    here = tumen.run(small, replicates=replicates, seed=numpy.int64(3))
    assert here.hashes.tolist() == results.hashes.tolist()[:2]


@pytest.mark.parametrize("replicates", ["12", b"12", 2.0, [1.0, 2.0], ["1"], True, [], None, numpy.array([0.5])])
def test_what_is_no_number_of_replicates_is_refused(small, replicates):
    with pytest.raises(tumen.ArgumentError, match="replicates="):
        tumen.run(small, replicates=replicates)


@pytest.mark.parametrize("values", [["fee_base=0.2"], "fee_base=0.2", 3])
def test_what_names_no_values_is_refused(values):
    with pytest.raises(tumen.ArgumentError, match="dict"):
        tumen.run("hyesan-handin", set=values)


def test_a_scenario_is_not_made_by_its_class():
    with pytest.raises(tumen.ArgumentError, match=r"tumen\.scenario\("):
        tumen.Scenario("hyesan-handin")


def test_deriving_again_replaces(small):
    results = tumen.run(small, replicates=1)
    results.derive("twice", lambda days: days["calls"] * 2).derive("more", lambda days: days["twice"] + 1)
    results.derive("twice", lambda days: days["calls"] * 3)
    daily = results.daily
    assert (daily["twice"] == daily["calls"] * 3).all() and (daily["more"] == daily["twice"] + 1).all()
    assert list(daily.columns[-2:]) == ["twice", "more"]
    with pytest.raises(tumen.ArgumentError):
        results.derive("twice", lambda days: ["a"] * len(days))
    assert results.daily["twice"].equals(daily["twice"])


def test_each_frame_is_its_own(small):
    results = tumen.run(small, replicates=1)
    spoilt = results.daily
    spoilt["calls"] = 0
    spoilt["more"] = 1
    del spoilt["fee"]
    assert results.daily["calls"].sum() == results.total["calls"].sum() > 0
    assert "more" not in results.daily and "fee" in results.daily
