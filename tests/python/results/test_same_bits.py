"""The same seeds give the same bits as the command line, and files go both ways."""

import json

import numpy
import pytest

import tumen


@pytest.mark.parametrize("scenario, more", [
    ("hyesan-handin", {}), ("hoeryong-oath", {"promise_breach": "40 %"}), ("hyesan-sweep", {"fee_base": 0.3})])
def test_hashes_equal_those_of_the_command_line(program, scenario, more):
    flags = [word for name, value in more.items() for word in ("--set", f"{name}={value}")]
    said = json.loads(program("run", "--luck-only", scenario, "--replicates", 5, "--seed", 17, "--json", "--out", "a.sqlite",
                              *flags).stdout)
    here = tumen.run(scenario, replicates=5, seed=17, set=more, luck_only=True)
    assert here.scenario.hash == said["scenario_hash"]
    assert here.hashes.to_dict() == {one["replicate"]: one["hash"] for one in said["replicate_hashes"]}


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_threads_change_nothing(results, small, threads):
    again = tumen.run(small, replicates=6, seed=3, threads=threads, luck_only=True)
    assert again.daily.equals(results.daily) and again.hashes.equals(results.hashes)


def test_files_go_both_ways(program, small, tmp_path):
    here = tumen.run(small, replicates=4, seed=2, out=tmp_path / "here.sqlite", luck_only=True)
    program("run", "--luck-only", small, "--replicates", 4, "--seed", 2, "--out", "there.sqlite")
    said = program("verify", "here.sqlite", "there.sqlite").stdout
    assert "4 of 4" in said
    assert "4 of 4" in program("verify", "here.sqlite").stdout
    there = tumen.open_results(tmp_path / "there.sqlite")
    assert there.daily.equals(here.daily)
    told = here.verify(there)
    assert told["equal"] == told["checked"] == 4 and told["differences"] == []


def test_memory_and_file_hold_the_same(results, small, tmp_path):
    stored = tumen.run(small, replicates=6, seed=3, out=tmp_path / "a.sqlite", luck_only=True)
    assert stored.daily.equals(results.daily) and stored.total.equals(results.total)
    assert stored.summary.equals(results.summary) and stored.answer == results.answer
    assert stored.path == str(tmp_path / "a.sqlite") and results.path is None


def test_results_can_be_played_again(results):
    told = results.verify(replicates=2)
    assert told == {"checked": 2, "equal": 2, "left": 0, "differences": []}


def test_a_difference_is_said_by_day(results, small):
    other = tumen.run(small, replicates=6, seed=3, set={"call_rate.family": 0.05}, luck_only=True)
    told = results.verify(other)
    assert told["equal"] < 6 and told["differences"]


def test_comparing_is_the_command_lines(program):
    said = json.loads(program("compare", "--luck-only", "hyesan-calm", "hyesan-handin", "--replicates", 8, "--json",
                              "--out", "c.sqlite").stdout)
    both = tumen.compare("hyesan-calm", "hyesan-handin", replicates=8, luck_only=True)
    rows = {one["id"]: one for one in said["others"][0]["differences"]}
    table = both.differences.loc["hyesan-handin"]
    assert list(table.index) == list(rows)
    for one, row in rows.items():
        assert table.loc[one, "difference"] == row["difference"] and table.loc[one, "sign"] == row["sign"]
    assert both.daily["scenario"].cat.categories.tolist() == ["hyesan-calm", "hyesan-handin"]
    assert len(both.plot("calling").lines) > 2
    drop = both.measure("mean(calling, during) - base(mean(calling, during))", scenario="hyesan-handin",
                        base="hyesan-calm")
    assert (drop < 0).all()


def test_a_stored_comparison_opens_as_one(program, tmp_path):
    program("compare", "--luck-only", "hyesan-calm", "hyesan-handin", "--replicates", 3, "--out", "c.sqlite")
    opened = tumen.open_results(tmp_path / "c.sqlite")
    assert isinstance(opened, tumen.Comparison) and len(opened.differences) > 3


def test_checking_is_the_command_lines(program):
    said = json.loads(program("check", "hoeryong-oath", "--replicates", 6, "--json").stdout)
    here = tumen.check("hoeryong-oath", replicates=6)
    table = here.patterns.loc["default"]
    there = {one["id"]: one["verdict"] for one in said["settings"][0]["patterns"]} if "settings" in said else {
        one["id"]: one["verdict"] for one in said["patterns"]}
    assert table["verdict"].to_dict() == there


def test_rivals_are_played_and_named(small):
    here = tumen.check("hoeryong-oath", rivals=True, replicates=2)
    assert {"default", "learning = city"} <= set(here.patterns.index.get_level_values("rules"))
    assert len(here.conclusions) > 0


def test_an_own_scenario_stands_in_for_what_it_extends(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('extends = "hyesan-handin"\n[parameters]\npromise_breach = "40 %"\n')
    assert len(tumen.check(path, replicates=2).patterns) > 0


def test_the_report_is_a_page(results, tmp_path):
    results.report(tmp_path / "r.html")
    assert "Two small cities" in (tmp_path / "r.html").read_text()
    with pytest.raises(FileExistsError):
        results.report(tmp_path / "r.html")


def test_numbers_of_numpy_are_numbers(small, results):
    again = tumen.run(small, replicates=6, seed=numpy.int64(3), set={"fee_base": numpy.float64(0.3)}, luck_only=True)
    assert again.scenario.hash != results.scenario.hash
