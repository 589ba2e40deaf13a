"""The same results by the command line, in the report's data and in Python: row by row, key by key, word by word.

What a kind of result holds, where each face has its rows and what it calls their fields is asked of the program
(`tumen info results --json`): a face that leaves out a field, calls it otherwise or has one more fails."""

import dataclasses
import json
from types import SimpleNamespace

import pytest
from face_rows import (ASKED, ASKED_OF_DRAWS, DOUBTED, GIVEN, HEARD, JUDGED, PLAYED, SAID, Asked, Judged, compared, found_at,
                       read_columns, read_row, same, table_rows)

import tumen


@pytest.mark.parametrize("name", PLAYED)
def test_faces_have_the_same_rows(faces, kinds, name):
    told = compared(kinds[name], kinds, faces(*PLAYED[name]))
    alone = {"row of an answer": [], "generation": ["page"], "difference under rules": ["python"]}
    assert told == alone.get(name, ["page", "python"])


@pytest.mark.parametrize("name", JUDGED)
def test_faces_judge_the_same(tmp_path, program, kinds, name):
    told = compared(kinds[name], kinds, Judged(tmp_path, program, *JUDGED[name]))
    assert told == (["page", "python"] if name == "judged difference" else ["python"])


@pytest.mark.parametrize("name", ASKED)
def test_faces_know_the_same(program, kinds, name):
    told = compared(kinds[name], kinds, Asked(program, *ASKED[name]))
    assert told == (["python"] if name in ("parameter", "observable", "pattern", "source") else [])


@pytest.mark.parametrize("name", SAID)
def test_what_the_command_line_alone_says_is_as_described(small_places, program, kinds, name):
    assert compared(kinds[name], kinds, SimpleNamespace(said=json.loads(program(*SAID[name], "--json").stdout))) == []


def test_where_results_come_from(faces, kinds):
    """The command line does not say it: the report and Python do, of the same file."""
    one, kind = faces("run", "drive.toml", "--luck-only", "--replicates", 2), kinds["provenance"]
    page = {key: value for key, value in one.page["provenance"].items() if key not in ("failed_replicates", "replicate_hashes")}
    page = read_row(page, kind["fields"], "page")
    [here] = [read_columns(row, kind["fields"], ()) for row in one.here.provenance]
    assert page.pop("seed") == str(here.pop("seed")) == "3"
    assert page.pop("fingerprint") and page == here


def test_what_is_not_known_is_doubted_alike(faces, program, kinds):
    """The report leaves groups of values out, so that chance may reach as far as elsewhere: what both tell is the same."""
    page = faces("run", *ASKED_OF_DRAWS).page
    said = json.loads(program("value-of-information", *ASKED_OF_DRAWS, "--seed", 3, "--json").stdout)
    for name in DOUBTED:
        kind = kinds[name]
        told, shown = ([read_row(row, kind["fields"], face) for row in found_at(kind[face], data)]
                       for face, data in (("command_line", said), ("page", page)))
        assert told and shown, name
        if name == "turning":  # other facts are searched, and other ones describe
            told, shown = ([{field: row[field] for field in ("side", "point", "draws", "reversed", "at_most")} for row in rows]
                           for rows in (told, shown))
        by_key = {tuple(row[key] for key in kind["keys"]): row for row in told}
        pairs = [(row, by_key[key]) for row in shown if (key := tuple(row[key] for key in kind["keys"])) in by_key]
        assert pairs, name
        for row, other in pairs:
            different = [field for field in row if field != "rank" and not same(row[field], other[field])]
            assert not different, (name, different)


def test_what_is_given_is_the_same(faces, program, kinds):
    played = faces("run", *ASKED_OF_DRAWS).here
    said = json.loads(program(*HEARD, "--seed", 3, "--json").stdout)
    one = SimpleNamespace(said=said, here=played.given(HEARD[3]))
    for name in GIVEN:
        assert compared(kinds[name], kinds, one) == ["python"]


def test_every_kind_of_result_is_compared_here(kinds):
    drawn = {"draw", "drawn parameter", "drawn replicate"}
    stored = {"stored day", "stored replicate", "stored headline"}
    explored = {"headline of a play", "rival rule", "event kind"}  # tests/browser/model/model_rows.test.mjs
    assert set(kinds) == set(PLAYED) | set(JUDGED) | set(ASKED) | set(DOUBTED) | set(GIVEN) | set(SAID) | drawn | stored | explored | {
        "provenance", "judged statistic", "played experiment"}


def test_what_is_said_beside_the_rows(faces):
    one = faces("run", "drive.toml", "--luck-only", "--replicates", 6)
    assert one.said["answer"] == one.page["answer"] == one.here.answer
    assert one.said["scenario_hash"] == one.page["scenario"]["hash"] == one.here.scenario.hash


@pytest.mark.parametrize("name", ["headline", "difference", "difference of plays", "point", "screened factor", "calibrated parameter"])
def test_every_answer_says_what_was_played(faces, kinds, name):
    one, fields = faces(*PLAYED[name]), kinds["played experiment"]["fields"]
    told = read_row({key: value for key, value in one.said.items() if key in {field["name"] for field in fields}}, fields,
                    "command_line")
    assert told["seed"] == one.here.seed == int(one.page["provenance"]["seed"]) == 3
    assert told["results"] == "r.sqlite" and told["report"] == "r.html" and told["name"]


def test_the_answer_of_plays_that_draw(faces):
    one = faces("run", "drive.toml", "--replicates", 8, "--values", "prior")
    assert one.said["answer"] == one.page["answer"] == one.here.answer
    assert len(one.said["answer"]) > 2
    hashes = {row["replicate"]: row["hash"] for row in one.said["replicate_hashes"]}
    assert one.here.hashes.loc["drive"].to_dict() == hashes


def test_what_a_sweep_varies(faces):
    one = faces("sweep", "drive.toml", "--vary", "fee_base=0.2..0.4:3", "--replicates", 3)
    [said] = one.said["factors"]
    assert {key: said[key] for key in ("name", "unit", "low", "high", "levels", "scale", "beyond_evidence")} == {
        "name": "fee_base", "unit": "share", "low": 0.2, "high": 0.4, "levels": 3, "scale": "linear",
        "beyond_evidence": False}
    assert one.said["headline"] == one.page["sweep"]["headline"]
    assert one.said["answer"] == one.here.answer


def test_rivals_of_a_sweep(faces):
    """The page draws a rival at its place among the rule's; command line and Python name it."""
    one = faces("sweep", "drive.toml", "--vary", "rules.trust", "--replicates", 2)
    [said], [page] = one.said["factors"], one.page["sweep"]["factors"]
    choices = page["choices"]
    assert said["choices"] == choices == one.here.varied.loc["rules.trust", "choices"]
    assert said["low"] is page["high"] is one.here.varied.loc["rules.trust", "low"] is None
    drawn = [choices[int(point["values"][0])] for point in one.page["sweep"]["points"]]
    assert drawn == ["updated", "fixed"] == [point["values"]["rules.trust"] for point in one.said["points"]]
    assert list(dict.fromkeys(row["rules.trust"] for row in table_rows(one.here.estimates))) == drawn


def test_sums_of_observables_are_those_of_the_package(program):
    said = Asked(program, "info", "observables").said
    assert {row["name"]: row["sum_of"] for row in said["observables"] if "sum_of" in row} == {
        name: parts for name, _, parts in tumen._tumen.derived_observables()}


def test_what_replicates_say_of_a_statistic(faces, program, tmp_path, kinds):
    """The command line with a mechanism and without it; Python of any statistic, and the same as a check says."""
    one, kind = faces(*PLAYED["verdict on a pattern"]), kinds["judged statistic"]
    said = json.loads(program("check", "hoeryong-oath", "--switch-off", "all", "--set", "residents=1000", "--replicates", 2,
                              "--json").stdout)
    rows = [read_row(row, kind["fields"], "command_line") for row in found_at(kind["command_line"], said)]
    assert rows and {row["verdict"] for row in rows} <= set(kind["fields"][0]["words"])
    compared_rows = 0
    for row in found_at(kinds["verdict on a pattern"]["command_line"], one.said):
        if row["judged_by"] != "share" or row["against"] or row["runs"] != [row["scenario"]] or row["share"] is None:
            continue
        low, high = row["band"]
        sign = {"above 0": "positive", "below 0": "negative"}.get(row["expected"])
        expected = {"sign": sign} if sign else {"low": low, "high": high}
        here = one.here.judge(row["statistic"], scenario=row["scenario"], **expected)
        here = read_columns(dataclasses.asdict(here), kind["fields"], ())
        assert all(same(row[field], value) for field, value in here.items()), row["id"]
        compared_rows += 1
    assert compared_rows > 0


def test_both_forms_of_draws_say_the_same(faces, kinds):
    """The page has what was drawn for all points, to play them again, and for the point that it tells; digit by digit."""
    page = faces("run", "drive.toml", "--replicates", 6, "--values", "prior").page
    [point] = [one for one in page["played"]["points"] if one["name"] == "drive"]
    names = [read_row(row, kinds["drawn parameter"]["fields"], "page") for row in page["drawn_from"]["parameters"]]
    again = {row["replicate"]: read_row(row, kinds["draw"]["fields"], "page") for row in page["played"]["draws"]}
    drawn = [read_row(row, kinds["drawn replicate"]["fields"], "page") for row in page["drawn_from"]["draws"]]
    assert [row["replicate"] for row in drawn] == list(again) == [1, 2, 3, 4, 5, 6]
    for row in drawn:
        whole = again[row["replicate"]]
        settings = whole["values"] + [[f"rules.{name}", choice] for name, choice in whole["rules"]]
        kept = [(name, value) for name, value in settings if name not in point["held"]]
        assert [(one["id"], value) for one, value in zip(names, row["values"], strict=True)] == kept
    labels = tumen.parameters["label"]
    assert [one["label"] for one in names] == [labels.get(one["id"], one["id"]) for one in names]
    assert not {"rules.trust", "extortion"} - {one["id"] for one in names}
