"""Tumen: a simulation of campaigns against foreign-made phones, with synthetic people.

    import tumen
    results = tumen.run("hyesan-handin", replicates=64, seed=1)
    print(results)         # the answer and the headlines
    results.daily          # a pandas DataFrame: replicate, city, date, one column an observable
    results.plot()         # a fan chart

`run`, `compare`, `check`, `sweep`, `sensitivity` and `calibrate` play; `open_results` reads what was stored. `scenario`
reads a scenario, `schedule` gives a daily parameter as a function of the date. `parameters`, `observables`, `patterns`,
`sources` and `scenarios` are tables. All people are synthetic; read docs/model-card.md before you quote a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _tables
from ._archive.of_program import package_program
from ._archive.of_results import package
from ._calibration import Calibration, calibrate
from ._errors import ArgumentError, Error, Interrupted, ResultsError, ScenarioError
from ._given import Given
from ._opening import open_results
from ._play import Check, Comparison, check, compare, run
from ._results import Results
from ._rows import Judgement
from ._scenario import Scenario, Schedule, scenario, scenario_from_toml, schedule
from ._sensitivity import Sensitivity, sensitivity
from ._signs import Signs, conclusions, statements
from ._sweep import Sweep, sweep
from ._tumen import version as __version__

if TYPE_CHECKING:
    import pandas

    # Made by __getattr__ when they are first asked for.
    parameters: pandas.DataFrame
    observables: pandas.DataFrame
    patterns: pandas.DataFrame
    sources: pandas.DataFrame
    scenarios: pandas.DataFrame

__all__ = ["ArgumentError", "Calibration", "Check", "Comparison", "Error", "Given", "Interrupted", "Judgement",
           "Results", "ResultsError", "Scenario", "ScenarioError", "Schedule", "Sensitivity", "Signs", "Sweep",
           "calibrate", "check", "compare", "conclusions", "observables", "open_results", "package", "package_program",
           "parameters", "patterns", "run", "scenario", "scenario_from_toml", "scenarios", "schedule", "sensitivity",
           "sources", "statements", "sweep"]


def __getattr__(name: str) -> pandas.DataFrame:
    """The tables are made, and pandas is imported, when they are first asked for."""
    if name in _tables.TABLES:
        return _tables.TABLES[name]()
    raise AttributeError(f"module 'tumen' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_tables.TABLES})
