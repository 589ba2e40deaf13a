"""Rows of a result as the command line, the report's data and Python have them, read by the program's list of fields."""

import json
import math

import pandas
import pytest
from report_page import data_of
from small_city import HAND_IN_DRIVE, small_city
from target_text import target

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
    "difference under rules": ("check", "hoeryong-oath", "--rivals", "--replicates", 2, "--set", "residents=1000"),
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


# What the command line alone has.
UNKNOWN = ("check", "drive.toml", "--unknowns", "--replicates", 1)
FORETELL = ("hindcast", "history.toml", "--targets", "targets.toml", "--cutoff", "2020-12-31", "--hindsight", "seen", "--replicates", 4,
            "--size", 1, "--score")
SAID = {
    "value of an unknown": UNKNOWN,
    "implied quantity": ("evidence", "implied", "--replicates", 2, "--set", "residents=3000"),
    **dict.fromkeys(("belief", "belief in a rule", "belief in a pattern", "belief in a value", "truths found again",
                     "truths of a quantity"), ("belief", "show")),
    "step of a day": ("info", "schedule"),
    "limit": ("info", "limits"),
    **dict.fromkeys(("forecast", "foretold report", "score of a report", "scores of a voice"), FORETELL),
}
TOLD_EARLIER = "".join(target(year, value, f"nkdb-{year}") for year, value in ((2019, 0.3), (2020, 0.35), (2021, 0.456789)))

# Of plays that draw what is not known: what the command line asks of them, and the report says beside the range.
DOUBTED = ("shares of a spread", "turning", "worth of a fact")
ASKED_OF_DRAWS = ("drive.toml", "--replicates", 160)

# What would be true if something heard is, on the command line and in Python.
GIVEN = ("headline given", "value given", "rule given")
HEARD = ("given", "drive.toml", "--heard", "sum(handed_in, during) is 10 to 40", "--replicates", 160)

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


def found_at(place, data):
    """The rows at a place such as "others[].differences[]", one after another; of several places, all. What is null is
    no row."""
    rows = []
    for path in place.split():
        if path == "{}":  # the answer itself
            return [data]
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
    """The row without what in it has rows of a kind of their own."""
    if not isinstance(row, dict):
        return row
    itself = kind[face] == "{}"
    around = "" if itself else kind[face] + "."
    others = [other for other in kinds.values() if other is not kind and (not itself or other["command"] == kind["command"])]
    inner = {place.removeprefix(around).split(".")[0].removesuffix("[]") for other in others
             for place in other[face].split() if place.startswith(around)}
    return {key: value for key, value in row.items() if key not in inner}


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
