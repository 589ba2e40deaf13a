"""What was played: days, headlines, statistics of one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from . import _frames, _tumen
from ._derived import Derived, values_of
from ._errors import ArgumentError
from ._scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from typing import Any

    import pandas


class Scenarios(Mapping[str, Scenario]):
    """From name to Scenario, each made when it is asked for: those of a large design would take gigabytes."""

    def __init__(self, engine: _tumen.Results) -> None:
        self._engine = engine
        self._places = {name: place for place, name in enumerate(engine.point_names)}
        self._made: dict[str, Scenario] = {}

    def __getitem__(self, name: str) -> Scenario:
        if name not in self._made:
            self._made[name] = Scenario(self._engine.scenario(self._places[name]))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return repr(dict(self))


Made = TypeVar("Made")
Kind = TypeVar("Kind", bound="Played")


class Played:
    """Replicates that were played, and their numbers: what figures, files and questions are made from."""

    _temporary = False  # the results file goes with these results
    _carried: tuple[str, ...] = ()  # names of further attributes that go through pickle

    def __init__(self, engine: _tumen.Results) -> None:
        self._engine = engine
        self._kept: dict[Any, Any] = {}
        self._derived: list[Derived] = []
        self.scenarios = Scenarios(engine)

    seed = property(lambda self: self._engine.seed)
    notes = property(lambda self: self._engine.notes)
    path = property(lambda self: self._engine.path or None)

    @property
    def scenario(self) -> Scenario:
        """The first Scenario."""
        return next(iter(self.scenarios.values()))

    def _once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        if key not in self._kept:
            self._kept[key] = make()
        kept: Made = self._kept[key]
        return kept

    # ----------------------------------------------------------------- days

    @property
    def daily(self) -> pandas.DataFrame:
        """The days, one row a replicate, city and date.

        Each time a frame of its own: columns added to it or taken from it change no other. The values are views of the
        engine's memory and read-only; those of ``daily.copy()`` can be changed in place.

        Returns
        -------
        pandas.DataFrame
            replicates * cities * days rows. Columns: replicate (int32), city (category), date (datetime64), then one an
            observable (`tumen.observables`) and each derived one; scenario in front where there are several. Units:
            ``daily.attrs["units"]``. NaN: no value on that day.
        """
        return self._frame(total=False)

    @property
    def total(self) -> pandas.DataFrame:
        """The days with the cities added up, one row a replicate and date.

        Returns
        -------
        pandas.DataFrame
            replicates * days rows, as `daily` without the column city. Levels are averaged with residents as weights.
        """
        return self._frame(total=True)

    def _frame(self, total: bool) -> pandas.DataFrame:
        return self._once(("frame", total), lambda: _frames.frame(self._table(total))).copy(deep=False)

    def _table(self, total: bool = False) -> _tumen.Table:
        return self._once(("table", total), lambda: self._with_derived(self._derived, total))

    def _with_derived(self, derived: list[Derived], total: bool = False) -> _tumen.Table:
        table = self._engine.daily(total)
        for one in derived:
            values = values_of(one, _frames.frame(table), table.rows)
            table = table.with_column(one.name, values, one.unit, one.label)
        return table

    def derive(self: Kind, name: str, function: Callable[[pandas.DataFrame], Any], *, unit: str = "1",
               label: str | None = None) -> Kind:
        """Add an observable of one's own to `daily`, `total`, the figures and the Arrow columns.

        Parameters
        ----------
        name : str
            Of the new column: small letters, digits and underscores. One that was derived before is replaced.
        function : callable
            Gets a frame like `daily` (or like `total`: without city) and returns one number a row.
        unit : str
            What it is measured in.
        label : str, optional
            How figures call it; made of the name where none is given.

        Returns
        -------
        Results
            These results, so that calls can be chained. The results file does not hold derived observables.

        Raises
        ------
        ArgumentError
            The name is taken or is none, or the function does not give one number a row.
        """
        taken = {field["name"] for field in self._engine.daily(False).schema()}
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or name in taken or name in _frames.sums():
            raise ArgumentError(f"error: {name!r} cannot name a derived observable\n"
                                "  way out: take small letters, digits and underscores, and a name not yet in use")
        one = Derived(name, function, unit, label or name.replace("_", " ").capitalize())
        derived = [one if old.name == name else old for old in self._derived]
        if one not in derived:
            derived.append(one)
        table = self._with_derived(derived)
        self._derived = derived
        self._kept = {key: value for key, value in self._kept.items() if key[0] not in ("frame", "table")}
        self._kept["table", False] = table
        return self

    # ----------------------------------------------------------------- numbers

    def _headlines(self) -> list[dict[str, Any]]:
        return self._once("headlines", lambda: _tumen.headlines(self._engine))

    @property
    def summary(self) -> pandas.DataFrame:
        """Each headline over replicates.

        Returns
        -------
        pandas.DataFrame
            One row a headline: label, unit, side (what is official, what changed), n, mean with its 95 % interval
            (mean_low, mean_high), median, q05 and q95 over replicates.
        """
        records = [row for entry in self._headlines() for row in entry["summary"]]
        return _frames.rows(records, self._index("id"), self._several())

    @property
    def headlines(self) -> pandas.DataFrame:
        """Each headline of each replicate.

        Returns
        -------
        pandas.DataFrame
            One row a replicate, one column a headline, in the unit that `summary` names; NaN: no value.
        """
        records = [{"scenario": entry["scenario"], "replicate": replicate, **dict(zip(entry["ids"], values))}
                   for entry in self._headlines() for replicate, values in entry["values"].items()]
        return _frames.rows(records, self._index("replicate"), self._several())

    @property
    def answer(self) -> list[str]:
        """Three sentences of the first scenario, as a list of str; empty while no replicate is done."""
        sentences: list[str] = self._headlines()[0]["answer"]
        return sentences

    @property
    def ratio(self) -> dict[str, Any]:
        """The official picture over what changed, in the first scenario.

        Returns
        -------
        dict
            label, unit, value, low, high (90 % of replicates); empty where the scenario has no drive.
        """
        found: dict[str, Any] = self._headlines()[0]["ratio"]
        return found

    @property
    def replicates(self) -> pandas.DataFrame:
        """What became of each replicate.

        Returns
        -------
        pandas.DataFrame
            One row a replicate: status ("done" or "failed"), reason, state hash, seconds.
        """
        return _frames.rows(self._once("replicates", self._engine.replicates), self._index("replicate"),
                            self._several())

    @property
    def hashes(self) -> pandas.Series[str]:
        """State hashes: equal hashes, equal days, as in `tumen verify`.

        Returns
        -------
        pandas.Series
            From the number of a replicate that is done to its hash, 32 hexadecimal digits.
        """
        table = self.replicates
        return table.loc[table["status"] == "done"]["hash"] if len(table) else table  # type: ignore[return-value]  # empty

    @property
    def provenance(self) -> list[dict[str, Any]]:
        """What played: one entry for each program that played into these results.

        Returns
        -------
        list of dict
            version, commit, worktree, compiler, platform, seed, command, parameter_hash, created.
        """
        return self._engine.provenance

    def _several(self) -> bool:
        return len(self.scenarios) > 1

    def _index(self, last: str) -> str | list[str]:
        return ["scenario", last] if self._several() else last

    # ----------------------------------------------------------------- patterns of one's own

    def _point(self, name: str) -> int:
        names = list(self.scenarios)
        if name not in names:
            raise ArgumentError(f"error: {name!r} is not played here\n  way out: " + ", ".join(names))
        return names.index(name)

    def measure(self, statistic: str, *, scenario: str | None = None,
                base: str | None = None) -> pandas.Series[float]:
        """A statistic of one's own on each replicate, in the language of patterns.

        ``"mean(calling, during) / mean(calling, before[30])"`` is one.

        Parameters
        ----------
        statistic : str
            Numbers, + - * /, log, ratio, base, and mean, sum, first, last, max, min of an observable over a window
            (all, before, during, after, before[n], during[a:b], after[a:b]). Derived observables of `derive` are not
            known to it.
        scenario : str, optional
            Name; the first one where none is given.
        base : str, optional
            Name of the scenario on which base(...) is read, replicate by replicate.

        Returns
        -------
        pandas.Series
            From replicate to float; NaN: no value.

        Raises
        ------
        ArgumentError
            With the column in the text at which it cannot be read.
        ResultsError
            No days are kept, as of a sweep.
        """
        import pandas
        if not isinstance(statistic, str):
            raise ArgumentError(f"error: {statistic!r} is no statistic\n"
                                '  way out: write one as text: "mean(fee, during)"')
        point = self._point(scenario) if scenario is not None else 0
        against = self._point(base) if base is not None else None
        values = _tumen.measure(self._engine, statistic, point, against)
        return pandas.Series(values, name=statistic, dtype="float64").rename_axis("replicate")


def made_by(results: Played) -> dict[str, Any]:
    """What a file for others should say of where it comes from."""
    first = results.provenance[0]
    return {"title": results.scenario.title or results.scenario.name, "made_by": f"Tumen {first['version']}",
            "commit": first["commit"], "command": first["command"], "seed": results.seed,
            "beware": "All people are synthetic."}
