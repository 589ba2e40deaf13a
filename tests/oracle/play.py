"""Plays a specification.

python3 -m tests.oracle.play --spec spec.json --replicates 8 --seed 1 --out out.npz
"""

import argparse
import json
import time

import numpy as np

from .calendar import Calendar
from .city import build
from .day import play_day
from .names import OBSERVABLES
from .parameters import namespace


def play_replicate(spec, seed, replicate, watch=None):
    """Days x observables of one replicate; `watch(city, day, tally)` sees warm-up days too."""
    rng = np.random.default_rng([seed, replicate])
    calendar = Calendar(spec)
    city = build(namespace(calendar.base), rng)
    rows = np.empty((spec["days"], len(OBSERVABLES)))
    for t in range(-int(calendar.base["warmup"]), spec["days"]):
        day = calendar.today(t)
        tally = play_day(city, day, calendar.rules, rng)
        if watch:
            watch(city, day, tally)
        if t >= 0:
            rows[t] = [tally[name] for name in OBSERVABLES]
    return rows


def play(spec, replicates, seed):
    return np.stack([play_replicate(spec, seed, k) for k in range(replicates)])


def load_spec(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--spec", required=True)
    parser.add_argument("--replicates", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    begin = time.perf_counter()
    results = play(load_spec(arguments.spec), arguments.replicates, arguments.seed)
    np.savez_compressed(arguments.out, results=results, names=np.array(OBSERVABLES))
    seconds = time.perf_counter() - begin
    print(f"{results.shape[0]} replicates x {results.shape[1]} days in {seconds:.1f} s")


if __name__ == "__main__":
    main()
