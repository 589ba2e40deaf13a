"""Who says so, and does the model show it: `tumen evidence` and `tumen check`."""

import json
import re
import sqlite3

import pytest
from conftest import FAILED, ROOT, USAGE
from report_page import data_of


@pytest.fixture
def ledger(tumen):
    return json.loads(tumen("evidence", "list", "--json").stdout)


def check(tumen, *words):
    return json.loads(tumen("check", *words, "--json").stdout)


def verdicts(found):
    return {one["id"]: one["verdict"] for one in found["settings"][0]["patterns"]}


def test_every_entry_of_the_ledger_can_be_followed_both_ways(ledger):
    parameters = {one["name"]: one for one in ledger["parameters"]}
    patterns = {one["id"]: one for one in ledger["patterns"]}
    for source in ledger["sources"]:
        for name in source["parameters"]:
            assert source["id"] in parameters[name]["sources"]
        for name in source["patterns"]:
            assert source["id"] in patterns[name]["sources"]
    for name, parameter in parameters.items():
        assert parameter["sources"] and parameter["grade"], name
        for pattern in parameter["patterns"]:
            assert name in patterns[pattern]["parameters"]
    for name, pattern in patterns.items():
        assert pattern["sources"] and pattern["grade"], name
        assert (pattern["test"] is None) == bool(pattern["untestable"]), name


def test_a_parameter_a_pattern_and_a_source_can_be_shown(tumen):
    shown = tumen("evidence", "show", "fee_base").stdout
    assert "15.5 %" in shown and "nkdb-2019" in shown and "K1" in shown and "remittance" in shown
    shown = tumen("evidence", "show", "k1").stdout
    assert "28 to 35 %" in shown and "mean(fee, all)" in shown and "fee_base" in shown
    shown = tumen("evidence", "show", "nkdb-2019").stdout
    assert "fee_base" in shown and "K1" in shown
    assert tumen("evidence", "show", "phone_share.family").stdout == tumen("evidence", "show", "phone_share").stdout


def test_an_unknown_entry_is_refused_with_the_nearest(tumen):
    assert "did you mean fee_base?" in tumen("evidence", "show", "fee_bse", code=USAGE).stderr
    assert "parameters, patterns and sources" in tumen("evidence", "list", "numbers", code=USAGE).stderr


def test_a_search_finds_the_entries_with_all_words(tumen):
    found = json.loads(tumen("evidence", "search", "Fee", "SWEEP", "--json").stdout)
    assert "K2" in [one["id"] for one in found["patterns"]]
    assert "K1" not in [one["id"] for one in found["patterns"]]
    nothing = tumen("evidence", "search", "zeppelin")
    assert "Nothing" in nothing.stderr
    assert json.loads(tumen("evidence", "search", "zeppelin", "--json").stdout) == \
        {"parameters": [], "patterns": [], "sources": []}


def test_a_check_says_what_is_shown_and_a_failing_pattern_is_no_failure(tumen):
    assert verdicts(check(tumen, "hyesan-calm", "--replicates", 8))["K1"] == "shown"
    dear = check(tumen, "hyesan-calm", "--replicates", 8, "--set", "fee_base=0.4")
    assert verdicts(dear)["K1"] == "not shown"
    text = tumen("check", "hyesan-calm", "--replicates", 8, "--set", "fee_base=0.4").stdout
    assert [line for line in text.splitlines() if line.startswith("K1 ") and "not shown" in line]
    assert "seed 1" in text and "8 replicates" in text


def test_a_line_says_where_the_mean_is_judged_and_in_what_interval_it_lies(tumen):
    lines = tumen("check", "hyesan-handin", "--replicates", 8).stdout.splitlines()
    of = {line.split()[0]: line for line in lines if line[:1].isalpha() and " " in line}
    assert re.search(r" 0\.\d+ \(0\.\d+ to 1?\.?\d+\.?\d*\) .* by the mean ", of["K14"]), of["K14"]
    assert "by the mean" not in of["L9"]


def test_a_check_counts_by_voice_too(tumen):
    said = tumen("check", "hyesan-calm", "--replicates", 2).stdout
    patterns = check(tumen, "hyesan-calm", "--replicates", 2)["settings"][0]["patterns"]
    rows = dict(re.split(r"  +", line, maxsplit=1) for line in
                said[said.index("VOICE"):].split("\n\n")[0].splitlines()[1:])
    for voice in {one["voice"] for one in patterns}:
        mine = [one for one in patterns if one["voice"] == voice]
        shown = sum(one["verdict"] == "shown" for one in mine)
        assert rows[voice].startswith(f"{shown} of {len(mine)}"), voice


def test_a_check_does_not_depend_on_threads_but_on_the_seed(tumen):
    one = check(tumen, "hyesan-calm", "--replicates", 4, "--threads", 1)
    assert one == check(tumen, "hyesan-calm", "--replicates", 4, "--threads", 3)
    assert one["settings"] != check(tumen, "hyesan-calm", "--replicates", 4, "--seed", 2)["settings"]


def test_rivals_are_checked_each_by_itself(tumen):
    found = check(tumen, "hyesan-calm", "--rivals", "--replicates", 2)
    rules = [setting["rules"] for setting in found["settings"]]
    assert rules == ["default", "learning = city", "oath = none", "oath = false_enforcement",
                     "enforcement = counts", "trust = fixed", "deterrence = certainty"]
    by_rule = {setting["rules"]: [{**one, "rules": ""} for one in setting["patterns"]] for setting in found["settings"]}
    assert by_rule["default"] != by_rule["learning = city"]
    # Without a campaign nobody is under pressure and nobody is promised anything.
    assert by_rule["default"] == by_rule["enforcement = counts"] == by_rule["trust = fixed"]
    for one in found["conclusions"]:
        assert [under["rules"] for under in one["settings"]] == rules
        signs = {under["sign"] for under in one["settings"]}
        assert one["survives"] == (len(signs) == 1 and signs <= {"higher", "lower"})


def test_counts_under_rivals_are_those_of_their_table_and_say_what_they_leave_out(tumen):
    lines = tumen("check", "hyesan-handin", "--rivals", "--replicates", 2).stdout.splitlines()
    counted = sum(int(n) for n in re.findall(r"(\d+) (?:shown|mixed|not shown|without)", next(
        line for line in lines if line.startswith("default: "))))
    rows = [line for line in lines if re.match(r"[A-Z]+\d+ ", line)]
    analogues = [line for line in rows if line.split()[1] == "analogue"]
    assert analogues and counted == len(rows) - len(analogues)
    assert any(line.startswith(f"{len(analogues)} of role analogue") for line in lines)


OVER_BELIEF = ("hoeryong-oath", "--rivals", "--belief", "--replicates", 6, "--set", "residents=1000")


def test_differences_are_judged_over_draws_of_values_and_of_all_rules(tumen):
    found = check(tumen, *OVER_BELIEF)
    conclusions = {one["id"]: one for one in found["conclusions"]}
    assert set(conclusions) == {one["id"] for one in check(tumen, "hoeryong-oath", "--rivals", "--replicates", 1,
                                                           "--set", "residents=1000")["conclusions"]}
    for one in conclusions.values():
        assert one["sign"] in ("higher", "lower") and one["sign_of"] in ("starting values", "most draws")
        assert one["verdict"] == "cannot be told"  # six draws are too few for anything else
        share = one["probability"]
        assert share["draws"] == 6 and 0 <= share["low"] <= share["share"] <= share["high"] <= 1
        by_rule = {}
        for rule in one["rules"]:
            by_rule.setdefault(rule["rule"], []).append(rule)
        assert set(by_rule) == {"learning", "oath", "enforcement", "trust", "deterrence"}
        # Each draw has one choice of each rule, the others drawn with it.
        for choices in by_rule.values():
            assert sum(choice["draws"] for choice in choices) == 6
            assert sum(choice["share"] * choice["draws"] for choice in choices) == pytest.approx(6 * share["share"])
    said = tumen("check", *OVER_BELIEF).stdout
    assert f"of {len(conclusions)} differences keep their sign" in " ".join(said.split())
    assert "oath = none" in said and "LEAST, WITHOUT" in said


def test_differences_over_the_belief_are_kept_in_a_file_and_judged_again(tumen):
    plain = check(tumen, *OVER_BELIEF)
    assert check(tumen, *OVER_BELIEF, "--plays", "c.plays", "--threads", 3) == plain
    before = (tumen.folder / "c.plays").read_text()
    assert check(tumen, *OVER_BELIEF, "--plays", "c.plays") == plain
    assert (tumen.folder / "c.plays").read_text() == before


def test_differences_over_the_belief_are_kept_with_a_report_that_opens_with_them(tumen):
    plain = check(tumen, *OVER_BELIEF)
    kept = tumen("check", *OVER_BELIEF, "--json", "--out", "c.sqlite", "--threads", 2)
    assert json.loads(kept.stdout) == plain
    data = data_of(tumen.folder / "c.html")
    told = data["conclusions"]
    assert [one["id"] for one in told["conclusions"]] == [one["id"] for one in plain["conclusions"]]
    for one, said in zip(told["conclusions"], plain["conclusions"]):
        for name in ("sign", "sign_of", "verdict", "turns_on", "start_disagrees", "label"):
            assert one[name] == said[name]
        for name in ("probability", "start"):
            for number in ("share", "error", "low", "high", "effective"):
                assert one[name][number] == pytest.approx(said[name][number], rel=1e-5)
        assert [(rule["rule"], rule["choice"], rule["draws"]) for rule in one["rules"]] == [
            (rule["rule"], rule["choice"], rule["draws"]) for rule in said["rules"]]
        assert [voice["share"] for voice in one["without_voices"]] == pytest.approx(
            [voice["share"] for voice in said["without_voices"]], rel=1e-5)
    assert data["answer"] == [told["sentence"]] and "keep their sign" in told["sentence"]
    # Plays at the starting values stand among those of draws: nothing else is told of them together.
    assert data["first"] is None and data["patterns"] is None and data["official"] == []
    again = json.loads(tumen("check", *OVER_BELIEF, "--json", "--out", "c.sqlite", "--resume").stdout)
    assert again == plain


@pytest.mark.parametrize("words, said", [
    (["--belief"], "--belief without --rivals"),
    (["--rivals", "--belief", "--unknowns"], "--belief and --unknowns"),
    (["--rivals", "--belief", "--out", "c.sqlite", "--plays", "c.plays"], "give one of them"),
    (["--rivals", "--belief", "--resume"], "--resume without --out"),
    (["--rivals", "--plays", "c.plays"], "--plays without --belief"),
    (["--rivals", "--belief", "--switch-off", "all"], "--switch-off"),
])
def test_what_does_not_go_with_draws_of_the_belief_is_refused(tumen, words, said):
    assert said in tumen("check", "hoeryong-oath", *words, code=USAGE).stderr
    assert tumen.files() == []


def test_a_scenario_of_ones_own_is_asked_for_the_patterns_of_what_it_extends(tumen):
    (tumen.folder / "mine.toml").write_text(
        'extends = "hyesan-sweep"\ntitle = "Mine"\nquestion = "?"\n\n[parameters]\nfee_base = "30 %"\n')
    result = tumen("check", "mine.toml", "--replicates", 2, "--json")
    found = json.loads(result.stdout)
    assert found["scenario"] == "mine"
    assert {one["scenario"] for one in found["settings"][0]["patterns"]} == {"hyesan-sweep"}
    assert {one["against"] for one in found["settings"][0]["patterns"]} == {"", "hyesan-sweep"}  # one with itself
    assert "left out" in result.stderr
    assert "no pattern is about nation" in tumen("check", "nation", code=USAGE).stderr


def test_a_check_can_be_kept_resumed_and_read(tumen):
    tumen("check", "hyesan-calm", "--replicates", 2, "--out", "c.sqlite")
    assert "--resume" in tumen("check", "hyesan-calm", "--replicates", 4, "--out", "c.sqlite", code=FAILED).stderr
    kept = check(tumen, "hyesan-calm", "--replicates", 4, "--out", "c.sqlite", "--resume")
    assert kept == check(tumen, "hyesan-calm", "--replicates", 4)
    with sqlite3.connect(f"file:{tumen.folder / 'c.sqlite'}?mode=ro", uri=True) as results:
        stored = dict(results.execute("SELECT id, verdict FROM pattern WHERE rules = 'default'"))
    assert stored == verdicts(kept)
    page = (tumen.folder / "c.html").read_text()
    assert all(f'"id":"{name}"' in page for name in stored)
    tumen("verify", "c.sqlite")


def test_the_widest_unknowns_are_varied_one_at_a_time(tumen, small):
    found = check(tumen, small, "--unknowns", "--replicates", 2)
    rows = {}
    for one in found["unknowns"]:
        rows.setdefault(one["unknown"], []).append(one)
    assert set(rows) == {"phone_households", "brokers", "belief", "breach", "detection"}
    assert all(len(values) >= 5 for values in rows.values())
    counted = [one["official"] for one in rows["phone_households"]]
    assert counted[-1] > counted[0]  # more phones, more of them handed in
    assert "give one of them" in tumen("check", "--rivals", "--unknowns", code=USAGE).stderr


def test_unknowns_that_a_town_is_too_small_for_are_left_out_and_what_is_played_is_read_back(tumen):
    done = tumen("check", "hyesan-handin", "--unknowns", "--set", "residents=1000", "--replicates", 1,
                 "--out", "u.sqlite")
    assert "brokers = 300 is left out of hyesan-handin: smuggler_households and broker_households sum" in done.stderr
    assert "brokers = 90 " not in done.stderr
    tumen("verify", "u.sqlite")
    assert (tumen.folder / "u.html").exists()


def test_the_page_on_the_evidence_holds_every_entry(ledger):
    page = (ROOT / "docs/evidence.md").read_text()
    for name in [one["name"] for one in ledger["parameters"]]:
        assert f"| `{name}` |" in page
    for name in [one["id"] for one in ledger["patterns"] + ledger["sources"]]:
        assert f"| {name} |" in page
