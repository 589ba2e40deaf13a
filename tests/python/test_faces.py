"""The same results by the command line, in the report's data and in Python: row by row, key by key, word by word.

Each kind of result has a table of its keys as the three faces call them. A key of a row that is in no table fails:
whoever adds one says here what the other faces call it, or that it stands alone."""

import json
import math

import pandas
import pytest
from report_page import data_of
from small_city import HAND_IN_DRIVE, small_city

import tumen

CALM = small_city("calm", residents=6000)
DRIVE = small_city("drive", residents=6000) + HAND_IN_DRIVE
MINE = 'extends = "hoeryong-oath"\nname = "mine"\n[parameters]\nresidents = 4000\n'


class Faces:
    """One play, read three times."""

    def __init__(self, folder, program, *words):
        said = program(*words, "--out", "r.sqlite", "--json", "--seed", 3).stdout
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
    """Words and counts are equal; the page rounds numbers to six digits."""
    if missing(one) or missing(other):
        return missing(one) and missing(other)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(one, str):
        return one == other
    return one == pytest.approx(other, rel=1e-5, abs=1e-12)


def flat(row, prefix=""):
    """A row in a row is named by both: prior.mean."""
    out = {}
    for key, value in row.items():
        if isinstance(value, dict):
            out.update(flat(value, f"{prefix}{key}."))
        else:
            out[prefix + key] = value
    return out


def table_rows(table):
    return [{str(key): value for key, value in row.items()} for row in table.reset_index().to_dict("records")]


def agree(keys, alone, **rows_of_faces):
    """`keys`: what a key is called by the command line, the page, Python; None where it has none. `alone`: by face, the
    keys that no other has."""
    names = {"said": [one[0] for one in keys], "page": [one[1] for one in keys], "here": [one[2] for one in keys]}
    found = {face: [flat(row) for row in rows] for face, rows in rows_of_faces.items()}
    assert len({len(rows) for rows in found.values()}) == 1, {face: len(rows) for face, rows in found.items()}
    assert all(found.values())
    for face, rows in found.items():
        known = {name for name in names[face] if name} | set(alone.get(face, ()))
        for row in rows:
            assert set(row) - known == set(), f"{face} has keys that no table knows"
    seen = set()
    for place in range(len(found["said"])):
        for n, key in enumerate(keys):
            values = {face: found[face][place].get(names[face][n], ...) for face in found if names[face][n]}
            values = {face: value for face, value in values.items() if value is not ...}
            if len(values) == len([face for face in found if names[face][n]]):
                seen.add(n)
            first, *others = values.values()
            assert all(same(first, other) for other in others), (key, values)
    assert seen == set(range(len(keys))), [key for n, key in enumerate(keys) if n not in seen]


def each(name):
    return (name, name, name)


def test_headlines_of_a_run(faces):
    one = faces("run", "drive.toml", "--luck-only", "--replicates", 6)
    page = [row for part in ("official", "changed", "told", "other") for row in one.page[part]]
    said = {row["id"]: row for row in one.said["headlines"]}
    here = {row["id"]: row for row in table_rows(one.here.summary)}
    agree([each("id"), each("label"), each("unit"), ("side", None, "side"), ("n", None, "n"), ("mean", None, "mean"),
           ("median", "median", "median"), ("q05", "lo", "q05"), ("q95", "hi", "q95")],
          {"page": ["explain"], "here": ["scenario", "mean_low", "mean_high"]},
          said=[said[row["id"]] for row in page], page=page, here=[here[row["id"]] for row in page])
    assert set(said) == set(here) == {row["id"] for row in page}
    assert one.said["answer"] == one.page["answer"] == one.here.answer
    assert one.said["scenario_hash"] == one.page["scenario"]["hash"] == one.here.scenario.hash


def test_the_answer_of_plays_that_draw(faces):
    one = faces("run", "drive.toml", "--replicates", 8, "--values", "prior")
    assert one.said["answer"] == one.page["answer"] == one.here.answer
    assert len(one.said["answer"]) > 2
    hashes = {row["replicate"]: row["hash"] for row in one.said["replicate_hashes"]}
    assert one.here.hashes.loc["drive"].to_dict() == hashes


@pytest.mark.parametrize("luck", [["--luck-only"], ["--values", "prior"]])
def test_differences(faces, luck):
    one = faces("compare", "calm.toml", "drive.toml", "--replicates", 6, *luck)
    drawn = "--luck-only" not in luck
    [other] = one.said["others"]
    said = [{"other_name": other["other"], **row} for row in other["differences"]]
    here = [{"other_name": row.pop("scenario"), **row} for row in table_rows(one.here.differences)]
    page = [{"other_name": row.pop("other"), **row} for row in one.page["differences"]]
    keys = [each("other_name"), each("id"), each("label"), each("unit"), ("difference", "mean", "difference"),
            ("low", "lo", "low"), ("high", "hi", "high"), ("pairs", None, "pairs"), ("base", None, "base"),
            ("other", None, "other"), ("interval", None, "interval"), ("sign", None, "sign"), ("told", "sign", None)]
    alone = {"said": [], "page": [], "here": ["sentence"]}
    if drawn:
        alone["said"] = ["plays", "without", "draws", "middle", "luck_low", "luck_high", "error", "above", "below",
                         "small"]
        alone["page"] = alone["here"] = ["correlation", "variance_reduction", "sentence", "warning"]
    else:
        alone["said"] = ["above", "below"]
        keys += [each("correlation"), each("variance_reduction"), ("warning", None, "warning")]
    agree(keys, alone, said=said, page=page, here=here)


def test_points_of_a_sweep(faces):
    one = faces("sweep", "drive.toml", "--vary", "fee_base=0.2..0.4:3", "--replicates", 3)
    sweep = one.page["sweep"]
    headlines = [row["id"] for row in sweep["headlines"]]
    said = [{"point": place, "values": list(point["values"].values()), "done": point["done"],
             "failed": point["failed"], "name": point["name"], **row}
            for place, point in enumerate(one.said["points"]) for row in point["headlines"]]
    page = [{"point": place, "values": point["values"], "done": point["done"], "failed": point["failed"],
             "name": point["name"], "id": name, **dict(zip(("mean", "low", "high"), estimate or ()))}
            for place, point in enumerate(sweep["points"]) for name, estimate in zip(headlines, point["estimates"])]
    here = [{"values": [row.pop("fee_base")], **row} for row in table_rows(one.here.estimates)]
    agree([each("point"), each("values"), ("done", "done", None), ("failed", "failed", None), ("name", "name", None),
           ("id", "id", "headline"), ("unit", None, "unit"), ("n", None, "n"), each("mean"), each("low"), each("high")],
          {"here": ["index"]}, said=said, page=[row for row in page if "mean" in row], here=[row for row in here if row["n"]])
    agree([each("name"), each("unit"), each("low"), each("high"), ("beyond_evidence", "beyond", None)],
          {"page": ["label", "scale", "choices"]}, said=one.said["factors"], page=sweep["factors"],
          here=[{"name": "fee_base", "unit": "share", "low": 0.2, "high": 0.4}])
    assert one.said["headline"] == sweep["headline"]
    assert one.said["answer"] == one.here.answer


def test_rivals_of_a_sweep(faces):
    """The page draws a rival at its place among the rule's; command line and Python name it."""
    one = faces("sweep", "drive.toml", "--vary", "rules.trust", "--replicates", 2)
    choices = one.page["sweep"]["factors"][0]["choices"]
    drawn = [choices[int(point["values"][0])] for point in one.page["sweep"]["points"]]
    assert drawn == ["updated", "fixed"] == [point["values"]["rules.trust"] for point in one.said["points"]]
    assert list(dict.fromkeys(row["rules.trust"] for row in table_rows(one.here.estimates))) == drawn


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_factors_of_a_sensitivity(faces, method):
    one = faces("sensitivity", "drive.toml", "--method", method, "--vary", "fee_base=0.2..0.4", "--vary",
                "promise_breach", "--samples", 4, "--replicates", 2)
    assert {key: value for key, value in one.said.items() if key not in ("seed", "results", "report")} == \
        one.page["sensitivity"]
    said = [{"headline": headline["id"], "unit": headline["unit"], **factor}
            for headline in one.said["headlines"] for factor in [*headline["factors"], headline["dummy"]] if factor]
    here = table_rows(one.here.factors)
    measured = {"morris": ["mu_star", "mu", "sigma"], "sobol": ["total", "first"]}[method]
    keys = [("headline", None, "headline"), ("name", None, "parameter"), ("best", None, "best_rank"),
            ("worst", None, "worst_rank"), ("standing", None, "from_luck")]
    for name in measured:
        keys += [(f"{name}.value", None, name), (f"{name}.lo", None, f"{name}_low"),
                 (f"{name}.hi", None, f"{name}_high")]
    agree(keys, {"said": ["unit", "strength.value", "strength.lo", "strength.hi", "effects", "sentence"],
                 "here": ["unit"]}, said=said, here=here)


def test_verdicts_of_patterns(faces):
    one = faces("check", "mine.toml", "--replicates", 4)
    [setting] = one.said["settings"]
    said = [{"rules": setting["rules"], **row} for row in setting["patterns"]]
    for row in said:
        row["low"], row["high"] = row.pop("share_interval") or (None, None)
        row["mean_low"], row["mean_high"] = row.pop("mean_interval") or (None, None)
    agree([("rules", None, "rules"), each("id"), each("statement"), each("grade"), each("role"), each("judged_by"),
           each("verdict"), each("share"), ("low", "lo", "share_low"), ("high", "hi", "share_high"),
           ("mean", "test.mean", "mean"), ("mean_low", "test.mean_lo", "mean_low"),
           ("mean_high", "test.mean_hi", "mean_high"), ("statistic", "test.statistic", None),
           ("replicates", None, "replicates"), ("without_value", None, "without_value")],
          {"said": ["voice", "severity", "bound", "scenario", "against", "runs", "expected", "old_mean"],
           "page": ["sources", "cited", "test.low", "test.high", "test.note"], "here": ["showing"]},
          said=said, page=one.page["patterns"], here=table_rows(one.here.patterns))


def test_what_a_calibration_found(faces):
    one = faces("calibrate", "mine.toml", "--particles", 12, "--generations", 2, "--predictive", 12)
    page = one.page["calibration"]
    assert {key: one.said[key] for key in page} == page
    assert set(one.said) - set(page) == {"name", "seed", "results", "report"}
    quantiles = ["mean", "median", "q25", "q75", "q05", "q95", "shrinkage", "warnings"]
    agree([each("unit"), ("id", "id", "name"), ("low", "low", "prior_low"), ("high", "high", "prior_high"),
           *map(each, quantiles)],
          {"said": ["label", "scale", "beyond_evidence"], "page": ["label", "scale", "beyond_evidence"]},
          said=one.said["parameters"], page=page["parameters"], here=table_rows(one.here.parameters))
    parts = {"share": "", "lo": "_low", "hi": "_high", "mean": "_mean"}
    agree([each("id"), each("statement"), each("worse"),
           *((f"{when}.{part}", f"{when}.{part}", when + ending) for when in ("prior", "posterior")
             for part, ending in parts.items())],
          {face: ["scenario", "role", "fitted", "prior.n", "posterior.n"] for face in ("said", "page", "here")},
          said=one.said["patterns"], page=page["patterns"], here=table_rows(one.here.fit))


def spread(row, **pairs):
    """Two ends in a list, as a row of their own."""
    for name, (low, high) in pairs.items():
        row[low], row[high] = row.pop(name)
    return row


def test_what_the_program_knows(program):
    said = json.loads(program("info", "--json").stdout)
    agree([("rule", None, "group"), *((key, None, key) for key in
                                      ("name", "label", "unit", "kind", "value", "low", "high", "limit_low",
                                       "limit_high", "prior", "grade", "sources", "note"))],
          {"said": ["symbol"]},
          said=[spread(row, range=("low", "high"), limits=("limit_low", "limit_high")) for row in said["parameters"]],
          here=table_rows(tumen.parameters))
    agree([(key, None, key) for key in ("name", "label", "unit", "rule", "measure", "explanation")],
          {"here": ["type"]}, said=[row for row in said["observables"] if "sum_of" not in row],
          here=table_rows(tumen.observables))
    assert {row["name"]: row["sum_of"] for row in said["observables"] if "sum_of" in row} == {
        name: parts for name, _, parts in tumen._tumen.derived_observables()}


def test_the_evidence(program):
    said = json.loads(program("evidence", "list", "--json").stdout)
    played = ("scenario", "against", "statistic")
    for row in said["patterns"]:
        test = row.pop("test") or {}
        row.update({key: test.pop(key, "") for key in played}, test=test)
    agree([(key, None, key) for key in
           ("id", "statement", "place", "dates", "role", "grade", "observed", "scenario", "against", "statistic",
            "sources", "untestable", "bound", "was")],
          {"said": ["type", "independence", "severity", "note", "parameters", "rules", "switch_off", *(
              f"test.{key}" for key in ("against_settings", "band", "judged", "more", "old_statistic", "settings",
                                        "sign"))]},
          said=said["patterns"], here=table_rows(tumen.patterns))
    agree([(key, None, key) for key in
           ("id", "title", "publisher", "date", "kind", "independence", "place", "note", "address")],
          {"said": ["type", "parameters", "patterns"]}, said=said["sources"], here=table_rows(tumen.sources))
