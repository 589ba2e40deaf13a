"""python -m bench.beside.calibration SCENARIO: one parameter found again by Tumen's calibration and by pyABC's.

How many are arrested at the starting values is taken for what was reported, give or take a fifth; `detection` is looked
for over the range of its evidence. Both go on until PARTICLES sets of values are kept whose play is within that band, and
both play Tumen once a set, on one thread. Their posteriors must agree before times mean anything.
"""

import argparse
import importlib.metadata
import json
import logging
import math
import resource
import subprocess
import tempfile
import time
from pathlib import Path

import numpy
import pyabc
import tumen

STATISTIC = "sum(arrested, all)"
VARIED = "detection"
PARTICLES = 200
REPORTED_BY = 24  # plays at the starting values, whose mean is taken for what was reported


def band_of(scenario):
    measured = tumen.run(scenario, replicates=REPORTED_BY, seed=1, threads=1, progress=False, luck_only=True)
    mean = float(measured.measure(STATISTIC).mean())
    return math.floor(mean * 0.8), math.ceil(mean * 1.2)


def pattern(band):
    return (f'[[pattern]]\nid = "arrests"\nstatement = "Between {band[0]} and {band[1]} people are arrested."\n'
            f'test.statistic = "{STATISTIC}"\ntest.band = [{band[0]}, {band[1]}]\n')


def moments(places, weights):
    weights = numpy.asarray(weights) / numpy.sum(weights)
    mean = float(numpy.average(places, weights=weights))
    return mean, math.sqrt(numpy.average((places - mean) ** 2, weights=weights)), float(1 / (weights**2).sum())


def ours(program, scenario, band, folder):
    (folder / "arrests.toml").write_text(pattern(band))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "calibrate", scenario, "--patterns", folder / "arrests.toml", "--vary", VARIED,
                           "--particles", str(PARTICLES), "--replicates", "1", "--predictive", "1", "--threads", "1",
                           "--json", "--out", folder / "ours.sqlite"], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = json.loads(done.stdout)
    sampled = [one for one in said["generations"] if one["status"] == "complete"]
    posterior = tumen.open_results(folder / "ours.sqlite").posterior
    ends = said["parameters"][0]["low"], said["parameters"][0]["high"]
    places = numpy.log(posterior[VARIED].to_numpy() / ends[0]) / math.log(ends[1] / ends[0])
    return {"seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, "ends": ends,
            "moments": moments(places, posterior["weight"]), "plays": sum(one["proposals"] for one in sampled),
            "distance": sampled[-1]["threshold"]}


def theirs(scenario, band, ends, folder):
    playing = 0.0
    plays = 0

    def play(parameters):
        nonlocal playing, plays
        before = time.process_time()
        value = min(max(ends[0] * math.exp(parameters["place"] * math.log(ends[1] / ends[0])), ends[0]), ends[1])
        played = tumen.run(scenario, replicates=1, seed=int(numpy.random.randint(2**31)), threads=1, progress=False,
                           luck_only=True, set={VARIED: value})
        arrests = float(played.measure(STATISTIC).iloc[0])
        playing += time.process_time() - before
        plays += 1
        return {"arrests": arrests}

    def beside(simulated, _):
        return max(band[0] - simulated["arrests"], simulated["arrests"] - band[1], 0)
    width = band[1] - band[0]
    numpy.random.seed(1)
    before = time.process_time()
    sampler = pyabc.ABCSMC(play, pyabc.Distribution(place=pyabc.RV("uniform", 0, 1)), beside, population_size=PARTICLES,
                           eps=pyabc.ListEpsilon([width, width / 3, 0]), sampler=pyabc.sampler.SingleCoreSampler())
    sampler.new(f"sqlite:///{folder / 'theirs.db'}", {"arrests": band[0]})
    history = sampler.run(max_nr_populations=3)
    taken = time.process_time() - before
    sample, weights = history.get_distribution()
    return {"seconds": taken, "playing": playing, "plays": plays, "moments": moments(sample["place"].to_numpy(), weights),
            "distance": float(history.get_weighted_distances()["distance"].max())}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenario")
    parser.add_argument("--tumen", required=True)
    asked = parser.parse_args()
    logging.getLogger("ABC").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="tumen-peers-") as name:
        folder = Path(name)
        band = band_of(asked.scenario)
        mine = ours(asked.tumen, asked.scenario, band, folder)
        yours = theirs(asked.scenario, band, mine["ends"], folder)
    (mean, spread, size), (their_mean, their_spread, their_size) = mine["moments"], yours["moments"]
    error = math.hypot(spread / math.sqrt(size), their_spread / math.sqrt(their_size))
    print(json.dumps({"apart": max(abs(mean - their_mean), abs(spread - their_spread)) / error, "band": band,
                      "learnt": (0.5 - mean) / error, "ours": mine, "theirs": yours,
                      "version": importlib.metadata.version("pyabc")}))


if __name__ == "__main__":
    main()
