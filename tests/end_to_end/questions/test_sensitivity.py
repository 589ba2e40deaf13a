"""Which assumptions matter most: small designs on a small city."""

import json
import shutil
import sqlite3
import subprocess
import time

import pytest
from conftest import FAILED, INVALID, SMALL, USAGE, Tumen
from digests import forge
from report_page import as_on_page

VARY = ["--vary", "promise_breach", "--vary", "call_rate.family", "--vary", "bribe_base"]
MORRIS = ["--samples", "4", "--replicates", "2", *VARY]
SOBOL = ["--method", "sobol", "--samples", "8", "--replicates", "2", *VARY]


TINY = SMALL.replace("residents = 20000", "residents = 10000").replace('"small"', '"tiny"')


@pytest.fixture
def tiny(tumen):
    (tumen.folder / "tiny.toml").write_text(TINY)
    return "tiny.toml"


def found(tumen, *words):
    return json.loads(tumen("sensitivity", *words, "--json").stdout)


def rows(path, table, columns="*"):
    with sqlite3.connect(path) as results:
        return sorted(results.execute(f"select {columns} from {table}").fetchall())


def test_morris_gives_a_table_a_file_and_a_report(tumen, tiny):
    said = tumen("sensitivity", tiny, *MORRIS).stdout
    assert "mu*" in said and "dummy (Monte Carlo noise)" in said and "promise_breach" in said
    assert "Luck makes" in said
    assert {"results/morris-tiny-1.sqlite", "results/morris-tiny-1.html"} <= set(tumen.files())
    path = tumen.folder / "results/morris-tiny-1.sqlite"
    assert rows(path, "replicate", "count(*)") == [(4 * 4 * 2,)]
    assert rows(path, "daily", "count(*)") == [(0,)]
    design = dict(rows(path, "design"))
    assert design["method"] == "morris" and design["headline"] == "stopped_calling"
    assert len(rows(path, "design_factor")) == 3


def test_sobol_gives_indices_with_intervals_for_every_headline(tumen, tiny):
    result = found(tumen, tiny, *SOBOL)
    assert result["method"] == "sobol" and result["points"] == 8 * 5
    first, *others = result["headlines"]
    assert first["id"] == "stopped_calling" and len(others) > 3
    for headline in result["headlines"]:
        assert headline["used"] <= headline["planned"] == 8
        for factor in headline["factors"]:
            assert factor["total"]["lo"] <= factor["total"]["hi"]
            assert 1 <= factor["best"] <= factor["worst"] <= 3
        assert [growth["samples"] for growth in headline["growth"]][-1] == headline["used"]
    assert [growth["samples"] for growth in first["growth"]] == [2, 4, 8]
    assert 0 <= first["luck"]["of_means"] <= first["luck"]["of_runs"] <= 1


def test_another_headline_can_be_asked_for(tumen, tiny):
    assert found(tumen, tiny, *MORRIS, "--headline", "arrested")["headlines"][0]["id"] == "arrested"
    assert "--headline ''" in tumen("sensitivity", tiny, *MORRIS, "--headline", "", code=USAGE).stderr
    said = tumen("sensitivity", tiny, *MORRIS, "--headline", "arested", code=USAGE).stderr
    assert "did you mean arrested?" in said


def test_the_report_of_stored_results_says_the_same(tumen, tiny):
    result = found(tumen, tiny, *SOBOL, "--out", "a.sqlite")
    report = json.loads(tumen("report", "a.sqlite", "--json").stdout)
    assert report["sensitivity"]["headlines"] == as_on_page(result["headlines"])
    assert report["official"] == [] and report["figures"] == []  # no point is an answer by itself
    assert report["limits"]


def test_it_is_the_same_for_any_number_of_threads_and_another_for_another_seed(tumen, tiny):
    one = found(tumen, tiny, *MORRIS, "--threads", "1", "--out", "one.sqlite")
    three = found(tumen, tiny, *MORRIS, "--threads", "3", "--wards-a-task", "1", "--out", "three.sqlite")
    assert one["headlines"] == three["headlines"]
    other = found(tumen, tiny, *MORRIS, "--seed", "2", "--out", "other.sqlite")
    assert one["headlines"] != other["headlines"]
    assert "32 of 32" in tumen("verify", "one.sqlite", "three.sqlite").stdout


@pytest.mark.parametrize("method", [MORRIS, SOBOL])
def test_killed_and_resumed_it_says_what_the_uninterrupted_says(tumen, tiny, method):
    # Days enough that it cannot be over before it is met.
    text = (tumen.folder / tiny).read_text().replace("days = 60", "days = 600")
    (tumen.folder / tiny).write_text(text)
    whole = found(tumen, tiny, *method, "--out", "whole.sqlite")
    for moment in (1, 9):
        path = tumen.folder / f"killed-{moment}.sqlite"
        process = subprocess.Popen(tumen.command("sensitivity", tiny, *method, "--out", path.name),
                                   cwd=tumen.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and stored(path) < moment:
            time.sleep(0.002)
        process.kill()
        process.communicate()
        resumed = found(tumen, tiny, *method, "--out", path.name, "--resume")
        assert resumed["headlines"] == whole["headlines"]
        assert "are equal" in tumen("verify", "whole.sqlite", path.name).stdout


def stored(path):
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as results:
            return results.execute("select count(*) from replicate").fetchone()[0]
    except sqlite3.OperationalError:  # not there yet, or not yet with its tables
        return 0


def test_a_failed_run_takes_with_it_only_what_it_touches(tumen, tiny):
    found(tumen, tiny, *MORRIS, "--out", "a.sqlite")
    key = "point = 0"  # the first of a trajectory: one effect; twice, as there are two replicates
    forge(tumen.folder / "a.sqlite", f"delete from headline where {key}; delete from replicate_city where {key}; "
                                     f"update replicate set status = 'failed', reason = 'made up' where {key}")
    report = json.loads(tumen("report", "a.sqlite", "--json").stdout)["sensitivity"]
    assert report["failed"] == 2 and "2 of 32 runs failed" in report["warnings"][0]
    assert (report["headlines"][0]["planned"], report["headlines"][0]["used"]) == (12, 11)


def test_the_least_known_are_varied_where_so_many_are_asked_for(tumen, tiny):
    result = found(tumen, tiny, "--widest", "3", "--samples", "2", "--replicates", "1")
    assert len(result["parameters"]) == 3
    assert "play at least 2" in result["headlines"][0]["sentences"][0]


FEW = ["--samples", "2", "--replicates", "1"]


@pytest.fixture(scope="module")
def chosen(tmp_path_factory):
    """What is varied where nothing is named takes hundreds of plays to choose: the file, and what was said."""
    tumen = Tumen(tmp_path_factory.mktemp("chosen"))
    (tumen.folder / "tiny.toml").write_text(TINY)
    return tumen.folder / "a.sqlite", tumen("sensitivity", "tiny.toml", *FEW, "--json", "--out", "a.sqlite")


def test_what_moves_the_headlines_is_varied_where_nothing_is_named(tumen, tiny, chosen):
    path, asked = chosen
    shutil.copy(path, tumen.folder / "a.sqlite")
    assert "512 plays of small cities" in " ".join(asked.stderr.split())
    result = json.loads(asked.stdout)
    names = [one["name"] for one in result["parameters"]]
    assert 1 <= len(names) <= 12 and len(set(names)) == len(names)
    [how] = [one for one in result["warnings"] if one.startswith("Parameters were chosen by")]
    assert "values drawn at once from the prior in 512 plays" in how and "chance explains at most" in how
    design = dict(rows(tumen.folder / "a.sqlite", "design"))
    assert how == f"Parameters were chosen by {design['chosen']}."
    # They are not the widest, whatever the scenario is about.
    widest = found(tumen, tiny, *FEW, "--widest", "12", "--out", "w.sqlite")
    assert set(names) != {one["name"] for one in widest["parameters"]} and "chosen" not in dict(rows(
        tumen.folder / "w.sqlite", "design"))
    # The same whatever the threads, and again: resumed with more replicates, verified.
    assert found(tumen, tiny, *FEW, "--threads", "3", "--out", "b.sqlite")["parameters"] == result["parameters"]
    more = found(tumen, tiny, "--samples", "2", "--replicates", "2", "--out", "a.sqlite", "--resume")
    assert more["parameters"] == result["parameters"] and how in more["warnings"]
    played = 2 * 2 * (len(names) + 1)
    assert f"Replayed: {played} of {played} replicates give" in tumen("verify", "a.sqlite").stdout
    assert json.loads(tumen("report", "a.sqlite", "--json").stdout)["sensitivity"]["warnings"] == more["warnings"]


def test_what_is_set_does_not_move_and_is_not_chosen(tumen, tiny, chosen):
    first = json.loads(chosen[1].stdout)["parameters"][0]
    value = f"{first['name']}={first['low']}"
    names = [one["name"] for one in found(tumen, tiny, *FEW, "--set", value, "--out", "b.sqlite")["parameters"]]
    assert names and first["name"] not in names


def test_what_goes_beyond_the_evidence_is_refused_or_marked(tumen, tiny):
    words = [tiny, "--vary", "promise_breach=0..0.9", "--samples", "2", "--replicates", "1"]
    assert "--beyond-evidence" in tumen("sensitivity", *words, code=USAGE).stderr
    assert not [name for name in tumen.files() if name.endswith(".sqlite")]
    [parameter] = found(tumen, *words, "--beyond-evidence")["parameters"]
    assert parameter["beyond_evidence"] is True


WRONG = {
    "unknown name": (["--vary", "promise_breech"], "promise_breach"),
    "given twice": (["--vary", "raid", "--vary", "raid"], "given twice"),
    "levels": (["--vary", "raid=0.1..0.2:3"], "levels"),
    "set and varied": (["--vary", "raid", "--set", "raid=0.2"], "give one of them"),
    "set and among all": (["--all", "--set", "raid=0.2"], "name what to vary with --vary"),
    "two ways": (["--vary", "raid", "--all"], "give one of them"),
    "no range": (["--vary", "raid=0.2..0.2"], "is no range"),
    "impossible": (["--vary", "raid=0..2", "--beyond-evidence"], "impossible"),
    "method": (["--method", "fast"], "morris"),
    "no replicates": (["--replicates", "0"], "--replicates"),
    "one sample": (["--samples", "1"], "--samples"),
    "too many": (["--all", "--samples", "1000000"], "at most"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_design_that_cannot_be_is_refused_and_nothing_is_written(tumen, tiny, name):
    words, expected = WRONG[name]
    assert expected in tumen("sensitivity", tiny, *words, code=USAGE).stderr
    assert tumen.files() == [tiny]


def test_a_design_whose_points_cannot_be_played_names_one(tumen, tiny):
    said = tumen("sensitivity", tiny, "--vary", "sentence_calm.exiled", "--samples", "2", code=INVALID).stderr
    assert "the design has a point" in said and "sum to" in said


def test_results_of_another_design_are_not_resumed(tumen, tiny):
    found(tumen, tiny, *MORRIS, "--out", "a.sqlite")
    before = (tumen.folder / "a.sqlite").read_bytes()
    for words in (SOBOL, [*MORRIS, "--seed", "5"], [*MORRIS, "--set", "fee_base=0.31"]):
        said = tumen("sensitivity", tiny, *words, "--out", "a.sqlite", "--resume", code=FAILED).stderr
        assert "experiment" in said
    assert (tumen.folder / "a.sqlite").read_bytes() == before


def test_a_dry_run_says_what_it_would_take_and_keeps_nothing(tumen, tiny):
    said = tumen("sensitivity", tiny, *MORRIS, "--dry-run").stdout
    assert "32 on" in said and "Nothing was kept" in said
    assert tumen.files() == [tiny]


@pytest.mark.parametrize("words", [["--replicates", "0"], ["--seed", "-1"], ["--on-error", "shrug"]])
def test_what_is_asked_amiss_is_refused_before_anything_is_played(tumen, tiny, words):
    said = tumen("sensitivity", tiny, *words, code=USAGE).stderr
    assert words[0] in said and "Looking" not in said and "Parameters" not in said
