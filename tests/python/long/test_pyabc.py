"""A small calibration by pyABC, whose sampler is not ours, ends at the same posterior."""

import math

import numpy
import pytest

import tumen

STATISTIC, LOW, HIGH = "sum(arrested, all)", 5, 9
PATTERN = f"""\
[[pattern]]
id = "arrests"
statement = "Between five and nine people are arrested."
test.statistic = "{STATISTIC}"
test.band = [{LOW}, {HIGH}]
"""
RANGE = (0.0003, 0.08)  # of detection, even in logarithms
PARTICLES = 100


def place_of(value):
    return math.log(value / RANGE[0]) / math.log(RANGE[1] / RANGE[0])

@pytest.fixture
def ours(small, program, tmp_path):
    (tmp_path / "arrests.toml").write_text(PATTERN)
    program("calibrate", small, "--patterns", "arrests.toml", "--vary", "detection", "--particles", PARTICLES,
            "--generations", 8, "--replicates", 1, "--predictive", 2, "--out", "ours.sqlite", timeout=1200)
    found = tumen.open_results(tmp_path / "ours.sqlite")
    assert found.parameters.loc["detection", ["prior_low", "prior_high"]].tolist() == list(RANGE)
    return found


def by_pyabc(small, tmp_path):
    import pyabc

    def play(parameters):
        value = RANGE[0] * math.exp(parameters["place"] * math.log(RANGE[1] / RANGE[0]))
        played = tumen.run(small, replicates=1, seed=numpy.random.randint(2**31), threads=1, progress=False, luck_only=True,
                           set={"detection": min(max(value, RANGE[0]), RANGE[1])})
        return {"arrests": float(played.measure(STATISTIC).iloc[0])}

    def beside(simulated, _):
        return max(LOW - simulated["arrests"], simulated["arrests"] - HIGH, 0)
    numpy.random.seed(1)
    sampler = pyabc.ABCSMC(play, pyabc.Distribution(place=pyabc.RV("uniform", 0, 1)), beside, population_size=PARTICLES,
                           eps=pyabc.ListEpsilon([3, 1, 0]), sampler=pyabc.sampler.SingleCoreSampler())
    sampler.new(f"sqlite:///{tmp_path / 'theirs.db'}", {"arrests": LOW})
    sample, weights = sampler.run(max_nr_populations=3).get_distribution()
    return sample["place"].to_numpy(), weights


def moments(places, weights):
    mean = numpy.average(places, weights=weights)
    return mean, math.sqrt(numpy.average((places - mean) ** 2, weights=weights)), 1 / (weights**2).sum()


def test_two_samplers_find_the_same_posterior(ours, small, tmp_path):
    assert any("every band" in sentence or "all" in sentence for sentence in ours.answer)
    posterior = ours.posterior
    mean, spread, size = moments(posterior["detection"].map(place_of).to_numpy(), posterior["weight"].to_numpy())
    their_mean, their_spread, their_size = moments(*by_pyabc(small, tmp_path))
    error = math.hypot(spread / math.sqrt(size), their_spread / math.sqrt(their_size))
    assert abs(mean - their_mean) < 4 * error, (mean, their_mean, error)
    assert abs(spread - their_spread) < 4 * error
    assert mean - 0.5 > 4 * error, "the prior's mean is another one: something was learnt"
