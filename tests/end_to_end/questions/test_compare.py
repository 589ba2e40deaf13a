"""Scenarios on the same luck, and experiments shared out over several jobs."""

import csv
import io
import json
from math import isclose, sqrt
from statistics import mean, stdev

from conftest import CALM, DIFFERENCE, FAILED, SMALL, USAGE


def without_campaign(tumen):
    (tumen.folder / "calm.toml").write_text(CALM)
    return "calm.toml"


def differences(tumen, *scenarios):
    said = tumen("compare", "--luck-only", *scenarios, "--replicates", "8", "--json", "--out", "pair.sqlite")
    [other] = json.loads(said.stdout)["others"]
    return {row["id"]: row for row in other["differences"]}


def test_a_campaign_is_compared_with_none_on_the_days_of_the_campaign(tumen, small):
    rows = differences(tumen, without_campaign(tumen), small)
    assert rows["handed_in"]["base"] == 0 < rows["handed_in"]["low"]
    for name in ("handed_in", "stopped_calling"):
        assert rows[name]["sign"] == "higher"
        assert rows[name]["told"] == "higher on average, and in all 8 plays" and rows[name]["above"] == 8
    assert all(row["low"] <= row["difference"] <= row["high"] for row in rows.values())
    assert (tumen.folder / "pair.html").is_file()


def test_whose_days_are_looked_at_is_said_where_the_campaigns_are_at_other_times(tumen, small):
    without_campaign(tumen)
    (tumen.folder / "late.toml").write_text('extends = "calm"\n[[sweep]]\nfrom = 2020-10-20\nto = 2020-10-25\n')
    told = ("Where a number is of the campaign's days, these are those of small in both, 2020-09-10 to 2020-10-15: the "
            "campaign of late is 2020-10-20 to 2020-10-25.")
    for more in ((), ("--luck-only",)):
        words = ("compare", small, "late.toml", *more, "--replicates", "8", "--out", "late.sqlite", "--force")
        assert told in " ".join(tumen(*words).stdout.split())
        assert json.loads(tumen(*words, "--json").stdout)["others"][0]["days"] == told
        assert json.loads(tumen("report", "late.sqlite", "--json").stdout)["first"]["others"][0]["days"] == told
    same = ("compare", small, "calm.toml", "--replicates", "8", "--out", "same.sqlite", "--json")
    assert json.loads(tumen(*same).stdout)["others"][0]["days"] == ""


def test_the_report_names_what_is_compared_not_what_is_played_beside_it(tumen, small):
    # With a value of its own it has a city of its own without the campaign, of the same name.
    (tumen.folder / "late.toml").write_text('extends = "small"\ntitle = "A late drive"\n[parameters]\nfee_base = "30 %"\n')
    tumen("compare", small, "late.toml", "--replicates", "4", "--out", "late.sqlite")
    other = json.loads(tumen("report", "late.sqlite", "--json").stdout)["first"]["others"][0]
    assert other["title"] == "A late drive"
    assert [row["name"] for row in other["differs"]] == ["fee_base"]


def test_until_the_first_day_that_differs_nothing_does(tumen, small):
    eve = differences(tumen, without_campaign(tumen), small)["calling_eve"]
    assert (eve["difference"], eve["low"], eve["high"], eve["sign"]) == (0, 0, 0, "same")
    assert eve["correlation"] > 0.999999


def test_the_report_says_how_well_each_difference_is_known(tumen, small):
    (tumen.folder / "dear.toml").write_text(SMALL.replace('"small"', '"dear"') + "\n[parameters]\nfee_base = 0.4\n")
    differences(tumen, small, "dear.toml")
    rows = csv.DictReader(io.StringIO(tumen("export", "pair.sqlite", "--table", "headline").stdout))
    stored = {(row["id"], row["point"], row["replicate"]): float(row["value"]) for row in rows if row["value"]}
    enough = json.loads(tumen("report", "pair.sqlite", "--json").stdout)["enough"]
    by_id = {entry["id"]: entry for entry in enough}
    assert len(by_id) == len(enough)
    for name in ("handed_in", "stopped_calling"):
        own = [stored[name, "small", str(number)] for number in range(1, 9)]
        pairs = [stored[name, "dear", str(number)] - stored[name, "small", str(number)] for number in range(1, 9)]
        for entry, values in ((by_id[name], own), (by_id[f"dear-{name}"], pairs)):
            assert entry["n"] == [8] and isclose(entry["mean"], mean(values), rel_tol=1e-5)
            # Student's t for 7 degrees of freedom and 95 %.
            assert isclose(entry["half_width"][-1], 2.3646 * stdev(values) / sqrt(8), rel_tol=1e-4)
        assert by_id[name]["label"].endswith(", small")
        assert by_id[f"dear-{name}"]["label"].endswith(", dear less small")
    assert enough[0]["id"].startswith("dear-")


def test_the_report_of_one_scenario_tells_of_its_means_alone(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "4", "--out", "r.sqlite")
    report = json.loads(tumen("report", "r.sqlite", "--json").stdout)
    told = report["official"] + report["changed"] + report["told"] + report["other"]
    assert {entry["id"]: entry["label"] for entry in report["enough"]} == {one["id"]: one["label"] for one in told}


def test_scenarios_of_other_length_or_the_same_name_are_refused(tumen, small):
    (tumen.folder / "long.toml").write_text(SMALL.replace('"small"', '"long"').replace("days = 60", "days = 61"))
    assert "cannot be compared" in tumen("compare", "--luck-only", small, "long.toml", code=USAGE).stderr
    assert "is given twice" in tumen("compare", "--luck-only", small, small, code=USAGE).stderr
    assert not [name for name in tumen.files() if name.endswith(".sqlite")]


def test_jobs_of_one_experiment_merge_into_what_one_process_writes(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "1..2", "--out", "a.sqlite")
    tumen("run", "--luck-only", small, "--replicates", "2..5", "--out", "b.sqlite")
    tumen("run", "--luck-only", small, "--replicates", "5", "--out", "whole.sqlite")
    assert "5 replicates of 2 files" in tumen("merge", "a.sqlite", "b.sqlite", "--out", "all.sqlite").stdout
    assert "5 of 5 replicates are equal" in tumen("verify", "whole.sqlite", "all.sqlite").stdout


def test_what_does_not_belong_together_is_not_merged(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite")
    tumen("run", "--luck-only", small, "--replicates", "2", "--seed", "2", "--out", "b.sqlite")
    said = tumen("merge", "a.sqlite", "b.sqlite", "--out", "all.sqlite", code=FAILED)
    assert "different experiments" in said.stderr
    assert "one of the files to merge" in tumen("merge", "a.sqlite", "--out", "a.sqlite", code=USAGE).stderr
    assert "all.sqlite" not in tumen.files()
    assert tumen("verify", "a.sqlite", "b.sqlite", code=DIFFERENCE)


def test_a_range_of_replicates_that_is_none_is_refused(tumen, small):
    for words in ("5..2", "0..3", "a..b", "1.5..3"):
        assert "101..200" in tumen("run", "--luck-only", small, "--replicates", words, code=USAGE).stderr
