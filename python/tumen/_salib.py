"""Designs as SALib knows them: what it calls a problem, and points with their outputs in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from . import _tumen
    from ._played import Played


def is_problem(vary: object) -> bool:
    return isinstance(vary, dict) and {"names", "bounds"} <= set(vary)


def factors_of_problem(problem: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """SALib's problem as `vary` takes it: a dict from name to (low, high)."""
    odd = {one for one in problem.get("dists") or [] if one not in ("unif", "logunif")}
    if odd:
        raise ArgumentError(f"error: a parameter is distributed as {sorted(odd)[0]} in this problem\n"
                            "  why: Tumen fills ranges evenly, on the scale of the parameter's prior\n"
                            "  way out: give bounds with dists of unif or logunif, or none")
    if problem.get("groups") and len(set(problem["groups"])) < len(problem["names"]):
        raise ArgumentError("error: parameters of a problem move in groups\n"
                            "  why: Tumen moves each by itself\n  way out: leave groups away")
    return {name: (float(bounds[0]), float(bounds[1])) for name, bounds in zip(problem["names"], problem["bounds"])}


def problem_of(factors: list[_tumen.Factor]) -> dict[str, Any]:
    return {"num_vars": len(factors), "names": [one.name for one in factors],
            "bounds": [[one.low, one.high] for one in factors],
            "dists": ["logunif" if one.scale == "logarithmic" else "unif" for one in factors]}


def order_of(method: str, points: int, factors: int) -> list[int]:
    """The places of a design's points in the order in which SALib expects them: A, each exchanged, B."""
    if method != "saltelli":
        return list(range(points))
    width = factors + 2
    return [base + place for base in range(0, points, width) for place in (0, *range(2, width), 1)]


def in_salibs_form(results: Played, headline: str, design: _tumen.Design) -> tuple[dict[str, Any], Any, Any]:
    import numpy
    import pandas
    points = pandas.DataFrame([dict(values) for _, values in results._engine.point_values],
                              index=[name for name, _ in results._engine.point_values])
    means = results.headlines[headline].groupby(level="scenario").mean()
    problem = problem_of(design.factors)
    order = order_of(design.method, len(points), len(problem["names"]))
    inputs = points[problem["names"]].to_numpy(dtype="float64")[order]
    outputs = numpy.array([means.get(name, numpy.nan) for name in points.index], dtype="float64")[order]
    return problem, inputs, outputs
