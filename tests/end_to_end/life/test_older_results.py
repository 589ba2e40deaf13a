"""Results of format 2, which version 1 of the model played: read, reported and exported, never played."""

import csv
import json
import sqlite3
import statistics
from contextlib import closing
from pathlib import Path

import pytest
from conftest import FAILED

FOLDER = Path(__file__).parent / "format_2"
APPLICATION = 0x54554D4E


def older(folder, of, name="old.sqlite"):
    with closing(sqlite3.connect(folder / name)) as results:
        for part in ("tables", of):
            results.executescript((FOLDER / f"{part}.sql").read_text())
        results.execute(f"PRAGMA application_id = {APPLICATION}")
        results.execute("PRAGMA user_version = 2")
    return name


def stored(folder, query):
    with closing(sqlite3.connect(folder / "old.sqlite")) as results:
        return results.execute(query).fetchall()


def test_a_report_shows_what_the_older_program_stored_and_says_so_first(tumen):
    older(tumen.folder, "run")
    said = tumen("report", "old.sqlite", "--json")
    assert said.stderr.startswith("Asked for 2, there 2, failed 0.") and "version 1 of the model" in said.stderr
    data = json.loads(said.stdout)
    (scenario, hash), = stored(tumen.folder, "SELECT canonical, scenario_hash FROM point")
    assert "trade_income" in scenario  # no parameter of this program
    assert data["scenario"]["canonical"] == scenario and data["scenario"]["hash"] == hash
    values = [value for value, in stored(tumen.folder, "SELECT value FROM headline WHERE id = 'handed_in'")]
    handed_in, = (one for one in data["official"] if one["id"] == "handed_in")
    assert handed_in["median"] == pytest.approx(statistics.median(values))
    assert data["patterns"] is None and "Model version 1" in data["cite"]
    assert any("version 1 of the model" in note for note in data["notes"])
    tumen("report", "old.sqlite")


def test_tables_hold_the_columns_that_were_stored_and_no_others(tumen):
    older(tumen.folder, "run")
    tumen("export", "old.sqlite", "--out", "csv")
    with open(tumen.folder / "csv" / "daily.csv") as table:
        rows = list(csv.DictReader(table))
    there = [column[1] for column in stored(tumen.folder, "PRAGMA table_info(daily)")]
    observables = there[5:]
    assert list(rows[0])[5:] == observables and len(observables) == 49
    days = stored(tumen.folder, "SELECT calls, phones_held FROM daily ORDER BY replicate, city, day")
    assert [(int(row["calls"]), int(row["phones_held"])) for row in rows] == days


def test_a_sweep_over_a_parameter_that_is_none_any_more_is_read(tumen):
    older(tumen.folder, "sweep")
    said = tumen("export", "old.sqlite", "--table", "headline").stdout
    means = stored(tumen.folder, "SELECT value FROM headline WHERE id = 'handed_in' AND point = 2 ORDER BY replicate")
    rows = [row for row in csv.DictReader(said.splitlines()) if row["id"] == "handed_in" and row["trade_income"] == "60"]
    assert [float(row["value"]) for row in rows] == [value for value, in means]
    tumen("report", "old.sqlite")


def test_nothing_is_played_into_them_or_from_them(tumen, small):
    older(tumen.folder, "run")
    before = (tumen.folder / "old.sqlite").read_bytes()
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "new.sqlite")
    for words in (["run", "--luck-only", small, "--replicates", "4", "--resume", "--out", "old.sqlite"],
                  ["merge", "old.sqlite", "new.sqlite", "--out", "both.sqlite"],
                  ["verify", "old.sqlite"],
                  ["replay", "old.sqlite", "1"],
                  ["run", small, "--from", "old.sqlite", "--out", "from.sqlite"]):
        said = tumen(*words, code=FAILED).stderr
        assert "format 2" in said and "version 1 of the model" in said and "way out" in said, words
    assert (tumen.folder / "old.sqlite").read_bytes() == before
    assert not (tumen.folder / "both.sqlite").exists()


def test_two_of_them_can_be_compared(tumen):
    older(tumen.folder, "run")
    older(tumen.folder, "run", "same.sqlite")
    assert "2 of 2 replicates are equal" in tumen("verify", "old.sqlite", "same.sqlite").stdout
