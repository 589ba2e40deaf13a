"""Scenarios put together from parts: the drive of docs/composition.md, the schema, the history."""

import json
import re
import sqlite3
import tomllib
from datetime import date

import pytest
from conftest import INVALID, ROOT, USAGE

PAGE = (ROOT / "docs/composition.md").read_text()
DRIVE = re.search(r"<!-- file: drive-2024.toml -->\n```toml\n(.*?)```", PAGE, re.DOTALL)[1]
CARRIED = sorted(path.stem for path in (ROOT / "scenarios").glob("*.toml"))


@pytest.fixture
def drive(tumen):
    """The drive of the page, begun as the page says, with fewer people."""
    tumen("scenario", "new", "drive-2024")
    small = DRIVE.replace("153532", "16000").replace("123721", "9000").replace("days = 210", "days = 90")
    (tumen.folder / "drive-2024.toml").write_text(small)
    return "drive-2024.toml"


def days_of(tumen, database, city):
    """Each day's row of one city, as exported."""
    rows = tumen("export", database, "--table", "daily").stdout.splitlines()
    place = rows[0].split(",").index("city")
    return [row for row in rows[1:] if row.split(",")[place] == city]


def test_the_drive_of_the_page_is_written_and_played_without_cpp(tumen, drive):
    assert "2 cities" in tumen("scenario", "check", drive).stdout
    tumen("run", "--luck-only", drive, "--replicates", "2", "--out", "drive.sqlite")
    assert "2 of 2 replicates" in tumen("verify", "drive.sqlite").stdout


def test_a_share_of_the_wards_and_one_city_have_values_of_their_own(tumen, drive):
    here = {row["name"]: row for row in json.loads(
        tumen("scenario", "explain", drive, "--city", "hoeryong", "--wards", "jammed", "--json").stdout)}
    there = {row["name"]: row for row in json.loads(
        tumen("scenario", "explain", drive, "--city", "musan", "--json").stdout)}
    assert any("wards jammed" in text for text in here["call_rate.broker"]["schedules"])
    assert any("0.3 times its own value, drawn from 0.1 to 0.6 as jamming" in text
               for text in here["call_rate.broker"]["schedules"])
    assert any("1 from" in text and "in hoeryong" in text for text in here["reward"]["schedules"])
    assert there["call_rate.broker"]["schedules"] == there["reward"]["schedules"] == []
    assert "musan" in tumen("scenario", "explain", drive, "--city", "mussan", code=USAGE).stderr


def test_what_is_said_of_one_city_leaves_the_other_as_it_was(tumen, drive):
    text = (tumen.folder / drive).read_text()
    (tumen.folder / "calm.toml").write_text(text[:text.index("# Two fifths")])
    for name in ("drive", "calm"):
        tumen("run", "--luck-only", "drive-2024.toml" if name == "drive" else "calm.toml", "--replicates", "1",
              "--out", f"{name}.sqlite")
    drive_days, calm_days = (
        {city: days_of(tumen, f"{name}.sqlite", city) for city in ("hoeryong", "musan")}
        for name in ("drive", "calm"))
    apart = [[row.split(",", 1)[1] for row in days] for days in (drive_days["musan"], calm_days["musan"])]
    assert apart[0] == apart[1]
    assert [row.split(",", 1)[1] for row in drive_days["hoeryong"]] != \
        [row.split(",", 1)[1] for row in calm_days["hoeryong"]]


def places_of(database):
    """The places in ranges that were drawn, by replicate."""
    with sqlite3.connect(database) as results:
        return results.execute("SELECT replicate, value FROM replicate_value WHERE name = 'ranges.jamming' "
                               "ORDER BY replicate").fetchall()


def test_what_is_not_known_of_an_event_is_drawn_for_each_replicate_and_can_be_held(tumen, drive):
    play = ("run", drive, "--values", "prior", "--replicates", "4")
    tumen(*play, "--out", "drawn.sqlite")
    drawn = places_of(tumen.folder / "drawn.sqlite")
    # The fourth replicate is the twin of the third; each stands beside the same without its campaign.
    assert len(drawn) == 4
    assert len({value for _, value in drawn}) == 3
    assert "8 of 8 replicates" in tumen("verify", "drawn.sqlite").stdout
    tumen(*play, "--set", "ranges.jamming=50 %", "--out", "held.sqlite")
    assert places_of(tumen.folder / "held.sqlite") == []
    days = {name: days_of(tumen, f"{name}.sqlite", "hoeryong") for name in ("drawn", "held")}
    assert days["drawn"] != days["held"]
    said = tumen(*play, "--set", "ranges.jaming=50 %", code=INVALID).stderr
    assert "no entry is drawn as" in said


SWEEP = """
[[sweep]]
from = 2024-07-10
to = 2024-08-10
cities = ["hoeryong"]
"""
UNSURE = 'happened = "50 %"\nhappened_as = "team"\n'


def replicates_of(tumen, database):
    """The days of all cities, by replicate, and what was drawn of the team."""
    rows = tumen("export", database, "--table", "daily").stdout.splitlines()
    place = rows[0].split(",").index("replicate")
    days = {}
    for row in rows[1:]:
        days.setdefault(int(row.split(",")[place]), []).append(row.split(",", 1)[1])  # whatever the point is called
    with sqlite3.connect(tumen.folder / database) as results:
        drawn = dict(results.execute("SELECT replicate, value FROM replicate_value WHERE name = 'happened.team'"))
    return days, drawn


def test_whether_an_event_happened_is_drawn_for_each_replicate_by_its_name(tumen, drive):
    text = (tumen.folder / drive).read_text()
    (tumen.folder / "sure.toml").write_text(text + SWEEP)
    (tumen.folder / "unsure.toml").write_text(text + SWEEP + UNSURE)
    play = ("run", "unsure.toml", "--values", "prior", "--replicates", "6")
    tumen(*play, "--threads", "1", "--out", "drawn.sqlite")
    days, places = replicates_of(tumen, "drawn.sqlite")
    held = {}
    for choice in ("yes", "no"):
        tumen(*play, "--set", f"happened.team={choice}", "--out", f"{choice}.sqlite")
        held[choice], none = replicates_of(tumen, f"{choice}.sqlite")
        assert none == {}
    # What was drawn decides, and nothing else is other: days are those of the held plays.
    assert {place < 0.5 for place in places.values()} == {True, False}
    for replicate, place in places.items():
        assert held["yes"][replicate] != held["no"][replicate]
        assert days[replicate] == held["yes" if place < 0.5 else "no"][replicate]
    # As many threads as there are, and played again from what is stored.
    tumen(*play, "--threads", "2", "--out", "two.sqlite")
    assert replicates_of(tumen, "two.sqlite") == (days, places)
    assert "12 of 12 replicates" in tumen("verify", "drawn.sqlite").stdout
    # With luck alone it happens: the plays are those of a file that is sure of it.
    for name in ("sure", "unsure"):
        tumen("run", "--luck-only", f"{name}.toml", "--replicates", "2", "--out", f"luck-{name}.sqlite")
    assert replicates_of(tumen, "luck-sure.sqlite") == replicates_of(tumen, "luck-unsure.sqlite")
    explained = tumen("scenario", "explain", "unsure.toml").stdout
    assert "happened with a probability of 50 % as team" in explained
    assert "no entry may have happened" in tumen(*play, "--set", "happened.teem=no", code=INVALID).stderr


# ---- the schema ----

def plain(value):
    """As an editor sees TOML: dates are texts."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


KINDS = {"object": dict, "array": list, "string": str, "number": (int, float), "boolean": bool}


def problems(schema, value, root, where="scenario"):
    """What a validator would say, for the words that the schema uses."""
    if "$ref" in schema:
        schema = root["definitions"][schema["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in schema:
        return [] if any(not problems(one, value, root) for one in schema["anyOf"]) else [f"{where}: none fits"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r} is not one of {schema['enum']}"]
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, KINDS[kind]) for kind in kinds):
        return [f"{where}: {value!r} is no {kinds}"]
    found = []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{where}: {value!r} does not fit")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{where}: {len(value)} items")
        for number, one in enumerate(value):
            found += problems(schema.get("items", {}), one, root, f"{where}[{number}]")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{where}: no {key}" for key in schema.get("required", []) if key not in value]
        for key, one in value.items():
            if key in known:
                found += problems(known[key], one, root, f"{where}.{key}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{where}: unknown {key}")
    return found


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    from conftest import Tumen

    return json.loads(Tumen(tmp_path_factory.mktemp("schema"))("scenario", "schema").stdout)


@pytest.mark.parametrize("name", CARRIED)
def test_every_carried_scenario_fits_the_schema(schema, name):
    scenario = plain(tomllib.loads((ROOT / f"scenarios/{name}.toml").read_text()))
    assert problems(schema, scenario, schema) == []


def test_the_drive_and_a_whole_scenario_fit_the_schema(tumen, schema):
    assert problems(schema, plain(tomllib.loads(DRIVE)), schema) == []
    whole = tumen("scenario", "explain", "border-history", "--toml").stdout
    assert problems(schema, plain(tomllib.loads(whole)), schema) == []


@pytest.mark.parametrize("wrong", [
    {"strat": "2020-01-01"},
    {"start": "1 January"},
    {"sweep": [{"from": "2020-01-01"}]},
    {"sweep": [{"from": "2020-01-01", "to": "2020-02-01", "where": "x"}]},
    {"schedule": [{"parameter": "residents", "to": "2020-02-01"}]},
    {"parameters": {"fee_bse": 1}},
    {"city": [{"name": "Hyesan"}]},
    {"hand_in_drive": [{"from": "2020-01-01", "to": "2020-02-01", "forgiveness": "some"}]},
])
def test_what_the_reader_refuses_does_not_fit(schema, wrong):
    assert problems(schema, wrong, schema) != []


def test_the_schema_knows_every_parameter(tumen, schema):
    known = schema["definitions"]["parameters"]["properties"]
    named = {row["name"] for row in json.loads(tumen("scenario", "explain", "hyesan-calm", "--json").stdout)
             if row["unit"] and " " not in row["name"]}
    shown = {name if "properties" not in form else f"{name}.{index}"
             for name, form in known.items() for index in form.get("properties", {"": None})}
    assert named == shown


# ---- the history ----

def test_the_history_shows_each_entry_with_its_source(tumen):
    rows = json.loads(tumen("scenario", "explain", "border-history", "--json").stdout)
    events = [row for row in rows if row["name"] in ("hand-in drive", "sweep", "oath drive", "meeting", "peak")]
    assert len(events) > 20
    assert all("[" in row["origin"] for row in events)
    assert any("C10 [dnk-handin-2020]" in row["origin"] for row in events)
    peaks = [row["value"] for row in events if row["name"] == "peak" and "S44" in row["origin"]]
    assert len(peaks) == 9
    assert all("drawn from 0 to 1 as year-end" in value for value in peaks)
    (movement,) = (row["schedules"] for row in rows if row["name"] == "movement")
    assert any("2022-05-14 to 2022-06-12" in text and "hyesan" in text for text in movement)
