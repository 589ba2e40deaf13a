"""Fan charts: the median and the middle of replicates, day by day, with the campaign marked."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import numpy

from .. import _frames, _tumen
from .._errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    import pandas

    from .._played import Played
    from .._scenario import Scenario

COLOURS = ("#1b6ca8", "#b3541e", "#3a7d44", "#7a4fa3", "#8a6d00", "#a3304a")
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
SHADED = {"hand-in drive": "#d9a441", "oath drive": "#a06cd5", "sweep": "#c44536", "peak": "#8d99ae"}


def days_of(results: Played, scenario: str, city: str | None) -> pandas.DataFrame:
    days = results.total if city is None else results.daily
    if city is not None:
        if city not in days["city"].cat.categories:
            raise ArgumentError(f"error: no city is called {city!r}\n  way out: "
                                + ", ".join(days["city"].cat.categories))
        days = days[days["city"] == city]
    return days[days["scenario"] == scenario] if "scenario" in days else days


def column_of(days: pandas.DataFrame, observable: str) -> tuple[Any, str, str]:
    """Values a row, label and unit of a column or of a sum of columns."""
    units, labels = days.attrs["units"], days.attrs["labels"]
    if observable in labels and observable in units:
        return days[observable].to_numpy(), labels[observable], units[observable]
    if observable in _frames.sums():
        label, columns = _frames.sums()[observable]
        return sum(days[one].to_numpy() for one in columns), label, units[columns[0]]
    raise ArgumentError(f"error: no observable is called {observable!r}\n  way out: tumen.observables lists them")


def quantiles(days: pandas.DataFrame, values: Any) -> tuple[Any, Any]:
    """One row a quantile, one column a date. Rows of `days` are sorted by replicate, then date."""
    replicates = days["replicate"].nunique()
    dates = days["date"].to_numpy()[: len(days) // replicates]
    return dates, numpy.nanquantile(values.reshape(replicates, -1), QUANTILES, axis=0)


def draw_fan(ax: Any, results: Played, observable: str, scenario: str, city: str | None, colour: str,
             named: bool) -> tuple[str, str]:
    days = days_of(results, scenario, city)
    if len(days) == 0:
        raise ArgumentError(f"error: no replicate of {scenario} is done")
    values, label, unit = column_of(days, observable)
    dates, (q05, q25, median, q75, q95) = quantiles(days, values)
    outer, inner = (None, None) if named else ("90 % of replicates", "50 %")
    ax.fill_between(dates, q05, q95, color=colour, alpha=0.18, linewidth=0, label=outer)
    ax.fill_between(dates, q25, q75, color=colour, alpha=0.35, linewidth=0, label=inner)
    ax.plot(dates, median, color=colour, linewidth=1.6, label=scenario if named else "median")
    return label, unit


def mark_campaign(ax: Any, scenario: Scenario) -> None:
    """Drives, sweeps and peaks as bands with their name, meetings as dotted lines."""
    top = ax.get_xaxis_transform()
    for _, event in scenario.events.iterrows():
        first, last = event["first"], event["last"] + datetime.timedelta(1)
        if event["kind"] == "meeting":
            ax.axvline(first, color="#444444", linewidth=0.8, linestyle=":")
            continue
        colour = SHADED[event["kind"]]
        ax.axvspan(first, last, color=colour, alpha=0.12, linewidth=0)
        ax.axvline(last, color=colour, linewidth=0.8, linestyle="--")
        ax.text(first, 1.01, f" {event['kind']} to {event['last']}", transform=top, fontsize="small",
                verticalalignment="bottom", color="#333333")


def finish(ax: Any, label: str, unit: str) -> None:
    from matplotlib import dates
    plain = "" if unit == "1" else f" [{unit}]"
    ax.set_ylabel(label + plain)
    if unit in ("share", "probability"):
        ax.yaxis.set_major_formatter(lambda value, _: f"{100 * value:g} %")
        ax.set_ylabel(label)
    elif ax.get_ylim()[1] >= 1000:
        ax.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    locator = dates.AutoDateLocator(minticks=4, maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
    ax.margins(x=0)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    several = "median" not in ax.get_legend_handles_labels()[1]
    ax.legend(frameon=False, fontsize="small", title_fontsize="small",
              title="median, 50 % and 90 % of replicates" if several else None)


def one_fan(results: Played, observable: str, scenario: str | None, city: str | None, ax: Any) -> Any:
    names = list(results.scenarios) if scenario is None else [scenario]
    for name in names:
        results._point(name)
    for place, name in enumerate(names):
        label, unit = draw_fan(ax, results, observable, name, city, COLOURS[place % len(COLOURS)], len(names) > 1)
    marked = next((results.scenarios[name] for name in names if len(results.scenarios[name].events)), None)
    if marked is not None:
        mark_campaign(ax, marked)
    finish(ax, label, unit)
    return ax


def fan(results: Played, observable: str | Sequence[str], scenario: str | None, city: str | None, ax: Any) -> Any:
    import matplotlib.pyplot
    if isinstance(observable, str):
        if ax is None:
            _, ax = matplotlib.pyplot.subplots(figsize=(7.5, 3.6), layout="constrained")
        return one_fan(results, observable, scenario, city, ax)
    names = list(observable)
    if ax is None:
        _, ax = matplotlib.pyplot.subplots(len(names), 1, figsize=(7.5, 2.8 * len(names)), sharex=True,
                                           squeeze=False, layout="constrained")
        ax = ax[:, 0]
    for name, one in zip(names, ax):
        one_fan(results, name, scenario, city, one)
    return ax


def swept(table: pandas.DataFrame, over: str, ax: Any) -> Any:
    """Mean and interval of a headline over one parameter."""
    import matplotlib.pyplot
    from .. import _tables
    if ax is None:
        _, ax = matplotlib.pyplot.subplots(figsize=(7.5, 3.6), layout="constrained")
    ax.errorbar(table[over], table["mean"], yerr=[table["mean"] - table["low"], table["high"] - table["mean"]],
                fmt="o", color=COLOURS[0], markersize=4, linewidth=1, capsize=2)
    if over in _tables.parameters().index:
        unit = str(_tables.parameters().loc[over, "unit"])
        ax.set_xlabel(str(_tables.parameters().loc[over, "label"]) + ("" if unit == "1" else f" [{unit}]"))
    else:  # a rule, or a date
        ax.set_xlabel(over)
    ax.set_ylabel(f"{table['headline'].iloc[0]} [{table['unit'].iloc[0]}]")
    ax.set_title("mean over replicates, 95 % interval", loc="left", fontsize="small")
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    return ax


def strengths(factors: pandas.DataFrame, method: str, ax: Any) -> Any:
    """The strongest on top; the dummy is where luck alone lies."""
    import matplotlib.pyplot
    value = "mu_star" if method == "morris" else "total"
    shown = factors.drop(index="dummy", errors="ignore")[::-1]
    if ax is None:
        _, ax = matplotlib.pyplot.subplots(figsize=(7.5, 0.8 + 0.28 * len(shown)), layout="constrained")
    spread = [shown[value] - shown[value + "_low"], shown[value + "_high"] - shown[value]]
    ax.errorbar(shown[value], range(len(shown)), xerr=[one.clip(lower=0) for one in spread], fmt="o",
                color=COLOURS[0], markersize=4, linewidth=1)
    ax.set_yticks(range(len(shown)), shown.index)
    if "dummy" in factors.index:
        floor = factors.loc["dummy", value + "_high"]
        ax.axvline(floor, color="#444444", linestyle=":", linewidth=1)
        ax.text(floor, 1.01, " Monte Carlo noise", transform=ax.get_xaxis_transform(), fontsize="small", color="#333333")
    ax.set_xlabel("mu* [" + shown["unit"].iloc[0] + "]" if method == "morris" else "total order index")
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    return ax
