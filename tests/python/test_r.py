"""The lines of docs/r.md, by R where it is, and their queries everywhere."""

import re
import shutil
import sqlite3
import subprocess

import pytest
from conftest import ROOT

import tumen

SCRIPT = re.search(r"```r\n(.*?)```", (ROOT / "docs/r.md").read_text(), re.DOTALL).group(1)


@pytest.fixture
def stored(small, tmp_path):
    return tumen.run(small, replicates=2, out=tmp_path / "handin.sqlite")


def test_the_queries_for_r_are_true(stored):
    queries = re.findall(r'dbGetQuery\(results, "([^"]+)"\)', SCRIPT)
    assert len(queries) == 2
    database = sqlite3.connect(f"file:{stored.path}?mode=ro", uri=True)
    cursor = database.execute(queries[0])
    names = [column[0] for column in cursor.description]
    for name in re.findall(r"\bcalling_\w+|daily\$(\w+)", SCRIPT):
        assert not name or name in names
    assert {"calling_residents", "calling_families", "calling_smugglers", "calling_brokers", "date"} <= set(names)
    assert len(cursor.fetchall()) == len(stored.daily)
    assert len(database.execute(queries[1]).fetchall()) > 0


def test_r_runs_the_lines_where_it_is(stored, tmp_path):
    program = shutil.which("Rscript")
    if program is None or subprocess.run([program, "-e", "library(RSQLite)"], capture_output=True).returncode:
        pytest.skip("there is no R with RSQLite here")
    subprocess.run([program, "-e", SCRIPT], cwd=tmp_path, check=True)
