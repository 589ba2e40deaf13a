"""The lines of docs/r.md, by R: with the package r/tumen, and without."""

import os
import re
import subprocess

import pytest
from conftest import PROGRAM, ROOT

import tumen

WITH, WITHOUT = re.findall(r"```r\n(.*?)```", (ROOT / "docs/r.md").read_text(), re.DOTALL)


def r(script, folder, **environment):
    return subprocess.run(["Rscript", "-e", script], cwd=folder, check=True, text=True, capture_output=True,
                          env={**os.environ, **environment}).stdout


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("r")
    subprocess.run(["R", "CMD", "INSTALL", f"--library={folder}", ROOT / "r/tumen"], check=True, capture_output=True)
    return str(folder)


def test_r_plays_and_reads_with_the_package(library, tmp_path):
    said = r(WITH + '\ncat("days:", nrow(days), "bands:", nrow(bands))', tmp_path, R_LIBS=library, TUMEN=str(PROGRAM))
    here = tumen.run("hyesan-handin", replicates=16, seed=1, set={"fee_base": "30 %"})
    assert f"days: {len(here.daily)} bands: {here.scenario.days}" in said and "synthetic" in said


def test_r_reads_what_python_stored(library, small, tmp_path):
    stored = tumen.run(small, replicates=2, out=tmp_path / "a.sqlite", luck_only=True)
    said = r('library(tumen); found <- summary(open_results("a.sqlite")); '
             'cat(format(found$mean[found$id == "handed_in"], digits = 17))', tmp_path, R_LIBS=library)
    assert float(said) == pytest.approx(stored.summary.loc["handed_in", "mean"])


def test_r_reads_a_file_without_the_package(small, tmp_path):
    stored = tumen.run(small, replicates=2, out=tmp_path / "handin.sqlite", luck_only=True)
    said = r(WITHOUT.replace("dbDisconnect", 'cat("rows:", nrow(daily), nrow(headlines))\ndbDisconnect'), tmp_path)
    assert f"rows: {len(stored.daily)} " in said
