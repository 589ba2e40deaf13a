"""What happened to those who were caught in one replicate, case by case: synthetic people, all of them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from . import _tumen
from ._errors import ArgumentError, ResultsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas

    from ._played import Played
    from ._types import Step

# event of the diary -> stage, and outcome -> what is said of a bribe where money could settle it
STAGES = {"searched": "search", "caught": "confrontation", "settled": "confrontation", "promise_broken": "hand-in",
          "arrested": "custody", "ransomed": "ransom", "sentenced": "sentence", "released": "release"}
BRIBES = {("settled", "pays"): "paid", ("caught", "arrested"): "not paid", ("ransomed", "let go"): "paid",
          ("ransomed", "not let go"): "not paid"}
CLOSING = {("settled", "pays"), ("searched", "nothing found"), ("released", "free")}
COLUMNS = ["case", "date", "city", "ward", "stage", "outcome", "bribe"]


def numbered(steps: list[Step]) -> Iterator[tuple[int, Step]]:
    """(case, step) for each: a person's case goes on until it is closed; then another one begins."""
    open_cases, last = {}, 0
    for step in sorted(steps, key=lambda step: step[3]):  # by day; what was written first stays first
        person = step[:3]
        if person not in open_cases:
            last += 1
            open_cases[person] = last
        yield open_cases[person], step
        if (step[5], step[6]) in CLOSING:
            del open_cases[person]


def stored_hash(results: Played, name: str, replicate: int) -> str:
    hashes = results.hashes
    key = (name, replicate) if hashes.index.nlevels > 1 else replicate
    if key not in hashes.index:
        raise ArgumentError(f"error: replicate {replicate} of {name} is not among these results\n"
                            "  way out: take one of results.hashes")
    return hashes.loc[key]


def cases(results: Played, replicate: int, scenario: str | None) -> pandas.DataFrame:
    import pandas
    if results._engine.has_draws:
        raise ArgumentError("error: each of these replicates has parameters of its own, drawn\n"
                            "  way out: play with luck_only=True, which leaves values as they are, and ask those results")
    name = scenario or next(iter(results.scenarios))
    if name not in results.scenarios:
        raise ArgumentError(f"error: {name!r} is not among {', '.join(results.scenarios)}")
    expected, one = stored_hash(results, name, replicate), results.scenarios[name]
    found, steps = _tumen.case_steps(scenario=one._engine, seed=results.seed, replicate=replicate)
    if found != expected:
        raise ResultsError("error: this program plays another model than the one that made these results\n"
                           "  way out: play them again")
    cities, start = list(one.cities["label"]), one.start
    rows = [(case, start + datetime.timedelta(step[3]), cities[step[0]], step[4] + 1, STAGES[step[5]], step[6],
             BRIBES.get((step[5], step[6]), "")) for case, step in numbered(steps)]
    return pandas.DataFrame(rows, columns=COLUMNS)
