"""Results: what was played, as the objects that notebooks know."""

import math
import re
from dataclasses import dataclass

from . import _carry, _frames, _tumen
from ._errors import ArgumentError, Interrupted
from ._progress import chosen
from ._scenario import Scenario


@dataclass(frozen=True)
class Derived:
    name: str
    function: object
    unit: str
    label: str


@dataclass(frozen=True, eq=False)
class Stored:
    """A derived observable whose function stayed behind: what it gave, apart and with the cities added up."""

    apart: object
    together: object

    def __call__(self, days):
        return self.apart if "city" in days else self.together


@dataclass(frozen=True)
class Judgement:
    """What replicates say of a statistic; made by `Results.judge`.

    Attributes:
        verdict: "shown", "mixed" or "not shown", as `tumen check` judges by shares: shown where the 95 %
            interval of the share of replicates that show it lies above one half.
        replicates, without_value, showing: int.
        share, share_low, share_high: float, of replicates with a value; 95 % interval of Wilson.
        mean, mean_low, mean_high: float, of the statistic; 95 % interval of Student's t.
    """

    verdict: str
    replicates: int
    without_value: int
    showing: int
    share: float
    share_low: float
    share_high: float
    mean: float
    mean_low: float
    mean_high: float


class Results:
    """Finished replicates of one scenario or several. Made by `run` and its siblings and by `open_results`.

    Attributes:
        scenarios: dict from name to Scenario, in the order in which they were given.
        seed: int. path: str of the results file, None where they are held in memory.
        notes: list of str, reasons why what is read is not what was played; usually empty.
    """

    def __init__(self, engine):
        self._engine = engine
        self._kept = {}
        self._derived = []
        self.scenarios = {name: Scenario(one) for name, one, _ in engine.points}

    seed = property(lambda self: self._engine.seed)
    notes = property(lambda self: self._engine.notes)
    path = property(lambda self: self._engine.path or None)

    @property
    def scenario(self):
        """The first Scenario."""
        return next(iter(self.scenarios.values()))

    def _once(self, key, make):
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    # ----------------------------------------------------------------- days

    @property
    def daily(self):
        """DataFrame, one row a replicate, city and date: replicate (int32), city (category), date (datetime64),
        then one column an observable (`tumen.observables`) and each derived one; a column scenario in front
        where there are several. Units: ``daily.attrs["units"]``. NaN: no value on that day.

        Each time a frame of its own: columns added to it or taken from it change no other. The values are views
        of the engine's memory and read-only; those of ``daily.copy()`` can be changed in place.
        """
        return self._frame(total=False)

    @property
    def total(self):
        """As `daily` with the cities added up (levels averaged with residents as weights): no column city."""
        return self._frame(total=True)

    def _frame(self, total):
        return self._once(("frame", total), lambda: _frames.frame(self._table(total))).copy(deep=False)

    def _table(self, total=False):
        return self._once(("table", total), lambda: self._with_derived(self._derived, total))

    def _with_derived(self, derived, total=False):
        table = self._engine.daily(total)
        for one in derived:
            values = values_of(one, _frames.frame(table), table.rows)
            table = table.with_column(one.name, values, one.unit, one.label)
        return table

    def derive(self, name, function, *, unit="1", label=None):
        """Adds an observable of one's own to `daily`, `total`, the figures and the Arrow columns.

        Args:
            name: of the new column: small letters, digits and underscores. One that was derived before is replaced.
            function: gets a frame like `daily` (or like `total`: without city) and returns one number a row.
            unit: str. label: str for figures.

        Returns:
            self, so that calls can be chained. The results file does not hold derived observables.

        Raises:
            ArgumentError: the name is taken or is none, or the function does not give one number a row.
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

    def _headlines(self):
        return self._once("headlines", lambda: _tumen.headlines(self._engine))

    @property
    def summary(self):
        """DataFrame, one row a headline: label, unit, side (what is official, what changed), n, mean with its
        95 % interval (mean_low, mean_high), median, q05 and q95 over replicates."""
        records = [row for entry in self._headlines() for row in entry["summary"]]
        return _frames.rows(records, self._index("id"), self._several())

    @property
    def headlines(self):
        """DataFrame, one row a replicate, one column a headline; NaN: no value."""
        records = [{"scenario": entry["scenario"], "replicate": replicate, **dict(zip(entry["ids"], values))}
                   for entry in self._headlines() for replicate, values in entry["values"].items()]
        return _frames.rows(records, self._index("replicate"), self._several())

    @property
    def answer(self):
        """list of three sentences (of the first scenario); empty while no replicate is done."""
        return self._headlines()[0]["answer"]

    @property
    def ratio(self):
        """dict: label, unit, value, low, high (90 %) of the official picture over what changed, of the first
        scenario; empty where it has no drive."""
        return self._headlines()[0]["ratio"]

    @property
    def patterns(self):
        """DataFrame, one row a reported pattern that these scenarios can show: statement, role, grade, verdict,
        share of replicates that show it and the mean of the statistic, each with a 95 % interval."""
        points = {name: place for place, name in enumerate(self.scenarios)}
        return _frames.rows(_tumen.judge_patterns(self._engine, points, None), "id")

    @property
    def replicates(self):
        """DataFrame, one row a replicate: status ("done" or "failed"), reason, state hash, seconds."""
        return _frames.rows(self._once("replicates", self._engine.replicates), self._index("replicate"),
                            self._several())

    @property
    def hashes(self):
        """Series from replicate to state hash: equal hashes, equal days, as in `tumen verify`."""
        table = self.replicates
        return table.loc[table["status"] == "done", "hash"] if len(table) else table

    @property
    def provenance(self):
        """list of dict, one for each program that played into these results: version, commit, worktree,
        compiler, platform, seed, command, parameter_hash, created."""
        return self._engine.provenance

    def _several(self):
        return len(self.scenarios) > 1

    def _index(self, last):
        return ["scenario", last] if self._several() else last

    # ----------------------------------------------------------------- patterns of one's own

    def _point(self, name):
        names = list(self.scenarios)
        if name not in names:
            raise ArgumentError(f"error: {name!r} is not played here\n  way out: " + ", ".join(names))
        return names.index(name)

    def measure(self, statistic, *, scenario=None, base=None):
        """A statistic of one's own on each replicate, in the language in which patterns are written:
        ``"mean(calling, during) / mean(calling, before[30])"``.

        Args:
            statistic: numbers, + - * /, log, ratio, base, and mean, sum, first, last, max, min of an
                observable over a window (all, before, during, after, before[n], during[a:b], after[a:b]).
                Derived observables of `derive` are not known to it.
            scenario: name, the first one where none is given.
            base: name of the scenario on which base(...) is read, replicate by replicate.

        Returns:
            Series from replicate to float; NaN: no value.

        Raises:
            ArgumentError: with the column in the text at which it cannot be read.
        """
        import pandas
        point = self._point(scenario) if scenario is not None else 0
        against = self._point(base) if base is not None else None
        values = _tumen.measure(self._engine, statistic, point, against)
        return pandas.Series(values, name=statistic, dtype="float64").rename_axis("replicate")

    def judge(self, statistic, *, low=None, high=None, sign=None, scenario=None, base=None):
        """Whether replicates show a pattern: a statistic within a band, or of a sign.

        Args:
            statistic, scenario, base: as in `measure`.
            low, high: ends of the band; one may be left out. sign: "positive" or "negative" in its place.

        Returns:
            Judgement.
        """
        if (sign is None) == (low is None and high is None) or sign not in (None, "positive", "negative"):
            raise ArgumentError("error: a pattern is a band or a sign\n"
                                "  way out: give low and high, or sign='positive' or 'negative'")
        values = self.measure(statistic, scenario=scenario, base=base)
        known = values.dropna()
        band = (-math.inf if low is None else low, math.inf if high is None else high)
        return Judgement(**_tumen.judge(list(known), len(values) - len(known), sign or "band", *band))

    def cases(self, replicate=1, *, scenario=None):
        """DataFrame of what happened to those who were caught in one replicate, in the columns that groups who document
        cases use: case (a number), date, city, ward, stage (search, confrontation, custody, ransom, sentence, release,
        hand-in), outcome, bribe ("paid", "not paid" or nothing). The replicate is played again for it.

        All of them are synthetic: no case is that of a real person, and none may stand beside real ones.

        Args:
            replicate: its number. scenario: name; the first one where none is given.

        Raises:
            ArgumentError: there is no such replicate or scenario, or its parameters were drawn.
            ResultsError: this program plays another model than the one that made these results.
        """
        from . import _cases
        return _cases.cases(self, replicate, scenario)

    # ----------------------------------------------------------------- for others

    def plot(self, observable="calling", *, scenario=None, city=None, ax=None):
        """Fan chart over replicates: median, the middle 50 % and 90 %, drives and meetings marked.

        Args:
            observable: a column of `daily`, a sum ("calling", "handed_in"), or a list of them: one panel each.
            scenario: name; all of them, one colour each, where none is given. city: name; all added up where
                none is given. ax: matplotlib Axes, or a list of as many.

        Returns:
            matplotlib Axes, or an array of them for a list.
        """
        from . import _plot
        return _plot.fan(self, observable, scenario, city, ax)

    def report(self, path, *, replace=False):
        """Writes the HTML report of the first scenario, as `tumen report` does."""
        page = self._engine.page(0, False)
        with open(path, "w" if replace else "x", encoding="utf-8") as file:
            file.write(page)

    def verify(self, other=None, *, replicates=0, threads=None, progress=None):
        """Plays the replicates again (the first `replicates` of each scenario, 0 = all), or compares them with
        other results, day by day.

        Returns:
            dict: checked, equal, left (not reached, or in one of both only), differences (list of str).

        Raises:
            Interrupted: Ctrl-C; its ``partial`` is this dict so far.
        """
        if other is not None:
            return _tumen.compare_results(self._engine, other._engine)
        shown = chosen(progress)
        try:
            told = _tumen.verify_results(self._engine, replicates, threads or _tumen.available_threads(), shown)
        finally:
            shown.close()
        if told.pop("interrupted"):
            raise Interrupted(f"interrupted after {told['checked']} replicates", told)
        return told

    def save(self, path):
        """Writes a results file, as ``out=`` does while it plays; refuses to replace one. `tumen.open_results` and the
        command line read it. Derived observables stay behind."""
        _carry.save(self._engine, path)

    def __reduce__(self):
        derived = [Derived(one.name, self._stored(one.name), one.unit, one.label) for one in self._derived]
        state = {"_derived": derived, **{name: getattr(self, name) for name in self._carried if name in vars(self)}}
        return _carry.unpacked, (type(self), _carry.packed(self._engine, self._temporary), state)

    def _stored(self, name):
        return Stored(self.daily[name].to_numpy(), self.total[name].to_numpy())

    _temporary = False  # the results file goes with these results
    _carried = ()  # names of further attributes that go through pickle

    def to_xarray(self, *, total=False):
        """xarray.Dataset of the days, one dimension for each of scenario, replicate, city and date that there is, one
        variable an observable with its unit; of all cities together where `total` is True."""
        from . import _others
        return _others.dataset(self.total if total else self.daily, self)

    def to_parquet(self, path):
        """Writes the days as a Parquet file, by pyarrow; refuses to replace one. Units and labels are in the metadata
        of the fields, what played them in that of the file."""
        from . import _others
        _others.write_parquet(self, path)

    def to_excel(self, path):
        """Writes a workbook, by xlsxwriter: a cover, units, summary, headlines, parameters and days, each sheet marked as
        synthetic; refuses to replace one.

        Raises:
            ResultsError: there are more days than a sheet has rows.
        """
        from . import _workbook
        _workbook.write_workbook(self, path)

    def __arrow_c_stream__(self, requested_schema=None):
        """The days as an Arrow C stream (a PyCapsule), without copying: polars, duckdb and pyarrow read it.
        City and scenario are dictionaries, dates date32; NaN stays NaN. Fields carry unit and label."""
        return self._table().arrow_stream()

    def __arrow_c_schema__(self):
        """The schema of that stream."""
        return self._table().arrow_schema()

    def arrow_stream(self):
        """bytes of an Arrow IPC stream of the days."""
        from . import _arrow
        return _arrow.stream_bytes(self._table())

    def to_arrow(self, path):
        """Writes the days as an Arrow IPC file, which is version 2 of Feather; refuses to replace one."""
        from . import _arrow
        with open(path, "xb") as file:
            _arrow.write_file(self._table(), file)

    # ----------------------------------------------------------------- for people

    def __repr__(self):
        done = int((self.replicates["status"] == "done").sum()) if len(self.replicates) else 0
        where = f", in {self.path}" if self.path else ""
        return f"<results of {', '.join(self.scenarios)}: {done} replicates, seed {self.seed}{where}>"

    def _repr_html_(self):
        from . import _html
        return _html.results(self)


def values_of(one, days, rows):
    """What the function of a derived observable gives, as float64."""
    import numpy
    try:
        values = numpy.ascontiguousarray(one.function(days), dtype="float64")
    except (TypeError, ValueError) as error:
        raise ArgumentError(f"error: {one.name} gives no numbers\n  why: {error}") from error
    if values.shape != (rows,):
        raise ArgumentError(f"error: {one.name} gives the shape {values.shape}, not one number for each of {rows} rows")
    return values


