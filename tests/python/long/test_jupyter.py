"""Notebooks in a kernel of Jupyter: their figures, and the bar while the engine plays."""

import pytest
from conftest import PACKAGE, ROOT

NOTEBOOKS = {"what_hand_in_counts_hide": "notebook-counts.png", "bring_your_own_pattern": "notebook-pattern.png"}


def executed(cells, folder):
    """A notebook of these cells, run by a kernel of Jupyter."""
    import nbformat
    from nbclient import NotebookClient
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


@pytest.fixture
def in_kernels(monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    monkeypatch.setenv("TUMEN_FIGURES", str(tmp_path))
    monkeypatch.setenv("TUMEN_REPLICATES", "4")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_opens_in_jupyter_and_runs_there(name, in_kernels, tmp_path):
    import jupytext
    notebook = jupytext.read(ROOT / f"python/notebooks/{name}.py")
    assert notebook.cells[0].cell_type == "markdown"
    codes = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    done = executed(codes, tmp_path)
    assert all(cell.execution_count for cell in done.cells)
    assert (tmp_path / NOTEBOOKS[name]).is_file()


def test_jupyter_shows_a_bar_a_table_and_a_figure(in_kernels, tmp_path):
    done = executed(["%matplotlib inline\nimport tumen",
                     "results = tumen.run('hyesan-handin', replicates=4)", "results", "results.plot(); None"], tmp_path)
    played, table, figure = (cell.outputs for cell in done.cells[1:])
    assert any("text/html" in output.get("data", {}) for output in played), "where the bar was"
    assert "Phones handed in" in table[0].data["text/html"] and "synthetic" in table[0].data["text/html"]
    assert any("image/png" in output.get("data", {}) for output in figure)
