"""Tables of rows, on the terminal and as CSV: their columns are those of the list of fields, and say what JSON says."""

import csv
import io
import json
import re

import pytest
from face_rows import ASKED, ASKED_OF_DRAWS, CALM, DRIVE, GIVEN, HEARD, JUDGED, MINE, PLAYED, SAID, found_at, same

import tumen


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
           ("ranked factor", "standing"), ("verdict on a pattern", "mean"), ("value of an unknown", "label"),
           ("truths of a quantity", "below"), ("truths of a quantity", "above")}
    return [(column["head"], column["fields"][0]) for column in kind["terminal"]
            if column["head"] and len(column["fields"]) == 1 and (kind["name"], column["fields"][0]) not in own
            and fields[column["fields"][0]]["type"] in ("text", "word", "count") and not fields[column["fields"][0]]["list"]]


def told_on_the_terminal(kind, text, said):
    heads = [column["head"] for column in kind["terminal"]]
    told, rows = cells_below(text, heads)
    columns = told_as_they_are(kind)
    assert columns or kind["name"] in ("estimate", "value of an unknown") or kind["name"].endswith(" factor")
    known = {tuple(str(row[field]) for _, field in columns) for row in said}
    shown = {tuple(row[told.index(head)] for head, _ in columns) for row in rows}
    assert rows and shown <= known, shown - known


# Told in sentences, in a table that a list of another kind makes, or in one that is turned round.
WITHOUT_A_TABLE = {"headline", "ratio", "varied parameter", "generation", "failed proposal", "replicate", "difference under rules",
                   "entry of the ledger", "pattern", "source", "belief", "truths found again", "forecast"}


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


@pytest.mark.parametrize("name", SAID)
def test_the_terminal_has_the_columns_of_what_it_alone_says(small_places, program, kinds, name):
    kind = kinds[name]
    if not kind["terminal"]:
        assert name in WITHOUT_A_TABLE
        return
    rows = found_at(kind["command_line"], json.loads(program(*SAID[name], "--json").stdout))
    told_on_the_terminal(kind, program(*SAID[name]).stdout, rows)


@pytest.mark.parametrize("name", ["worth of a fact", *GIVEN])
def test_the_terminal_has_the_columns_of_what_is_asked_of_draws(program, tmp_path, kinds, name):
    (tmp_path / "drive.toml").write_text(DRIVE)
    kind, words = kinds[name], HEARD if name in GIVEN else ("value-of-information", *ASKED_OF_DRAWS)
    said = json.loads(program(*words, "--json").stdout)
    told_on_the_terminal(kind, program(*words).stdout, found_at(kind["command_line"], said))


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
