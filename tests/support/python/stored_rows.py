"""What results hold, in an order of its own, so that two files can be compared."""

import sqlite3
from contextlib import closing

from digests import TABLES

# What the clock writes is left out.
CLOCKS = {"replicate": "point, replicate, seed, status, reason, state_hash, digest",
          "provenance": "seed, parameter_hash, fingerprint", "meta": "key, value"}
OF_CALIBRATION = ["design", "design_factor", "generation", "particle", "particle_value", "particle_statistic",
                  "pattern_scale", "replicate_value"]


def rows_of(path):
    with closing(sqlite3.connect(path)) as results:
        return {table: sorted(map(repr, results.execute(f"SELECT {CLOCKS.get(table, '*')} FROM {table}")))
                for table in {*TABLES, "replicate", "replicate_city", "daily", "headline"}}


def rows_of_calibration(path):
    """All that a calibration stored, in order, and the hashes of the replicates drawn from it."""
    with closing(sqlite3.connect(path)) as results:
        held = {table: sorted(results.execute(f"SELECT * FROM {table}"), key=repr) for table in OF_CALIBRATION}
        held["replicate"] = sorted(results.execute("SELECT point, replicate, state_hash FROM replicate"))
    return held


def grown(tumen, first, second):
    """The file of `first` continued by `second` equals that of `second` alone; nothing is played twice."""
    tumen(*first, "--out", "grown.sqlite")
    said = tumen(*second, "--out", "grown.sqlite", "--resume").stderr
    tumen(*second, "--out", "once.sqlite")
    here, there = rows_of(tumen.folder / "grown.sqlite"), rows_of(tumen.folder / "once.sqlite")
    for table, rows in there.items():
        assert here[table] == rows, table
    assert "equal in every row" in tumen("verify", "grown.sqlite", "once.sqlite").stdout
    assert tumen("verify", "grown.sqlite").returncode == 0
    return said
