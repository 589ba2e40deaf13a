"""Enough replicates: playing until a headline is known as well as asked for."""

import json
import sqlite3

from conftest import FAILED, SMALL, USAGE

RULE = "half-width=6%@calling_eve"


def replicates(tumen, name):
    with sqlite3.connect(tumen.folder / name) as results:
        return results.execute("SELECT max(replicate), count(*) FROM replicate WHERE point = 0").fetchone()


def test_a_run_stops_when_it_is_precise_enough_and_says_so(tumen, small):
    said = tumen("run", "--luck-only", small, "--until", RULE, "--out", "u.sqlite")
    assert "half the width of the 95 % interval was to be at most 6 % of the mean" in said.stderr
    last, count = replicates(tumen, "u.sqlite")
    assert last == count and last in (16, 24, 36, 54, 81, 121, 181)
    report = json.loads(tumen("report", "u.sqlite", "--json").stdout)
    assert f"Stopped after {last} replicates" in report["stopped"]
    [known] = [one for one in report["enough"] if one["id"] == "calling_eve"]
    assert known["relative"] <= 0.06 and known["n"][-1] == last
    assert len(report["enough"]) == len(json.loads(tumen("run", "--luck-only", small, "--until", RULE, "--out", "u.sqlite",
                                                         "--json").stdout)["headlines"])


def test_the_results_are_those_of_a_plain_run_for_any_threads(tumen, small):
    tumen("run", "--luck-only", small, "--until", RULE, "--out", "one.sqlite", "--threads", "1")
    tumen("run", "--luck-only", small, "--until", RULE, "--out", "three.sqlite", "--threads", "3")
    last, _ = replicates(tumen, "one.sqlite")
    tumen("run", "--luck-only", small, "--replicates", last, "--out", "plain.sqlite")
    for other in ("three.sqlite", "plain.sqlite"):
        assert f"{last} of {last} replicates are equal" in tumen("verify", "one.sqlite", other).stdout


def test_an_interrupted_run_goes_on_to_the_same_end(tumen, small):
    tumen("run", "--luck-only", small, "--until", RULE, "--out", "whole.sqlite")
    last, _ = replicates(tumen, "whole.sqlite")
    tumen("run", "--luck-only", small, "--replicates", "5", "--out", "part.sqlite")
    assert "--resume" in tumen("run", "--luck-only", small, "--until", RULE, "--out", "part.sqlite", code=FAILED).stderr
    tumen("run", "--luck-only", small, "--until", RULE, "--out", "part.sqlite", "--resume")
    assert f"{last} of {last} replicates are equal" in tumen("verify", "whole.sqlite", "part.sqlite").stdout


def test_a_limit_of_replicates_ends_what_would_take_too_many(tumen, small):
    said = tumen("run", "--luck-only", small, "--until", "half-width=0.01%@handed_in", "--max-replicates", "20", "--out", "u.sqlite")
    assert "as many as allowed" in said.stderr
    assert replicates(tumen, "u.sqlite") == (20, 20)


def test_a_comparison_looks_at_the_paired_difference(tumen, small):
    calm = SMALL[:SMALL.index("[[hand_in_drive]]")].replace('"small"', '"calm"')
    (tumen.folder / "calm.toml").write_text(calm)
    said = tumen("compare", "--luck-only", "calm.toml", small, "--until", "half-width=10%@handed_in", "--out", "u.sqlite")
    assert "small less calm" in said.stderr
    assert "were there" not in said.stderr
    rows = json.loads(tumen("compare", "--luck-only", "calm.toml", small, "--until", "half-width=10%@handed_in", "--out",
                            "u.sqlite", "--json").stdout)["others"][0]["differences"]
    [known] = [row for row in rows if row["id"] == "handed_in"]
    assert known["high"] - known["low"] <= 2 * 0.1 * known["difference"]


def test_rules_that_cannot_be_read_are_refused(tumen, small):
    for words in (["--until", "width=5%"], ["--until", "half-width=0"], ["--until", "half-width=-5%"],
                  ["--until", "half-width=5%@"], ["--until", "half-width=5%@handed_on"],
                  ["--until", "half-width=5%", "--replicates", "8"], ["--max-replicates", "8"],
                  ["--until", "half-width=5%", "--max-replicates", "1"]):
        tumen("run", "--luck-only", small, *words, "--out", "u.sqlite", code=USAGE)
    assert tumen.files() == [small]
