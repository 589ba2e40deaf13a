"""Scenario commands, and the scenarios that the program carries."""

import json

import pytest
from conftest import FAILED, ROOT

CARRIED = sorted(path.stem for path in (ROOT / "scenarios").glob("*.toml"))


def test_a_new_scenario_is_in_order_and_plays(tumen):
    assert tumen("scenario", "new", "mine").stdout == "mine.toml\n"
    assert "in order" in tumen("scenario", "check", "mine.toml").stdout
    tumen("run", "--luck-only", "mine.toml", "--replicates", "1")
    assert tumen.files() == ["mine.toml", "results/mine-1.html", "results/mine-1.sqlite"]


def test_a_new_scenario_may_be_called_by_its_file(tumen):
    assert tumen("scenario", "new", "mine.toml").stdout == "mine.toml\n"
    assert 'name = "mine"' in (tumen.folder / "mine.toml").read_text()


def test_a_new_scenario_replaces_nothing(tumen):
    (tumen.folder / "mine.toml").write_text("mine")
    assert "mine.toml exists" in tumen("scenario", "new", "mine", code=FAILED).stderr
    assert (tumen.folder / "mine.toml").read_text() == "mine"


def test_carried_scenarios_are_in_order(tumen):
    assert len(CARRIED) >= 10
    assert tumen("scenario", "check", *CARRIED).stdout.count("in order") == len(CARRIED)
    problems = json.loads(tumen("scenario", "check", *CARRIED, "--json").stdout)
    assert [row["scenario"] for row in problems] == CARRIED
    assert all(row["problems"] == [] for row in problems)


@pytest.mark.parametrize("name", CARRIED)
def test_the_whole_text_of_a_scenario_is_the_same_scenario(tumen, name):
    text = tumen("scenario", "explain", name, "--toml").stdout
    (tumen.folder / "whole.toml").write_text(text)
    assert json.loads(tumen("scenario", "diff", name, "whole.toml", "--json").stdout) == []


def test_explain_says_where_each_value_comes_from(tumen, small):
    (tumen.folder / small).write_text((tumen.folder / small).read_text() + "\n[parameters]\nfee_base = 0.25\n")
    rows = {row["name"]: row for row in
            json.loads(tumen("scenario", "explain", small, "--set", "kin_abroad=5 %", "--json").stdout)}
    assert "evidence" in rows["penalty"]["origin"]
    assert rows["fee_base"]["value"] == "25 %" and "small.toml:18" in rows["fee_base"]["origin"]
    assert rows["kin_abroad"]["value"] == "5 %" and "--set" in rows["kin_abroad"]["origin"]
    assert rows["rules.learning"]["value"] == "close"


def test_diff_shows_what_is_played_otherwise(tumen):
    rows = json.loads(tumen("scenario", "diff", "hyesan-handin", "hyesan-coercion", "--json").stdout)
    assert [row["name"] for row in rows] == ["hand-in drive"]
    assert "forgiveness promised" in rows[0]["one"] and "nothing promised" in rows[0]["other"]
