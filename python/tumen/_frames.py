"""Columns of the engine as pandas sees them."""

import functools

from . import _tumen


def frame(table):
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


def joined(parts):
    """Frames side by side, without copying: from version 3 on pandas never copies here, and warns who asks."""
    import pandas
    return pandas.concat(parts, axis=1, **({} if int(pandas.__version__.split(".")[0]) >= 3 else {"copy": False}))


def block_of(blocks, first):
    """The block that begins with this column; nothing where none does."""
    return next(((names, values) for names, values in blocks if names and names[0] == first), ([], None))


def column(table, field):
    import numpy
    import pandas
    values = numpy.asarray(table.values(field["name"]))
    if field["type"] == "date":
        return values.view("datetime64[ns]")
    if field["type"] == "category":
        return pandas.Categorical.from_codes(values, field["categories"])
    return values


def rows(records, index=None, several=True):
    """A DataFrame of dicts; without the column `scenario` where there is only one."""
    import pandas
    made = pandas.DataFrame(records)
    if not several and "scenario" in made:
        made = made.drop(columns="scenario")
    return made.set_index(index) if index and len(made) else made


@functools.cache
def sums():
    """Observables that are sums of columns: name -> (label, columns)."""
    return {name: (label, columns) for name, label, columns in _tumen.derived_observables()}
