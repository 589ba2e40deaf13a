"""Many values: sweeps, what matters most, and what fits what was reported."""

import os
import tempfile
from pathlib import Path

from . import _frames, _tumen
from ._errors import ArgumentError, Interrupted
from ._others import factors_of_problem, is_problem
from ._play import Check, Comparison, call_text, experiment_of, play, read, threads_of, whole
from ._results import Results
from ._scenario import Scenario, overrides

def factor_texts(vary):
    """["fee_base", "detection=0.001..0.01"] or {"fee_base": None, "detection": (0.001, 0.01), "reward": (0, 1, 5)}
    as the command line's --vary: low, high and for a grid the number of levels."""
    if isinstance(vary, str):
        return [vary]
    if is_problem(vary):
        vary = factors_of_problem(vary)
    if not isinstance(vary, dict):
        return [str(one) for one in vary]
    texts = []
    for name, ends in vary.items():
        if ends is None:
            texts.append(name)
        elif isinstance(ends, (tuple, list)) and len(ends) in (2, 3):
            levels = f":{ends[2]}" if len(ends) == 3 else ""
            texts.append(f"{name}={ends[0]}..{ends[1]}{levels}")
        else:
            raise ArgumentError(f"error: {name} is varied over {ends!r}\n"
                                "  way out: give (low, high), (low, high, levels), or None for the evidence's range")
    return texts


def factors_of(vary, set, beyond_evidence, levels):
    return _tumen.read_factors(texts=factor_texts(vary), set=overrides(set), beyond_evidence=bool(beyond_evidence),
                               levels=levels)


def whole_or_none(name, value, least, most):
    return None if value is None else whole(name, value, least, most)


class Designed(Results):
    """Replicates at the points of a design. Their days are not kept, only their headlines and hashes."""

    @property
    def points(self):
        """DataFrame, one row a point: the value of each varied parameter, in its unit."""
        import pandas
        rows = [{"point": name, **dict(values)} for name, _, values in self._engine.points]
        return pandas.DataFrame(rows).set_index("point")

    def to_salib(self, headline=None):
        """The design and its outputs as SALib takes them, point by point in the order that its analyses expect:
        ``SALib.analyze.sobol.analyze(problem, outputs, calc_second_order=False)``,
        ``SALib.analyze.morris.analyze(problem, inputs, outputs)``.

        Args:
            headline: id; the one asked for where none is given. Its mean over a point's replicates is the output.

        Returns:
            (problem, inputs, outputs): dict, and two arrays of NumPy with one row a point.

        Raises:
            ArgumentError: no headline is called so.
        """
        from . import _others
        wanted = headline or self._asked()
        if wanted not in self.headlines:
            raise ArgumentError(f"error: no headline is called {wanted!r}\n  way out: " + ", ".join(self.headlines))
        return _others.in_salibs_form(self, wanted, self._engine.design)


class Sweep(Designed):
    """Made by `sweep`: every headline at every point."""

    def _swept(self):
        return self._once("swept", lambda: _tumen.swept(self._engine))

    def _asked(self):
        return self._swept()["headline"]

    @property
    def estimates(self):
        """DataFrame, tidy: point (from 0), one column a varied parameter, headline, unit, n, mean, and low and high
        of the mean's 95 % interval."""
        return _frames.rows(self._swept()["rows"])

    @property
    def answer(self):
        """list of sentences on the headline asked for."""
        return self._swept()["sentences"]

    def plot(self, headline=None, *, over=None, ax=None):
        """The mean of a headline over one varied parameter, with its 95 % interval.

        Args:
            headline: id; the one asked for where none is given. over: name of a varied parameter; the first one.
            ax: matplotlib Axes.

        Returns:
            matplotlib Axes.
        """
        from . import _plot
        table = self.estimates
        wanted = headline or self._swept()["headline"]
        over = over or self.points.columns[0]
        if over not in self.points.columns or wanted not in set(table["headline"]):
            raise ArgumentError(f"error: nothing here is called {wanted!r} over {over!r}")
        return _plot.swept(table[table["headline"] == wanted].sort_values(over), over, ax)


def table_of(points):
    """The text of a table of points, and what to call it; nothing where `points` is a number or None."""
    if hasattr(points, "to_csv"):
        return points.to_csv(index=False), "points"
    if isinstance(points, (str, os.PathLike)):
        return Path(points).read_text(encoding="utf-8"), os.fspath(points)
    return None


def sweep(scenario, vary=None, *, design=None, points=None, headline=None, replicates=16, seed=1, set=None, schedules=(),
          beyond_evidence=False, threads=None, out=None, replace=False, progress=None):
    """Plays a scenario over values of parameters, all points of a replicate before the next.

    Args:
        scenario: as in `run`.
        vary: list of texts as on the command line ("fee_base", "fee_base=20 %..40 %", "fee_base=0.2..0.4:5"), or a
            dict from name to (low, high), (low, high, levels) or None (the whole range of the evidence); or a problem
            as SALib takes it.
        design: "grid" (for one parameter or where levels are given), "lhs" or "sobol" (32 points).
        points: how many, of a grid of one parameter, a Latin hypercube or Sobol's sequence; or, in place of `vary` and
            `design`, a DataFrame with a column for each parameter and a row for each point, or the path of such a CSV.
        headline: id of the headline to speak of.
        The rest is as in `run`.

    Returns:
        Sweep, which is Results without days, with `points`, `estimates` and `plot`.
    """
    asked = dict(replicates=replicates, seed=seed, threads=threads, out=out, replace=replace, progress=progress)
    one = read(scenario, set=set, schedules=schedules, beyond_evidence=beyond_evidence)
    made, played = design_of_sweep(one, vary, design, points, headline, asked["seed"], set, bool(beyond_evidence))
    said = "a table" if table_of(points) else points
    command = call_text("sweep", [scenario] if vary is None else [scenario, vary], dict(
        design=design, points=said, headline=headline, replicates=replicates, seed=seed, set=set,
        schedules=list(schedules), beyond_evidence=beyond_evidence))
    return play("sweep", "sweep-" + one.name, command, played, asked, Sweep, made)


def design_of_sweep(one, vary, design, points, headline, seed, set, beyond_evidence):
    """The design and its points, chosen or given."""
    given = table_of(points)
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


def points_of(design, seed, scenario, beyond_evidence):
    seed = whole("seed", seed, 0, 2**63 - 1)
    return [(name, Scenario(engine), values)
            for name, engine, values in design.points(seed, scenario._engine, beyond_evidence)]


class Sensitivity(Designed):
    """Made by `sensitivity`: which assumptions matter most."""

    def _found(self):
        return self._once("sensitivity", lambda: _tumen.sensitivity(self._engine))

    def _asked(self):
        return self._found()["headline"]

    @property
    def factors(self):
        """DataFrame, one row a headline and parameter, the strongest first, with the dummy (another luck) last:
        best_rank and worst_rank (apart where intervals overlap), from_luck ("told" where the effect lies above the
        dummy's), and by Morris mu_star, mu, sigma in units of the headline for a parameter moved over its range, by
        Sobol the total and first order index; each with a 95 % interval."""
        return _frames.rows(self._found()["rows"], ["headline", "parameter"])

    @property
    def growth(self):
        """DataFrame: the strength of each parameter as the design grows."""
        return _frames.rows(self._found()["growth"])

    @property
    def answer(self):
        """list of sentences on the headline asked for."""
        found = self._found()
        return found["sentences"].get(found["headline"], []) + found["warnings"]

    def plot(self, headline=None, *, ax=None):
        """Strengths with their intervals, and the dummy as a line. Returns matplotlib Axes."""
        from . import _plot
        return _plot.strengths(self.factors.loc[headline or self._found()["headline"]], self._found()["method"], ax)


def sensitivity(scenario, *, method="morris", vary=None, widest=_tumen.usual_width, samples=None, headline=None, replicates=4, seed=1,
                set=None, schedules=(), beyond_evidence=False, threads=None, out=None, replace=False, progress=None):
    """Which parameters move a headline most: screening by Morris, or shares of variance by Sobol.

    Args:
        scenario: as in `run`.
        method: "morris" (many parameters, few runs) or "sobol".
        vary: as in `sweep`, without levels. Where none is given, the `widest` least known parameters.
        samples: trajectories of Morris (20), or base rows of Sobol, a power of 2 (128).
        headline: id of the headline to speak of.
        The rest is as in `run`.

    Returns:
        Sensitivity, which is Results without days, with `factors`, `growth` and `plot`.
    """
    asked = dict(replicates=replicates, seed=seed, threads=threads, out=out, replace=replace, progress=progress)
    one = read(scenario, set=set, schedules=schedules, beyond_evidence=beyond_evidence)
    factors = (factors_of(vary, set, beyond_evidence, levels=False) if vary is not None
               else _tumen.widest_factors(whole("widest", widest, 1, len(_tumen.parameters())), one._engine,
                                          overrides(set), bool(beyond_evidence)))
    made = _tumen.sensitivity_design(scenario=one._engine, method=method, factors=factors, headline=headline,
                                     samples=whole_or_none("samples", samples, 2, _tumen.most_samples))
    command = call_text("sensitivity", [scenario], dict(method=method, vary=vary, widest=widest if vary is None else None,
                                                        samples=samples, headline=headline,
                                                        replicates=replicates, seed=seed, set=set,
                                                        schedules=list(schedules), beyond_evidence=beyond_evidence))
    return play("sensitivity", f"{method}-{one.name}", command, points_of(made, seed, one, beyond_evidence), asked,
                Sensitivity, made)


class Calibration(Results):
    """Made by `calibrate`: parameters and patterns before and after, and 64 replicates with parameters drawn from
    the posterior, to which all that Results have applies."""

    def _found(self):
        return self._once("calibration", lambda: _tumen.calibration(self._engine))

    @property
    def parameters(self):
        """DataFrame, one row a parameter: unit, the prior's ends, mean, median and quantiles of the posterior,
        shrinkage (0 = nothing learnt, 1 = known), warnings."""
        return _frames.rows(self._found()["parameters"], "name")

    @property
    def fit(self):
        """DataFrame, one row a pattern, fitted or held out: share of simulations that show it and mean of its
        statistic, under the prior and under the posterior."""
        return _frames.rows(self._found()["patterns"], "id")

    @property
    def posterior(self):
        """DataFrame, one row a set of values: one column a parameter, and weight; weights sum to 1."""
        import pandas
        found = self._found()
        return pandas.DataFrame(found["values"], columns=found["names"]).assign(weight=found["weights"])

    def to_arviz(self, draws=1000):
        """arviz.InferenceData for its figures and tables: group posterior, as many draws of equal weight as asked for,
        taken evenly from the weighted sets of values; group posterior_predictive, one draw a replicate played with
        parameters of the posterior, one variable a headline.

        Draws of this kind are no chain: what ArviZ says of convergence (R-hat, effective size) says nothing here; see
        `answer` for what limits the calibration.
        """
        from . import _others
        return _others.inference_data(self, whole("draws", draws, 1, 1_000_000))

    @property
    def answer(self):
        """list of sentences: why it ended, and what to beware of."""
        found = self._found()
        return [one for one in [found["end"], *found["warnings"]] if one]


def patterns_text(patterns):
    if patterns is None:
        return "own"
    return patterns if isinstance(patterns, str) else ",".join(map(str, patterns))


def calibrate(scenario, *, patterns=None, vary=(), particles=200, generations=5, predictive=200, replicates=2, seed=1,
              set=None, beyond_evidence=False, threads=None, out=None, replace=False, progress=None):
    """Finds which parameter values bring the reported patterns about, by approximate Bayesian computation.

    Args:
        scenario: as in `run`: one that patterns are about, or one of one's own that extends such a one and stands in
            for it; patterns that compare it with another are left out then.
        patterns: list of ids to fit to; "city" for those about all scenarios of its cities, or "all"; those about the
            scenario where None.
        vary: as in `sweep`, without levels: the priors. The six widest that the patterns bear on where empty.
        particles, generations, predictive, replicates: sets of values a generation keeps, generations, draws of the
            posterior that are simulated afresh, plays of each set of values.
        set, beyond_evidence: as in `run`, for all scenarios that the patterns need.
        seed, threads, out, replace, progress: as in `run`; progress counts kept sets of values. Without ``out``
            the results file is temporary.

    Returns:
        Calibration.
    """
    asked = dict(particles=whole("particles", particles, 10, 100_000),
                 generations=whole("generations", generations, 1, 100),
                 predictive=whole("predictive", predictive, 1, 100_000),
                 replicates=whole("replicates", replicates, 1, 1000))
    def read_it(source):
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


def sampled(experiment, threads, out, replace, progress):
    from ._progress import chosen
    folder = tempfile.mkdtemp(prefix="tumen-") if out is None else None
    path = Path(folder) / "calibration.sqlite" if folder else Path(out)
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


KINDS = {"compare": Comparison, "check": Check, "sweep": Sweep, "sensitivity": Sensitivity, "calibrate": Calibration}


def open_results(path):
    """Opens a results file, of the command line or of ``out=``. It is read-only and may come from a stranger.

    Returns:
        Results, or the Comparison, Check, Sweep, Sensitivity or Calibration that was played.

    Raises:
        ResultsError: no such file, not a results file, of another format, damaged, or in use.
    """
    engine = _tumen.open_results(os.fspath(path))
    return KINDS.get(engine.kind, Results)(engine)
