"""The micro-model in columns: one array of bits, all residents at once."""

import numpy as np

from . import FORGET, NEIGHBOURS, START, TELL


def play(residents, days, seed):
    """The share that knows, on each day."""
    rng = np.random.default_rng(seed)
    knows = rng.random(residents) < START
    shares = []
    for _ in range(days):
        tellers = np.flatnonzero(knows)
        told = np.zeros(residents, bool)
        for step in NEIGHBOURS:
            told[(tellers[rng.random(len(tellers)) < TELL] + step) % residents] = True
        new = told & ~knows
        knows[tellers[rng.random(len(tellers)) < FORGET]] = False
        knows |= new
        shares.append(knows.mean())
    return shares
