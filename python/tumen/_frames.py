"""Columns of the engine as pandas sees them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from . import _tumen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    import pandas


def frame(table: _tumen.Table) -> pandas.DataFrame:
    """A DataFrame over the memory of the table: observables, replicate and date are views, read-only; names of
    cities and scenarios are recoded by pandas. Units and labels of the columns are in ``attrs``.

    Observables of a type are one piece of memory and one block of pandas, so that no operation of pandas has
    to gather its columns by copying them.
    """
    import numpy
    import pandas
    schema = table.schema()
    blocks = [table.block(kind) for kind in ("int64", "float64")]
    parts, placed = [], set()
    for field in schema:
        if field["name"] in placed:
            continue
        names, values = block_of(blocks, field["name"])
        if values is None:
            names, values = [field["name"]], column(table, field)
            parts.append(pandas.DataFrame({field["name"]: values}, copy=False))
        else:
            parts.append(pandas.DataFrame(numpy.asarray(values).T, columns=names, copy=False))
        placed.update(names)
    made = joined(parts)
    made.attrs["units"] = {field["name"]: field["unit"] for field in schema if field["unit"]}
    made.attrs["labels"] = {field["name"]: field["label"] for field in schema}
    return made


def joined(parts: list[pandas.DataFrame]) -> pandas.DataFrame:
    """Frames side by side, without copying: from version 3 on pandas never copies here, and warns who asks."""
    import pandas
    uncopied: dict[str, Any] = {} if int(pandas.__version__.split(".")[0]) >= 3 else {"copy": False}
    made: pandas.DataFrame = pandas.concat(parts, axis=1, **uncopied)
    return made


def block_of(blocks: list[tuple[list[str], Any]], first: str) -> tuple[list[str], Any]:
    """The block that begins with this column; nothing where none does."""
    return next(((names, values) for names, values in blocks if names and names[0] == first), ([], None))


def column(table: _tumen.Table, field: dict[str, Any]) -> Any:
    import numpy
    import pandas
    values = numpy.asarray(table.values(field["name"]))
    if field["type"] == "date":
        return values.view("datetime64[ns]")
    if field["type"] == "category":
        return pandas.Categorical.from_codes(values, field["categories"])
    return values


def rows(records: Sequence[Mapping[str, Any]], index: str | list[str] | None = None,
         several: bool = True) -> pandas.DataFrame:
    """A DataFrame of dicts; without the column `scenario` where there is only one."""
    import pandas
    made = pandas.DataFrame(records)
    if not several and "scenario" in made:
        made = made.drop(columns="scenario")
    return made.set_index(index) if index and len(made) else made


@functools.cache
def sums() -> dict[str, tuple[str, list[str]]]:
    """Observables that are sums of columns: name -> (label, columns)."""
    return {name: (label, columns) for name, label, columns in _tumen.derived_observables()}
