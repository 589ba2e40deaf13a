"""Sweeps: what comes of every point of a design."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from . import _frames, _tumen
from ._designs import Designed, factor_texts, factors_of, points_of, whole_or_none
from ._errors import ArgumentError
from ._play import call_text, play
from ._scenario import Scenario, overrides, scenario as read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Literal

    import pandas

    from ._scenario import Point, Schedule
    from ._types import FilePath, Progress, Values, Vary


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
        from ._export import plot
        table = self.estimates
        wanted = headline or self._swept()["headline"]
        over = over or self.points.columns[0]
        if over not in self.points.columns or wanted not in set(table["headline"]):
            raise ArgumentError(f"error: nothing here is called {wanted!r} over {over!r}")
        return plot.swept(table[table["headline"] == wanted].sort_values(over), over, ax)


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
    if given is None and not texts:
        raise ArgumentError("error: nothing is varied\n"
                            '  way out: vary=["fee_base"] takes the range of the evidence, vary={"fee_base": (0.2, 0.4)} '
                            "another one")
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
