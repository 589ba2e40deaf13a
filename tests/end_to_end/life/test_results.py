"""What a run leaves behind: results, a report, a summary; and what it refuses to touch."""

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import pytest
from conftest import DIFFERENCE, FAILED, PROGRAM, SMALL, USAGE


def run(tumen, small, *more, **how):
    return tumen("run", "--luck-only", small, "--replicates", "4", *more, **how)


def test_a_run_leaves_results_and_a_report(tumen, small):
    said = run(tumen, small)
    assert tumen.files() == ["results/small-1.html", "results/small-1.sqlite", "small.toml"]
    assert "A small city" in said.stdout
    assert "results/small-1.sqlite" in said.stdout and "results/small-1.html" in said.stdout
    assert "seed 1 (the default)" in said.stderr


def test_results_are_read_in_one_line(tumen, small):
    run(tumen, small)
    with sqlite3.connect(tumen.folder / "results/small-1.sqlite") as results:
        assert results.execute("select count(*) from series").fetchone() == (4 * 60,)
        assert results.execute("pragma integrity_check").fetchone() == ("ok",)


def test_the_same_run_again_says_that_it_is_done(tumen, small):
    first = run(tumen, small)
    before = (tumen.folder / "results/small-1.sqlite").read_bytes()
    again = run(tumen, small)
    assert "Done before" in again.stderr
    assert again.stdout == first.stdout
    assert (tumen.folder / "results/small-1.sqlite").read_bytes() == before


def test_the_same_run_again_makes_a_lost_report_again(tumen, small):
    run(tumen, small)
    report = tumen.folder / "results/small-1.html"
    text = report.read_text()
    report.unlink()
    run(tumen, small)
    assert report.read_text() == text


def test_another_experiment_in_the_file_is_not_touched(tumen, small):
    run(tumen, small)
    before = (tumen.folder / "results/small-1.sqlite").read_bytes()
    for more in (["--set", "fee_base=0.3"], ["--seed", "2", "--out", "results/small-1.sqlite"]):
        for resume in ([], ["--resume"]):
            said = run(tumen, small, *more, *resume, code=FAILED).stderr
            assert "small-1.sqlite" in said and "another" in said
    assert (tumen.folder / "results/small-1.sqlite").read_bytes() == before
    run(tumen, small, "--set", "fee_base=0.3", "--force")
    assert (tumen.folder / "results/small-1.sqlite").read_bytes() != before


def test_more_replicates_are_played_by_resume_alone(tumen, small):
    run(tumen, small)
    said = tumen("run", "--luck-only", small, "--replicates", "6", code=FAILED).stderr
    assert "lacks 2" in said and "--resume" in said
    tumen("run", "--luck-only", small, "--replicates", "6", "--resume")
    tumen("run", "--luck-only", small, "--replicates", "6", "--out", "straight.sqlite")
    assert "6 of 6" in tumen("verify", "results/small-1.sqlite", "straight.sqlite").stdout


@pytest.mark.parametrize("make", [
    lambda path: path.write_text("my notes"),
    lambda path: path.mkdir(),
    lambda path: sqlite3.connect(path).executescript("create table mine (a)"),
    lambda path: path.symlink_to("elsewhere"),
], ids=["text", "folder", "another database", "dangling link"])
@pytest.mark.parametrize("how", [[], ["--force"], ["--resume"]], ids=["plain", "force", "resume"])
def test_what_is_not_ours_is_never_touched(tumen, small, make, how):
    path = tumen.folder / "mine.sqlite"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    said = run(tumen, small, "--out", "mine.sqlite", *how, code=FAILED).stderr
    assert "mine.sqlite" in said and "error: " in said
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (tumen.folder / "elsewhere").exists()


def test_a_report_in_the_way_is_found_before_playing(tumen, small):
    (tumen.folder / "mine.html").write_text("mine")
    said = run(tumen, small, "--out", "mine.sqlite", code=FAILED).stderr
    assert "mine.html exists" in said
    assert tumen.files() == ["mine.html", "small.toml"]


def test_a_missing_folder_is_said(tumen, small):
    assert "nowhere/x.sqlite" in run(tumen, small, "--out", "nowhere/x.sqlite", code=FAILED).stderr
    assert tumen.files() == ["small.toml"]


def test_a_folder_that_is_gone_is_said(tumen, small):
    gone = tumen.folder / "gone"
    gone.mkdir()
    started = ["sh", "-c", 'cd gone && rmdir ../gone && exec "$@"', "sh", *tumen.command("run", tumen.folder / small)]
    ended = subprocess.run(started, cwd=tumen.folder, capture_output=True, text=True)
    assert ended.returncode == FAILED
    assert "the folder that the program was started in is gone" in ended.stderr


def test_a_link_to_nothing_is_called_one(tumen, small):
    (tumen.folder / "l.sqlite").symlink_to("elsewhere.sqlite")
    assert "a link to a file that is not there" in run(tumen, small, "--out", "l.sqlite", code=FAILED).stderr


def test_a_read_only_folder_is_said(small):
    # Nothing is read-only to root, so root plays this as nobody, from a place that nobody can reach.
    with tempfile.TemporaryDirectory() as place:
        program = shutil.copy(PROGRAM, place)
        scenario = Path(place, small)
        scenario.write_text(SMALL)
        Path(place, "locked").mkdir()
        for path, mode in ((place, 0o755), (program, 0o755), (scenario, 0o644), (f"{place}/locked", 0o555)):
            os.chmod(path, mode)
        nobody = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
        said = subprocess.run([program, "run", "--luck-only", small, "--replicates", "1", "--out", "locked/x.sqlite"], cwd=place,
                              capture_output=True, text=True, timeout=60, **nobody)
        assert said.returncode == FAILED
        assert "locked/x.sqlite" in said.stderr
        assert os.listdir(f"{place}/locked") == []


def test_results_that_end_like_a_report_are_refused(tumen, small):
    assert "results end in .sqlite" in run(tumen, small, "--out", "x.html", code=USAGE).stderr
    assert tumen.files() == ["small.toml"]


def test_a_dry_run_leaves_nothing(tumen, small):
    measured = json.loads(tumen("run", "--luck-only", small, "--dry-run", "--json", "--threads", "2").stdout)
    assert measured["replicates"] == 64 and measured["seconds"] > 0 and measured["bytes"] > 0
    assert measured["bytes"] > 64 * measured["bytes_a_replicate"] > 0
    assert "64 on 2 threads" in tumen("run", "--luck-only", small, "--dry-run", "--threads", "2").stdout
    assert tumen.files() == ["small.toml"]


def test_the_summary_as_json(tumen, small):
    said = json.loads(run(tumen, small, "--json").stdout)
    assert (said["done"], said["failed"], said["seed"]) == (4, 0, 1)
    assert len(said["answer"]) == 3
    sides = {headline["side"] for headline in said["headlines"]}
    assert {"official", "changed"} <= sides


def test_threads_and_task_sizes_change_no_bit(tumen, small):
    run(tumen, small, "--threads", "1", "--out", "one.sqlite")
    run(tumen, small, "--threads", "3", "--wards-a-task", "1", "--out", "three.sqlite")
    assert "4 of 4" in tumen("verify", "one.sqlite", "three.sqlite").stdout
    assert "4 of 4" in tumen("verify", "one.sqlite", "--threads", "2").stdout


def test_verify_finds_one_changed_number(tumen, small):
    run(tumen, small, "--out", "a.sqlite")
    (tumen.folder / "b.sqlite").write_bytes((tumen.folder / "a.sqlite").read_bytes())
    with sqlite3.connect(tumen.folder / "b.sqlite") as results:
        results.execute("update daily set calls = calls + 1 where day = 7 and replicate = 4")
    said = tumen("verify", "a.sqlite", "b.sqlite", code=DIFFERENCE).stdout
    assert "3 of 4" in said and "day 7" in said and "calls" in said
    found = json.loads(tumen("verify", "b.sqlite", "--json", code=DIFFERENCE).stdout)
    assert found["equal"] == 3 and "day 7" in found["differences"][0]["text"]


def test_other_seeds_give_other_results(tumen, small):
    run(tumen, small, "--out", "a.sqlite")
    run(tumen, small, "--seed", "2", "--out", "b.sqlite")
    assert "seed" in tumen("verify", "a.sqlite", "b.sqlite", code=DIFFERENCE).stdout


def test_export_writes_four_tables_and_replaces_none(tumen, small):
    run(tumen, small)
    said = tumen("export", "results/small-1.sqlite", "--csv", "--out", "tables").stdout
    assert said.count("\n") == 4
    daily = (tumen.folder / "tables/daily.csv").read_text().splitlines()
    assert len(daily) == 1 + 4 * 60 and "phones_held" in daily[0].split(",")
    assert "daily.csv" in tumen("export", "results/small-1.sqlite", "--out", "tables", code=FAILED).stderr
    table = tumen("export", "results/small-1.sqlite", "--table", "daily").stdout
    assert table.splitlines() == daily


@pytest.mark.parametrize("command", [["report"], ["export"], ["verify"]])
def test_what_is_no_results_file_is_said(tumen, command):
    (tumen.folder / "notes.sqlite").write_text("my notes")
    (tumen.folder / "empty.sqlite").touch()
    before = tumen.files()
    for path in ("missing.sqlite", "notes.sqlite", "empty.sqlite", "."):
        assert path in tumen(*command, path, code=FAILED).stderr
    assert tumen.files() == before
