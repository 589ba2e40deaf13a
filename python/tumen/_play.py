"""Playing: one scenario, several on the same luck, and what patterns need."""

from __future__ import annotations

import functools
import operator
import os
from typing import TYPE_CHECKING

from . import _frames, _tumen
from ._drawn import drawn_from, usual_replicates
from ._errors import ArgumentError, Interrupted, ResultsError
from ._progress import chosen
from ._results import Results
from ._scenario import Scenario, listed, overrides, scenario as read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from concurrent.futures import Executor
    from typing import Any, Literal

    import pandas

    from ._played import Kind
    from ._rows import VerdictOnAPatternRow
    from ._scenario import Point, Schedule
    from ._types import FilePath, Progress, Shown, Values

MOST_REPLICATES = 1_000_000
MOST_SEED = 2**63 - 1
MOST_THREADS = 1024


def numbers_of(replicates: int | Iterable[int]) -> list[int]:
    """64 as 1 to 64; whole numbers of anything iterable, sorted, each once. Whole numbers of NumPy are some too."""
    try:
        numbers: Sequence[int] = range(1, operator.index(replicates) + 1)  # type: ignore[arg-type]  # tried, not asked
    except TypeError:
        numbers = several_of(replicates)
    if isinstance(replicates, bool) or not numbers or numbers[0] < 1 or numbers[-1] > MOST_REPLICATES:
        raise ArgumentError(f"error: replicates={replicates!r}\n"
                            f"  way out: give a number, or numbers, from 1 to {MOST_REPLICATES:,}")
    return list(numbers)


def several_of(replicates: Any) -> Sequence[int]:
    """Nothing for a text: its letters are no numbers."""
    try:
        return () if isinstance(replicates, bytes) else sorted({operator.index(one) for one in replicates})
    except TypeError:
        return ()


def whole(name: str, value: Any, least: int, most: int) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__") or not least <= operator.index(value) <= most:
        raise ArgumentError(f"error: {name}={value!r}\n  way out: give a whole number from {least} to {most:,}")
    return int(value)


def call_text(function: str, sources: Iterable[Any], arguments: dict[str, Any]) -> str:
    """The call as it could be typed again, for the provenance. What is the default is left out."""
    words = [repr(os.fspath(one) if isinstance(one, os.PathLike) else one) for one in sources]
    plain = {name: value.tolist() if hasattr(value, "tolist") else value for name, value in arguments.items()}  # NumPy's
    words += [f"{name}={value!r}" for name, value in plain.items() if value]
    return f"tumen.{function}({', '.join(words)})"


def place_of(posterior: FilePath | Results | None) -> str | None:
    """The results file of a calibration, for the call's text."""
    if isinstance(posterior, Results):
        return posterior._engine.path or "calibration"
    return None if posterior is None else os.fspath(posterior)


def threads_of(threads: int | None) -> int:
    return _tumen.available_threads() if threads is None else whole("threads", threads, 1, MOST_THREADS)


def experiment_of(kind: str, name: str, command: str, points: list[Point], seed: int,
                  replicates: int | Iterable[int], design: _tumen.Design | None) -> _tumen.Experiment:
    return _tumen.Experiment(
        kind=kind, name=name, command=command, seed=whole("seed", seed, 0, MOST_SEED),
        replicates=numbers_of(replicates),
        points=[(point, one._engine, values) for point, one, values in points], design=design)


def play(kind: str, name: str, command: str, points: list[Point], asked: dict[str, Any],
         made_of: type[Kind], design: _tumen.Design | None = None) -> Kind:
    """`points`: (name, Scenario, values). `asked`: replicates, seed, threads, out, replace, progress, and perhaps
    posterior with set."""
    values = drawn_from(asked) if "values" in asked else None
    experiment = experiment_of(kind, name, command, points, asked["seed"], asked["replicates"], design)
    posterior = asked.get("posterior")
    if posterior is not None:
        held = posterior._engine if isinstance(posterior, Results) else _tumen.open_results(os.fspath(posterior))
        experiment = _tumen.drawn_from(experiment, held, overrides(asked["set"]))
    if values:
        experiment = _tumen.drawn_from_source(experiment, values, asked["rules"] == "all", asked["without_voice"])
    if asked.get("executor") is not None:
        return play_elsewhere(kind, name, command, points, experiment, asked, made_of)
    threads = threads_of(asked["threads"])
    shown = chosen(asked["progress"])
    try:
        if asked["out"] is None:
            engine, summary = play_in_memory(experiment, threads, shown)
        else:
            engine, summary = _tumen.play_into_file(experiment, threads, shown, os.fspath(asked["out"]),
                                                    bool(asked["replace"]))
    finally:
        shown.close()
    results = made_of(engine)
    if summary["interrupted"]:
        raise Interrupted(interrupted_text(summary, asked["out"]), results)
    return results


def play_elsewhere(kind: str, name: str, command: str, points: list[Point], experiment: _tumen.Experiment,
                   asked: dict[str, Any], made_of: type[Kind]) -> Kind:
    """The same, its replicates divided among the workers of an executor, who hand back what they played."""
    threads = 1 if asked["threads"] is None else threads_of(asked["threads"])
    alone = {**asked, "executor": None, "out": None, "progress": False, "threads": threads}
    part = functools.partial(play_part, kind, name, command, points, alone)
    from . import _carry
    try:
        return made_of(_carry.play_by(asked["executor"], part, numbers_of(asked["replicates"]), experiment, asked))
    except Interrupted as stopped:
        stopped.partial = stopped.partial and made_of(stopped.partial)
        raise


def play_part(kind: str, name: str, command: str, points: list[Point], asked: dict[str, Any],
              numbers: list[int]) -> Results:
    return play(kind, name, command, points, {**asked, "replicates": numbers}, Results)


def play_in_memory(experiment: _tumen.Experiment, threads: int,
                   shown: Shown) -> tuple[_tumen.Results, dict[str, Any]]:
    try:
        return _tumen.play(experiment, threads, shown)
    except MemoryError:
        raise ResultsError("error: not enough memory to hold the days of so many replicates\n"
                           "  way out: out=\"results.sqlite\" keeps them on disk") from None


def interrupted_text(summary: dict[str, Any], out: FilePath | None) -> str:
    finished = summary["done"] + summary["failed"] + summary["skipped"]
    where = f"are in {out}; the same call plays the rest" if out else "are in the exception's .partial"
    return f"{finished} of {finished + summary['left']} replicates are finished and {where}"


def run(scenario: FilePath | Scenario, *, replicates: int | Iterable[int] | None = None, seed: int = 1,
        set: Values | None = None, schedules: Iterable[Schedule] = (), beyond_evidence: bool = False,
        luck_only: bool = False, posterior: FilePath | Results | None = None,
        values: Literal['belief', 'prior'] | None = None, rules: Literal['all', 'default'] = "all",
        without_voice: str | None = None, threads: int | None = None, out: FilePath | None = None, replace: bool = False,
        progress: Progress = None, executor: Executor | None = None) -> Results:
    """Play a scenario.

    Parameters
    ----------
    scenario : str, os.PathLike or Scenario
        Name of a scenario that comes with the package, path of a .toml file, or a Scenario.
    replicates : int or iterable of int, optional
        How many times to play it (300; 64 with `luck_only`), or which numbers (from 1): ``range(101, 201)``.
    seed : int
        The same seed gives the same bits, here and on the command line.
    set : dict, optional
        From parameter name to another value: a number in its unit, or a text ("30 %").
    schedules : iterable of Schedule
        Daily parameters as functions of the date, by `schedule()`.
    beyond_evidence : bool
        True allows values outside the range of the evidence; they are listed.
    luck_only : bool
        True leaves values and rules as the scenario says: ranges show luck alone, a small part of what is not known.
    posterior : Calibration, str or os.PathLike, optional
        A calibration, or the path of its results file: the parameters of each replicate are a draw from it.
    values : {"belief", "prior"}, optional
        Where the values of each replicate are drawn: the belief unless said otherwise, or the prior where no belief of
        this model holds. The same scenario without its campaign is played beside it. What the scenario or `set` names
        is held.
    rules : {"all", "default"}
        "all": rival rules are drawn with the values; "default": they stay as the scenario has them.
    without_voice : str, optional
        What would be believed had this newsroom or office reported nothing, such as "daily-nk".
    threads : int, optional
        All processors where None; changes nothing but the time.
    out : str or os.PathLike, optional
        Path of a results file (.sqlite), which is written replicate by replicate and can be opened again. Where it is
        there, what it holds is kept and the rest is played. None: in memory.
    replace : bool
        True replaces the results file.
    progress : callable, bool or None
        None: a line in a terminal, a bar in a notebook; False: nothing; or a function that gets (done, failed,
        replicates, share of the work from 0 to 1, seconds).
    executor : concurrent.futures.Executor, optional
        Or what behaves like one (of dask, of mpi4py): its workers play the replicates in parts, each with one thread
        where `threads` is None. The bits are the same. Not with `out`; see `Results.save`.

    Returns
    -------
    Results
        All replicates that were asked for.

    Raises
    ------
    ScenarioError
        With file, line and column.
    ArgumentError
        An argument out of range.
    ResultsError
        The results file cannot be used, or holds another experiment.
    Interrupted
        Ctrl-C; its ``partial`` are the Results of what was finished.
    """
    asked = dict(replicates=replicates, seed=seed, threads=threads, out=out, replace=replace, progress=progress,
                 luck_only=luck_only, posterior=posterior, set=set, values=values, rules=rules,
                 without_voice=without_voice, executor=executor)
    asked = usual_replicates(asked)
    schedules = listed(schedules)
    one = read(scenario, set=set, schedules=schedules, beyond_evidence=beyond_evidence)
    command = call_text("run", [scenario], dict(replicates=asked["replicates"], seed=seed, set=set, schedules=schedules,
                                                beyond_evidence=beyond_evidence, luck_only=luck_only,
                                                posterior=place_of(posterior), values=values,
                                                rules=None if rules == "all" else rules,
                                                without_voice=without_voice))
    return play("run", one.name, command, [(one.name, one, [])], asked, Results)


class Comparison(Results):
    """Scenarios on the same luck. `plot` draws all of them."""

    @property
    def differences(self) -> pandas.DataFrame:
        """The other scenarios less the first one, replicate by replicate.

        Returns
        -------
        pandas.DataFrame
            One row another scenario and headline: pairs, base and other (means), difference with its 95 % interval
            (low, high), how the interval was found, sign ("higher", "lower", "same", "cannot be told", "too few plays"), correlation,
            variance_reduction (unpaired over paired), a sentence, and a warning where pairing did not help.
        """
        records = self._once("differences", lambda: _tumen.differences(self._engine, 0))
        return _frames.rows(records, ["scenario", "id"])


def compare(base: FilePath | Scenario, *others: FilePath | Scenario, replicates: int | Iterable[int] | None = None,
            seed: int = 1, set: Values | None = None, schedules: Iterable[Schedule] = (),
            beyond_evidence: bool = False, luck_only: bool = False, posterior: FilePath | Results | None = None,
            values: Literal['belief', 'prior'] | None = None, rules: Literal['all', 'default'] = "all",
            without_voice: str | None = None, threads: int | None = None, out: FilePath | None = None,
            replace: bool = False, progress: Progress = None, executor: Executor | None = None) -> Comparison:
    """Play scenarios on the same luck: replicate k of each has the same people and the same chances.

    Parameters
    ----------
    base : as in `run`
        The scenario that the others are compared with.
    *others : as in `run`
        One or more.
    replicates, seed, set, schedules, beyond_evidence : as in `run`
        What is set and scheduled holds for all of them.
    luck_only, posterior, values, rules, without_voice, threads, out, replace, progress, executor : as in `run`
        They mean the same here.

    Returns
    -------
    Comparison
        Results with `differences`.

    Raises
    ------
    ArgumentError
        A name comes twice, or cities or days differ. The rest is as in `run`.
    """
    asked = dict(replicates=replicates, seed=seed, threads=threads, out=out, replace=replace, progress=progress,
                 luck_only=luck_only, posterior=posterior, set=set, values=values, rules=rules,
                 without_voice=without_voice, executor=executor)
    asked = usual_replicates(asked)
    schedules = listed(schedules)
    scenarios = [read(one, set=set, schedules=schedules, beyond_evidence=beyond_evidence) for one in (base, *others)]
    if len(scenarios) < 2:
        raise ArgumentError("error: nothing to compare with\n  way out: name two scenarios or more")
    for one in scenarios[1:]:
        why = _tumen.incomparable(scenarios[0]._engine, one._engine)
        if why:
            raise ArgumentError(f"error: {scenarios[0].name} and {one.name} cannot be compared: {why}\n"
                                "  way out: scenarios of the same cities and the same number of days can")
    names = [one.name for one in scenarios]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise ArgumentError(f"error: {twice} is given twice\n"
                            "  way out: a scenario is compared with others; give variants names of their own")
    command = call_text("compare", [base, *others], dict(replicates=asked["replicates"], seed=seed, set=set,
                                                         schedules=schedules, beyond_evidence=beyond_evidence,
                                                         luck_only=luck_only, posterior=place_of(posterior),
                                                         values=values, rules=None if rules == "all" else rules,
                                                         without_voice=without_voice))
    return play("compare", "compare-" + names[0], command, [(one.name, one, []) for one in scenarios], asked,
                Comparison)


class Check(Results):
    """What `tumen check` plays: the scenarios that reported patterns need, under one choice of rules or all."""

    @property
    def patterns(self) -> pandas.DataFrame:
        """Reported patterns, judged under each choice of rules.

        Returns
        -------
        pandas.DataFrame
            One row a choice of rules and a pattern, as in `Results.patterns`, by rules ("default", or the rival rule
            in its place) and id of the pattern.
        """
        def judged() -> list[VerdictOnAPatternRow]:
            return [row for rules, points in _tumen.check_settings(self._engine)
                    for row in _tumen.judge_patterns(self._engine, points, self._wanted, rules)]
        return _frames.rows(self._once("patterns", judged), ["rules", "id"])

    @property
    def conclusions(self) -> pandas.DataFrame:
        """Conclusions that these scenarios can show, under each choice of rules.

        Returns
        -------
        pandas.DataFrame
            One row a choice of rules and a conclusion: label, mean of the difference with its 95 % interval (NaN: none),
            direction ("higher", "lower", "cannot be told", "no value").
        """
        return _frames.rows(self._once("conclusions", lambda: _tumen.judge_conclusions(self._engine)), ["rules", "id"])

    _carried = ("_wanted",)
    _wanted: list[str] | None = None  # ids of patterns; None = all that can be shown


def selection(source: FilePath | Scenario, set: Values | None, schedules: list[Schedule], beyond_evidence: bool,
              rivals: bool) -> tuple[str, list[str], list[tuple[str, _tumen.Scenario]]]:
    """(name, ids of patterns, [(name as patterns know it, Scenario)]): what `tumen check` would play."""
    def read_it(one: FilePath | Scenario) -> _tumen.Scenario:
        return read(one, set=set, schedules=schedules, beyond_evidence=beyond_evidence)._engine
    if isinstance(source, str) and _tumen.is_checked(source):
        return _tumen.choose_check(source, bool(rivals), read_it)
    return _tumen.choose_own_check(read_it(source))


def check(scenario: FilePath | Scenario = "all", *, rivals: bool = False, replicates: int | Iterable[int] = 64,
          seed: int = 1, set: Values | None = None, schedules: Iterable[Schedule] = (),
          beyond_evidence: bool = False, threads: int | None = None, out: FilePath | None = None,
          replace: bool = False, progress: Progress = None) -> Check:
    """Play what reported patterns need and judge them.

    Parameters
    ----------
    scenario : str, os.PathLike or Scenario
        "all", a scenario that patterns are about, or one of one's own that extends such a one.
    rivals : bool
        True plays every rival rule too.
    replicates, seed, set, schedules, beyond_evidence, threads, out, replace, progress : as in `run`
        What is set and scheduled holds in every scenario.

    Returns
    -------
    Check
        Results with `patterns` by choice of rules and `conclusions`.

    Raises
    ------
    ArgumentError
        No pattern is about the scenario. The rest is as in `run`.
    """
    asked = dict(replicates=replicates, seed=seed, threads=threads, out=out, replace=replace, progress=progress)
    schedules = listed(schedules)
    name, wanted, named = selection(scenario, set, schedules, beyond_evidence, rivals)
    points = _tumen.check_points(named, bool(rivals))
    command = call_text("check", [scenario], dict(rivals=rivals, replicates=replicates, seed=seed, set=set,
                                                  schedules=schedules, beyond_evidence=beyond_evidence))
    results = play("check", "check " + name, command, [(one, Scenario(engine), []) for one, engine in points], asked,
                   Check)
    results._wanted = wanted
    return results
