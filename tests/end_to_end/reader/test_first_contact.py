"""What somebody sees who knows nothing yet."""

import json
import re

import pytest
from conftest import FAILED, ROOT, USAGE

COMMANDS = ["run", "report", "export", "verify", "check", "scenario list", "scenario new", "scenario check", "scenario explain",
            "scenario diff", "evidence list", "evidence show", "evidence search", "info"]


def test_alone_it_says_in_six_lines_what_to_type(tumen):
    said = tumen().stdout
    assert said.count("\n") == 6
    assert "tumen run hyesan-handin" in said
    assert tumen.files() == []


def test_the_version_names_commit_and_compiler(tumen):
    said = tumen("--version").stdout
    assert re.match(r"tumen \d+\.\d+\.\d+ \((commit [0-9a-f]{12}, (clean|modified)|not built in a repository); "
                    r"(g\+\+|clang\+\+) \d", said)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(tumen, command):
    said = tumen(*command.split(), "--help").stdout
    assert f"Usage: tumen {command}" in said


@pytest.mark.parametrize("command, about", [("run", False), ("compare", False), ("given", False), ("calibrate", False),
                                            ("sweep", True), ("sensitivity", True), ("value-of-information", True)])
def test_help_says_that_a_headline_is_what_the_summary_is_about_where_it_is(tumen, command, about):
    said = " ".join(tumen(command, "--help").stdout.split())
    assert "A number of your own beside the usual ones" in said
    assert ("is what the summary is about" in said) == about


def test_the_list_of_scenarios_has_each_that_is_carried_with_its_question(tumen):
    rows = json.loads(tumen("scenario", "list", "--json").stdout)
    files = {path.stem for path in (ROOT / "scenarios").glob("*.toml")}
    assert {row["name"] for row in rows} == files
    said = tumen("scenario", "list").stdout
    flat = " ".join(said.split())
    assert all(f"{row['name']} {row['title']} {row['question']}" in flat for row in rows)
    assert max(map(len, said.splitlines())) <= 100


@pytest.mark.parametrize("words, problem, way_out", [
    (["runn"], "knows no runn", "did you mean run?"),
    (["scenario", "chek"], "knows no chek", "did you mean check?"),
    (["scenario"], "scenario needs a command", "--help"),
    (["run", "--luck-only"], "SCENARIO is required", "--help"),
    (["run", "--luck-only", "hyesan-calm", "--repicates", "3"], "knows no --repicates", "did you mean --replicates?"),
    (["run", "--luck-only", "hyesan-calm", "--replicates", "0"], "--replicates 0", "from 1 to"),
    (["run", "--luck-only", "hyesan-calm", "--replicates", "many"], "--replicates many", "whole number"),
    (["run", "--luck-only", "hyesan-calm", "--seed", "-1"], "--seed -1", "whole number from 0"),
    (["run", "--luck-only", "hyesan-calm", "--seed", "9223372036854775808"], "--seed", "whole number"),
    (["run", "--luck-only", "hyesan-calm", "--threads", "1.5"], "--threads 1.5", "whole number"),
    (["run", "--luck-only", "hyesan-calm", "--force", "--resume"], "--force and --resume", "one of them"),
    (["verify", "a", "b", "c"], "more than two", "tumen verify"),
    (["info", "everything"], "info everything", "parameters"),
    (["evidence", "show", "fee_bas"], "no entry fee_bas", "did you mean fee_base?"),
    (["evidence", "list", "rumours"], "rumours", "patterns"),
])
def test_a_wrong_command_line_says_the_way_out(tumen, words, problem, way_out):
    said = tumen(*words, code=USAGE)
    assert said.stdout == ""
    assert problem in said.stderr and way_out in said.stderr
    assert tumen.files() == []


def test_info_lists_parameters_observables_rules_and_limits(tumen):
    everything = json.loads(tumen("info", "--json").stdout)
    names = {row["name"] for row in everything["parameters"]}
    assert {"fee_base", "phone_share.family", "sentence_harsh.exiled"} <= names
    assert len(everything["observables"]) >= 48
    assert {row["name"] for row in everything["rules"]} == {"learning", "oath", "enforcement", "trust", "deterrence"}
    said = tumen("info").stdout
    assert all(name in said for name in names)
    limits = json.loads(tumen("info", "--limits", "--json").stdout)
    assert list(limits) == ["limits"]
    assert {"name": "file_bytes", "at_most": 1048576, "meaning": "bytes of a scenario file"} in [
        {**row, "at_most": int(row["at_most"])} for row in limits["limits"]]


def shown(tumen, entry):
    return json.loads(tumen("evidence", "show", entry, "--json").stdout)


def test_evidence_leads_from_a_parameter_to_its_source_and_back(tumen):
    parameter = shown(tumen, "fee_base")
    assert parameter["type"] == "parameter" and parameter["sources"] and parameter["grade"]
    for source in parameter["sources"]:
        assert "fee_base" in shown(tumen, source)["parameters"]
    assert parameter["patterns"]
    for pattern in parameter["patterns"]:
        assert "fee_base" in shown(tumen, pattern)["parameters"]
    assert "fee_base" in tumen("evidence", "search", "broker", "fee").stdout
    assert parameter["label"] in tumen("evidence", "show", "fee_base").stdout


def test_where_results_have_no_place_it_is_said_why(tumen, small):
    (tumen.folder / "results").write_text("mine")
    said = tumen("run", small, "--replicates", "2", code=FAILED).stderr
    assert "the folder results cannot be made here" in said and "name a file in a folder of yours with --out" in said
    assert (tumen.folder / "results").read_text() == "mine"
