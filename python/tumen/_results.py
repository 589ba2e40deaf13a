"""Results: what was played, as the objects that notebooks know."""

from __future__ import annotations

import math
import numbers
from typing import TYPE_CHECKING

from . import _cases, _frames, _given, _tumen
from ._errors import ArgumentError
from ._export.outputs import Outputs
from ._rows import Judgement

if TYPE_CHECKING:
    from typing import Literal

    import pandas

    from ._given import Given


def band_of(low: float | None, high: float | None) -> tuple[float, float]:
    """From the low end to the high one; one that is left out is beyond every number."""
    band = (-math.inf if low is None else low, math.inf if high is None else high)
    # A share as text ("20 %") has a unit that the statistic need not have.
    if not all(isinstance(end, numbers.Real) for end in band) or not band[0] <= band[1]:
        raise ArgumentError(f"error: low={low!r} and high={high!r} are no band\n"
                            "  way out: give two numbers, the low end first; one of them may be left out")
    return float(band[0]), float(band[1])


class Results(Outputs):
    """Finished replicates of one scenario or several.

    Made by `run` and its siblings and by `open_results`.

    Attributes
    ----------
    scenarios : mapping
        From name to Scenario, in the order in which they were given.
    seed : int
        With a replicate's number it names all luck in it.
    path : str or None
        The results file; None where they are held in memory.
    notes : list of str
        Reasons why what is read is not what was played; usually empty.
    """

    @property
    def patterns(self) -> pandas.DataFrame:
        """Reported patterns that these scenarios can show, judged.

        Returns
        -------
        pandas.DataFrame
            One row a pattern: statement, role, grade, verdict, share of replicates that show it and the mean of the
            statistic, each with a 95 % interval.
        """
        points = {name: place for place, name in enumerate(self.scenarios)}
        judged = _frames.rows(_tumen.judge_patterns(self._engine, points, None, "default"), "id")
        return judged.drop(columns="rules", errors="ignore")

    def judge(self, statistic: str, *, low: float | None = None, high: float | None = None,
              sign: Literal['positive', 'negative'] | None = None, scenario: str | None = None,
              base: str | None = None) -> Judgement:
        """Whether replicates show a pattern: a statistic within a band, or of a sign.

        Parameters
        ----------
        statistic : str
            As in `measure`.
        low, high : float, optional
            Ends of the band, in the statistic's unit; one may be left out.
        sign : {"positive", "negative"}, optional
            In place of a band.
        scenario, base : str, optional
            As in `measure`.

        Returns
        -------
        Judgement
            Verdict, share of replicates that show it, and mean, with intervals.

        Raises
        ------
        ArgumentError
            Neither a band nor a sign is given, or both, what is no band, or the statistic cannot be read.
        """
        if (sign is None) == (low is None and high is None) or sign not in (None, "positive", "negative"):
            raise ArgumentError("error: a pattern is a band or a sign\n"
                                "  way out: give low and high, or sign='positive' or 'negative'")
        band = band_of(low, high)
        values = self.measure(statistic, scenario=scenario, base=base)
        known = values.dropna()
        return Judgement(**_tumen.judge(list(known), len(values) - len(known), sign or "band", *band))

    def given(self, *heard: str) -> Given:
        """What would be true of everything else if what was heard is true.

        Replicates are weighed by how well each shows it; a band is the nine tenths in the middle of what was heard, and
        beyond it weights fall as those of a normal distribution do.

        Parameters
        ----------
        *heard : str
            A statistic of the first scenario, as in `measure`, and its band: ``"sum(arrested, during) is 35 to 45"``.

        Returns
        -------
        Given
            Headlines, values and rules before and given this.

        Raises
        ------
        ArgumentError
            It cannot be read, replicates differ by luck alone, or too few of them come near it.
        """
        return _given.given(self, heard)

    def cases(self, replicate: int = 1, *, scenario: str | None = None) -> pandas.DataFrame:
        """What happened to those who were caught in one replicate, in the columns that groups who document cases use.

        All of them are synthetic: no case is that of a real person, and none may stand beside real ones. The
        replicate is played again for it.

        Parameters
        ----------
        replicate : int
            Its number.
        scenario : str, optional
            Name; the first one where none is given.

        Returns
        -------
        pandas.DataFrame
            One row a step: case (a number), date, city, ward (from 1), stage ("search", "confrontation", "custody",
            "ransom", "sentence", "release", "hand-in"), outcome, bribe ("paid", "not paid" or empty).

        Raises
        ------
        ArgumentError
            There is no such replicate or scenario, or its parameters were drawn.
        ResultsError
            This program plays another model than the one that made these results.
        """
        return _cases.cases(self, replicate, scenario)
