"""What can be said at all: signs judged over draws of values and of all rival rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _frames, _tumen
from ._play import threads_of, whole
from ._progress import chosen
from ._scenario import listed, scenario as read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas

    from ._scenario import Schedule
    from ._types import FilePath, Progress, Values


@dataclass(frozen=True)
class Signs:
    """Signs judged over all that is not known; made by `conclusions` and `statements`.

    Attributes
    ----------
    over : str
        "belief", or "prior" where no belief of this model holds.
    table : pandas.DataFrame
        One row a difference or statement: verdict ("stands", "falls", "cannot be told", "built in"), the share of draws
        that have it with its error and 95 % bounds, how many draws and what they are worth, the share over the prior
        where it was played and at the starting values, whether these disagree, and the one assumption it turns on.
    rules : pandas.DataFrame
        The same shares under each choice of each rival rule, the others drawn: rows by id, rule and choice.
    voices : pandas.DataFrame
        The same shares as if a newsroom or office had reported nothing: rows by id and voice.
    """

    over: str
    table: pandas.DataFrame
    rules: pandas.DataFrame
    voices: pandas.DataFrame


def signs_of(found: dict[str, Any]) -> Signs:
    rows = found["rows"]
    parts = {part: [{"id": row["id"], **one} for row in rows for one in row.pop(part)] for part in ("rules", "without_voices")}
    return Signs(found["over"], _frames.rows(rows, ["id"]), _frames.rows(parts["rules"], ["id", "rule", "choice"]),
                 _frames.rows(parts["without_voices"], ["id", "voice"]))


def asked_of(set: Values | None, schedules: Iterable[Schedule], beyond_evidence: bool, replicates: int, seed: int,
             without_voice: str | None, threads: int | None) -> dict[str, Any]:
    fixed = listed(schedules)

    def load(name: str) -> _tumen.Scenario:
        return read(name, set=set, schedules=fixed, beyond_evidence=beyond_evidence)._engine
    return dict(load=load, replicates=whole("replicates", replicates, 2, 1_000_000), seed=seed, without=without_voice,
                threads=threads_of(threads))


def judged(judge: Callable[..., dict[str, Any]], progress: Progress, **asked: Any) -> Signs:
    shown = chosen(progress)
    try:
        return signs_of(judge(progress=shown, **asked))
    finally:
        shown.close()


def conclusions(scenario: str = "all", *, replicates: int = _tumen.usual_sign_draws, seed: int = 1,
                set: Values | None = None, schedules: Iterable[Schedule] = (), beyond_evidence: bool = False,
                without_voice: str | None = None, threads: int | None = None, progress: Progress = None) -> Signs:
    """In which share of draws of the belief each difference between scenarios keeps its sign.

    The command line's ``tumen check SCENARIO --rivals --belief``.

    Parameters
    ----------
    scenario : str
        "all", or a scenario that patterns are about.
    replicates : int
        How many draws of values and rules are played.
    seed, set, schedules, beyond_evidence, without_voice, threads, progress : as in `run`
        What is set and scheduled holds in every scenario.

    Returns
    -------
    Signs
        One row a difference; `sign` is that of the starting values, or of most draws where these leave it open.

    Raises
    ------
    ArgumentError
        No difference is judged in the scenario, or no such voice is known.
    """
    asked = asked_of(set, schedules, beyond_evidence, replicates, seed, without_voice, threads)
    return judged(_tumen.judge_conclusions_over_belief, progress, name=scenario, **asked)


def statements(scenario: str | None = None, *, replicates: int = _tumen.usual_sign_draws, seed: int = 1,
               set: Values | None = None, schedules: Iterable[Schedule] = (), beyond_evidence: bool = False,
               without_voice: str | None = None, threads: int | None = None, progress: Progress = None) -> Signs:
    """What can be said at all, whatever is not known.

    The command line's ``tumen statements``.

    Parameters
    ----------
    scenario : str, optional
        What the statements are about; all of them where none is given.
    replicates : int
        How many draws of values and rules are played, of the belief and of the prior.
    seed, set, schedules, beyond_evidence, without_voice, threads, progress : as in `run`
        What is set and scheduled holds in every scenario.

    Returns
    -------
    Signs
        One row a statement of evidence/statements.toml.

    Raises
    ------
    ArgumentError
        No statement is about the scenario, or no such voice is known.
    """
    asked = asked_of(set, schedules, beyond_evidence, replicates, seed, without_voice, threads)
    return judged(_tumen.judge_statements, progress, scenario=scenario, **asked)
