"""Sensitivity: which assumptions matter most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _frames, _tumen
from ._designs import Designed, factor_texts, factors_of, points_of, whole_or_none
from ._errors import ArgumentError
from ._play import call_text, play, threads_of, whole
from ._progress import chosen
from ._scenario import Scenario, overrides, scenario as read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Literal

    import pandas

    from ._scenario import Schedule
    from ._types import FilePath, Progress, Values, Vary


METHODS = ("morris", "sobol")
METHODS_SAY = '"morris" screens many parameters with few runs, "sobol" shares out the variance'


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

        Raises
        ------
        ArgumentError
            No headline is called so.
        """
        from ._export import plot
        factors, wanted = self.factors, headline or self._asked()
        names = factors.index.unique("headline")
        if wanted not in names:
            raise ArgumentError(f"error: no headline is called {wanted!r}\n  way out: {', '.join(names)}")
        return plot.strengths(factors.loc[[wanted]].droplevel(0), self._found()["method"], ax)


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
    if method not in METHODS:
        raise ArgumentError(f"error: method={method!r}\n  way out: {METHODS_SAY}")
    how = ""
    if vary is not None:
        if not factor_texts(vary):
            raise ArgumentError(f"error: vary={vary!r} names no parameter\n"
                                "  way out: name some, or leave vary= out: those that move the headlines most are found")
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
