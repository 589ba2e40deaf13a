"""The same results by the command line, in the report's data and in Python: row by row, key by key, word by word.

What a kind of result holds, where each face has its rows and what it calls their fields is asked of the program
(`tumen info results --json`): a face that leaves out a field, calls it otherwise or has one more fails."""

import csv
import dataclasses
import io
import json
import math
import re
import subprocess

import pandas
import pytest
from conftest import PROGRAM
from report_page import data_of
from small_city import HAND_IN_DRIVE, small_city

import tumen

CALM = small_city("calm", residents=6000)
DRIVE = small_city("drive", residents=6000) + HAND_IN_DRIVE
MINE = 'extends = "hoeryong-oath"\nname = "mine"\n[parameters]\nresidents = 4000\n'
SOME_FAILED = 4


class Faces:
    """One play, read three times."""

    def __init__(self, folder, program, *words):
        code = SOME_FAILED if words == FAILING else 0
        said = program(*words, "--out", "r.sqlite", "--json", "--seed", 3, code=code).stdout
        self.said = json.loads(said)
        self.page = data_of(folder / "r.html")
        self.here = tumen.open_results(folder / "r.sqlite")


@pytest.fixture
def faces(tmp_path, program):
    for name, text in {"calm": CALM, "drive": DRIVE, "mine": MINE}.items():
        (tmp_path / f"{name}.toml").write_text(text)
    return lambda *words: Faces(tmp_path, program, *words)


def missing(value):
    """JSON has no number without end."""
    return value is None or value is pandas.NaT or (isinstance(value, float) and not math.isfinite(value))


def same(one, other):
    """Words and counts are equal; the page rounds numbers to six digits. Two ends that are missing are none."""
    if None in (one, other) and isinstance(one or other, list):
        return all(map(missing, one or other))
    if missing(one) or missing(other):
        return missing(one) and missing(other)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(one, str):
        return one == other
    return one == pytest.approx(other, rel=1e-5, abs=1e-12)


def table_rows(table):
    table = table if table.index.names == [None] else table.reset_index()
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]


CALIBRATE = ("calibrate", "mine.toml", "--particles", 12, "--generations", 2, "--predictive", 12)
SENSITIVITY = ("sensitivity", "drive.toml", "--vary", "fee_base=0.2..0.4", "--vary", "promise_breach", "--samples", 4,
               "--replicates", 2, "--method")
# The smallest watch unit must not be larger than the largest, which has 30 households here.
FAILING = (*CALIBRATE, "--set", "unit_households_max=30", "--vary", "unit_households_min=20..40", "--beyond-evidence",
           "--vary", "detection")
# How each kind of result is played, in small cities; what the program says without a play is asked for.
PLAYED = {
    "headline": ("run", "drive.toml", "--luck-only", "--replicates", 6),
    "ratio": ("run", "drive.toml", "--luck-only", "--replicates", 6),
    "row of an answer": ("run", "drive.toml", "--replicates", 8, "--values", "prior"),
    "difference": ("compare", "calm.toml", "drive.toml", "--replicates", 6, "--luck-only"),
    "difference of plays": ("compare", "calm.toml", "drive.toml", "--replicates", 6, "--values", "prior"),
    "varied parameter": ("sweep", "drive.toml", "--vary", "fee_base=0.2..0.4:3", "--replicates", 3),
    "point": ("sweep", "drive.toml", "--vary", "fee_base=0.2..0.4:3", "--replicates", 3),
    "estimate": ("sweep", "drive.toml", "--vary", "fee_base=0.2..0.4:3", "--replicates", 3),
    "screened factor": (*SENSITIVITY, "morris"),
    "ranked factor": (*SENSITIVITY, "sobol"),
    "verdict on a pattern": ("check", "mine.toml", "--replicates", 4),
    "calibrated parameter": CALIBRATE,
    "fit of a pattern": CALIBRATE,
    "generation": CALIBRATE,
    "failed proposal": FAILING,
    "replicate": ("run", "drive.toml", "--luck-only", "--replicates", 6),
}
ASKED = {
    "parameter": ("info", "parameters"),
    "observable": ("info", "observables"),
    "sum of observables": ("info", "observables"),
    "entry of the ledger": ("evidence", "list"),
    "pattern": ("evidence", "list"),
    "source": ("evidence", "list"),
}


JUDGED = {
    "judged difference": (tumen.conclusions, "check", "hoeryong-oath", "--rivals", "--belief", "--out", "r.sqlite"),
    "statement": (tumen.statements, "statements", "hoeryong-oath"),
}


class Judged:
    """Signs over the belief: Python judges them by playing, no file is opened."""

    def __init__(self, folder, program, judge, *words):
        asked = ("--replicates", 4, "--set", "residents=1000", "--json")
        self.said = json.loads(program(*words, *asked).stdout)
        self.page = data_of(folder / "r.html") if "--out" in words else None
        self.here = judge(words[1], replicates=4, set={"residents": 1000}, threads=2)


class Asked:
    """What the program knows, asked for by the command line; the package has it without a play."""
    page = None
    here = tumen

    def __init__(self, program, *words):
        self.said = json.loads(program(*words, "--json").stdout)


@pytest.fixture(scope="module")
def kinds():
    answer = subprocess.run([PROGRAM, "info", "results", "--json"], stdout=subprocess.PIPE, text=True, check=True)
    return {kind["name"]: kind for kind in json.loads(answer.stdout)["results"]}


def found_at(place, data):
    """The rows at a place such as "others[].differences[]", one after another; of several places, all. What is null is
    no row."""
    rows = []
    for path in place.split():
        here = [data]
        for part in path.split("."):
            if part != "[]":
                here = [one[part.removesuffix("[]")] for one in here if one is not None]
            if part.endswith("[]"):
                here = [row for one in here if one is not None for row in one]
        rows += [one for one in here if one is not None]
    return rows


def read_row(row, fields, face, before=""):
    """The row by the names of the description. It has the fields that its face shows, and no others; in a list they
    stand in their order."""
    shown = {field[face]: field for field in fields if field[face] is not None}
    if isinstance(row, list):
        assert len(row) == len(shown), face
        row = dict(zip(shown, row))
    assert set(row) == set(shown), f"{face}, {before or 'row'}"
    out = {}
    for key, field in shown.items():
        name = before + field["name"]
        if field["type"] != "row":
            out[name] = list(row[key].values()) if isinstance(row[key], dict) else row[key]
        elif field["list"]:
            for place, one in enumerate(row[key]):
                out.update(read_row(one, field["fields"], face, f"{name}.{place}."))
        elif row[key] is not None:
            out.update(read_row(row[key], field["fields"], face, name + "."))
    return out


def without_kinds(row, face, kind, kinds):
    """The row without lists in it whose rows are a kind of their own."""
    inner = {place.removeprefix(kind[face] + ".") for other in kinds.values() for place in other[face].split()
             if place.startswith(kind[face] + ".")}
    return {key: value for key, value in row.items() if key + "[]" not in inner} if isinstance(row, dict) else row


def columns_of(fields, before="", around="", varied=()):
    """Name in the description and column of Python, of a pair of ends both; a row in a row has a column for each of its
    fields, "." being the row's own name."""
    for field in fields:
        name, column = around + field["name"], field["python"]
        if column is None:
            continue
        if field["type"] == "ends":
            yield name, column if isinstance(column, list) else column.split()
        elif field["type"] == "settings":
            yield name, list(varied)
        elif before:
            yield name, before if column == "." else f"{before}_{column}"
        elif field["type"] == "row":
            yield from columns_of(field["fields"], "" if column == "." else column, name + ".")
        else:
            yield name, column


def read_columns(row, fields, varied):
    columns = dict(columns_of(fields, varied=varied))
    there = {one for names in columns.values() for one in ([names] if isinstance(names, str) else names)}
    assert set(row) == there, "Python"
    return {name: row[names] if isinstance(names, str) else [row[one] for one in names]
            for name, names in columns.items()}


def keyed(rows, keys):
    """Rows by what tells them apart, which must."""
    out = {tuple(row[key] for key in keys): row for row in rows}
    assert rows and len(out) == len(rows)
    return out


def on_page(kind, kinds, one, said):
    """The page's rows, with the keys that it does without. It does without one that is the same in all rows, or that the
    place of the row says."""
    shown = {field["name"] for field in kind["fields"] if field["page"]}
    rows = [read_row(without_kinds(row, "page", kind, kinds), kind["fields"], "page")
            for row in found_at(kind["page"], one.page)]
    if not shown & set(kind["keys"]):
        assert len(rows) == len(said)
        return [row | {key: other[key] for key in kind["keys"]} for row, other in zip(rows, said)]
    alike = {key: said[0][key] for key in kind["keys"] if key not in shown}
    return [row | alike for row in rows]


def in_python(kind, one, said):
    """Python's rows. Where one scenario was played no column names it; in a sweep all that varies has a column besides,
    and a headline without any value is there."""
    table = getattr(one.here, kind["python"].split(".")[1])
    rows = [table] if isinstance(table, dict) else table_rows(table)
    varied = [factor["name"] for factor in one.said.get("factors", [])] if isinstance(one.said, dict) else []
    if not any(field["type"] == "settings" for field in kind["fields"]):
        rows = [{key: value for key, value in row.items() if key not in varied} for row in rows]
    names = {field["python"] for field in kind["fields"] if field["name"] == "scenario"}
    if names and not isinstance(one, Asked):
        rows = [{"scenario": said[0].get("scenario")} | row for row in rows]
    if "scenario" in kind["keys"] and names:
        rows = [row for row in rows if row["scenario"] in {other["scenario"] for other in said}]
    return [read_columns(row, kind["fields"], varied) for row in rows if row.get("n") != 0]


def compared(kind, kinds, one):
    fields, keys = kind["fields"], kind["keys"]
    rows = found_at(kind["command_line"], one.said)
    if kind["command"] == "info observables":  # columns and sums of them stand in one list
        rows = [row for row in rows if ("sum_of" in row) == (kind["name"] == "sum of observables")]
    said = [read_row(without_kinds(row, "command_line", kind, kinds), fields, "command_line") for row in rows]
    faces = {"page": on_page(kind, kinds, one, said)} if kind["page"] else {}
    if kind["python"]:
        faces["python"] = in_python(kind, one, said)
    said = keyed(said, keys)
    for face, rows in faces.items():
        rows = keyed(rows, keys)
        assert set(rows) == set(said), face
        for key, row in rows.items():
            different = [field for field in row if field in said[key] and not same(row[field], said[key][field])]
            assert not different, (face, key, different)
    return list(faces)


@pytest.mark.parametrize("name", PLAYED)
def test_faces_have_the_same_rows(faces, kinds, name):
    told = compared(kinds[name], kinds, faces(*PLAYED[name]))
    alone = {"row of an answer": [], "generation": ["page"]}
    assert told == alone.get(name, ["page", "python"])


@pytest.mark.parametrize("name", JUDGED)
def test_faces_judge_the_same(tmp_path, program, kinds, name):
    told = compared(kinds[name], kinds, Judged(tmp_path, program, *JUDGED[name]))
    assert told == (["page", "python"] if name == "judged difference" else ["python"])


@pytest.mark.parametrize("name", ASKED)
def test_faces_know_the_same(program, kinds, name):
    told = compared(kinds[name], kinds, Asked(program, *ASKED[name]))
    assert told == (["python"] if name in ("parameter", "observable", "pattern", "source") else [])


def test_where_results_come_from(faces, kinds):
    """The command line does not say it: the report and Python do, of the same file."""
    one, kind = faces("run", "drive.toml", "--luck-only", "--replicates", 2), kinds["provenance"]
    page = {key: value for key, value in one.page["provenance"].items() if key not in ("failed_replicates", "replicate_hashes")}
    page = read_row(page, kind["fields"], "page")
    [here] = [read_columns(row, kind["fields"], ()) for row in one.here.provenance]
    assert page.pop("seed") == str(here.pop("seed")) == "3"
    assert page.pop("fingerprint") and page == here


def test_every_kind_of_result_is_compared_here(kinds):
    drawn = {"draw", "drawn parameter", "drawn replicate"}
    stored = {"stored day", "stored replicate", "stored headline"}
    explored = {"headline of a play", "rival rule", "event kind"}  # tests/browser/model_rows.test.mjs
    assert set(kinds) == set(PLAYED) | set(JUDGED) | set(ASKED) | drawn | stored | explored | {
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


def cells_below(text, heads):
    """Rows of the table on the terminal that has these heads next to each other: what stands below each, by its place. A
    column without a head has no place of its own."""
    lines, told = text.splitlines(), [head for head in heads if head]
    for number, line in enumerate(lines):
        words = list(re.finditer(r"\S+(?: \S+)*", line))
        there = [word.group() for word in words]
        for first in range(len(words) - len(told) + 1):
            if there[first:first + len(told)] != told:
                continue
            starts = [word.start() for word in words[first:]] + [None]
            rows = []
            for below in lines[number + 1:]:
                if not below.strip() or any(below[start - 2:start].strip() for start in starts[1:-1]):
                    break  # nothing, or a sentence
                cells = [re.split("  +", below[begin:end].rstrip())[0] for begin, end in zip(starts, starts[1:])]
                rows.append(cells[:len(told)])
            return told, rows
    raise AssertionError(f"no table has the heads {told}")


def told_as_they_are(kind):
    """Heads of columns that say one field in its own words, and the field."""
    fields = {field["name"]: field for field in kind["fields"]}
    own = {("screened factor", "name"), ("screened factor", "standing"), ("ranked factor", "name"),
           ("ranked factor", "standing"), ("verdict on a pattern", "mean")}
    return [(column["head"], column["fields"][0]) for column in kind["terminal"]
            if column["head"] and len(column["fields"]) == 1 and (kind["name"], column["fields"][0]) not in own
            and fields[column["fields"][0]]["type"] in ("text", "word", "count") and not fields[column["fields"][0]]["list"]]


def told_on_the_terminal(kind, text, said):
    heads = [column["head"] for column in kind["terminal"]]
    told, rows = cells_below(text, heads)
    columns = told_as_they_are(kind)
    assert columns or kind["name"] == "estimate" or kind["name"].endswith(" factor")
    known = {tuple(str(row[field]) for _, field in columns) for row in said}
    shown = {tuple(row[told.index(head)] for head, _ in columns) for row in rows}
    assert rows and shown <= known, shown - known


# Told in sentences, or in a table that a list of another kind makes.
WITHOUT_A_TABLE = {"headline", "ratio", "varied parameter", "generation", "failed proposal", "replicate",
                   "entry of the ledger", "pattern", "source"}


@pytest.mark.parametrize("name", [*PLAYED, *ASKED, *JUDGED])
def test_the_terminal_has_the_columns_of_the_list(faces, program, tmp_path, kinds, name):
    kind = kinds[name]
    if not kind["terminal"]:
        assert name in WITHOUT_A_TABLE
        return
    if name in JUDGED:
        words = (*JUDGED[name][1:], "--replicates", 4, "--set", "residents=1000")
    else:
        words = PLAYED.get(name) or ASKED[name]
        for file, text in {"calm": CALM, "drive": DRIVE, "mine": MINE}.items():
            (tmp_path / f"{file}.toml").write_text(text)
    seed = ("--seed", 3) if name in PLAYED else ()
    out = [("--out", tmp_path / f"{face}.sqlite") if name in PLAYED else () for face in "ab"]
    words = words if "--out" not in words else words[:words.index("--out")] + words[words.index("--out") + 2:]
    said = json.loads(program(*words, *seed, *out[0], "--json").stdout)
    rows = found_at(kind["command_line"], said)
    if name == "observable":  # sums stand in the same table
        rows = [row | {"unit": "", "measure": "sum"} if "sum_of" in row else row for row in rows]
    told_on_the_terminal(kind, program(*words, *seed, *out[1]).stdout, rows)


@pytest.mark.parametrize("name", ["stored day", "stored replicate", "stored headline"])
def test_exported_tables_have_the_columns_of_the_list(faces, program, kinds, name):
    """A column for each field, and behind the point one for each value that sets it apart; a table of columns names them
    with their units."""
    days = name == "stored day"  # of which a sweep keeps none
    one, kind = faces(*PLAYED["headline" if days else "point"]), kinds[name]
    varied = [] if days else ["fee_base"]
    rows = list(csv.reader(io.StringIO(program("export", "r.sqlite", "--table", kind["exported"]).stdout)))
    names = [column for field in kind["fields"]
             for column in (varied if field["type"] == "settings" else [field["name"]])]
    observables = list(tumen.observables.index) if days else []
    assert rows[0] == names + observables
    columns = list(csv.DictReader(io.StringIO(program("export", "r.sqlite", "--table", "columns").stdout)))
    units = {row["column"]: row["unit"] for row in columns if row["table"] == kind["exported"]}
    told = {field["name"]: "" if field["unit"] == "row" else field["unit"]
            for field in kind["fields"] if field["type"] != "settings"}
    assert {column: units[column] for column in told} == told
    assert [units[column] for column in varied] == ["share"] * len(varied)
    assert set(units) >= set(rows[0])
    table = [dict(zip(rows[0], row)) for row in rows[1:]]
    keys = {tuple(row[key] for key in kind["keys"]) for row in table}
    assert len(keys) == len(table) > 0
    points = ["drive"] if days else [row["name"] for row in one.said["points"]]
    assert {row["point"] for row in table} == set(points)
