"""Signs over all that is not known: the same shares and verdicts as the command line."""

import json

import pytest

import tumen

ASKED = ("hoeryong-oath", "--replicates", 4, "--set", "residents=1000", "--json")
SMALLER = dict(replicates=4, set={"residents": 1000}, threads=2)


def is_the_command_lines(here, said, over):
    assert here.over == over
    assert list(here.table.index) == [one["id"] for one in said]
    for one in said:
        row = here.table.loc[one["id"]]
        assert row["verdict"] == one["verdict"] and row["turns_on"] == one["turns_on"]
        for name in ("share", "error", "low", "high", "draws", "effective", "without_value"):
            assert row[name] == one["probability"][name], name
        assert row["start"] == one["start"]["share"]
        for rule in one["rules"]:
            assert here.rules.loc[(one["id"], rule["rule"], rule["choice"]), "share"] == rule["share"]
        for voice in one["without_voices"]:
            assert here.voices.loc[(one["id"], voice["voice"]), "share"] == voice["share"]


def test_differences_over_the_belief_are_the_command_lines(program):
    said = json.loads(program("check", *ASKED, "--rivals", "--belief").stdout)
    here = tumen.conclusions("hoeryong-oath", **SMALLER)
    is_the_command_lines(here, said["conclusions"], said["over"])
    assert here.table["sign"].to_dict() == {one["id"]: one["sign"] for one in said["conclusions"]}


def test_statements_are_the_command_lines(program):
    said = json.loads(program("statements", *ASKED).stdout)
    here = tumen.statements("hoeryong-oath", **SMALLER)
    is_the_command_lines(here, said, said[0]["over"])
    assert here.table["prior"].to_dict() == {one["id"]: one["prior"]["share"] for one in said}


def test_what_cannot_be_judged_is_refused():
    with pytest.raises(tumen.ArgumentError, match="no statement is about nation"):
        tumen.statements("nation")
    with pytest.raises(tumen.ArgumentError, match="voice"):
        tumen.conclusions("hoeryong-oath", without_voice="nobody", **SMALLER)
    with pytest.raises(tumen.ArgumentError, match="replicates"):
        tumen.conclusions("hoeryong-oath", replicates=1)
