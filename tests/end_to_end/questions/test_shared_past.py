"""Scenarios that are the same until some day: what they have in common is played once, and every row is what it would
be had each been played from its first day."""

import sqlite3

import pytest

PRIOR = ["--values", "prior"]
TEAM = 'extends = "small"\ntitle = "Then a team"\nquestion = "?"\n[[sweep]]\nfrom = 2020-10-10\nto = 2020-10-20\n'


def rows(tumen, name):
    """Of every table, but for what a clock says and the command that was typed."""
    with sqlite3.connect(tumen.folder / name) as file:
        tables = [table for (table,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in tables:
            columns = [column[1] for column in file.execute(f"PRAGMA table_info({table})")]
            kept = [f'"{column}"' for column in columns if column not in ("seconds", "command")]
            found[table] = sorted(file.execute(f"SELECT {', '.join(kept)} FROM {table}").fetchall(), key=repr)
    found["digest"] = [row for row in found["digest"] if row[0] != "provenance"]  # it has the command
    return found


@pytest.mark.parametrize("words", [
    ["run", "small.toml", *PRIOR, "--replicates", "5"],
    ["compare", "small.toml", "team.toml", *PRIOR, "--replicates", "4"],
    ["compare", "small.toml", "team.toml", "--luck-only", "--replicates", "3"],
], ids=["run", "compare", "compare by luck"])
def test_a_past_in_common_changes_no_row(tumen, small, words):
    (tumen.folder / "team.toml").write_text(TEAM)
    shared = tumen(*words, "--json", "--threads", "2", "--out", "shared.sqlite")
    whole = tumen(*words, "--json", "--threads", "1", "--no-shared-past", "--out", "whole.sqlite")
    assert rows(tumen, "shared.sqlite") == rows(tumen, "whole.sqlite")
    assert shared.stdout.replace("shared.", "whole.") == whole.stdout
    tumen("verify", "shared.sqlite")  # plays each from its first day


def test_help_says_that_speed_alone_changes(tumen):
    for command in ("run", "compare", "sweep", "check"):
        text = " ".join(tumen(command, "--help").stdout.split())
        assert "--no-shared-past" in text and "changes speed only" in text
