"""The lines of docs/tutorial.md that read a results file in Python and in R."""

import re
import sqlite3
import subprocess

import pytest
from conftest import ROOT

import tumen

TEXT = (ROOT / "docs/tutorial.md").read_text()
COLUMNS = ["point", "replicate", "id", "value"]


def line(language):
    [found] = re.findall(rf"```{language}\n(.*?)\n```", TEXT, re.DOTALL)
    assert "\n" not in found
    return found


@pytest.fixture
def answer(small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tumen.run(small, replicates=2, out="answer.sqlite", luck_only=True)
    with sqlite3.connect("answer.sqlite") as results:
        return results.execute("SELECT * FROM headline").fetchall()


def test_the_line_for_pandas_reads_every_headline(answer):
    names = {}
    exec(line("python"), names)
    assert list(names["headlines"].columns) == COLUMNS
    assert len(names["headlines"]) == len(answer) > 0


def test_the_query_for_r_is_the_one_for_pandas():
    [in_r] = re.findall(r'"(SELECT [^"]+)"', line("r"))
    assert in_r in line("python")


def test_r_runs_its_line(answer):
    said = subprocess.run(["Rscript", "-e", line("r") + "; cat(nrow(headlines))"], check=True, capture_output=True,
                          text=True)
    assert int(said.stdout) == len(answer)
