"""The model's tables: parameters and observables with units and evidence, patterns, sources, scenarios."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from . import _tumen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    import pandas


def indexed(rows: Sequence[Mapping[str, Any]], index: str) -> pandas.DataFrame:
    import pandas
    return pandas.DataFrame(rows).set_index(index)


@functools.cache
def parameters() -> pandas.DataFrame:
    """One row a number, in the order of the model: label, group, unit, kind ("build", or "daily" where a
    schedule may change it), value of the evidence, low and high (what the evidence leaves open), limit_low and
    limit_high (what it can be at all), grade, prior, sources, note."""
    return indexed(_tumen.parameters(), "name")


@functools.cache
def observables() -> pandas.DataFrame:
    """One row a column of `Results.daily`: label, unit, type, measure (flow, stock: added up over cities;
    level: averaged), rule, explanation."""
    return indexed(_tumen.observables(), "name")


@functools.cache
def patterns() -> pandas.DataFrame:
    """One row a reported pattern: statement, place, dates, role, grade, what was observed, scenario and
    statistic of its test."""
    return indexed(_tumen.patterns(), "id")


@functools.cache
def sources() -> pandas.DataFrame:
    """One row a source of the evidence. Sources that share `independence` do not confirm each other."""
    return indexed(_tumen.sources(), "id")


@functools.cache
def scenarios() -> pandas.DataFrame:
    """One row a scenario that comes with the package: title, question, start, days."""
    rows = []
    for name in _tumen.embedded_scenarios():
        one = _tumen.load_scenario(name, [], False)
        rows.append({"name": name, "title": one.title, "question": one.question, "start": one.start,
                     "days": one.days})
    return indexed(rows, "name")


TABLES = {"parameters": parameters, "observables": observables, "patterns": patterns, "sources": sources,
          "scenarios": scenarios}
