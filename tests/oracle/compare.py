"""Compares the product's daily table with the oracle, observable by observable.

python3 -m tests.oracle.compare --spec S.json --results R.sqlite [--city C] [--oracle out.npz]

For each observable and window of days the mean over the window is one number a replicate. Welch's
t test and the Kolmogorov-Smirnov test ask whether the two samples of replicates agree, with
Bonferroni at a family-wise alpha of 0.001.
Exit status: 0 agreement, 1 disagreement, 2 results that cannot be read.
"""

import argparse
import sqlite3
import sys
import warnings
from dataclasses import dataclass

import numpy as np
from scipy import stats

from .names import OBSERVABLES
from .play import load_spec, play

ALPHA = 0.001
SAME = 1e-9  # relative difference below which two numbers are one number, differently rounded


class UnreadableResults(Exception):
    pass


@dataclass
class Row:
    observable: str
    window: str
    oracle: np.ndarray  # one mean over the window for each replicate
    product: np.ndarray
    p_welch: float
    p_ks: float

    def agrees(self, alpha):
        return min(self.p_welch, self.p_ks) >= alpha


def windows(spec):
    """All days; before, the two halves of, and after the time with events (or the middle third)."""
    days = spec["days"]
    kinds = ("hand_in_drive", "oath_drive", "sweep", "peak", "schedule")
    spans = [(entry["from"], entry["to"]) for kind in kinds for entry in spec.get(kind, [])]
    if spans:
        first = min(begin for begin, _ in spans)
        last = min(max(end for _, end in spans), days - 1)
    else:
        first, last = days // 3, 2 * days // 3 - 1
    middle = (first + last) // 2
    cuts = {
        "all": (0, days - 1),
        "before": (0, first - 1),
        "first half": (first, middle),
        "second half": (middle + 1, last),
        "after": (last + 1, days - 1),
    }
    return {name: (a, b) for name, (a, b) in cuts.items() if b >= a}


def read_npz(path):
    with np.load(path) as file:
        names = [str(name) for name in file["names"]]
        return file["results"][:, :, [names.index(name) for name in OBSERVABLES]]


def read_product(path, days, city=None):
    """The table `daily` as replicates x days x observables, for one city."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(daily)")}
        missing = sorted({"replicate", "day", "city", *OBSERVABLES} - columns)
        if missing:
            raise UnreadableResults(f"table daily has no column {', '.join(missing)}")
        cities = [row[0] for row in connection.execute("SELECT DISTINCT city FROM daily")]
        if city is None and len(cities) != 1:
            raise UnreadableResults(f"name one city with --city: {cities}")
        chosen = cities if city is None else [c for c in cities if str(c) == city]
        if not chosen:
            raise UnreadableResults(f"no city {city!r} among {cities}")
        wanted = ", ".join(f'"{name}"' for name in OBSERVABLES)
        rows = connection.execute(
            f"SELECT replicate, day, {wanted} FROM daily WHERE city = ? ORDER BY replicate, day",
            chosen,
        ).fetchall()
    except sqlite3.Error as error:
        raise UnreadableResults(f"{path}: {error}") from error
    finally:
        connection.close()
    table = np.array(rows, dtype=float)
    replicates = np.unique(table[:, 0])
    expected = np.tile(np.arange(days), len(replicates))
    if len(table) != len(expected) or not np.array_equal(table[:, 1], expected):
        raise UnreadableResults(f"each replicate needs the days 0 to {days - 1}, once each")
    return table[:, 2:].reshape(len(replicates), days, len(OBSERVABLES))


def window_means(results, a, b):
    """One mean over the window for each replicate in which there is a value on any of its days."""
    part = results[:, a : b + 1]
    known = ~np.isnan(part)
    days = known.sum(axis=1)
    return np.where(known, part, 0).sum(axis=1)[days > 0] / days[days > 0]


def compare_samples(one, other):
    """p-values of Welch's t and Kolmogorov-Smirnov; without spread, numbers are compared."""
    if min(len(one), len(other)) < 2:
        return (1.0, 1.0) if len(one) == len(other) else (0.0, 0.0)
    pooled = np.concatenate((one, other))
    close = SAME * max(1e-300, np.abs(pooled).max())
    if np.ptp(pooled) <= close:
        return 1.0, 1.0
    if np.ptp(one) <= close and np.ptp(other) <= close:
        return 0.0, 0.0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        welch = stats.ttest_ind(one, other, equal_var=False).pvalue
        return welch, stats.ks_2samp(one, other).pvalue


def compare(oracle, product, spec):
    rows = []
    for index, name in enumerate(OBSERVABLES):
        for window, (a, b) in windows(spec).items():
            one = window_means(oracle[:, :, index], a, b)
            other = window_means(product[:, :, index], a, b)
            rows.append(Row(name, window, one, other, *compare_samples(one, other)))
    return rows


def print_table(rows, alpha):
    print(f"{'observable':24s} {'window':12s} {'oracle':>14s} {'product':>14s} {'difference':>10s}"
          f" {'p Welch':>9s} {'p KS':>9s}")  # fmt: skip
    for row in rows:
        one, other = (x.mean() if len(x) else np.nan for x in (row.oracle, row.product))
        difference = f"{100 * (other - one) / one:+.2f} %" if one else f"{other - one:+.3g}"
        verdict = "" if row.agrees(alpha) else "  DISAGREES"
        print(f"{row.observable:24s} {row.window:12s} {one:14.6g} {other:14.6g} {difference:>10s}"
              f" {row.p_welch:9.2g} {row.p_ks:9.2g}{verdict}")  # fmt: skip


def verdict(rows, only_disagreements=False):
    """Prints the table and returns the exit status."""
    alpha = ALPHA / (2 * len(rows))
    disagreeing = [row for row in rows if not row.agrees(alpha)]
    print_table(disagreeing if only_disagreements else rows, alpha)
    print(f"{len(disagreeing)} of {len(rows)} comparisons disagree"
          f" (each of 2 tests at {alpha:.2g}, all together at {ALPHA})")  # fmt: skip
    return 1 if disagreeing else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--spec", required=True)
    parser.add_argument("--results", required=True, help="SQLite, or .npz of the oracle")
    parser.add_argument("--city")
    parser.add_argument("--oracle", help=".npz made by play; without it the oracle is played now")
    parser.add_argument("--replicates", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-disagreements", action="store_true")
    arguments = parser.parse_args()
    spec = load_spec(arguments.spec)
    try:
        if arguments.results.endswith(".npz"):
            product = read_npz(arguments.results)
        else:
            product = read_product(arguments.results, spec["days"], arguments.city)
    except UnreadableResults as error:
        print(f"cannot compare: {error}", file=sys.stderr)
        return 2
    if arguments.oracle:
        oracle = read_npz(arguments.oracle)
    else:
        oracle = play(spec, arguments.replicates, arguments.seed)
    return verdict(compare(oracle, product, spec), arguments.only_disagreements)


if __name__ == "__main__":
    sys.exit(main())
