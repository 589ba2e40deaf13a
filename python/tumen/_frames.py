"""Columns of the engine as pandas sees them."""

from . import _tumen


def frame(table):
    """A DataFrame over the memory of the table: observables, replicate and date are views, read-only; names of
    cities and scenarios are recoded by pandas. Units and labels of the columns are in ``attrs``."""
    import pandas
    schema = table.schema()
    columns = {}
    for field in schema:
        values = table.values(field["name"])
        if field["type"] == "category":
            values = pandas.Categorical.from_codes(values, field["categories"])
        columns[field["name"]] = values
    made = pandas.DataFrame(columns, copy=False)
    made.attrs["units"] = {field["name"]: field["unit"] for field in schema if field["unit"]}
    made.attrs["labels"] = {field["name"]: field["label"] for field in schema}
    return made


def rows(records, index=None, several=True):
    """A DataFrame of dicts; without the column `scenario` where there is only one."""
    import pandas
    made = pandas.DataFrame(records)
    if not several and "scenario" in made:
        made = made.drop(columns="scenario")
    return made.set_index(index) if index and len(made) else made


def sums():
    """Observables that are sums of columns: name -> (label, columns)."""
    return {name: (label, columns) for name, label, columns in _tumen.derived_observables()}
