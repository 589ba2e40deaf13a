"""Every command that plays lives the same life: kept with --out, told again where it was done before, gone on with after
it was cut short, measured with --dry-run, watched with --status."""

import json

import pytest

from conftest import CALM, DONE, FAILED, INTERRUPTED, USAGE

MINE = 'extends = "hoeryong-oath"\nname = "mine"\n[parameters]\nresidents = 8000\n'
LIVES = {
    "run": ["run", "small.toml", "--replicates", 5],
    "compare": ["compare", "calm.toml", "small.toml", "--luck-only", "--replicates", 4],
    "sweep": ["sweep", "small.toml", "--vary", "fee_base=0.2..0.4:3", "--replicates", 2],
    "sensitivity": ["sensitivity", "small.toml", "--vary", "fee_base=0.2..0.4", "--samples", 3, "--replicates", 2],
    "check": ["check", "mine.toml", "--replicates", 4],
    "check --unknowns": ["check", "mine.toml", "--unknowns", "--replicates", 1],
    "given": ["given", "small.toml", "--heard", "mean(phones_held, all) is 0 to 100000", "--replicates", 32],
    "value-of-information": ["value-of-information", "small.toml", "--replicates", 32],
}
each_life = pytest.mark.parametrize("words", LIVES.values(), ids=LIVES)


@pytest.fixture
def play(tumen, small):
    (tumen.folder / "mine.toml").write_text(MINE)
    (tumen.folder / "calm.toml").write_text(CALM)
    return tumen


@each_life
def test_what_was_done_before_is_told_again_and_what_was_cut_short_is_gone_on_with(play, words):
    cut = play(*words, "--out", "cut.sqlite", "--json", "--time-limit", "0.001s", "--status", "cut.json",
               code=INTERRUPTED)
    assert "The time limit is reached" in cut.stderr and "--resume" in cut.stderr and cut.stdout == ""
    assert ("give it more" in cut.stderr) == (". 0 of " in cut.stderr)
    assert json.loads((play.folder / "cut.json").read_text())["state"] == "interrupted"
    asked = play(*words, "--out", "cut.sqlite", "--json", code=FAILED).stderr
    assert "cut.sqlite is there, and " in asked and "--resume" in asked
    first = play(*words, "--out", "cut.sqlite", "--json", "--resume", "--status", "s.json")
    status = json.loads((play.folder / "s.json").read_text())
    assert status["state"] == "done" and status["left"] == 0 and status["done"] > 0
    assert (play.folder / "cut.html").is_file()
    again = play(*words, "--out", "cut.sqlite", "--json", "--status", "s.json")
    assert "Done before" in again.stderr and again.stdout == first.stdout
    assert json.loads((play.folder / "s.json").read_text())["done"] == 0
    assert play("verify", "cut.sqlite").returncode == DONE


@each_life
def test_a_report_of_plays_as_they_end_is_the_one_that_is_made_of_the_file(play, words):
    play(*words, "--out", "a.sqlite")
    play("report", "a.sqlite", "--out", "again.html")
    assert (play.folder / "again.html").read_bytes() == (play.folder / "a.html").read_bytes()


def test_so_is_that_of_a_run_until_it_knows_enough_and_of_one_that_was_gone_on_with(play):
    for words in (["run", "--luck-only", "small.toml", "--until", "half-width=20%@calling_eve"],
                  ["run", "small.toml", "--replicates", 3], ["run", "small.toml", "--replicates", 5, "--resume"]):
        out = "until.sqlite" if "--until" in words else "more.sqlite"
        play(*words, "--out", out)
        report = (play.folder / out).with_suffix(".html").read_bytes()
        play("report", out, "--out", "again.html", "--force")
        assert (play.folder / "again.html").read_bytes() == report


@pytest.mark.parametrize("name", ["run", "compare"])
def test_an_answer_stands_where_the_report_cannot_be_written(play, name):
    (play.folder / "a.html").mkdir()
    said = play(*LIVES[name], "--out", "a.sqlite", "--force", code=FAILED)
    assert "a.html" in said.stderr and "Report" not in said.stdout
    told = play(*LIVES[name], "--out", "b.sqlite").stdout
    assert said.stdout and told == f"{said.stdout}Results  b.sqlite\nReport   b.html\n"
    assert play(*LIVES[name], "--out", "a.sqlite", "--force", "--json", code=FAILED).stdout == ""


@each_life
def test_a_dry_run_keeps_nothing(play, words):
    before = play.files()
    said = play(*words, "--dry-run", "--json").stdout
    assert json.loads(said)["seconds_a_replicate"] > 0
    assert play.files() == before


def test_a_dry_run_measures_points_of_other_days_and_cities(tumen):
    said = tumen("check", "all", "--dry-run").stdout
    assert said.endswith("Nothing was kept.\n")
    assert tumen.files() == []


KEPT_WHERE_SAID = [name for name in LIVES if name not in ("run", "compare", "sweep", "sensitivity")]


@pytest.mark.parametrize("name", KEPT_WHERE_SAID)
def test_an_answer_is_the_same_whether_its_plays_are_kept_or_not(play, name):
    before = play.files()
    told = play(*LIVES[name], "--json", "--status", "s.json").stdout
    assert json.loads((play.folder / "s.json").read_text())["state"] == "done"
    assert play.files() == sorted([*before, "s.json"])
    assert play(*LIVES[name], "--json", "--out", "kept.sqlite").stdout == told
    assert "--resume without --out" in play(*LIVES[name], "--resume", code=USAGE).stderr
    cut = play(*LIVES[name], "--time-limit", "0.001s", code=INTERRUPTED).stderr
    assert "The time limit is reached; with --out what is finished would be kept." in cut


@pytest.mark.parametrize("name", ["given", "value-of-information"])
def test_an_answer_is_told_from_the_results_of_a_run(play, name):
    play("run", "small.toml", "--replicates", 32, "--out", "run.sqlite")
    told = play(*LIVES[name], "--json", "--out", "run.sqlite")
    assert "Done before" in told.stderr
    assert told.stdout == play(*LIVES[name], "--json").stdout
    assert play("run", "small.toml", "--replicates", 32, "--out", "run.sqlite").returncode == DONE


def test_results_that_are_too_few_are_gone_on_with(play):
    play("run", "small.toml", "--replicates", 16, "--out", "run.sqlite")
    assert "was not played to its end" in play(*LIVES["given"], "--out", "run.sqlite", code=FAILED).stderr
    told = play(*LIVES["given"], "--json", "--out", "run.sqlite", "--resume").stdout
    assert told == play(*LIVES["given"], "--json").stdout


def test_statements_are_watched_and_end_in_time_too(tumen):
    words = ["statements", "hoeryong-oath", "--set", "residents=3000", "--replicates", 2, "--status", "s.json"]
    tumen(*words)
    status = json.loads((tumen.folder / "s.json").read_text())
    assert status["state"] == "done" and status["done"] > 0
    assert "nothing was kept" in tumen(*words, "--time-limit", "0.001s", code=INTERRUPTED).stderr
    assert tumen("statements", "hoeryong-oath", "--dry-run").stdout.endswith("Nothing was kept.\n")
    assert tumen.files() == ["s.json"]


def test_a_hindcast_says_how_far_it_is_and_goes_on_after_its_time(tumen):
    words = ["hindcast", "border-history", "--cutoff", 2021, "--replicates", 2, "--size", 0.01, "--hindsight", "seen",
             "--out", "f.toml", "--status", "s.json"]
    cut = tumen(*words, "--time-limit", "0.001s", code=INTERRUPTED).stderr
    assert "The time limit is reached; the same command goes on." in cut
    assert json.loads((tumen.folder / "s.json").read_text())["state"] == "interrupted"
    tumen(*words)
    status = json.loads((tumen.folder / "s.json").read_text())
    assert status["state"] == "done" and status["done"] == 2 and status["left"] == 0
