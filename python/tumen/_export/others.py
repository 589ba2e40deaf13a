"""Results as other libraries know them: xarray, Parquet, ArviZ."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from .._played import made_by

if TYPE_CHECKING:
    from collections.abc import Iterator
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
