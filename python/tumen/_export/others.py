"""Results and designs as other libraries know them: xarray, Parquet, ArviZ, SALib."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from .._errors import ArgumentError
from .._played import made_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import numpy.typing
    import pandas

    from .. import _tumen
    from .._played import Played
    from .._types import FilePath

INDEX = ("scenario", "replicate", "city", "date")


def dataset(frame: pandas.DataFrame, results: Played) -> Any:
    """An xarray.Dataset with one dimension for each of scenario, replicate, city and date that there is."""
    import pandas
    index = [name for name in INDEX if name in frame]
    units, labels = frame.attrs["units"], frame.attrs["labels"]
    plain = pandas.DataFrame(frame)
    for name in ("scenario", "city"):
        if name in plain:
            plain[name] = plain[name].astype(object)
    plain.attrs = {}
    made = plain.set_index(index).to_xarray()
    for name in map(str, made.data_vars):
        made[name].attrs = {"units": units.get(name, "1"), "long_name": labels.get(name, name)}
    made.attrs = made_by(results)
    return made


ROWS_AT_ONCE = 1 << 16


class Columns:
    """Some columns as an Arrow C stream."""

    def __init__(self, table: _tumen.Table) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.arrow_stream()


def parts(results: Played) -> Iterator[Any]:
    """The days as Arrow tables one after another, so that those of a large file never are in memory as a whole. What
    was derived is a function of the whole, and what was played in memory is there anyway."""
    if results._derived or not results.path:
        yield results
        return
    first: int | None = 0
    while first is not None:
        part, first = results._engine.daily_part(first, ROWS_AT_ONCE)
        yield Columns(part)


def write_parquet(results: Played, path: FilePath) -> None:
    """One row group for each part."""
    import pyarrow
    from pyarrow import parquet
    said = {key.encode(): str(value).encode() for key, value in made_by(results).items()}
    with open(path, "xb") as file, contextlib.ExitStack() as opened:
        writer = None
        for part in parts(results):
            table = pyarrow.table(part)
            if writer is None:
                schema = table.schema.with_metadata({**(table.schema.metadata or {}), **said})
                writer = opened.enter_context(parquet.ParquetWriter(file, schema))
            writer.write_table(table.replace_schema_metadata(schema.metadata))


# --------------------------------------------------------------------- ArviZ

def drawn(weights: numpy.typing.NDArray[numpy.float64], draws: int) -> numpy.typing.NDArray[numpy.intp]:
    """Places in proportion to weights, evenly through their sum: the same places each time."""
    import numpy
    ends = numpy.cumsum(weights)
    places = (numpy.arange(draws) + 0.5) / draws * ends[-1]
    found: numpy.typing.NDArray[numpy.intp] = numpy.searchsorted(ends, places, side="right").clip(0, len(ends) - 1)
    return found


def inference_data(calibration: Played, posterior: pandas.DataFrame, parameters: pandas.DataFrame, draws: int) -> Any:
    """arviz.InferenceData: posterior (drawn from the weighted sets of values) and what it brings about."""
    import arviz
    import xarray
    places = drawn(posterior["weight"].to_numpy(), draws)
    groups: dict[str, Any] = {"posterior": xarray.Dataset(
        {name: (("chain", "draw"), posterior[name].to_numpy()[places][None], {
            "units": parameters.loc[name, "unit"], "prior_low": parameters.loc[name, "prior_low"],
            "prior_high": parameters.loc[name, "prior_high"]}) for name in parameters.index},
        coords={"chain": [0], "draw": range(draws)}, attrs=made_by(calibration))}
    headlines = calibration.headlines
    if "scenario" in (headlines.index.names or []):
        headlines = headlines.loc[calibration.scenario.name]
    groups["posterior_predictive"] = xarray.Dataset(
        {name: (("chain", "draw"), headlines[name].to_numpy()[None]) for name in headlines},
        coords={"chain": [0], "draw": headlines.index.to_numpy()}, attrs=made_by(calibration))
    return arviz.InferenceData(**groups)


# --------------------------------------------------------------------- SALib

def is_problem(vary: object) -> bool:
    return isinstance(vary, dict) and {"names", "bounds"} <= set(vary)


def factors_of_problem(problem: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """SALib's problem as `vary` takes it: a dict from name to (low, high)."""
    odd = {one for one in problem.get("dists") or [] if one not in ("unif", "logunif")}
    if odd:
        raise ArgumentError(f"error: a parameter is distributed as {sorted(odd)[0]} in this problem\n"
                            "  why: Tumen fills ranges evenly, on the scale of the parameter's prior\n"
                            "  way out: give bounds with dists of unif or logunif, or none")
    if problem.get("groups") and len(set(problem["groups"])) < len(problem["names"]):
        raise ArgumentError("error: parameters of a problem move in groups\n"
                            "  why: Tumen moves each by itself\n  way out: leave groups away")
    return {name: (float(bounds[0]), float(bounds[1])) for name, bounds in zip(problem["names"], problem["bounds"])}


def problem_of(factors: list[_tumen.Factor]) -> dict[str, Any]:
    return {"num_vars": len(factors), "names": [one.name for one in factors],
            "bounds": [[one.low, one.high] for one in factors],
            "dists": ["logunif" if one.scale == "logarithmic" else "unif" for one in factors]}


def order_of(method: str, points: int, factors: int) -> list[int]:
    """The places of a design's points in the order in which SALib expects them: A, each exchanged, B."""
    if method != "saltelli":
        return list(range(points))
    width = factors + 2
    return [base + place for base in range(0, points, width) for place in (0, *range(2, width), 1)]


def in_salibs_form(results: Played, headline: str, design: _tumen.Design) -> tuple[dict[str, Any], Any, Any]:
    import numpy
    import pandas
    points = pandas.DataFrame([dict(values) for _, values in results._engine.point_values],
                              index=[name for name, _ in results._engine.point_values])
    means = results.headlines[headline].groupby(level="scenario").mean()
    problem = problem_of(design.factors)
    order = order_of(design.method, len(points), len(problem["names"]))
    inputs = points[problem["names"]].to_numpy(dtype="float64")[order]
    outputs = numpy.array([means.get(name, numpy.nan) for name in points.index], dtype="float64")[order]
    return problem, inputs, outputs
