"""The numbers that a report opens with, reckoned again from the days of every play by nothing but the standard library."""

import csv
import io
import json
import math
from datetime import date

import pytest

DRIVE = (date(2020, 9, 10), date(2020, 10, 15))  # of the small city
PLAYS = 96


def days_of(tumen, database):
    """Rows of the days, by point and replicate."""
    plays = {}
    for row in csv.DictReader(io.StringIO(tumen("export", database, "--table", "daily").stdout)):
        plays.setdefault(row["point"], {}).setdefault(int(row["replicate"]), []).append(row)
    return plays


def counted(days):
    """Phones that officers counted on the days of the drive, dead ones and working ones."""
    kinds = ("decoys_professional", "decoys_family", "real_professional", "real_family")
    first, last = DRIVE
    return sum(int(day[kind]) for day in days for kind in kinds if first <= date.fromisoformat(day["date"]) <= last)


def calling(days):
    """People calling in the last week of the drive."""
    last_week = [day for day in days if 0 <= (DRIVE[1] - date.fromisoformat(day["date"])).days < 7]
    roles = ("residents", "families", "smugglers", "brokers")
    return sum(int(day[f"calling_{role}"]) for day in last_week for role in roles) / len(last_week)


def at(values, p):
    """A quantile between two values; an end that does not exist stays one."""
    place = p * (len(values) - 1)
    low = math.floor(place)
    if place == low or values[low] == values[low + 1]:
        return values[low]
    return values[low] + (place - low) * (values[low + 1] - values[low])


def gap(official, changed):
    if changed > 0:
        return 100 * official / changed
    return math.inf if official > 0 else math.nan


@pytest.fixture
def told(tumen, small):
    tumen("run", small, "--replicates", PLAYS, "--out", "r.sqlite")
    rows = {row["row"]: row for row in json.loads(tumen("report", "r.sqlite", "--json").stdout)["first"]["rows"]}
    days = days_of(tumen, "r.sqlite")
    (calm,) = set(days) - {"small"}
    official = {number: counted(one) for number, one in days["small"].items()}
    changed = {number: calling(days[calm][number]) - calling(one) for number, one in days["small"].items()}
    both = [gap(official[number], changed[number]) for number in official]
    return rows, {"official": official.values(), "changed": changed.values(),
                  "gap": [value for value in both if not math.isnan(value)]}


def test_each_row_says_what_the_days_of_its_plays_come_to(told):
    rows, values = told
    for row, of_plays in values.items():
        ordered = sorted(of_plays)
        spread = rows[row]["spread"]
        assert spread["plays"] == len(ordered)
        for end, p in (("lo", 0.05), ("middle", 0.5), ("hi", 0.95)):
            expected = at(ordered, p)
            if spread[end] is None:
                assert math.isinf(expected), (row, end)
            else:
                assert spread[end] == pytest.approx(expected, rel=1e-5), (row, end)


def test_the_exported_headlines_are_those_of_the_run(tumen, small):
    said = json.loads(tumen("run", small, "--replicates", 9, "--out", "e.sqlite", "--json").stdout)["headlines"]
    values = {}
    for row in csv.DictReader(io.StringIO(tumen("export", "e.sqlite", "--table", "headline").stdout)):
        if row["point"] == "small" and row["value"]:
            values.setdefault(row["id"], []).append(float(row["value"]))
    assert any(one["id"].endswith("_by_campaign") for one in said)
    for one in said:
        assert one["median"] == pytest.approx(at(sorted(values[one["id"]]), 0.5)), one["id"]
        assert one["n"] == len(values[one["id"]]), one["id"]


def test_luck_lies_within_and_one_dot_of_twenty_beyond_each_end(told):
    rows, _ = told
    for row in ("official", "changed", "gap"):
        spread, luck = rows[row]["spread"], rows[row]["luck"]
        low, high = spread["lo"], math.inf if spread["hi"] is None else spread["hi"]
        assert low <= luck["lo"] <= luck["hi"] <= high, row
        dots = [math.inf if dot is None else dot for dot in spread["dots"]]
        assert len(dots) == 20
        assert sum(dot < low for dot in dots) == 1 and sum(dot > high for dot in dots) == 1, row
