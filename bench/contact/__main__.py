"""python -m bench.contact: what bench/peers asks of the micro-model, as JSON."""

import argparse
import importlib.metadata
import json
import time

import numpy as np

from . import of_mesa, of_numpy

WAYS = {"mesa": of_mesa.play, "numpy": of_numpy.play}


def seconds(play, residents, days, seed):
    before = time.process_time()
    play(residents, days, seed)
    return time.process_time() - before


def agreement(residents, days, replicates):
    """By how many standard errors the two differ in the share that knows, on the mean over days and replicates."""
    means = {name: [np.mean(play(residents, days, seed)) for seed in range(1, replicates + 1)]
             for name, play in WAYS.items()}
    error = np.hypot(*(np.std(one, ddof=1) / np.sqrt(replicates) for one in means.values()))
    return {"apart": float(abs(np.mean(means["mesa"]) - np.mean(means["numpy"])) / error),
            "share": float(np.mean(means["mesa"]))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--residents", type=int, required=True)
    parser.add_argument("--days", type=int, required=True)
    parser.add_argument("--repetitions", type=int, required=True)
    asked = parser.parse_args()
    said = agreement(2000, 60, 16)
    for name, play in WAYS.items():
        # Days alone: what one more run of days costs over one day, with the ring that both build. The shortest of
        # each, since the shortest difference would be that of the slowest single day.
        one, more = (min(seconds(play, asked.residents, days, seed) for seed in range(1, asked.repetitions + 1))
                     for days in (1, asked.days + 1))
        said[name] = (more - one) / asked.days
    said["versions"] = {name: importlib.metadata.version(name) for name in ("mesa", "numpy")}
    print(json.dumps(said))


if __name__ == "__main__":
    main()
