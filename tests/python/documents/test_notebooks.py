"""Each notebook runs from its first cell to its last and draws its figure."""

import os
import subprocess
import sys

import pytest
from conftest import PACKAGE, ROOT

NOTEBOOKS = {"what_hand_in_counts_hide": "notebook-counts.png", "bring_your_own_pattern": "notebook-pattern.png"}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_and_draws_its_figure(name, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE), "TUMEN_FIGURES": str(tmp_path), "TUMEN_REPLICATES": "8"}
    done = subprocess.run([sys.executable, str(ROOT / f"python/notebooks/{name}.py")], env=environment, text=True,
                          capture_output=True, timeout=240, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stderr, done.stderr
    assert (tmp_path / NOTEBOOKS[name]).stat().st_size > 20_000


def test_every_notebook_is_run():
    assert {path.stem for path in (ROOT / "python/notebooks").glob("*.py")} == set(NOTEBOOKS)


def test_every_figure_is_shown_in_the_documents():
    text = (ROOT / "docs/python.md").read_text()
    for figure in NOTEBOOKS.values():
        assert f"images/{figure}" in text and (ROOT / "docs/images" / figure).is_file()
