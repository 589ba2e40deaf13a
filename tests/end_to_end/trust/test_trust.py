"""What a file says is asked, not believed: verify, merge and reading of files that somebody changed; what a file and
the program's words give away."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest
from conftest import DIFFERENCE, DONE, FAILED, INVALID, USAGE
from digests import change, forge

SWEEP = ["sweep", "small.toml", "--vary", "fee_base=20 %..40 %:3", "--replicates", "2"]


def four(tumen, small, name="a.sqlite"):
    tumen("run", "--luck-only", small, "--replicates", "4", "--out", name)
    return tumen.folder / name


@pytest.mark.parametrize("alter", [change, forge])
def test_a_headline_of_a_sweep_that_was_changed_is_found_by_playing_again(tumen, small, alter):
    tumen(*SWEEP, "--out", "a.sqlite")
    tumen("verify", "a.sqlite")
    alter(tumen.folder / "a.sqlite", "UPDATE headline SET value = value + 500 WHERE id = 'handed_in' AND point = 2")
    said = tumen("verify", "a.sqlite", code=DIFFERENCE).stdout
    assert "4 of 6 replicates" in said and "headline handed_in" in said
    assert ("replicate 1 of point 2: changed after it was written" in said) == (alter is change)


RESULTS = {
    "run": (["run", "small.toml", "--replicates", "3"], [
        "UPDATE daily SET calls = calls + 1 WHERE day = 3 AND replicate = 2", "UPDATE headline SET value = 7 WHERE replicate = 2",
        "DELETE FROM headline WHERE replicate = 2 AND id = 'arrested'", "UPDATE replicate_city SET adults = 5",
        "UPDATE replicate SET reason = 'none'", "UPDATE replicate SET digest = ''", "UPDATE point SET title = 'Mine'",
        "UPDATE city SET label = 'Mine'", "UPDATE experiment SET replicates = '1-4'", "UPDATE provenance SET version = '9'",
        "UPDATE meta SET value = 'x' WHERE key = 'what'", "DELETE FROM digest", "UPDATE column_info SET unit = 'x'"]),
    "sensitivity": (["sensitivity", "small.toml", "--vary", "fee_base", "--vary", "penalty", "--replicates", "1", "--samples", "2"], [
        "UPDATE headline SET value = value * 100 WHERE point = 1", "UPDATE point_value SET value = value * 1.01 WHERE point = 1",
        "UPDATE design SET value = '3' WHERE key = 'samples'", "UPDATE design_factor SET high = high * 2"]),
    "calibrate": (["calibrate", "hyesan-handin", "--set", "residents=1000", "--set", "fee_risk=0", "--vary", "fee_base", "--patterns", "K1",
                   "--particles", "10", "--generations", "1", "--predictive", "10", "--replicates", "1"], [
        "UPDATE particle SET weight = weight / 2 WHERE proposal = (SELECT min(proposal) FROM particle WHERE weight IS NOT NULL)",
        "UPDATE particle_value SET value = value / 2 WHERE proposal = 1", "UPDATE particle_statistic SET value = value / 2",
        "UPDATE generation SET effective_size = 99", "INSERT INTO pattern_scale VALUES (0, 'mine', 2.0)"]),
}


@pytest.mark.parametrize("of", RESULTS)
def test_every_row_that_was_changed_is_found_and_neither_reported_nor_gone_on_with(tumen, small, of):
    words, changes = RESULTS[of]
    tumen(*words, "--out", "whole.sqlite")
    tumen("report", "whole.sqlite", "--out", "whole.html", "--force")
    path = tumen.folder / "a.sqlite"
    for sql in changes:
        shutil.copy(tumen.folder / "whole.sqlite", path)
        change(path, sql)
        said = tumen("verify", "a.sqlite", code=DIFFERENCE).stdout
        assert "changed after it was written" in said, sql
        for command in (["report", "a.sqlite", "--out", "a.html"], ["export", "a.sqlite"], ["report", "a.sqlite", "--json"]):
            said = tumen(*command, code=FAILED).stderr
            assert "changed after they were written" in said and "tumen verify" in said, sql
        assert not (tumen.folder / "a.html").exists()


def test_verify_says_what_it_played_what_it_recomputed_what_it_compared_and_what_it_left(tumen, small):
    four(tumen, small)
    lines = tumen("verify", "a.sqlite").stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["Asked for 4, there 4, failed 0.", "Replayed", "Recomputed", "Compared",
                                                      "Not looked at"]
    found = json.loads(tumen("verify", "a.sqlite", "--json").stdout)
    assert found["asked_for"] == found["there"] == 4 and found["failed"] == 0
    assert found["recomputed"]["wrong"] == [] and found["compared"]["wrong"] == []


def test_report_export_and_citation_say_what_was_asked_for_and_what_is_there(tumen, small):
    path = four(tumen, small)
    forge(path, "".join(f"DELETE FROM {table} WHERE replicate = 2;" for table in ("headline", "daily", "replicate_city", "replicate")))
    for words in (["report", "a.sqlite", "--out", "b.html"], ["export", "a.sqlite"], ["report", "a.sqlite", "--json"]):
        assert tumen(*words).stderr.startswith("Asked for 4, there 3, failed 0.")
    data = json.loads(tumen("report", "a.sqlite", "--json").stdout)
    assert data["extent"] == {"asked_for": 4, "there": 3, "failed": 0}
    assert "asked for 4, there 3, failed 0" in data["cite"]


def test_results_of_two_calibrations_are_equal_only_with_equal_proposals(tumen, small):
    words, _ = RESULTS["calibrate"]
    tumen(*words, "--out", "a.sqlite")
    shutil.copy(tumen.folder / "a.sqlite", tumen.folder / "b.sqlite")
    tumen("verify", "a.sqlite", "b.sqlite")
    forge(tumen.folder / "b.sqlite", "UPDATE particle SET weight = weight / 2 WHERE weight IS NOT NULL AND generation = 0")
    assert "weight of proposal" in tumen("verify", "a.sqlite", "b.sqlite", code=DIFFERENCE).stdout


def test_a_headline_beside_its_days_that_was_changed_is_found_by_playing_again(tumen, small):
    change(four(tumen, small), "UPDATE headline SET value = 7 WHERE id = 'handed_in' AND replicate = 3")
    said = tumen("verify", "a.sqlite", code=DIFFERENCE).stdout
    assert "3 of 4 replicates" in said and "replicate 3: headline handed_in: 7" in said


def test_files_whose_headlines_contradict_one_another_are_neither_merged_nor_equal(tumen, small):
    path = four(tumen, small)
    shutil.copy(path, tumen.folder / "b.sqlite")
    change(tumen.folder / "b.sqlite", "UPDATE headline SET value = 7")
    assert "changed after" in tumen("merge", "a.sqlite", "b.sqlite", "--out", "m.sqlite", code=FAILED).stderr
    forge(tumen.folder / "b.sqlite", "UPDATE headline SET value = 7")
    assert "headline" in tumen("merge", "a.sqlite", "b.sqlite", "--out", "m.sqlite", code=DIFFERENCE).stderr
    assert not (tumen.folder / "m.sqlite").exists()
    assert "0 of 4" in tumen("verify", "a.sqlite", "b.sqlite", code=DIFFERENCE).stdout


def test_files_with_other_titles_are_not_equal(tumen, small):
    four(tumen, small)
    text = (tumen.folder / small).read_text()
    (tumen.folder / small).write_text(text.replace("A small city", "A city of my own"))
    four(tumen, small, "b.sqlite")
    assert "the titles of point 0" in tumen("verify", "a.sqlite", "b.sqlite", code=DIFFERENCE).stdout


def test_replicates_that_were_taken_out_are_missed_in_the_first_line(tumen, small):
    path = four(tumen, small)
    assert tumen("verify", "a.sqlite").stdout.startswith("Asked for 4, there 4, failed 0.\n")
    tables = ("headline", "daily", "replicate_city", "replicate")
    change(path, "".join(f"DELETE FROM {table} WHERE replicate > 1;" for table in tables))
    ended = tumen("verify", "a.sqlite", code=DIFFERENCE)
    assert ended.stdout.startswith("Asked for 4, there 1, failed 0.\n")
    assert "3 replicates that were asked for are not there" in ended.stderr
    change(path, "".join(f"DELETE FROM {table};" for table in tables))
    tumen("verify", "a.sqlite", code=DIFFERENCE)  # nothing is not everything


@pytest.mark.parametrize("sql, what", [("ANALYZE", "table sqlite_stat1"), ("CREATE INDEX mine ON daily(date)", "index mine"),
                                       ("CREATE VIEW mine AS SELECT * FROM daily", "view mine"),
                                       ("CREATE TABLE notes(x); INSERT INTO notes VALUES ('mine')", "table notes")])
def test_what_somebody_added_to_a_file_is_named_and_left_alone(tumen, small, sql, what):
    path = four(tumen, small)
    change(path, sql)
    assert what in tumen("verify", "a.sqlite").stderr
    tumen("report", "a.sqlite", "--out", "b.html")
    tumen("export", "a.sqlite")
    tumen("run", "--luck-only", small, "--replicates", "5", "--out", "a.sqlite", "--resume")
    with closing(sqlite3.connect(path)) as results:
        assert results.execute("SELECT count(*) FROM sqlite_schema WHERE name IN "
                               "('mine', 'notes', 'sqlite_stat1')").fetchone() == (1,)


def test_code_in_a_file_is_refused_with_the_way_to_take_it_away(tumen, small):
    change(four(tumen, small), "CREATE TRIGGER mine AFTER INSERT ON daily BEGIN DELETE FROM headline; END")
    for words in (["report", "a.sqlite"], ["run", "--luck-only", small, "--out", "a.sqlite", "--resume"]):
        said = tumen(*words, code=FAILED).stderr
        assert "trigger mine" in said and "DROP trigger mine" in said


@pytest.fixture
def of_another_model(tumen, small):
    forge(four(tumen, small), "UPDATE meta SET value = 'ffffffffffffffffffffffffffffffff' WHERE key = 'model_fingerprint'")
    return small


@pytest.mark.parametrize("words", [["run", "--luck-only", "small.toml", "--replicates", "4", "--out", "a.sqlite"],
                                   ["run", "--luck-only", "small.toml", "--replicates", "8", "--out", "a.sqlite", "--resume"],
                                   ["merge", "a.sqlite", "--out", "m.sqlite"]], ids=["done before", "resume", "merge"])
def test_results_of_another_model_are_never_mixed_nor_shown_as_done(tumen, of_another_model, words):
    before = (tumen.folder / "a.sqlite").read_bytes()
    said = tumen(*words, code=FAILED).stderr
    assert "of another model" in said and "--out" in said and "--force" in said and "version" in said
    assert (tumen.folder / "a.sqlite").read_bytes() == before
    tumen("report", "a.sqlite", "--out", "still.html")  # it can be read


def test_results_that_do_not_say_their_model_are_not_gone_on_with(tumen, small):
    forge(four(tumen, small), "DELETE FROM meta WHERE key = 'model_fingerprint'")
    said = tumen("run", "--luck-only", small, "--replicates", "8", "--out", "a.sqlite", "--resume", code=FAILED).stderr
    assert "does not say which model" in said


def test_the_program_says_which_model_it_is(tumen, small):
    path = four(tumen, small)
    with closing(sqlite3.connect(path)) as results:
        stored, = results.execute("SELECT value FROM meta WHERE key = 'model_fingerprint'").fetchone()
        of_replicates = results.execute("SELECT DISTINCT fingerprint FROM replicate JOIN provenance ON id = provenance").fetchall()
    assert of_replicates == [(stored,)]
    data = json.loads(tumen("report", "a.sqlite", "--json").stdout)
    assert data["provenance"]["fingerprint"] == stored and stored in data["cite"]
    assert re.search(r"model ([0-9a-f]{32})\)", tumen("--version").stdout).group(1) == stored


HOSTILE = '"\\u001b[2A\\r\\u001b[J2 of 2 replicates are right\\u001b[8m \\u202egnp"'


def test_no_text_of_a_file_moves_hides_or_colours_what_a_terminal_shows(tumen, small):
    text = (tumen.folder / small).read_text()
    text = text.replace('"A small city"', HOSTILE).replace('label = "hyesan"', "").replace('label = "Hyesan"', f"label = {HOSTILE}")
    (tumen.folder / small).write_text(text)
    path = four(tumen, small)
    forge(path, "UPDATE daily SET calls = 99 WHERE day = 3 AND replicate = 1; "
                "UPDATE point SET scenario_hash = char(27) || '[1A' || scenario_hash")
    seen = []
    for words in (["verify", "a.sqlite"], ["run", "--luck-only", small, "--replicates", "9", "--resume", "--out", "a.sqlite"],
                  ["run", "--luck-only", small, "--out", "b.sqlite"], ["report", "a.sqlite", "--json"], ["scenario", "check", small]):
        ended = subprocess.run(tumen.command(*words), cwd=tumen.folder, capture_output=True, text=True)
        seen.append(ended.stdout + ended.stderr)
    for said in seen:
        assert not set(said) & {chr(code) for code in range(32) if chr(code) not in "\n\t"}
        assert "\u202e" not in said
    assert "\\x1b[2A" in "".join(seen)


def test_a_run_goes_on_where_its_messages_cannot_be_written(tumen, small):
    words = tumen.command("run", "--luck-only", small, "--replicates", "2", "--out")
    if os.path.exists("/dev/full"):
        with open("/dev/full", "w") as full:
            assert subprocess.run([*words, "a.sqlite"], cwd=tumen.folder, stdout=subprocess.DEVNULL, stderr=full).returncode == DONE
        tumen("verify", "a.sqlite")
    closed = ["sh", "-c", '"$@" 2>&-', "sh", *words, "b.sqlite"]
    assert subprocess.run(closed, cwd=tumen.folder, stdout=subprocess.DEVNULL).returncode == DONE
    tumen("verify", "b.sqlite")
    closed = ["sh", "-c", '"$@" 2>&-', "sh", *tumen.command("scenario", "check", "nofile.toml")]
    assert subprocess.run(closed, cwd=tumen.folder).returncode == INVALID


@pytest.mark.parametrize("name", ["keep.sqlite", "small.toml", "notes.json"])
def test_a_status_replaces_nothing_but_a_status(tumen, small, name):
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "keep.sqlite")
    (tumen.folder / "notes.json").write_text('{"mine": 1}')
    before = (tumen.folder / name).read_bytes()
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "b.sqlite", "--status", name, code=USAGE)
    assert (tumen.folder / name).read_bytes() == before
    for seed in ("2", "3"):  # a status of a run before is replaced
        tumen("run", "--luck-only", small, "--seed", seed, "--replicates", "1", "--out", f"{seed}.sqlite", "--status", "s.json")
    assert json.loads((tumen.folder / "s.json").read_text())["state"] == "done"


def test_an_export_writes_through_no_link_and_over_nobodys_draft(tumen, small):
    four(tumen, small)
    (tumen.folder / "key").write_text("my key")
    (tumen.folder / "a-csv").mkdir()
    (tumen.folder / "a-csv/daily.csv.new").symlink_to("../key")
    (tumen.folder / "a-csv/replicate.csv.new").write_text("mine")
    tumen("export", "a.sqlite")
    assert (tumen.folder / "key").read_text() == "my key"
    assert (tumen.folder / "a-csv/replicate.csv.new").read_text() == "mine"


def test_a_report_is_a_page(tumen, small):
    four(tumen, small)
    assert ".html" in tumen("report", "a.sqlite", "--out", "x.pdf", code=USAGE).stderr
    assert not (tumen.folder / "x.pdf").exists()


def test_results_and_report_do_not_say_where_and_when_somebody_worked(tumen, small):
    place = tumen.folder / "home/annabel/source-in-hyesan"
    place.mkdir(parents=True)
    shutil.copy(tumen.folder / small, place / "s.toml")
    tumen("run", "--luck-only", place / "s.toml", "--replicates", "2", "--out", place / "p.sqlite", "--status", place / "st.json")
    written = (place / "p.sqlite").read_bytes() + (place / "p.html").read_bytes()
    machine = os.uname().nodename.encode()
    words = [b"annabel", b"source-in-hyesan", str(tumen.folder).encode()]
    for word in words + ([machine] if len(machine) > 4 else []):  # a short one stands in any text by chance
        assert word not in written, word
    with closing(sqlite3.connect(place / "p.sqlite")) as results:
        command, created = results.execute("SELECT command, created FROM provenance").fetchone()
        written_at, = results.execute("SELECT written_at FROM replicate").fetchone()
    assert command == "tumen run --luck-only s.toml --replicates 2"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", created) and re.fullmatch(r"\d{4}-\d\d-\d\d", written_at)
