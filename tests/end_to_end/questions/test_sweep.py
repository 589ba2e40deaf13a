"""Sweeps over parameters: designs, tables, reports, mistakes, failures, kills."""

import csv
import io
import json
import math
import random
import resource
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest
from conftest import FAILED, INTERRUPTED, INVALID, SMALL, SOME_FAILED, USAGE

VARIED = ["--vary", "fee_base=20 %..40 %:3", "--vary", "detection"]


def sweep(tumen, *words, **more):
    return json.loads(tumen("sweep", *words, "--json", **more).stdout)


def test_a_grid_is_played_at_every_combination_and_told(tumen, small):
    said = sweep(tumen, small, "--vary", "fee_base=20 %..40 %:3", "--vary", "detection:2", "--replicates", "4",
                 "--out", "s.sqlite")
    values = [tuple(point["values"].values()) for point in said["points"]]
    assert values == [(fee, found) for fee in (0.2, 0.3, 0.4) for found in (0.0003, 0.08)]
    assert {point["done"] for point in said["points"]} == {4}
    for point in said["points"]:
        for headline in point["headlines"]:
            assert headline["low"] <= headline["mean"] <= headline["high"]
    text = tumen("sweep", small, "--vary", "fee_base=20 %..40 %:3", "--vary", "detection:2", "--replicates", "4",
                 "--out", "s.sqlite")
    assert "Done before" in text.stderr and "same luck: 6; replicates of each: 4" in text.stdout
    assert "24 of 24" in tumen("verify", "s.sqlite").stdout


def test_the_values_of_lists_are_played_in_every_combination_and_more_are_added(tumen, small):
    varied = ["--vary", "fee_base=40 %,20 %", "--vary", "penalty=0,300,600"]
    said = sweep(tumen, small, *varied, "--replicates", "2", "--out", "s.sqlite")
    values = [tuple(point["values"].values()) for point in said["points"]]
    assert values == [(fee, penalty) for fee in (0.4, 0.2) for penalty in (0, 300, 600)]
    assert "Done before" in tumen("sweep", small, *varied, "--replicates", "2", "--out", "s.sqlite").stderr
    assert "12 of 12" in tumen("verify", "s.sqlite").stdout
    longer = ["--vary", "fee_base=40 %,20 %,30 %", "--vary", "penalty=0,300,600"]
    more = sweep(tumen, small, *longer, "--replicates", "2", "--out", "s.sqlite", "--resume")
    assert len(more["points"]) == 9 and {point["done"] for point in more["points"]} == {2}
    assert "leave out the others" in tumen("sweep", small, *varied, "--design", "sobol", code=USAGE).stderr


@pytest.mark.parametrize("design", ["lhs", "sobol"])
def test_points_fill_the_ranges_of_the_evidence(tumen, small, design):
    said = sweep(tumen, small, "--vary", "fee_base", "--vary", "detection", "--design", design, "--points", "8",
                 "--replicates", "1", "--out", "s.sqlite")
    [fee, detection] = said["factors"]
    low, high = fee["low"], fee["high"]
    eighths = sorted(int(8 * (point["values"]["fee_base"] - low) / (high - low)) for point in said["points"])
    assert eighths == list(range(8))
    assert not fee["beyond_evidence"] and detection["unit"]


def test_a_point_is_what_a_run_with_its_values_is(tumen, small):
    said = sweep(tumen, small, "--vary", "fee_base=0.2..0.4:2", "--replicates", "3", "--out", "s.sqlite")
    tumen("run", "--luck-only", small, "--set", "fee_base=0.4", "--replicates", "3", "--out", "r.sqlite")
    hashes = [sqlite3.connect(tumen.folder / name).execute(
        f"SELECT replicate, state_hash FROM replicate WHERE point = {point} ORDER BY replicate").fetchall()
        for name, point in (("s.sqlite", 1), ("r.sqlite", 0))]
    assert hashes[0] == hashes[1]
    assert said["points"][1]["name"] == "fee_base=0.4"


def test_the_export_has_the_values_as_columns(tumen, small):
    tumen("sweep", small, "--vary", "fee_base=0.2..0.4:2", "--replicates", "2", "--out", "s.sqlite")
    rows = list(csv.DictReader(io.StringIO(tumen("export", "s.sqlite", "--table", "headline").stdout)))
    assert {row["fee_base"] for row in rows} == {"0.2", "0.4"}
    assert {(row["point"], row["fee_base"]) for row in rows} == {("fee_base=0.2", "0.2"), ("fee_base=0.4", "0.4")}
    rows = list(csv.DictReader(io.StringIO(tumen("export", "s.sqlite", "--table", "replicate").stdout)))
    assert [row["fee_base"] for row in rows] == ["0.2", "0.4", "0.2", "0.4"]


def test_the_report_has_every_headline_at_every_point(tumen, small):
    tumen("sweep", small, *VARIED, "--design", "grid", "--replicates", "2", "--out", "s.sqlite", "--headline",
          "arrested")
    report = json.loads(tumen("report", "s.sqlite", "--json").stdout)
    part = report["sweep"]
    assert part["headline"] == "arrested" and len(part["points"]) == 15
    assert {len(point["estimates"]) for point in part["points"]} == {len(part["headlines"])}
    assert report["figures"] == [] and ": 15; replicates" in report["answer"][0]


def test_a_range_beyond_the_evidence_is_asked_for_and_marked(tumen, small):
    words = [small, "--vary", "fee_base=0.2..0.9:2", "--replicates", "1", "--out", "s.sqlite"]
    assert "--beyond-evidence" in tumen("sweep", *words, code=USAGE).stderr
    assert "s.sqlite" not in tumen.files()
    said = sweep(tumen, *words, "--beyond-evidence")
    assert said["factors"][0]["beyond_evidence"] and "beyond what the evidence supports: fee_base" in said["answer"][-1]
    report = json.loads(tumen("report", "s.sqlite", "--json").stdout)
    assert report["sweep"]["factors"][0]["beyond_evidence"] is True


@pytest.mark.parametrize("days", [[], ["--keep-days"]])
def test_a_dry_run_says_what_disk_it_takes(tumen, small, days):
    words = [small, "--vary", "fee_base=20 %..40 %:5", "--vary", "detection:4", "--replicates", "8", *days]
    said = sweep(tumen, *words, "--dry-run")
    assert said["replicates"] == 160 and tumen.files() == [small]
    sweep(tumen, *words, "--out", "s.sqlite")
    size = (tumen.folder / "s.sqlite").stat().st_size
    assert size / 1.3 < said["bytes"] < 1.3 * size
    assert said["bytes"] > 160 * said["bytes_a_replicate"]


@pytest.mark.parametrize("words, advice", [
    (["--vary", "fee_bsae"], "did you mean fee_base?"),
    (["--vary", "fee_base=0.2..1.5"], "impossible"),
    (["--vary", "fee_base=0.4..0.2"], "is no range"),
    (["--vary", "fee_base", "--vary", "fee_base:3"], "given twice"),
    (["--vary", "fee_base", "--set", "fee_base=0.3"], "fee_base is both set and varied"),
    (["--vary", "fee_base", "--replicates", "0"], "whole number from 1"),
    (["--vary", "fee_base", "--points", "1"], "whole number from 2"),
    (["--vary", "fee_base", "--design", "random"], "Latin hypercube"),
    (["--vary", "fee_base:3", "--design", "lhs"], "levels"),
    (["--vary", "fee_base", "--headline", "handed_on"], "did you mean handed_in?"),
    (["--vary", "fee_base", "--on-error", "panic"], "stop or continue"),
    (["--vary", "fee_base", "--time-limit", "soon"], "10min"),
    ([], "--vary"),
])
def test_mistakes_are_explained_and_write_nothing(tumen, small, words, advice):
    assert advice in tumen("sweep", small, *words, "--out", "s.sqlite", code=USAGE).stderr
    assert tumen.files() == [small]


def test_a_point_that_cannot_be_played_is_named(tumen, small):
    said = tumen("sweep", small, "--vary", "household_adults", "--set", "household_size=3", "--beyond-evidence",
                 "--out", "s.sqlite", code=INVALID)
    assert "the design has a point (household_adults=" in said.stderr
    assert tumen.files() == [small]


def test_another_sweep_is_not_resumed_and_nothing_is_lost(tumen, small):
    tumen("sweep", small, "--vary", "fee_base=0.2..0.4:3", "--replicates", "2", "--out", "s.sqlite")
    before = (tumen.folder / "s.sqlite").read_bytes()
    for words in (["--vary", "fee_base=0.2..0.4:4"], ["--vary", "fee_base=0.2..0.3:3"], ["--vary", "detection:3"],
                  ["--vary", "fee_base=0.2..0.4:3", "--seed", "2"]):
        said = tumen("sweep", small, *words, "--replicates", "2", "--out", "s.sqlite", "--resume", code=FAILED)
        assert "another experiment" in said.stderr
        assert (tumen.folder / "s.sqlite").read_bytes() == before


LITTLE = {"MALLOC_ARENA_MAX": "1"}  # so that threads reserve no addresses of their own


def without_memory():
    resource.setrlimit(resource.RLIMIT_AS, (160 << 20, 160 << 20))


def fails_at_its_second_point(tumen, *words, **more):
    (tumen.folder / "open.toml").write_text(SMALL.replace("residents = 20000\n", "").replace("days = 60", "days = 41"))
    return tumen("sweep", "open.toml", "--vary", "residents=2000..30000000:2", "--beyond-evidence", "--replicates",
                 "2", "--threads", "1", "--out", "f.sqlite", *words, preexec_fn=without_memory, environment=LITTLE, **more)


def test_a_failed_replicate_is_data_and_can_be_replayed(tumen):
    said = fails_at_its_second_point(tumen, code=SOME_FAILED)
    assert "2 replicates failed" in said.stderr and "not enough memory" in said.stderr
    assert "tumen replay f.sqlite 1 --point 1" in said.stderr
    assert "replicates of each: 0 to 2; failed and left out: 2." in " ".join(said.stdout.split())
    with sqlite3.connect(tumen.folder / "f.sqlite") as results:
        rows = results.execute("SELECT point, replicate, seed, status, reason FROM replicate ORDER BY 1, 2").fetchall()
    assert rows == [(0, 1, 1, "done", ""), (0, 2, 1, "done", ""), (1, 1, 1, "failed", "not enough memory"),
                    (1, 2, 1, "failed", "not enough memory")]
    again = tumen("replay", "f.sqlite", "1", "--point", "1", "--threads", "1", code=SOME_FAILED,
                  preexec_fn=without_memory, environment=LITTLE)
    assert "fails again, for the same reason" in again.stdout
    assert "equal to the stored one" in tumen("replay", "f.sqlite", "2").stdout
    assert "no replicate 3" in tumen("replay", "f.sqlite", "3", code=USAGE).stderr


def test_on_error_stop_plays_no_more(tumen):
    said = fails_at_its_second_point(tumen, "--on-error", "stop", code=SOME_FAILED)
    assert "--resume" in said.stderr
    with sqlite3.connect(tumen.folder / "f.sqlite") as results:
        rows = results.execute("SELECT point, replicate, status FROM replicate ORDER BY 2, 1").fetchall()
    assert rows == [(0, 1, "done"), (1, 1, "failed")]


def stored(path):
    """How many replicates a file holds that may be in the middle of being made."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0)) as results:
            return results.execute("SELECT count(*) FROM replicate").fetchone()[0]
    except sqlite3.Error:
        return 0


LONG = ["sweep", "hyesan-yearly", "--vary", "fee_base=20 %..40 %:4", "--replicates", "15", "--threads", "2"]


def grown(path, least):
    """Waits until a results file that is being written holds so many replicates."""
    for _ in range(6000):
        if stored(path) >= least:
            return
        time.sleep(0.005)
    raise AssertionError(f"{path.name} did not grow to {least} replicates")


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    from conftest import Tumen
    tumen = Tumen(tmp_path_factory.mktemp("straight"))
    tumen(*LONG, "--out", "straight.sqlite")
    return tumen.folder / "straight.sqlite"


@pytest.mark.parametrize("moment", range(3))
def test_a_sweep_killed_and_resumed_equals_the_uninterrupted(tumen, straight, moment):
    path = tumen.folder / "killed.sqlite"
    process = subprocess.Popen(tumen.command(*LONG, "--out", path.name), cwd=tumen.folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # By what has been written, not by the clock.
    grown(path, random.Random(moment).randrange(2, 40))
    process.kill()
    process.wait()
    kept = stored(path)
    assert 0 < kept < 60
    tumen(*LONG, "--out", path.name, "--resume")
    assert "60 of 60" in tumen("verify", path.name, straight).stdout


def test_a_time_limit_saves_what_is_finished_and_keeps_the_balance(tumen, straight):
    said = tumen(*[word if word != "15" else "4000" for word in LONG], "--out", "t.sqlite", "--time-limit", "1s",
                 code=INTERRUPTED)
    assert "The time limit is reached" in said.stderr and "--resume" in said.stderr
    with sqlite3.connect(tumen.folder / "t.sqlite") as results:
        counts = [row[0] for row in results.execute("SELECT count(*) FROM replicate GROUP BY point")]
    # All points of a replicate before the next: none is further than those being played.
    assert not counts or max(counts) - (min(counts) if len(counts) == 4 else 0) <= 2


POINTS = """\
fee_base,detection
30 %,0.001
0.25,0.004
0.25,0.002
"""


def test_points_of_a_table_are_played_in_their_order(tumen, small):
    (tumen.folder / "points.csv").write_text(POINTS)
    said = sweep(tumen, small, "--points", "points.csv", "--replicates", "2", "--out", "s.sqlite")
    assert said["design"] == "given"
    values = [(point["values"]["fee_base"], point["values"]["detection"]) for point in said["points"]]
    assert values == [(0.3, 0.001), (0.25, 0.004), (0.25, 0.002)]
    tumen("run", "--luck-only", small, "--set", "fee_base=0.25", "--set", "detection=0.004", "--replicates", "2", "--out", "r.sqlite")
    hashes = [sqlite3.connect(tumen.folder / name).execute(
        f"SELECT state_hash FROM replicate WHERE point = {point} ORDER BY replicate").fetchall()
        for name, point in (("s.sqlite", 1), ("r.sqlite", 0))]
    assert hashes[0] == hashes[1]
    again = tumen("sweep", small, "--points", "points.csv", "--replicates", "2", "--out", "s.sqlite")
    assert "Done before" in again.stderr
    assert "6 of 6" in tumen("verify", "s.sqlite").stdout


@pytest.mark.parametrize("table, words, code, said", [
    ("fee_bse\n0.2\n0.3\n", [], USAGE, "points.csv:1"),
    ("fee_base\n0.2\nmuch\n", [], USAGE, "points.csv:3"),
    ("fee_base\n0.2\n0.9\n", [], INVALID, "beyond the evidence"),
    ("fee_base\n0.2\n0.3\n", ["--vary", "detection"], USAGE, "--vary"),
    ("fee_base\n0.2\n0.3\n", ["--set", "fee_base=0.3"], USAGE, "both set"),
])
def test_a_table_that_cannot_be_played_is_named(tumen, small, table, words, code, said):
    (tumen.folder / "points.csv").write_text(table)
    assert said in tumen("sweep", small, "--points", "points.csv", *words, "--out", "s.sqlite", code=code).stderr


def test_a_large_sweep_is_listed_whole_and_drawn_by_points_picked_by_lot(tumen, small):
    (tumen.folder / small).write_text(SMALL.replace("residents = 20000", "residents = 2000").replace("days = 60", "days = 50"))
    words = [small, "--vary", "fee_base=0.2..0.4:50", "--vary", "detection:45", "--replicates", "1"]
    said = sweep(tumen, *words, "--out", "s.sqlite")
    assert [point["point"] for point in said["points"]] == list(range(2250))
    assert list(said)[-1] == "answer", "what is said of all points comes behind them"
    report = json.loads(tumen("report", "s.sqlite", "--json").stdout)
    drawn = report["sweep"]["points"]
    assert len(drawn) == 2000 and "2000 of the 2250 points" in report["answer"][-1]
    named = {point["name"]: point for point in said["points"]}
    means = {one["id"]: one["mean"] for one in named[drawn[7]["name"]]["headlines"]}
    for headline, estimate in zip(report["sweep"]["headlines"], drawn[7]["estimates"]):
        assert estimate is None or math.isclose(estimate[1], means[headline["id"]], rel_tol=1e-5)
    for factor, levels in enumerate([50, 45]):
        assert len({point["values"][factor] for point in drawn}) == levels, "no level is left out"
    assert report["answer"][:-1] == said["answer"]
