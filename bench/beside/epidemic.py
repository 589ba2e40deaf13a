"""python -m bench.beside.epidemic: what a day costs Starsim on its own SIR of a random network, as its users write it.

Another model than Tumen's: everybody has contacts on every day, and whoever is infected may infect them.
"""

import argparse
import importlib.metadata
import json
import time

import starsim


def epidemic(residents, days, seed):
    """A sim that is ready to be run; nobody dies or is born, so that all are there on every day."""
    sim = starsim.Sim(n_agents=residents, start=starsim.date("2020-01-01"), dur=starsim.days(days), dt=starsim.days(1), rand_seed=seed, verbose=0,
                      diseases=starsim.SIR(init_prev=0.01, beta=starsim.perday(0.01), dur_inf=starsim.days(20), p_death=0),
                      networks=starsim.RandomNet(n_contacts=10))
    sim.init()
    return sim


def seconds(residents, days, seed):
    sim = epidemic(residents, days, seed)
    before = time.process_time()
    sim.run()
    return time.process_time() - before, float(sim.results.sir.cum_infections[-1]) / residents


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--residents", type=int, required=True)
    parser.add_argument("--days", type=int, required=True)
    parser.add_argument("--repetitions", type=int, required=True)
    asked = parser.parse_args()
    seconds(asked.residents, 2, 1)  # Numba compiles
    one, more = ([seconds(asked.residents, days, seed) for seed in range(1, asked.repetitions + 1)]
                 for days in (1, asked.days + 1))
    # An epidemic that dies at once, or reaches nobody, would be no work.
    infected = sum(share for _, share in more) / len(more)
    print(json.dumps({"a_day": (min(more)[0] - min(one)[0]) / asked.days, "infected": infected,
                      "version": importlib.metadata.version("starsim")}))


if __name__ == "__main__":
    main()
