"""Scenarios: what is played, and schedules given as functions of the date."""

from __future__ import annotations

import datetime
import html
import math
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import _tumen
from ._errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    import pandas

    from ._types import FilePath, Value, Values


@dataclass(frozen=True)
class Schedule:
    """A daily parameter as a function of the date; made by `schedule()`.

    Attributes
    ----------
    parameter : str
        Its name.
    function : callable
        From datetime.date to float, str or None.
    """

    parameter: str
    function: Callable[[datetime.date], Value | None]

    def __repr__(self) -> str:
        name = getattr(self.function, "__name__", type(self.function).__name__)
        return f"tumen.schedule({self.parameter!r}, {name})"


def schedule(parameter: str, function: Callable[[datetime.date], Value | None]) -> Schedule:
    """Give a daily parameter as a function of the date.

    The function is called once for each day of the scenario, before anything is played, with a ``datetime.date``. It
    returns a number in the parameter's unit, a text with a unit ("30 %"), or None for a day on which the scenario's
    own value holds. Days of equal value become one ``[[schedule]]`` entry of the scenario, which is stored with the
    results: the function itself plays no part in playing, so the results can be verified without it.

    The warm-up before the scenario's first day keeps the scenario's own value. Schedules that the scenario has for this
    parameter are replaced. A scenario holds at most 1000 stretches: round what changes every day.

    Parameters
    ----------
    parameter : str
        Name of a parameter of kind "daily" in `tumen.parameters`.
    function : callable
        From ``datetime.date`` to float, str or None.

    Returns
    -------
    Schedule
        For the argument ``schedules`` of `run`, `compare` and `check`.

    Raises
    ------
    ArgumentError
        What is given is no function.
    """
    if not callable(function):
        raise ArgumentError(f"error: the schedule of {parameter} is no function of the date")
    return Schedule(parameter, function)


class Scenario:
    """A scenario that has been read and checked; made by `scenario()`. It does not change.

    Attributes
    ----------
    name, title, question : str
        What it is called, in a word and in a line, and what it asks.
    start : datetime.date
        The first reported day.
    days : int
        Reported days; the warm-up comes before them.
    extends : list of str
        The scenarios it builds on.
    beyond_evidence : list of str
        Values outside their range.
    toml : str
        The whole scenario with every effective value.
    hash : str
        Of what is played.
    """

    def __init__(self, engine: _tumen.Scenario) -> None:
        if not isinstance(engine, _tumen.Scenario):
            raise ArgumentError(f"error: Scenario({engine!r}) reads nothing\n"
                                "  way out: tumen.scenario(...) reads a name or a file, tumen.scenario_from_toml(...) a text")
        self._engine = engine

    def __reduce__(self) -> tuple[Any, ...]:
        return read_again, (self.toml, self.name, self._engine.named)

    name = property(lambda self: self._engine.name)
    title = property(lambda self: self._engine.title)
    question = property(lambda self: self._engine.question)
    days = property(lambda self: self._engine.days)
    extends = property(lambda self: self._engine.extends)
    beyond_evidence = property(lambda self: self._engine.beyond_evidence)
    toml = property(lambda self: self._engine.toml)
    hash = property(lambda self: self._engine.hash)
    start = property(lambda self: datetime.date.fromisoformat(self._engine.start))

    @property
    def cities(self) -> pandas.DataFrame:
        """The cities of the scenario.

        Returns
        -------
        pandas.DataFrame
            One row a city: name, label, residents [people].
        """
        import pandas
        return pandas.DataFrame(self._engine.cities, columns=["name", "label", "residents"])

    @property
    def events(self) -> pandas.DataFrame:
        """What happens in the scenario.

        Returns
        -------
        pandas.DataFrame
            One row a drive, sweep, meeting or peak: kind, first and last day as datetime.date.
        """
        import pandas
        rows = [(kind, self.start + datetime.timedelta(first), self.start + datetime.timedelta(last))
                for kind, first, last in self._engine.events]
        return pandas.DataFrame(rows, columns=["kind", "first", "last"])

    def explain(self) -> pandas.DataFrame:
        """Every number and rule that is played, and where it comes from.

        Returns
        -------
        pandas.DataFrame
            One row a parameter or rival rule: value, unit, origin, schedules.
        """
        import pandas
        rows = [(name, value, unit, origin, "; ".join(schedules))
                for name, value, unit, origin, schedules in self._engine.explain()]
        return pandas.DataFrame(rows, columns=["name", "value", "unit", "origin", "schedules"]).set_index("name")

    def with_schedules(self, *schedules: Schedule, beyond_evidence: bool = False) -> Scenario:
        """The scenario with the schedules sampled into it.

        Parameters
        ----------
        *schedules : Schedule
            Each made by `schedule()`.
        beyond_evidence : bool
            True allows values outside the range of the evidence.

        Returns
        -------
        Scenario
            Another one; this one stays as it is.

        Raises
        ------
        ScenarioError
            A value is outside its range, or the parameter may not be scheduled.
        ArgumentError
            No parameter is called so, or a function returned something that is no value.
        """
        engine = self._engine
        for one in schedules:
            if not isinstance(one, Schedule):
                raise ArgumentError(f"error: schedules= has {one!r}, which is no schedule\n"
                                    "  way out: tumen.schedule(parameter, function) makes one")
            if one.parameter not in known_parameters():
                raise ArgumentError(f"error: no parameter is called {one.parameter}\n"
                                    "  way out: tumen.parameters lists them")
            engine = engine.with_schedule(one.parameter, stretches(one, self.start, self.days), beyond_evidence)
        return Scenario(engine)

    def with_headline(self, statistic: str, *, id: str | None = None, label: str | None = None,
                      unit: str = "1") -> Scenario:
        """The scenario with one more number that is asked of every run, beside the usual headlines.

        Parameters
        ----------
        statistic : str
            As "mean(fee, during)", in the language of patterns (evidence/README.md).
        id : str, optional
            Small letters, digits and underscores; made of the statistic's words where none is given.
        label : str, optional
            How it is called.
        unit : {"1", "people", "phones", "share", "CNY"}
            What it is measured in.

        Returns
        -------
        Scenario
            Another one; this one stays as it is.

        Raises
        ------
        ArgumentError
            The statistic cannot be read, or the id is taken.
        """
        return Scenario(self._engine.with_headline(statistic, id or "", label or "", unit))

    def save(self, path: FilePath) -> None:
        """Write the scenario as a TOML file, which the command line plays as well.

        Parameters
        ----------
        path : str or os.PathLike
            Of a file that is not there.

        Raises
        ------
        FileExistsError
            The file is there.
        """
        with open(path, "x", encoding="utf-8") as file:
            file.write(self.toml)

    def __repr__(self) -> str:
        return f"<scenario {self.name}, {self.days} days from {self.start}>"

    def _repr_html_(self) -> str:
        return (f"<p><b>{html.escape(self.title or self.name)}</b><br>{html.escape(self.question)}</p>"
                f"<p>{self.days} days from {self.start}; hash {self.hash}</p>")


def read_again(text: str, name: str, named: list[str]) -> Scenario:
    """A scenario that was read once, on the other side of pickle: its text has every value, of which only those that
    it named before hold where others are drawn."""
    return Scenario(_tumen.read_scenario(text, name, [], True).naming(named))


def known_parameters() -> set[str]:
    return {row["name"] for row in _tumen.parameters()}


def value_on(one: Schedule, date: datetime.date) -> float | None:
    """What the function of a schedule says of a date, as a number in the parameter's unit, or None."""
    value = one.function(date)
    if value is None:
        return None
    if isinstance(value, str):
        return _tumen.read_quantity(one.parameter, value)
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise ArgumentError(f"error: the schedule of {one.parameter} gives {value!r} for {date}\n"
                            "  way out: return a number, a text with a unit, or None")
    return number


def stretches(one: Schedule, start: datetime.date, days: int) -> list[tuple[int, int, float]]:
    """(first day, last day, value) of each run of days with the same value."""
    found: list[tuple[int, int, float]] = []
    for day in range(days):
        value = value_on(one, start + datetime.timedelta(day))
        if value is None:
            continue
        if found and found[-1][1] == day - 1 and found[-1][2] == value:
            found[-1] = (found[-1][0], day, value)
        else:
            found.append((day, day, value))
    return found


def listed(schedules: Iterable[Schedule]) -> list[Schedule]:
    """What stands for `schedules=`, which is a list also where there is one."""
    if isinstance(schedules, Schedule) or not hasattr(schedules, "__iter__"):
        raise ArgumentError(f"error: schedules={schedules!r} is no list\n"
                            "  way out: schedules=[...], each made by tumen.schedule(parameter, function)")
    return list(schedules)


def override_text(name: str, value: Any) -> str:
    """One value as it is written behind a flag; NumPy's numbers, dates and answers too."""
    kind = type(value).__name__
    if isinstance(value, datetime.date) or kind == "datetime64":
        return str(value)[:10]
    if kind in ("bool", "bool_") and name.startswith("happened."):
        return "yes" if value else "no"
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    try:
        if kind not in ("bool", "bool_"):
            return str(float(value))
    except (TypeError, ValueError):
        pass
    raise ArgumentError(f"error: {name} is set to {value!r}, which is no value\n"
                        "  way out: give a number, or a text with a unit")


def overrides(values: Values | None) -> list[str]:
    """{"fee_base": "30 %", "risk_followed": 0.01} as the command line's flags."""
    if values is not None and not hasattr(values, "items"):
        raise ArgumentError(f"error: set={values!r} names no values\n"
                            "  way out: give a dict from parameter name to value: {\"fee_base\": \"30 %\"}")
    return [f"{name}={override_text(str(name), value)}" for name, value in ({} if values is None else dict(values)).items()]


def scenario(source: FilePath | Scenario, *, set: Values | None = None, schedules: Iterable[Schedule] = (),
             beyond_evidence: bool = False) -> Scenario:
    """Read and check a scenario.

    Parameters
    ----------
    source : str, os.PathLike or Scenario
        Name of a scenario that comes with the package (`tumen.scenarios`), path of a .toml file, or a Scenario.
    set : dict, optional
        From parameter name to another value: a number in the parameter's unit or a text ("30 %").
    schedules : iterable of Schedule
        Daily parameters as functions of the date, by `schedule()`.
    beyond_evidence : bool
        True allows values outside the range of the evidence; they are listed.

    Returns
    -------
    Scenario
        With every value that is played.

    Raises
    ------
    ScenarioError
        With file, line and column of what is wrong.
    ArgumentError
        What is set is no value, or a schedule cannot be sampled.
    """
    flags = overrides(set)
    if isinstance(source, Scenario):
        engine = source._engine
        if flags:
            engine = _tumen.read_scenario(source.toml, source.name, flags, beyond_evidence)
    else:
        engine = _tumen.load_scenario(os.fspath(source), flags, beyond_evidence)
    return Scenario(engine).with_schedules(*listed(schedules), beyond_evidence=beyond_evidence)


def scenario_from_toml(text: str, *, name: str = "scenario", set: Values | None = None,
                       beyond_evidence: bool = False) -> Scenario:
    """Read and check a scenario from a TOML text.

    Parameters
    ----------
    text : str
        Of the scenario.
    name : str
        Stands in messages, and where the text has none.
    set, beyond_evidence : as in `scenario`
        They hold beside the text.

    Returns
    -------
    Scenario
        With every value that is played.

    Raises
    ------
    ScenarioError
        With line and column of what is wrong.
    """
    return Scenario(_tumen.read_scenario(text, name, overrides(set), beyond_evidence))


Point = tuple[str, Scenario, "list[tuple[str, float]]"]  # name, what is played, values of a design
