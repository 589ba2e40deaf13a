"""Sweeps over rival rules and dates of events: played, stored, grown, verified, reported, and what cannot be."""

import csv
import io
import json
import sqlite3
from contextlib import closing

import pytest
from conftest import FAILED, INVALID, SMALL, USAGE
from stored_rows import grown

LITTLE = SMALL.replace("residents = 20000", "residents = 3000").replace('"small"', '"little"')
TWO = LITTLE.replace("to = 2020-10-15", "to = 2020-09-25") + """
[[hand_in_drive]]
from = 2020-10-10
to = 2020-10-20
forgiveness = "none"
"""
RULES = ["--vary", "rules.learning=city,close"]
DATES = ["--vary", "hand_in_drive.to=2020-10-15,2020-10-25"]


@pytest.fixture
def little(tumen):
    (tumen.folder / "little.toml").write_text(LITTLE)
    return "little.toml"


def hashes(path, point):
    with closing(sqlite3.connect(path)) as results:
        return results.execute("SELECT replicate, state_hash FROM replicate WHERE point = ? ORDER BY 1", (point,)).fetchall()


def test_each_rival_and_date_is_what_a_run_with_it_is(tumen, little):
    said = json.loads(tumen("sweep", little, *RULES, *DATES, "--replicates", 2, "--out", "s.sqlite", "--json").stdout)
    assert [one["values"] for one in said["points"]] == [
        {"rules.learning": rule, "hand_in_drive.to": date} for rule in ("city", "close") for date in ("2020-10-15", "2020-10-25")]
    assert [one["name"] for one in said["points"]][1] == "rules.learning=city, hand_in_drive.to=2020-10-25"
    rest = {"scale": "linear", "levels": 0, "beyond_evidence": False}
    assert said["factors"] == [
        {"name": "rules.learning", "label": "rules.learning", "unit": "rival", "low": None, "high": None,
         "choices": ["close", "city"], **rest},
        {"name": "hand_in_drive.to", "label": "hand_in_drive.to", "unit": "date", "low": "2020-10-15", "high": "2020-10-25",
         "choices": [], **rest}]
    tumen("run", "--luck-only", little, "--set", "rules.learning=city", "--set", "hand_in_drive.to=2020-10-25", "--replicates", 2,
          "--out", "r.sqlite")
    assert hashes(tumen.folder / "s.sqlite", 1) == hashes(tumen.folder / "r.sqlite", 0)
    assert len({tuple(hashes(tumen.folder / "s.sqlite", point)) for point in range(4)}) == 4
    assert "Done before" in tumen("sweep", little, *RULES, *DATES, "--replicates", 2, "--out", "s.sqlite").stderr
    assert "8 of 8" in tumen("verify", "s.sqlite").stdout
    assert "equal to the stored one" in tumen("replay", "s.sqlite", 2, "--point", 3).stdout
    text = tumen("sweep", little, *RULES, *DATES, "--replicates", 2, "--out", "s.sqlite").stdout
    assert "city" in text and "2020-10-25" in text


def test_headlines_of_each_date_are_those_of_its_run(tumen, little):
    """A drive that ends later leaves no days behind: its headlines are others."""
    said = json.loads(tumen("sweep", little, *DATES, "--replicates", 3, "--out", "s.sqlite", "--json").stdout)
    ids = [{one["id"]: one["mean"] for one in point["headlines"]} for point in said["points"]]
    assert set(ids[0]) > set(ids[1])
    for date, means in zip(("2020-10-15", "2020-10-25"), ids):
        run = json.loads(tumen("run", "--luck-only", little, "--set", f"hand_in_drive.to={date}", "--replicates", 3, "--json",
                               "--out", f"{date}.sqlite").stdout)
        there = {one["id"]: one["mean"] for one in run["headlines"]}
        assert {name: there[name] for name in means} == pytest.approx(means)


def test_rivals_and_dates_are_columns_of_the_export(tumen, little):
    tumen("sweep", little, *RULES, *DATES, "--replicates", 1, "--out", "s.sqlite")
    rows = list(csv.DictReader(io.StringIO(tumen("export", "s.sqlite", "--table", "headline").stdout)))
    assert {(row["rules.learning"], row["hand_in_drive.to"]) for row in rows} == {
        (rule, date) for rule in ("city", "close") for date in ("2020-10-15", "2020-10-25")}
    columns = {row["column"]: row for row in csv.DictReader(io.StringIO(tumen("export", "s.sqlite", "--table", "columns").stdout))}
    assert columns["rules.learning"]["unit"] == "rival" and "close, city" in columns["rules.learning"]["explanation"]
    assert columns["hand_in_drive.to"]["explanation"] == "Last day of a hand-in drive."


def test_the_report_has_them_and_is_verified(tumen, little):
    tumen("sweep", little, *RULES, *DATES, "--replicates", 2, "--out", "s.sqlite")
    sweep = json.loads(tumen("report", "s.sqlite", "--json").stdout)["sweep"]
    assert [one["unit"] for one in sweep["factors"]] == ["rival", "date"]
    assert sweep["factors"][0]["choices"] == ["close", "city"]
    assert [point["values"] for point in sweep["points"]] == [[1, 18550], [1, 18560], [0, 18550], [0, 18560]]
    assert tumen("verify", "s.html").returncode == 0


@pytest.mark.parametrize("first, second", [
    (["rules.oath=none,salience"], ["rules.oath=none,false_enforcement,salience"]),
    (["hand_in_drive.to=2020-10-15,2020-10-25"], ["hand_in_drive.to=2020-10-05..2020-10-25:5 days"]),
    (["rules.trust", "fee_base=20 %..40 %:2"], ["rules.trust", "fee_base=20 %..40 %:3"]),
])
def test_what_is_stored_grows(tumen, little, first, second):
    words = ["sweep", little, "--replicates", 2]
    grown(tumen, [*words, *(word for one in first for word in ("--vary", one))],
          [*words, *(word for one in second for word in ("--vary", one))])


def test_other_rivals_are_another_sweep(tumen, little):
    tumen("sweep", little, "--vary", "rules.oath=none,salience", "--replicates", 1, "--out", "s.sqlite")
    before = (tumen.folder / "s.sqlite").read_bytes()
    said = tumen("sweep", little, "--vary", "rules.oath=none,false_enforcement", "--replicates", 1, "--out", "s.sqlite", "--resume",
                 code=FAILED)
    assert "another experiment" in said.stderr and (tumen.folder / "s.sqlite").read_bytes() == before


def test_one_of_several_events_is_named_by_its_number(tumen):
    (tumen.folder / "two.toml").write_text(TWO)
    said = json.loads(tumen("sweep", "two.toml", "--vary", "hand_in_drive[2].to=2020-10-15,2020-10-25", "--vary",
                            "hand_in_drive[1].from=2020-09-05..2020-09-15:10 days", "--replicates", 1, "--out", "s.sqlite",
                            "--json").stdout)
    assert [tuple(one["values"].values()) for one in said["points"]] == [
        (last, first) for last in ("2020-10-15", "2020-10-25") for first in ("2020-09-05", "2020-09-15")]
    tumen("run", "--luck-only", "two.toml", "--set", "hand_in_drive[last].to=2020-10-25", "--set",
          "hand_in_drive[1].from=2020-09-05", "--replicates", 1, "--out", "r.sqlite")
    assert hashes(tumen.folder / "s.sqlite", 2) == hashes(tumen.folder / "r.sqlite", 0)
    assert "4 of 4" in tumen("verify", "s.sqlite").stdout


def test_a_table_has_rivals_and_dates_in_pairs(tumen, little):
    (tumen.folder / "points.csv").write_text("hand_in_drive.from,hand_in_drive.to,rules.trust,fee_base\n"
                                             "2020-09-05,2020-10-05,fixed,30 %\n2020-09-15,2020-10-15,updated,0.25\n")
    said = json.loads(tumen("sweep", little, "--points", "points.csv", "--replicates", 1, "--out", "s.sqlite", "--json").stdout)
    assert said["points"][1]["values"] == {"hand_in_drive.from": "2020-09-15", "hand_in_drive.to": "2020-10-15",
                                           "rules.trust": "updated", "fee_base": 0.25}
    assert "2 of 2" in tumen("verify", "s.sqlite").stdout


@pytest.mark.parametrize("words, code, advice", [
    (["--vary", "rules.trst"], USAGE, "did you mean rules.trust?"),
    (["--vary", "rules.trust=fixed,learned"], USAGE, "one of updated, fixed"),
    (["--vary", "rules.trust=fixed"], USAGE, "--set rules.trust=fixed holds it"),
    (["--vary", "rules.trust", "--vary", "rules.trust=fixed,updated"], USAGE, "given twice"),
    (["--vary", "rules.trust", "--set", "rules.trust=fixed"], USAGE, "rules.trust is both set and varied"),
    (["--vary", "rules.trust", "--design", "sobol"], USAGE, "leave out the others"),
    ([*DATES, "--vary", "hand_in_drive[1].to=2020-10-16,2020-10-17"], USAGE, "given twice"),
    ([*DATES, "--set", "hand_in_drive[1].to=2020-10-16"], USAGE, "both set and varied"),
    (["--vary", "hand_in_drive.to"], USAGE, "DATE..DATE:LEVELS"),
    (["--vary", "hand_in_drive.until=2020-10-16,2020-10-17"], USAGE, "hand_in_drive.from or hand_in_drive.to"),
    (["--vary", "drive.to=2020-10-16,2020-10-17"], USAGE, "hand_in_drive.to"),
    (["--vary", "hand_in_drive.to=2020-10-16,soon"], USAGE, "is no date"),
    (["--vary", "sweep.to=2020-10-16,2020-10-17"], INVALID, "no such sweep"),
    (["--vary", "hand_in_drive[2].to=2020-10-16,2020-10-17"], INVALID, "no such hand-in drive"),
    (["--vary", "hand_in_drive.from=2020-10-01,2021-10-01"], INVALID, "after the scenario's last day"),
    (["--vary", "hand_in_drive.to=2020-10-01,2020-09-01"], INVALID, "before it begins"),
])
def test_mistakes_are_explained_and_write_nothing(tumen, little, words, code, advice):
    said = tumen("sweep", little, *words, "--out", "s.sqlite", code=code).stderr
    assert advice in " ".join(said.split())
    assert tumen.files() == [little]


@pytest.mark.parametrize("command", ["sensitivity", "calibrate"])
def test_what_needs_a_range_says_who_plays_rules_and_dates(tumen, command):
    said = tumen(command, "hyesan-handin", "--vary", "rules.trust", "--out", "s.sqlite", code=USAGE).stderr
    assert "rules.trust is no parameter" in said and "tumen sweep" in said
