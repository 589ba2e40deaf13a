"""Many values: sweeps, and what matters most."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

from . import _frames, _tumen
from ._errors import ArgumentError
from ._others import factors_of_problem, is_problem
from ._play import call_text, play, threads_of, whole
from ._progress import chosen
from ._results import Results
from ._scenario import Scenario, overrides, scenario as read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Literal

    import pandas

    from ._scenario import Schedule
    from ._types import FilePath, Point, Progress, Values, Vary


def value_text(value: Any) -> str:
    """A number, a text ("30 %", "fixed"), or a date."""
    return value.isoformat()[:10] if isinstance(value, datetime.date) else str(value)


def range_text(ends: tuple[Any, ...]) -> str:
    """low, high, and perhaps how many levels, or of dates how far apart."""
    spacing = f":{ends[2].days} days" if isinstance(ends[-1], datetime.timedelta) else "".join(f":{one}" for one in ends[2:])
    return f"{value_text(ends[0])}..{value_text(ends[1])}{spacing}"


def factor_texts(vary: Vary) -> list[str]:
    """["fee_base", "detection=0.001..0.01"] or {"fee_base": None, "detection": (0.001, 0.01), "reward": (0, 1, 5),
    "penalty": [0, 300, 600], "rules.trust": ["updated", "fixed"]} as the command line's --vary: of a tuple low, high and
    for a grid the number of levels, of a list its values."""
    if isinstance(vary, str):
        return [vary]
    if is_problem(vary):
        vary = factors_of_problem(vary)  # type: ignore[arg-type]  # it was asked
    if not isinstance(vary, dict):
        return [str(one) for one in vary]
    texts = []
    for name, ends in vary.items():
        if ends is None:
            texts.append(name)
        elif isinstance(ends, tuple) and len(ends) in (2, 3):
            texts.append(f"{name}={range_text(ends)}")
        elif isinstance(ends, list) and ends:
            texts.append(f"{name}={','.join(map(value_text, ends))}")
        else:
            raise ArgumentError(f"error: {name} is varied over {ends!r}\n"
                                "  way out: give (low, high), (low, high, levels), a list of values, or None for the "
                                "evidence's range")
    return texts


def factors_of(vary: Vary, set: Values | None, beyond_evidence: bool, levels: bool) -> list[_tumen.Factor]:
    return _tumen.read_factors(texts=factor_texts(vary), set=overrides(set), beyond_evidence=bool(beyond_evidence),
                               levels=levels)


def whole_or_none(name: str, value: Any, least: int, most: int) -> int | None:
    return None if value is None else whole(name, value, least, most)


class Designed(Results):
    """Replicates at the points of a design. Their days are not kept, only their headlines and hashes."""

    def _asked(self) -> str:
        """Id of the headline that was asked for."""
        raise NotImplementedError

    @property
    def points(self) -> pandas.DataFrame:
        """The points of the design.

        Returns
        -------
        pandas.DataFrame
            One row a point: the value of each varied parameter, in its unit; of a rule its rival, as a str; of an
            event its date.
        """
        import pandas
        rows = [{"point": name, **{one: _tumen.value_shown(one, value) for one, value in values}}
                for name, values in self._engine.point_values]
        return pandas.DataFrame(rows).set_index("point")

    def to_salib(self, headline: str | None = None) -> tuple[dict[str, Any], Any, Any]:
        """The design and its outputs as SALib takes them, point by point in the order that its analyses expect.

        ``SALib.analyze.sobol.analyze(problem, outputs, calc_second_order=False)`` and
        ``SALib.analyze.morris.analyze(problem, inputs, outputs)`` take what is returned.

        Parameters
        ----------
        headline : str, optional
            Id; the one asked for where none is given. Its mean over a point's replicates is the output.

        Returns
        -------
        problem : dict
            Names, bounds, and how each is distributed.
        inputs : numpy.ndarray
            Of shape (points, parameters), each in its unit.
        outputs : numpy.ndarray
            Of shape (points,), in the headline's unit.

        Raises
        ------
        ArgumentError
            No headline is called so.
        """
        from . import _others
        wanted = headline or self._asked()
        if wanted not in self.headlines:
            raise ArgumentError(f"error: no headline is called {wanted!r}\n  way out: " + ", ".join(map(str, self.headlines)))
        design = self._engine.design
        assert design is not None  # or it would be of another kind
        return _others.in_salibs_form(self, wanted, design)


class Sweep(Designed):
    """Every headline at every point: Results without days, made by `sweep`."""

    def _swept(self) -> dict[str, Any]:
        return self._once("swept", lambda: _tumen.swept(self._engine))

    def _asked(self) -> str:
        return str(self._swept()["headline"])

    @property
    def estimates(self) -> pandas.DataFrame:
        """Every headline at every point, tidy.

        Returns
        -------
        pandas.DataFrame
            points * headlines rows: point (from 0), one column for each that varies, headline, unit, n, mean, and low
            and high of the mean's 95 % interval.
        """
        return _frames.rows(self._swept()["rows"])

    @property
    def answer(self) -> list[str]:
        """Sentences on the headline asked for, as a list of str."""
        sentences: list[str] = self._swept()["sentences"]
        return sentences

    def plot(self, headline: str | None = None, *, over: str | None = None, ax: Any = None) -> Any:  # type: ignore[override]
        """The mean of a headline over one varied parameter, with its 95 % interval.

        Parameters
        ----------
        headline : str, optional
            Id; the one asked for where none is given.
        over : str, optional
            Name of a varied parameter; the first one where none is given.
        ax : matplotlib.axes.Axes, optional
            Where to draw.

        Returns
        -------
        matplotlib.axes.Axes
            With the figure.

        Raises
        ------
        ArgumentError
            Nothing here is called so.
        """
        from . import _plot
        table = self.estimates
        wanted = headline or self._swept()["headline"]
        over = over or self.points.columns[0]
        if over not in self.points.columns or wanted not in set(table["headline"]):
            raise ArgumentError(f"error: nothing here is called {wanted!r} over {over!r}")
        return _plot.swept(table[table["headline"] == wanted].sort_values(over), over, ax)


def table_of(points: int | FilePath | pandas.DataFrame | None) -> tuple[str, str] | None:
    """The text of a table of points, and what to call it; nothing where `points` is a number or None."""
    if points is None or isinstance(points, int):
        return None
    if isinstance(points, (str, os.PathLike)):
        return Path(points).read_text(encoding="utf-8"), os.fspath(points)
    return (points.to_csv(index=False), "points") if hasattr(points, "to_csv") else None


def sweep(scenario: FilePath | Scenario, vary: Vary | None = None, *,
          design: Literal['grid', 'lhs', 'sobol'] | None = None,
          points: int | FilePath | pandas.DataFrame | None = None, headline: str | None = None,
          replicates: int | Iterable[int] = 16, seed: int = 1, set: Values | None = None,
          schedules: Iterable[Schedule] = (), beyond_evidence: bool = False, threads: int | None = None,
          out: FilePath | None = None, replace: bool = False, progress: Progress = None) -> Sweep:
    """Play a scenario over values of parameters, all points of a replicate before the next.

    Parameters
    ----------
    scenario : as in `run`
        What is played.
    vary : list of str or dict, optional
        Texts as on the command line ("fee_base", "fee_base=20 %..40 %", "fee_base=0.2..0.4:5", "rules.trust"), or from
        name to (low, high), (low, high, levels), a list of values or None (the whole range of the evidence, all rivals
        of a rule); or a problem as SALib takes it. Of a rule ("rules.trust") the values are its rivals, of an event's
        date ("hand_in_drive.from", of several "hand_in_drive[2].from") datetime.date or str; dates may be a step apart:
        (first, last, timedelta(days=14)).
    design : {"grid", "lhs", "sobol"}, optional
        "grid" (for one parameter or where levels are given), "lhs" or "sobol" (32 points).
    points : int, str, os.PathLike or pandas.DataFrame, optional
        How many, of a grid of one parameter, a Latin hypercube or Sobol's sequence; or, in place of `vary` and
        `design`, a frame of shape (points, parameters) with a column for each parameter, or the path of such a CSV.
    headline : str, optional
        Id of the headline to speak of.
    replicates, seed, set, schedules, beyond_evidence, threads, out, replace, progress : as in `run`
        They mean the same here.

    Returns
    -------
    Sweep
        Results without days, with `points`, `estimates` and `plot`.

    Raises
    ------
    ArgumentError
        What varies cannot be read, or is given twice. The rest is as in `run`.
    """
    asked = dict(replicates=replicates, seed=seed, threads=threads, out=out, replace=replace, progress=progress)
    one = read(scenario, set=set, schedules=schedules, beyond_evidence=beyond_evidence)
    made, played = design_of_sweep(one, vary, design, points, headline, seed, set, bool(beyond_evidence))
    said = "a table" if table_of(points) else points
    command = call_text("sweep", [scenario] if vary is None else [scenario, vary], dict(
        design=design, points=said, headline=headline, replicates=replicates, seed=seed, set=set,
        schedules=list(schedules), beyond_evidence=beyond_evidence))
    return play("sweep", "sweep-" + one.name, command, played, asked, Sweep, made)


def design_of_sweep(one: Scenario, vary: Vary | None, design: str | None,
                    points: int | FilePath | pandas.DataFrame | None, headline: str | None, seed: int,
                    set: Values | None, beyond_evidence: bool) -> tuple[_tumen.Design, list[Point]]:
    """The design and its points, chosen or given."""
    given = table_of(points)
    texts = factor_texts(vary) if vary is not None else []
    if given is None and _tumen.has_list(texts):
        return listed(one, texts, design or points, headline, set, beyond_evidence)
    if given is None:
        factors = factors_of(vary if vary is not None else (), set, beyond_evidence, levels=True)
        made = _tumen.sweep_design(scenario=one._engine, factors=factors, method=design, headline=headline,
                                   points=whole_or_none("points", points, 2, _tumen.most_sweep_points))
        return made, points_of(made, seed, one, beyond_evidence)
    if vary is not None or design is not None:
        raise ArgumentError("error: points= is a table, beside vary= or design=\n"
                            "  why: the table says what varies\n  way out: leave out the others")
    made, played = _tumen.given_design(scenario=one._engine, table=given[0], file=given[1], set=overrides(set),
                                       headline=headline, beyond_evidence=beyond_evidence)
    return made, [(name, Scenario(engine), values) for name, engine, values in played]


def listed(one: Scenario, texts: list[str], other: object, headline: str | None, set: Values | None,
           beyond_evidence: bool) -> tuple[_tumen.Design, list[Point]]:
    if other is not None:
        raise ArgumentError("error: vary= has a list of values, a rule or a date, beside design= or points=\n"
                            "  why: every value that is named is played, in every combination\n"
                            "  way out: leave out the others")
    made, played = _tumen.listed_design(scenario=one._engine, texts=texts, set=overrides(set), headline=headline,
                                        beyond_evidence=beyond_evidence)
    return made, [(name, Scenario(engine), values) for name, engine, values in played]


def points_of(design: _tumen.Design, seed: int, scenario: Scenario, beyond_evidence: bool) -> list[Point]:
    seed = whole("seed", seed, 0, 2**63 - 1)
    return [(name, Scenario(engine), values)
            for name, engine, values in design.points(seed, scenario._engine, beyond_evidence)]


class Sensitivity(Designed):
    """Which assumptions matter most: Results without days, made by `sensitivity`."""

    def _found(self) -> dict[str, Any]:
        return self._once("sensitivity", lambda: _tumen.sensitivity(self._engine))

    def _asked(self) -> str:
        return str(self._found()["headline"])

    @property
    def factors(self) -> pandas.DataFrame:
        """Strengths, the strongest first, with the dummy (Monte Carlo noise) last.

        Returns
        -------
        pandas.DataFrame
            One row a headline and parameter: best_rank and worst_rank (apart where intervals overlap), from_luck
            ("told" where the effect lies above the dummy's), and by Morris mu_star, mu, sigma in units of the
            headline for a parameter moved over its range, by Sobol the total and first order index, as shares of
            variance; each with a 95 % interval.
        """
        return _frames.rows(self._found()["rows"], ["headline", "parameter"])

    @property
    def growth(self) -> pandas.DataFrame:
        """Strengths as the design grows.

        Returns
        -------
        pandas.DataFrame
            One row a parameter and size of the design.
        """
        return _frames.rows(self._found()["growth"])

    @property
    def answer(self) -> list[str]:
        """Sentences on the headline asked for, as a list of str."""
        found = self._found()
        sentences: list[str] = found["sentences"].get(found["headline"], []) + found["warnings"]
        return sentences

    def plot(self, headline: str | None = None, *, ax: Any = None) -> Any:  # type: ignore[override]
        """Draw the strength of each parameter with its interval, and the dummy as a line.

        Parameters
        ----------
        headline : str, optional
            Id; the one asked for where none is given.
        ax : matplotlib.axes.Axes, optional
            Where to draw.

        Returns
        -------
        matplotlib.axes.Axes
            With the figure.
        """
        from . import _plot
        return _plot.strengths(self.factors.loc[[headline or self._asked()]].droplevel(0), self._found()["method"], ax)


def what_matters(one: Scenario, set: Values | None, beyond_evidence: bool, seed: int, threads: int | None,
                 progress: Progress) -> tuple[list[_tumen.Factor], str]:
    shown = chosen(progress)
    try:
        return _tumen.what_matters(most=_tumen.usual_width, base=one._engine, set=overrides(set),
                                   beyond_evidence=bool(beyond_evidence), seed=seed, threads=threads_of(threads),
                                   progress=shown)
    finally:
        shown.close()


def sensitivity(scenario: FilePath | Scenario, *, method: Literal['morris', 'sobol'] = "morris",
                vary: Vary | None = None, widest: int | None = None, samples: int | None = None,
                headline: str | None = None, replicates: int | Iterable[int] = 4, seed: int = 1,
                set: Values | None = None, schedules: Iterable[Schedule] = (), beyond_evidence: bool = False,
                threads: int | None = None, out: FilePath | None = None, replace: bool = False,
                progress: Progress = None) -> Sensitivity:
    """Which parameters move a headline most: screening by Morris, or shares of variance by Sobol.

    Parameters
    ----------
    scenario : as in `run`
        What is played.
    method : {"morris", "sobol"}
        "morris": many parameters, few runs.
    vary : as in `sweep`, without levels
        What is varied. Where neither this nor `widest` is given, up to twelve that move the scenario's headlines most,
        found by 512 small plays with everything drawn at once; `answer` says how.
    widest : int, optional
        So many least known parameters, whether they matter or not.
    samples : int, optional
        Trajectories of Morris (20), or base rows of Sobol, a power of 2 (128).
    headline : str, optional
        Id of the headline to speak of.
    replicates, seed, set, schedules, beyond_evidence, threads, out, replace, progress : as in `run`
        They mean the same here.

    Returns
    -------
    Sensitivity
        Results without days, with `factors`, `growth` and `plot`.

    Raises
    ------
    ArgumentError
        What varies cannot be read, or there are too many samples. The rest is as in `run`.
    """
    asked = dict(replicates=replicates, seed=seed, threads=threads, out=out, replace=replace, progress=progress)
    one = read(scenario, set=set, schedules=schedules, beyond_evidence=beyond_evidence)
    how = ""
    if vary is not None:
        factors = factors_of(vary, set, beyond_evidence, levels=False)
    elif widest is not None:
        factors = _tumen.widest_factors(whole("widest", widest, 1, len(_tumen.parameters())), one._engine, overrides(set),
                                        bool(beyond_evidence))
    else:
        factors, how = what_matters(one, set, beyond_evidence, seed, threads, progress)
    made = _tumen.sensitivity_design(scenario=one._engine, method=method, factors=factors, headline=headline,
                                     samples=whole_or_none("samples", samples, 2, _tumen.most_samples), how=how)
    command = call_text("sensitivity", [scenario], dict(method=method, vary=vary, widest=widest,
                                                        samples=samples, headline=headline,
                                                        replicates=replicates, seed=seed, set=set,
                                                        schedules=list(schedules), beyond_evidence=beyond_evidence))
    return play("sensitivity", f"{method}-{one.name}", command, points_of(made, seed, one, beyond_evidence), asked,
                Sensitivity, made)
