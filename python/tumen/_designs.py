"""Many values: what is varied, and the points that come of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from . import _frames, _tumen
from ._errors import ArgumentError
from ._play import whole
from ._results import Results
from ._salib import factors_of_problem, in_salibs_form, is_problem
from ._scenario import Scenario, overrides

if TYPE_CHECKING:
    from typing import Any

    import pandas

    from ._scenario import Point
    from ._types import Values, Vary


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


def points_of(design: _tumen.Design, seed: int, scenario: Scenario, beyond_evidence: bool) -> list[Point]:
    seed = whole("seed", seed, 0, 2**63 - 1)
    return [(name, Scenario(engine), values)
            for name, engine, values in design.points(seed, scenario._engine, beyond_evidence)]


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
        return _frames.rows(_tumen.point_rows(self._engine), "point")

    @property
    def varied(self) -> pandas.DataFrame:
        """What the design varies.

        Returns
        -------
        pandas.DataFrame
            One row a parameter, rule or date, by name: label, unit, low and high of its range, scale, levels of a grid,
            choices of a rule, and beyond_evidence, whether the range goes beyond the evidence.
        """
        return _frames.rows(_tumen.varied(self._engine), "name")

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
        wanted = headline or self._asked()
        if wanted not in self.headlines:
            raise ArgumentError(f"error: no headline is called {wanted!r}\n  way out: " + ", ".join(map(str, self.headlines)))
        design = self._engine.design
        assert design is not None  # or it would be of another kind
        return in_salibs_form(self, wanted, design)
