"""What people have open already reads results: pyarrow, polars, duckdb, pandas, xarray, ArviZ, SALib."""

import math

import arviz
import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest
import xarray
from pyarrow import parquet
from SALib.analyze import morris, sobol

import tumen
from tumen._export import others


def test_pyarrow_has_every_column_with_its_type_and_unit(results):
    table, daily = pyarrow.table(results), results.daily
    assert table.column_names == list(daily.columns) and table.num_rows == len(daily)
    assert table.schema.field("date").type == pyarrow.date32()
    assert pyarrow.types.is_dictionary(table.schema.field("city").type)
    for name, unit in daily.attrs["units"].items():
        assert table.schema.field(name).metadata[b"unit"].decode() == unit
    for name in daily.columns[3:]:
        assert numpy.array_equal(table[name].to_numpy(), daily[name].to_numpy(), equal_nan=True), name
    assert table["city"].to_pylist() == list(daily["city"])


def test_pyarrow_looks_at_the_engines_memory(results):
    [chunk] = pyarrow.table(results)["calls"].chunks
    assert numpy.shares_memory(chunk.to_numpy(), results.daily["calls"].to_numpy())


def test_polars_groups_as_pandas_does(results):
    frame = polars.DataFrame(results)
    mine = frame.group_by("city").agg(polars.col("calls").sum()).sort("city")
    theirs = results.daily.groupby("city", observed=True)["calls"].sum().sort_index()
    assert dict(mine.iter_rows()) == theirs.to_dict()
    assert frame.schema["date"] == polars.Date and frame["date"].min() == results.scenario.start


def test_duckdb_asks_results_by_their_name(results):
    rows = duckdb.sql("select city, sum(calls)::bigint, avg(fee) from results group by city order by city").fetchall()
    daily = results.daily.groupby("city", observed=True)
    assert [row[0] for row in rows] == ["hoeryong", "hyesan"]
    for city, calls, fee in rows:
        assert calls == daily["calls"].sum()[city] and fee == pytest.approx(daily["fee"].mean()[city])


def test_pandas_comes_by_arrow_too(results):
    frame = pyarrow.table(results).to_pandas(date_as_object=False)
    daily = results.daily
    assert list(frame.columns) == list(daily.columns)
    assert (frame["date"] == daily["date"]).all() and numpy.allclose(frame["fee"], daily["fee"], equal_nan=True)


def test_parquet_holds_the_days_their_units_and_who_played_them(small, tmp_path):
    results = tumen.run(small, replicates=2, seed=4, luck_only=True).derive("half", lambda days: days["fee"] / 2, unit="share")
    path = tmp_path / "days.parquet"
    results.to_parquet(path)
    frame = pandas.read_parquet(path)
    assert list(frame.columns) == list(results.daily.columns) and len(frame) == len(results.daily)
    schema = parquet.read_schema(path)
    assert schema.field("half").metadata[b"unit"] == b"share"
    assert schema.metadata[b"seed"] == b"4" and b"synthetic" in schema.metadata[b"beware"]
    assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == [(len(frame),)]
    assert polars.read_parquet(path)["calls"].sum() == frame["calls"].sum()
    with pytest.raises(FileExistsError):
        results.to_parquet(path)


def test_parquet_of_a_file_is_written_piece_by_piece(small, tmp_path, monkeypatch):
    played = tumen.run(small, replicates=3, seed=4, luck_only=True, out=tmp_path / "days.sqlite")
    at_once, pieces = tmp_path / "at once.parquet", tmp_path / "pieces.parquet"
    played.to_parquet(at_once)
    monkeypatch.setattr(others, "ROWS_AT_ONCE", 1)
    again = tumen.open_results(tmp_path / "days.sqlite")
    again.to_parquet(pieces)
    assert again._kept == {}  # the columns were never made as a whole
    assert parquet.ParquetFile(at_once).num_row_groups == 1 and parquet.ParquetFile(pieces).num_row_groups == 3
    assert parquet.read_schema(pieces).equals(parquet.read_schema(at_once), check_metadata=True)
    pandas.testing.assert_frame_equal(pandas.read_parquet(pieces), pandas.read_parquet(at_once))
    assert numpy.array_equal(pandas.read_parquet(pieces)["fee"], played.daily["fee"], equal_nan=True)


def test_scenarios_are_made_when_they_are_asked_for(small):
    played = tumen.sweep(small, {"fee_base": (0.2, 0.4, 3)}, replicates=1, seed=4)
    assert len(played.scenarios) == 3 and played.scenarios._made == {}
    name = list(played.scenarios)[2]
    assert played.scenarios[name] is played.scenarios[name] and list(played.scenarios._made) == [name]
    with pytest.raises(KeyError):
        played.scenarios["no such point"]


def test_xarray_has_a_dimension_for_each_index(results):
    data = results.to_xarray()
    assert isinstance(data, xarray.Dataset) and dict(data.sizes) == {"replicate": 6, "city": 2, "date": 60}
    assert data["fee"].attrs["units"] == "share" and "synthetic" in data.attrs["beware"]
    here = results.daily.query("replicate == 3 and city == 'hyesan'")["calls"].to_numpy()
    assert (data["calls"].sel(replicate=3, city="hyesan").to_numpy() == here).all()
    both = tumen.compare("hyesan-calm", "hyesan-handin", replicates=2, luck_only=True).to_xarray(total=True)
    assert dict(both.sizes)["scenario"] == 2 and "city" not in both.sizes


@pytest.fixture(scope="module")
def calibration():
    return tumen.calibrate("hyesan-calm", patterns=["K1"], vary=["fee_base", "detection"], set={"residents": 4000},
                           particles=30, generations=2, predictive=5, replicates=1, seed=2)


def test_arviz_sums_up_a_posterior(calibration):
    data = calibration.to_arviz(draws=4000)
    table = arviz.summary(data, kind="stats", round_to="none")
    for name, row in calibration.parameters.iterrows():
        assert table.loc[name, "mean"] == pytest.approx(row["mean"], rel=0.01)
        assert data.posterior[name].attrs["units"] == row["unit"]
    assert data.posterior.sizes["draw"] == 4000 and len(data.posterior_predictive.draw) == len(calibration.hashes)
    axes = arviz.plot_posterior(data, var_names=["fee_base"])
    assert numpy.size(axes) == 1


def test_draws_come_in_proportion_to_their_weights(calibration):
    posterior = calibration.posterior
    drawn = calibration.to_arviz(draws=10_000).posterior["fee_base"].to_numpy().ravel()
    for value, weight in zip(posterior["fee_base"], posterior["weight"]):
        assert abs((drawn == value).mean() - weight) <= 1e-4 + 1e-12


PROBLEM = {"num_vars": 3, "names": ["fee_base", "detection", "call_rate.family"],
           "bounds": [[0.2, 0.4], [0.001, 0.01], [0.002, 0.1]]}


@pytest.fixture(scope="module")
def by_sobol(small):
    return tumen.sensitivity(small, method="sobol", vary=PROBLEM, samples=16, replicates=2)


def test_a_problem_of_salib_is_what_is_varied(by_sobol):
    problem, inputs, outputs = by_sobol.to_salib()
    assert problem["names"] == PROBLEM["names"] and problem["bounds"] == PROBLEM["bounds"]
    assert inputs.shape == (16 * 5, 3) and outputs.shape == (16 * 5,)
    for place, (low, high) in enumerate(PROBLEM["bounds"]):
        assert low <= inputs[:, place].min() and inputs[:, place].max() <= high


def test_points_stand_in_the_order_of_saltelli(by_sobol):
    _, inputs, _ = by_sobol.to_salib()
    for base in range(0, len(inputs), 5):
        a, b = inputs[base], inputs[base + 4]
        for place in range(3):
            expected = a.copy()
            expected[place] = b[place]
            assert (inputs[base + 1 + place] == expected).all()


def test_salib_finds_our_indices_of_sobol(by_sobol):
    headline = by_sobol._asked()
    problem, _, outputs = by_sobol.to_salib(headline)
    theirs = sobol.analyze(problem, outputs, calc_second_order=False, num_resamples=10)
    ours = by_sobol.factors.loc[headline].loc[problem["names"]]
    rows = len(outputs) // 5
    # SALib divides by the variance with 2n where we take 2n - 1.
    same_variance = 2 * rows / (2 * rows - 1)
    assert theirs["ST"] == pytest.approx(ours["total"].to_numpy() * same_variance, rel=1e-9)
    # It centres outputs on the mean of all points, we on that of A and B: exact for a factor without effect.
    table = outputs.reshape(rows, 5)
    apart = table[:, [0, 4]].mean() - outputs.mean()
    change = (table[:, 1:4] - table[:, [0]]).mean(axis=0) * apart / table[:, [0, 4]].var()
    assert theirs["S1"] == pytest.approx(ours["first"].to_numpy() * same_variance + change, rel=1e-9, abs=1e-12)


def test_salib_finds_our_elementary_effects(small):
    here = tumen.sensitivity(small, method="morris", vary=PROBLEM, samples=6, replicates=2)
    headline = here._asked()
    problem, inputs, outputs = here.to_salib(headline)
    theirs = morris.analyze(problem, inputs, outputs, num_levels=4, num_resamples=10)
    ours = here.factors.loc[headline].loc[problem["names"]]
    for mine, name in (("mu", "mu"), ("mu_star", "mu_star"), ("sigma", "sigma")):
        assert numpy.asarray(theirs[name], dtype=float) == pytest.approx(ours[mine].to_numpy(), rel=1e-9), name


def test_a_sweep_goes_to_salib_too(small):
    swept = tumen.sweep(small, {"fee_base": (0.2, 0.4, 3)}, replicates=2)
    problem, inputs, outputs = swept.to_salib("handed_in")
    assert problem["names"] == ["fee_base"] and inputs[:, 0].tolist() == pytest.approx([0.2, 0.3, 0.4])
    assert all(math.isfinite(one) for one in outputs)
    with pytest.raises(tumen.ArgumentError, match="no headline"):
        swept.to_salib("no_such")


@pytest.mark.parametrize("change", [{"dists": ["norm", "unif", "unif"]}, {"groups": ["a", "a", "b"]}])
def test_a_problem_that_is_filled_otherwise_is_refused(small, change):
    with pytest.raises(tumen.ArgumentError, match="error: "):
        tumen.sensitivity(small, vary={**PROBLEM, **change}, samples=2, replicates=1)
