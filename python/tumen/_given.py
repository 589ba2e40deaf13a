"""What would be true of everything else if what was heard is true, from replicates that were played."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import _tumen
from ._errors import ArgumentError
from ._rows import HeadlineGivenRow, RuleGivenRow, ValueGivenRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    import pandas

    from ._played import Played


@dataclass(frozen=True)
class Given:
    """Replicates weighed by how well each shows what was heard; made by `Results.given`.

    Attributes
    ----------
    heard : tuple of str
        What was heard, as it was given.
    inside : int
        Replicates within every band.
    effective : float
        How many replicates of equal weight the weighted ones are worth.
    weights : pandas.Series
        From replicate to its weight; they sum to 1.
    headlines : pandas.DataFrame
        One row a headline: 5, 50 and 95 % before (before_low, before, before_high) and given this (given_low, given,
        given_high), with its label and unit.
    values : pandas.DataFrame
        The same, one row a value whose mean moves by more than noise, with its unit and the shift of its mean in spreads
        of what was believed before.
    rules : pandas.DataFrame
        One row a rule and choice: share of draws before and given this, with the error of the latter.
    """

    heard: tuple[str, ...]
    inside: int
    effective: float
    weights: pandas.Series[float]
    headlines: pandas.DataFrame
    values: pandas.DataFrame
    rules: pandas.DataFrame


def out_of_reach(measured: list[pandas.Series[float]], inside: int, effective: float, fewest: float) -> ArgumentError:
    """None, or too few, come near what was heard."""
    where = [f"{one.name} is {one.quantile(.05):.6g} to {one.quantile(.95):.6g} in 90 of 100 of all" for one in measured]
    what = f"what was heard is out of reach of the {len(measured[0])} replicates played"
    why = "none of them has it"
    if inside > 0:
        what = f"too few of the {len(measured[0])} replicates played have what was heard to tell what follows from it"
        why = f"{inside} have it, worth {effective:.1f}, below {fewest:.0f}"
    return ArgumentError(f"error: {what}\n"
                         f"  why: {why}; {'; '.join(where)}\n"
                         "  way out: more replicates, a wider band, or another scenario")


def headlines_of(results: Played, weights: pandas.Series[float]) -> list[HeadlineGivenRow]:
    [entry, *_] = results._headlines()
    place = {name: place for place, name in enumerate(entry["ids"])}
    rows = [_tumen.headline_given(one["id"], one["label"], one["unit"],
                                  [entry["values"][replicate][place[one["id"]]] for replicate in weights.index],
                                  list(weights)) for one in entry["summary"]]
    return [row for row in rows if row is not None]


def table(row: type[Any], rows: Sequence[Any], index: str | list[str]) -> pandas.DataFrame:
    """Of these rows, and with their columns where there is none."""
    import pandas
    return pandas.DataFrame(rows, columns=list(row.__annotations__)).set_index(index)


def given(results: Played, heard: tuple[str, ...]) -> Given:
    import pandas
    if not heard:
        raise ArgumentError("error: nothing was heard\n  way out: results.given(\"sum(arrested, during) is 35 to 45\")")
    if not results._engine.has_draws:
        raise ArgumentError("error: these replicates differ by luck alone: what was heard would say nothing of anything else\n"
                            "  way out: play without luck_only")
    measured = [results.measure(_tumen.heard(one)[0]) for one in heard]
    replicates = list(measured[0].index)
    told = _tumen.given(results._engine, list(heard), replicates, [list(one) for one in measured])
    if told["effective"] < told["fewest"] or told["inside"] == 0:
        raise out_of_reach(measured, told["inside"], told["effective"], told["fewest"])
    weights = pandas.Series(told["weights"], index=pandas.Index(replicates, name="replicate"), name="weight")
    return Given(heard, told["inside"], told["effective"], weights,
                 table(HeadlineGivenRow, headlines_of(results, weights), "id"),
                 table(ValueGivenRow, told["values"], "name"), table(RuleGivenRow, told["rules"], ["rule", "choice"]))
