"""Steps 9 and 10: the hand-in drive and the oath drive."""

import numpy as np

from .city import BROKER, SMUGGLER, free, lose_phone, sign

KEEP, DECOY, REAL = range(3)


def hand_in(c, day, rng, tally):
    """Step 9."""
    if day.deadline is None:
        return
    p = day.p
    people = considering(c, day, rng)
    tally["considered"] = len(people)
    keep, decoy, real, q = values(c, day, people)
    option = choose(np.stack((keep, decoy, real)) / p.scale, rng)
    refused = (option == DECOY) & (rng.random(len(people)) < q)
    tally["decoys_refused"] = int(refused.sum())
    c.caught[people[refused]] = True

    decoys = people[(option == DECOY) & ~refused]
    reals = people[option == REAL]
    count(c, decoys, reals, tally)
    lose_phone(c, reals)
    c.old[decoys] = False

    handed_in = np.concatenate((decoys, reals))
    c.s[handed_in] *= 1 - p.relief
    c.D[handed_in] = 0
    c.followed[handed_in] = False
    sign(c, handed_in, day.t)
    if day.promised:
        broken = handed_in[rng.random(len(handed_in)) < p.breach]
        c.breach_on[broken] = day.t + 1 + rng.poisson(p.breach_days, len(broken))


def considering(c, day, rng):
    p = day.p
    holders = np.flatnonzero(free(c) & c.phone & ~c.caught)
    asked = c.followed[holders] & (rng.random(len(holders)) < p.offer)
    own_mind = p.salience * np.exp(-(day.deadline - day.t) / p.salience_tau)
    return holders[asked | (rng.random(len(holders)) < own_mind)]


def values(c, day, i):
    """The values of keeping, of a decoy and of the real phone, and the chance of refusal q."""
    p = day.p
    a, s, D, r, B, U, X = c.a[i], c.s[i], c.D[i], c.r[i], c.B[i], c.U[i], c.X[i]
    followed = c.followed[i]
    b = c.b[i] if day.promised else np.zeros(len(i))
    A = day.theta * (p.amnesty * b * (0.5 + s) - p.confess * (1 - b))
    q = p.q0 + np.where(followed, p.q1 * (1 - np.exp(-D / p.q_tau)), 0)
    q = q * (1 - p.tolerance * day.pi)
    L = p.patience * np.maximum(B - a * p.risk0 * p.penalty, 0)
    keep = np.maximum(U, 0) + L - np.where(followed, p.fatigue * D, 0)
    decoy = np.maximum(B - a * r * X, 0) + L + A
    decoy = decoy - np.where(c.old[i], 0, p.old_cost) - a * q * X / p.horizon
    return keep, decoy, A, q


def choose(scaled, rng):
    """A multinomial logit for each column."""
    weights = np.exp(scaled - scaled.max(axis=0, initial=-np.inf))
    cumulative = np.cumsum(weights, axis=0)
    draw = rng.random(scaled.shape[1]) * cumulative[-1]
    return (draw >= cumulative[:-1]).sum(axis=0)


def count(c, decoys, reals, tally):
    for name, people in (("decoys", decoys), ("real", reals)):
        professional = int(np.isin(c.role[people], (SMUGGLER, BROKER)).sum())
        tally[name + "_professional"] = professional
        tally[name + "_family"] = len(people) - professional
    brokers = reals[c.role[reals] == BROKER]
    tally["broker_real"] = len(brokers)
    tally["broker_real_followed"] = int(c.followed[brokers].sum())


def oath(c, day, rng):
    """Step 10."""
    if day.oath_drive_opens:
        c.visited[:] = False
    if not day.oath_drive:
        return
    p = day.p
    visit = ~c.visited & (rng.random(c.units) < p.oath_visit)
    c.visited |= visit
    people = np.flatnonzero(visit[c.unit] & free(c))
    refuses = rng.random(len(people)) < p.oath_refuse
    sign(c, people[~refuses], day.t)
    c.s[people[refuses]] += p.susp_refuse
    c.r[people] = 1 - (1 - c.r[people]) * (1 - p.oath_fear)
