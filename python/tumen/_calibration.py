"""What fits what was reported."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from . import _frames, _tumen
from ._designs import factor_texts
from ._errors import Interrupted
from ._play import call_text, experiment_of, threads_of, whole
from ._results import Results
from ._scenario import Scenario, overrides, scenario as read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    import pandas

    from ._types import FilePath, Progress, Values, Vary


class Calibration(Results):
    """What fits the reported patterns, made by `calibrate`.

    Parameters and patterns before and after, and 64 replicates with parameters drawn from the posterior, to which all
    that Results have applies.
    """

    def _found(self) -> dict[str, Any]:
        return self._once("calibration", lambda: _tumen.calibration(self._engine))

    @property
    def parameters(self) -> pandas.DataFrame:
        """The parameters that were varied, before and after.

        Returns
        -------
        pandas.DataFrame
            One row a parameter: unit, the prior's ends, mean, median and quantiles of the posterior in that unit,
            shrinkage (0 = nothing learnt, 1 = known), warnings.
        """
        return _frames.rows(self._found()["parameters"], "name")

    @property
    def fit(self) -> pandas.DataFrame:
        """The patterns, before and after.

        Returns
        -------
        pandas.DataFrame
            One row a pattern, fitted or held out: share of simulations that show it and mean of its statistic, under
            the prior and under the posterior; worse where fewer show it under the posterior.
        """
        return _frames.rows(self._found()["patterns"], "id")

    @property
    def failures(self) -> pandas.DataFrame:
        """Why proposals could not be played.

        Returns
        -------
        pandas.DataFrame
            One row a reason: count, and generation, proposal and seed (as a str) of the first that failed so. Empty where
            none failed.
        """
        return _frames.rows(self._found()["failures"], "reason")

    @property
    def posterior(self) -> pandas.DataFrame:
        """The weighted sets of values.

        Returns
        -------
        pandas.DataFrame
            One row a set of values: one column a parameter, in its unit, and weight; weights sum to 1.
        """
        import pandas
        found = self._found()
        return pandas.DataFrame(found["values"], columns=found["names"]).assign(weight=found["weights"])

    def to_arviz(self, draws: int = 1000) -> Any:
        """The posterior for ArviZ's figures and tables.

        Draws of this kind are no chain: what ArviZ says of convergence (R-hat, effective size) says nothing here; see
        `answer` for what limits the calibration.

        Parameters
        ----------
        draws : int
            Draws of equal weight, taken evenly from the weighted sets of values.

        Returns
        -------
        arviz.InferenceData
            Group posterior, one variable a parameter of shape (1, draws); group posterior_predictive, one draw a
            replicate played with parameters of the posterior, one variable a headline.

        Raises
        ------
        ArgumentError
            So many draws cannot be.
        """
        from ._export import others
        return others.inference_data(self, self.posterior, self.parameters, whole("draws", draws, 1, 1_000_000))

    @property
    def answer(self) -> list[str]:
        """Why it ended, and what to beware of, as a list of str."""
        found = self._found()
        return [one for one in [found["end"], *found["warnings"]] if one]


def patterns_text(patterns: Sequence[str] | None) -> str:
    if patterns is None:
        return "own"
    return patterns if isinstance(patterns, str) else ",".join(map(str, patterns))


def calibrate(scenario: FilePath | Scenario, *, patterns: Sequence[str] | None = None, vary: Vary = (),
              particles: int = 200, generations: int = 5, predictive: int = 200, replicates: int = 2, seed: int = 1,
              set: Values | None = None, beyond_evidence: bool = False, threads: int | None = None,
              out: FilePath | None = None, replace: bool = False, progress: Progress = None) -> Calibration:
    """Find which parameter values bring the reported patterns about, by approximate Bayesian computation.

    Parameters
    ----------
    scenario : as in `run`
        One that patterns are about, or one of one's own that extends such a one and stands in for it; patterns that
        compare it with another are left out then.
    patterns : list of str, optional
        Ids to fit to; "city" for those about all scenarios of its cities, or "all"; those about the scenario where
        None.
    vary : as in `sweep`, without levels
        The priors. The six widest that the patterns bear on where empty.
    particles : int
        Sets of values that a generation keeps.
    generations : int
        How many at most.
    predictive : int
        Draws of the posterior that are simulated afresh.
    replicates : int
        Plays of each set of values.
    seed, set, beyond_evidence, threads : as in `run`
        What is set holds for all scenarios that the patterns need.
    out : str or os.PathLike, optional
        Path of the results file, which is temporary where none is given.
    replace, progress : as in `run`
        Progress counts kept sets of values.

    Returns
    -------
    Calibration
        Also where fewer generations were closed than were asked for; `Calibration.answer` says why.

    Raises
    ------
    ArgumentError
        No pattern can be fitted, or an argument is out of range. The rest is as in `run`.
    """
    asked = dict(particles=whole("particles", particles, 10, 100_000),
                 generations=whole("generations", generations, 1, 100),
                 predictive=whole("predictive", predictive, 1, 100_000),
                 replicates=whole("replicates", replicates, 1, 1000))
    def read_it(source: FilePath | Scenario) -> Scenario:
        return read(source, set=set, beyond_evidence=beyond_evidence)
    one = read_it(scenario)
    points, design = _tumen.choose_calibration(
        scenario=one._engine, patterns=patterns_text(patterns), vary=factor_texts(vary), set=overrides(set),
        beyond_evidence=bool(beyond_evidence), load=lambda name: read_it(name)._engine, **asked)
    command = call_text("calibrate", [scenario], dict(
        patterns=patterns, vary=vary, particles=particles, generations=generations, predictive=predictive,
        replicates=replicates, seed=seed, set=set, beyond_evidence=beyond_evidence))
    experiment = experiment_of("calibrate", "calibrate-" + one.name, command,
                               [(name, Scenario(engine), []) for name, engine in points], seed, 64, design)
    return sampled(experiment, threads, out, replace, progress)


def sampled(experiment: _tumen.Experiment, threads: int | None, out: FilePath | None, replace: bool,
            progress: Progress) -> Calibration:
    from ._progress import chosen
    folder = tempfile.mkdtemp(prefix="tumen-") if out is None else None
    path = Path(out) if out is not None else Path(str(folder)) / "calibration.sqlite"
    shown = chosen(progress)
    try:
        engine, interrupted = _tumen.calibrate(experiment, threads_of(threads), shown, str(path), bool(replace))
    finally:
        shown.close()
    results = Calibration(engine)
    if folder:
        from . import _carry
        _carry.keep_while(results, folder)
    if interrupted:
        where = f"is in {out}; the same call does the rest" if out else "is in the exception's .partial"
        raise Interrupted(f"what was finished {where}", results)
    return results
