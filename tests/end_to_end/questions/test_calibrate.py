"""Calibrations: what they find, that nothing depends on threads or kills, answers drawn from them, mistakes."""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from math import isclose
from statistics import median

import pytest
from conftest import DONE, FAILED, INTERRUPTED, SOME_FAILED, USAGE, Tumen
from report_page import as_on_page
from stored_rows import rows_of_calibration

VARIED = ["--vary", "detection", "--vary", "kin_abroad=0.02..0.08", "--vary", "fee_base"]
WORDS = ["calibrate", "hyesan-calm", *VARIED, "--set", "residents=20000", "--particles", "25", "--generations", "3",
         "--predictive", "20", "--replicates", "1"]


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    tumen = Tumen(tmp_path_factory.mktemp("straight"))
    said = tumen(*WORDS, "--threads", "1", "--out", "straight.sqlite", "--json")
    return tumen.folder / "straight.sqlite", json.loads(said.stdout)


def test_the_posterior_lies_within_the_prior_and_all_patterns_are_told(straight):
    _, said = straight
    assert said["finished"] and "It ended" in said["why"]
    assert [one["id"] for one in said["parameters"]] == ["detection", "kin_abroad", "fee_base"]
    for one in said["parameters"]:
        assert one["low"] <= one["q05"] <= one["q25"] <= one["median"] <= one["q75"] <= one["q95"] <= one["high"]
        assert one["shrinkage"] < 1
    assert [one["beyond_evidence"] for one in said["parameters"]] == [False, False, False]
    fitted = {one["id"] for one in said["patterns"] if one["fitted"]}
    assert fitted == {"P11", "P26", "P37", "A3", "K1", "K5", "K11"}
    for one in said["patterns"]:
        assert 0 <= one["prior"]["share"] <= 1 and one["posterior"]["n"] <= 20


def test_a_number_of_ones_own_is_told_over_the_plays_of_the_posterior(tumen):
    asked = (*WORDS, "--headline", "mean(fee, all)", "--out", "own.sqlite")
    lines = " ".join(tumen(*asked).stdout.split())
    said = json.loads(tumen(*asked, "--resume", "--json").stdout)
    [own] = [one for one in said["headlines"] if one["label"] == "mean(fee, all)"]
    stored = tumen("export", "own.sqlite", "--table", "headline").stdout.splitlines()[1:]
    values = [float(line.rpartition(",")[2]) for line in stored if f",{own['id']}," in line]
    assert own["n"] == len(values) > 20
    assert isclose(own["median"], median(values)) and own["q05"] < own["median"] < own["q95"]
    assert f"mean(fee, all): {own['median']:.3f} in the median of {own['n']} runs, 90 % of them" in lines
    assert {"fee_level", "calling_level"} <= {one["id"] for one in said["headlines"]}


def test_a_parameter_that_a_pattern_fixes_is_found(tumen):
    # The mean fee in calm times is fee_base and what risk and scarcity add; 28 to 35 % was reported.
    said = json.loads(tumen("calibrate", "hyesan-calm", "--set", "residents=60000", "--vary", "fee_base", "--patterns",
                            "K1", "--particles", "60", "--predictive", "40", "--out", "c.sqlite", "--json").stdout)
    [fee] = said["parameters"]
    assert 0.1 < fee["q05"] and fee["q95"] < 0.4 and fee["shrinkage"] > 0.4
    [fitted] = [one for one in said["patterns"] if one["fitted"]]
    assert fitted["id"] == "K1"
    # Brokers are few enough there that luck alone moves the fee out of the band now and then.
    assert fitted["posterior"]["share"] > fitted["prior"]["share"] + 0.2
    assert "nothing more to say" in said["why"]


@pytest.mark.parametrize("threads", ["2", "3"])
def test_rows_are_the_same_for_any_number_of_threads(tumen, straight, threads):
    tumen(*WORDS, "--threads", threads, "--out", "c.sqlite")
    assert rows_of_calibration(tumen.folder / "c.sqlite") == rows_of_calibration(straight[0])


def test_what_is_stored_is_consistent(straight):
    path, said = straight
    with closing(sqlite3.connect(path)) as results:
        accepted = results.execute("SELECT generation, count(*) FROM particle WHERE status = 'accepted' "
                                   "GROUP BY generation ORDER BY generation").fetchall()
        assert accepted == [(0, 25), (1, 25), (2, 25), (3, 20)]
        assert results.execute("SELECT generation, proposals FROM generation ORDER BY generation").fetchall() == \
            results.execute("SELECT generation, count(*) FROM particle GROUP BY generation ORDER BY generation") \
            .fetchall()
        thresholds = [row[0] for row in results.execute("SELECT threshold FROM generation WHERE generation IN (1, 2)")]
        distances = results.execute("SELECT generation, status, distance FROM particle WHERE generation IN (1, 2)")
        for generation, status, distance in distances:
            near = distance is not None and distance <= thresholds[generation - 1]
            assert near == (status == "accepted")
    assert len(said["drawn"]) == 20


@pytest.mark.parametrize("moment", range(2))
def test_killed_and_resumed_equals_the_uninterrupted(tumen, straight, moment):
    path = tumen.folder / "killed.sqlite"
    process = subprocess.Popen(tumen.command(*WORDS, "--threads", "2", "--out", path.name), cwd=tumen.folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # By what has been written, not by the clock.
    wanted = random.Random(moment).randrange(100_000, 200_000)
    while process.poll() is None and not (path.exists() and path.stat().st_size > wanted):
        time.sleep(0.002)
    process.kill()
    process.wait()
    tumen(*WORDS, "--threads", "2", "--out", path.name, "--resume")
    assert rows_of_calibration(path) == rows_of_calibration(straight[0])
    assert [name for name in tumen.files() if name.startswith("killed.sqlite")] == ["killed.sqlite"]


def test_a_signal_saves_and_says_how_to_go_on(tumen, straight):
    long = ["1000" if word == "25" else word for word in WORDS]
    process = subprocess.Popen(tumen.command(*long, "--out", "c.sqlite"), cwd=tumen.folder, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not (tumen.folder / "c.sqlite").exists():
        time.sleep(0.005)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED and "--resume" in said
    assert [name for name in tumen.files() if name.startswith("c.sqlite")] == ["c.sqlite"]
    refused = tumen(*long, "--out", "c.sqlite", code=FAILED).stderr
    assert "not finished" in refused and "--resume" in refused
    unfinished = tumen("run", "hyesan-calm", "--from", "c.sqlite", code=FAILED).stderr
    assert "not finished" in unfinished
    assert "seed" in tumen(*long, "--seed", "2", "--out", "c.sqlite", "--resume", code=FAILED).stderr


def test_a_time_limit_stops_and_can_be_gone_on_from(tumen):
    long = ["2000" if word == "25" else word for word in WORDS]
    said = tumen(*long, "--time-limit", "1s", "--out", "c.sqlite", code=INTERRUPTED).stderr
    assert "time limit" in said and "--resume" in said


def test_a_time_limit_holds_for_the_replicates_after_the_last_generation_too(tumen, straight):
    path = tumen.folder / "c.sqlite"
    shutil.copy(straight[0], path)
    with closing(sqlite3.connect(path)) as results:
        for table in ("daily", "headline", "replicate_city", "replicate"):
            results.execute(f"DELETE FROM {table}")
        results.commit()
    said = tumen(*WORDS, "--time-limit", "0.001s", "--out", path, "--resume", code=INTERRUPTED).stderr
    assert "time limit" in said and "--resume" in said
    tumen(*WORDS, "--out", path, "--resume")
    assert rows_of_calibration(path) == rows_of_calibration(straight[0])


def test_finished_ones_are_told_again_and_verified(tumen, straight):
    path, said = straight
    again = tumen(*WORDS, "--out", path, "--json")
    assert "Done before" in again.stderr
    assert json.loads(again.stdout)["parameters"] == said["parameters"]
    assert "64 of 64" in tumen("verify", path).stdout


@pytest.fixture(scope="module")
def posterior(tmp_path_factory):
    """One that is worth enough to be drawn from: a hundred sets of values of one weight."""
    tumen = Tumen(tmp_path_factory.mktemp("posterior"))
    said = tumen("calibrate", "hyesan-calm", *VARIED, "--set", "residents=4000", "--particles", "100", "--generations", "1",
                 "--predictive", "5", "--replicates", "1", "--out", "posterior.sqlite").stdout.replace("\n", " ")
    assert "Kept 100 of the last 100 proposals (100 %), with their weights worth 100 independent ones." in said
    assert "--from posterior.sqlite" in said
    return tumen.folder / "posterior.sqlite"


def test_what_is_worth_too_little_is_no_posterior_and_nothing_is_drawn_from_it(tumen, straight):
    path, said = straight
    assert not said["is_posterior"] and said["effective_size"] < 100
    first = tumen(*WORDS, "--out", path).stdout
    assert "This is no posterior: the 25 sets of values that were kept count for" in first.replace("\n", " ")
    assert "--from" not in first
    refused = tumen("run", "hyesan-calm", "--from", path, code=FAILED).stderr
    assert "This is no posterior" in refused and "--values prior" in refused and tumen.files() == []


def test_answers_carry_what_the_calibration_left_open(tumen, posterior):
    path = posterior
    words = ["run", "hyesan-calm", "--set", "residents=20000", "--from", path, "--out", "r.sqlite"]
    tumen(*words, "--replicates", "4")
    assert "4 of 4" in tumen("verify", "r.sqlite").stdout
    tumen(*words, "--replicates", "9", "--resume")
    assert "9 of 9" in tumen("verify", "r.sqlite").stdout
    with closing(sqlite3.connect(tumen.folder / "r.sqlite")) as results:
        drawn = results.execute("SELECT replicate, name, value FROM replicate_value").fetchall()
    assert {row[1] for row in drawn} == {"detection", "kin_abroad", "fee_base"}
    with closing(sqlite3.connect(path)) as calibration:
        kept = calibration.execute(
            "SELECT name, value FROM particle_value NATURAL JOIN particle "
            "WHERE status = 'accepted' AND generation = 0").fetchall()
    assert {row[1:] for row in drawn} <= set(kept)
    # The same draw alone, as flags: the same days to the last bit.
    flags = [word for _, name, value in drawn[:3] for word in ("--set", f"{name}={value!r}")]
    tumen("run", "--luck-only", "hyesan-calm", "--set", "residents=20000", *flags, "--replicates", "1", "--out", "one.sqlite")
    hashes = [closing(sqlite3.connect(tumen.folder / name)) for name in ("r.sqlite", "one.sqlite")]
    found = []
    for opened in hashes:
        with opened as results:
            found.append(results.execute("SELECT state_hash FROM replicate WHERE replicate = 1").fetchone())
    assert found[0] == found[1]
    report = json.loads(tumen("report", "r.sqlite", "--json").stdout)
    assert report["drawn_from"]["calibration"] == "calibrate-hyesan-calm, seed 1"
    assert len(report["drawn_from"]["draws"]) == 9 and report["figures"]


def test_scenarios_are_compared_on_the_same_draws(tumen, posterior):
    path = posterior
    tumen("compare", "hyesan-calm", "hyesan-handin", "--set", "residents=20000", "--from", path, "--replicates", "3",
          "--out", "c.sqlite")
    assert "6 of 6" in tumen("verify", "c.sqlite").stdout
    tumen("compare", "--luck-only", "hyesan-calm", "hyesan-handin", "--set", "residents=20000", "--replicates", "3", "--out",
          "c.sqlite", "--resume", code=FAILED)


def test_the_report_holds_the_calibration(tumen, straight):
    path, said = straight
    report = json.loads(tumen("report", path, "--json").stdout)
    assert report["calibration"]["parameters"] == as_on_page(said["parameters"])
    assert report["replicates"] == 64 and report["sensitivity"] is None
    plain = tumen("run", "--luck-only", "hyesan-calm", "--set", "residents=20000", "--replicates", "2", "--out", "p.sqlite")
    assert plain.returncode == DONE
    report = json.loads(tumen("report", "p.sqlite", "--json").stdout)
    assert report["calibration"] is None and report["drawn_from"] is None


def test_what_its_plays_come_to_begins_with_no_empty_sentence(tumen):
    tumen("calibrate", "hyesan-handin", "--vary", "detection", "--patterns", "K1", "--set", "residents=20000", "--particles", "20",
          "--generations", "2", "--predictive", "20", "--replicates", "1", "--out", "drive.sqlite")
    answer = json.loads(tumen("report", "drive.sqlite", "--json").stdout)["answer"]
    assert answer and all(answer), answer


def test_what_cannot_be_played_is_kept_with_its_reason(tumen):
    # The smallest watch unit must not be larger than the largest, which has 30 households here.
    said = json.loads(tumen("calibrate", "hyesan-calm", "--set", "residents=20000", "--set", "unit_households_max=30",
                            "--vary", "unit_households_min=20..40", "--beyond-evidence", "--vary", "detection",
                            "--particles", "10", "--generations", "2", "--predictive", "5", "--out", "c.sqlite",
                            "--json", code=SOME_FAILED).stdout)
    for failure in said["failures"]:
        assert "smallest watch unit" in failure["reason"] and failure["seed"].isdigit()
    assert said["parameters"][0]["beyond_evidence"] and said["parameters"][0]["q95"] <= 30
    with closing(sqlite3.connect(tumen.folder / "c.sqlite")) as results:
        values = results.execute("SELECT value FROM particle_value NATURAL JOIN particle "
                                 "WHERE status = 'failed' AND position = 0").fetchall()
    assert len(values) == sum(failure["count"] for failure in said["failures"]) > 0
    assert all(value > 30 for (value,) in values)


@pytest.mark.parametrize("words, expected", [
    (["--vary", "detectoin"], "detection"),
    (["--vary", "residents"], "no prior"),
    (["--vary", "detection", "--vary", "detection"], "twice"),
    (["--vary", "detection=0.5..0.9"], "--beyond-evidence"),
    (["--vary", "detection", "--set", "detection=0.01"], "both set and varied"),
    (["--vary", "detection:3"], "levels belong to a grid"),
    (["--vary", "detection=0.001..0.05:3"], "levels belong to a grid"),
    (["--patterns", "L2"], "in a campaign elsewhere"),
    (["--patterns", "Z99"], "no pattern"),
    (["--particles", "1"], "--particles"),
    (["--replicates", "0"], "--replicates"),
])
def test_mistakes_are_told_before_anything_is_written(tumen, words, expected):
    said = tumen("calibrate", "hyesan-calm", *words, "--out", "c.sqlite", code=USAGE).stderr
    assert expected in said
    assert tumen.files() == []


def test_a_contradiction_between_flags_and_draws_is_told(tumen, posterior):
    path = posterior
    said = tumen("run", "hyesan-calm", "--from", path, "--set", "detection=0.01", code=USAGE).stderr
    assert "detection" in said
    tumen("run", "hyesan-calm", "--set", "residents=20000", "--replicates", "1", "--out", "p.sqlite")
    said = tumen("run", "hyesan-calm", "--from", "p.sqlite", code=FAILED).stderr
    assert "no calibration" in said


def test_what_one_voice_alone_reported_is_held_out_instead_of_fitted_to(tumen):
    said = json.loads(tumen("calibrate", "hyesan-calm", "--vary", "detection", "--set", "residents=3000", "--particles", "10",
                            "--generations", "1", "--predictive", "5", "--replicates", "1", "--without-voice", "daily-nk",
                            "--out", "c.sqlite", "--json").stdout)
    # Those were reported by others, too, or by another alone.
    assert {one["id"] for one in said["patterns"] if one["fitted"]} == {"P37", "A3", "K1"}
    assert {"P11", "P26", "K5", "K11"} <= {one["id"] for one in said["patterns"] if not one["fitted"]}
    for voice, why in (("nobody", "was reported by"), ("daily-nk", "there is nothing to fit to")):
        words = ["calibrate", "hyesan-calm", "--patterns", "P11", "--without-voice", voice, "--out", "d.sqlite"]
        assert why in tumen(*words, code=USAGE).stderr
    assert not (tumen.folder / "d.sqlite").exists()


def test_a_dry_run_says_how_long_and_keeps_nothing(tumen):
    said = json.loads(tumen(*WORDS, "--dry-run", "--json").stdout)
    assert said["seconds_a_proposal"] > 0 and said["proposals"] > 25
    assert tumen.files() == []
