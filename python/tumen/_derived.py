"""Observables of one's own: a function of the days, or what it gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ._errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import numpy.typing
    import pandas


@dataclass(frozen=True)
class Derived:
    name: str
    function: Callable[[pandas.DataFrame], Any]
    unit: str
    label: str


@dataclass(frozen=True, eq=False)
class Stored:
    """A derived observable whose function stayed behind: what it gave, apart and with the cities added up."""

    apart: object
    together: object

    def __call__(self, days: pandas.DataFrame) -> Any:
        return self.apart if "city" in days else self.together


def values_of(one: Derived, days: pandas.DataFrame, rows: int) -> numpy.typing.NDArray[numpy.float64]:
    """What the function of a derived observable gives, as float64."""
    import numpy
    try:
        values = numpy.ascontiguousarray(one.function(days), dtype="float64")
    except (TypeError, ValueError) as error:
        raise ArgumentError(f"error: {one.name} gives no numbers\n  why: {error}") from error
    if values.shape != (rows,):
        raise ArgumentError(f"error: {one.name} gives the shape {values.shape}, not one number for each of {rows} rows")
    return values
