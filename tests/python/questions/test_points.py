"""Points of somebody else's design: a table, with SALib's samples as an example."""

import pandas
import pytest
from SALib.sample import latin

import tumen

PROBLEM = {"num_vars": 2, "names": ["fee_base", "detection"], "bounds": [[0.2, 0.4], [0.001, 0.01]]}


def test_a_sample_of_salib_is_played_row_by_row(small):
    rows = latin.sample(PROBLEM, 5, seed=1)
    swept = tumen.sweep(small, points=pandas.DataFrame(rows, columns=PROBLEM["names"]), replicates=2)
    assert isinstance(swept, tumen.Sweep) and swept.points.to_numpy() == pytest.approx(rows, rel=1e-15)
    problem, inputs, outputs = swept.to_salib("arrested")
    assert inputs.tolist() == swept.points.to_numpy().tolist() and len(outputs) == 5 and problem["names"] == PROBLEM["names"]


def test_a_file_is_what_the_command_line_plays(small, program, tmp_path):
    (tmp_path / "points.csv").write_text("fee_base\n30 %\n0.25\n")
    here = tumen.sweep(small, points=tmp_path / "points.csv", replicates=2)
    program("sweep", small, "--points", "points.csv", "--replicates", 2, "--out", "there.sqlite")
    assert here.verify(tumen.open_results(tmp_path / "there.sqlite"))["equal"] == 4


def test_a_table_stands_alone(small):
    with pytest.raises(tumen.ArgumentError, match="table"):
        tumen.sweep(small, ["fee_base"], points=pandas.DataFrame({"detection": [0.001, 0.002]}))
    with pytest.raises(tumen.ArgumentError, match="fee_base"):
        tumen.sweep(small, points=pandas.DataFrame({"fee_bse": [0.2, 0.3]}))
