"""The comparison agrees with itself, finds a changed model, and reads only complete tables."""

import copy
import sqlite3
import tomllib
from pathlib import Path

import numpy as np
import pytest

from .compare import (UnreadableResults, compare, compare_samples, read_product, verdict,
                      window_means, windows)  # fmt: skip
from .names import OBSERVABLES, PRODUCT_NAME
from .play import load_spec, play
from .scenario import to_toml

SPECS = sorted((Path(__file__).parent / "specs").glob("*.json"))
SPEC = {"residents": 8000, "days": 60,
        "parameters": {"warmup": 30, "smuggler": 0.1, "broker": 0.03, "kin_abroad": 0.2},
        "hand_in_drive": [{"from": 15, "to": 44, "forgiveness": "promised"}]}  # fmt: skip


def write_daily(path, results, cities=("city",), skip_last_day=0):
    connection = sqlite3.connect(path)
    columns = ", ".join(f'"{name}"' for name in OBSERVABLES)
    connection.execute(f"CREATE TABLE daily (replicate, day, city, {columns})")
    marks = ", ".join("?" * (3 + len(OBSERVABLES)))
    for city in cities:
        for k, rows in enumerate(results):
            days = len(rows) - skip_last_day
            table = [(k + 1, t, city, *map(float, rows[t])) for t in range(days)]
            connection.executemany(f"INSERT INTO daily VALUES ({marks})", table)
    connection.commit()
    connection.close()


@pytest.fixture(scope="module")
def oracle():
    return play(SPEC, 16, 1)


def test_another_seed_agrees(oracle, tmp_path):
    write_daily(tmp_path / "r.sqlite", play(SPEC, 16, 2))
    product = read_product(tmp_path / "r.sqlite", SPEC["days"])
    assert product.shape == oracle.shape
    assert verdict(compare(oracle, product, SPEC)) == 0


CHANGES = [("call.smuggler", 0.2), ("fee0", 0.3), ("threat_handin", 1.7)]


@pytest.mark.parametrize("name, value", CHANGES)
def test_a_changed_model_disagrees(oracle, name, value):
    changed = copy.deepcopy(SPEC)
    changed["parameters"][name] = value
    assert verdict(compare(oracle, play(changed, 16, 2), SPEC)) == 1


def test_numbers_without_spread_are_compared_as_numbers():
    same = np.full(5, 0.1 + 0.2)
    assert compare_samples(same, np.full(7, 0.3)) == (1, 1)
    assert compare_samples(same, np.full(7, 0.4)) == (0, 0)
    assert compare_samples(np.zeros(5), np.zeros(5)) == (1, 1)


def test_missing_values_are_left_out_and_seen_when_only_one_side_has_them():
    some = np.array([[1.0, np.nan], [np.nan, np.nan], [2.0, 4.0]])
    assert list(window_means(some, 0, 1)) == [1, 3]
    assert compare_samples(np.zeros(0), np.zeros(0)) == (1, 1)
    assert compare_samples(np.zeros(0), np.ones(9)) == (0, 0)


def test_incomplete_tables_are_refused(oracle, tmp_path):
    write_daily(tmp_path / "short.sqlite", oracle[:2], skip_last_day=1)
    with pytest.raises(UnreadableResults, match="days 0 to 59"):
        read_product(tmp_path / "short.sqlite", SPEC["days"])
    write_daily(tmp_path / "two.sqlite", oracle[:2], cities=("a", "b"))
    with pytest.raises(UnreadableResults, match="--city"):
        read_product(tmp_path / "two.sqlite", SPEC["days"])
    assert np.array_equal(read_product(tmp_path / "two.sqlite", SPEC["days"], "b"), oracle[:2])
    sqlite3.connect(tmp_path / "none.sqlite").close()
    with pytest.raises(UnreadableResults, match="no column"):
        read_product(tmp_path / "none.sqlite", SPEC["days"])


def test_windows_are_all_days_and_a_partition_of_them():
    for path in SPECS:
        spec = load_spec(path)
        parts = windows(spec)
        assert parts.pop("all") == (0, spec["days"] - 1)
        covered = [t for a, b in parts.values() for t in range(a, b + 1)]
        assert covered == list(range(spec["days"])), path.name


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_every_specification_plays_and_becomes_a_scenario(path):
    spec = load_spec(path)
    scenario = tomllib.loads(to_toml(spec, path.stem))
    assert scenario["days"] == spec["days"]
    assert set(scenario["parameters"]) <= set(PRODUCT_NAME.values())
    for kind in ("hand_in_drive", "oath_drive", "sweep", "peak", "meeting"):
        assert len(scenario.get(kind, [])) == len(spec.get(kind, []))
    small = dict(spec, residents=8000, parameters={**spec.get("parameters", {}), "warmup": 30})
    results = play(small, 1, 1)
    missing = {OBSERVABLES[k] for k in np.flatnonzero(np.isnan(results).any(axis=(0, 1)))}
    assert missing <= {"need_kin", "need_traders", "risk_roles", "belief"}
    assert np.nanmin(results) >= 0 and np.nanmax(results) < np.inf
