"""Steps 9 and 10: the hand-in drive and the oath drive."""

import numpy as np

from .city import BROKER, SMUGGLER, free, lose_phone, sign

KEEP, DECOY, REAL = range(3)


def hand_in(c, day, rng, tally):
    """Step 9. Leaves in c.handed_in who handed in today."""
    c.handed_in = np.zeros(0, int)
    if day.drive is None:
        return
    people, asked = considering(c, day, rng)
    tally["considered"] = len(people)
    found = dead_phone_found(c, day.p, people, rng)
    keep, decoy, real, q = values(c, day, people)
    decoy = np.where(c.old[people] | found, decoy, -np.inf)
    option = choose(np.stack((keep, decoy, real)) / day.p.scale, rng)
    c.o[people[asked & (option == KEEP)]] += 1
    buy_dead_phones(c, day.p, people[found & (option == DECOY)], tally)
    refused = (option == DECOY) & (rng.random(len(people)) < q)
    tally["decoys_refused"] = int(refused.sum())
    c.caught[people[refused]] = True

    decoys = people[(option == DECOY) & ~refused]
    reals = people[option == REAL]
    count(c, decoys, reals, tally)
    lose_phone(c, reals)
    c.old[decoys] = False
    settle_down(c, day, np.sort(np.concatenate((decoys, reals))), rng)


def considering(c, day, rng):
    """Who considers handing in, and whether an officer asked."""
    p = day.p
    holders = np.flatnonzero(free(c) & c.phone & ~c.caught)
    offer = p.offer / (1 + c.o[holders])
    asked = c.followed[holders] & (rng.random(len(holders)) < offer)
    own_mind = p.salience * np.exp(-(day.drive["to"] - day.t) / p.salience_tau)
    not_yet = c.handed_in_on[holders] < day.drive["from"]
    considers = asked | (not_yet & (rng.random(len(holders)) < own_mind))
    return holders[considers], asked[considers]


def dead_phone_found(c, p, people, rng):
    """Who has no old phone and finds one today, and can pay for it."""
    lucky = rng.random(len(people)) < p.dead_find[c.role[people]]
    return ~c.old[people] & lucky & (c.S[c.hh[people]] >= p.dead_price * c.P)


def buy_dead_phones(c, p, people, tally):
    c.old[people] = True
    np.subtract.at(c.S, c.hh[people], p.dead_price * c.P)
    tally["dead_phones_bought"] = len(people)


def values(c, day, i):
    """The values of keeping, of a decoy and of the real phone, and the chance of refusal q."""
    p = day.p
    a, s, D, r, B, U, X = c.a[i], c.s[i], c.D[i], c.r[i], c.B[i], c.U[i], c.X[i]
    followed = c.followed[i]
    b = c.b[i] if day.promised else np.zeros(len(i))
    A = day.theta * (p.amnesty * b * (p.amnesty_unsuspected + s) - p.confess * (1 - b))
    A = A + np.where(followed, p.fatigue * D * b, 0)
    q = p.q0 + np.where(followed, p.q1 * (1 - np.exp(-D / p.q_tau)), 0)
    q = q * (1 - p.tolerance * day.pi)
    L = p.patience * np.maximum(B - a * p.risk0 * p.penalty, 0)
    wealth = np.maximum(1, c.S[c.hh[i]] + p.borrow + c.G[c.hh[i]])
    taken = p.horizon * p.extort * p.extort_amount * (1 + day.pi) / wealth
    T = np.where(followed, B * np.minimum(1, taken), 0)
    keep = np.maximum(U, 0) + L
    decoy = np.maximum(B - a * r * X, 0) + L + A - a * q * X / p.horizon
    real = A + b * T
    return keep, decoy, real, q


def choose(scaled, rng):
    """A multinomial logit for each column; what is not possible has the value -inf."""
    weights = np.exp(scaled - scaled.max(axis=0, initial=-np.inf))
    cumulative = np.cumsum(weights, axis=0)
    draw = rng.random(scaled.shape[1]) * cumulative[-1]
    return (draw >= cumulative[:-1]).sum(axis=0)


def settle_down(c, day, people, rng):
    p = day.p
    c.handed_in = people
    c.handed_in_on[people] = day.t
    c.s[people] *= 1 - p.relief
    c.D[people] = 0
    c.followed[people] = False
    sign(c, people, day.t)
    if day.promised:
        broken = people[rng.random(len(people)) < p.breach]
        c.breach_on[broken] = day.t + 1 + rng.poisson(p.breach_days, len(broken))


def count(c, decoys, reals, tally):
    for name, people in (("decoys", decoys), ("real", reals)):
        professional = int((c.role[people] >= SMUGGLER).sum())
        tally[name + "_professional"] = professional
        tally[name + "_family"] = len(people) - professional
    brokers = reals[c.role[reals] == BROKER]
    tally["broker_real"] = len(brokers)
    tally["broker_real_followed"] = int(c.followed[brokers].sum())


def oath(c, day):
    """Step 10."""
    if day.oath_drive_opens:
        c.visited[:] = False
    if not day.oath_drive:
        return
    p = day.p
    visit = ~c.visited & (c.aside.random(c.units) < p.oath_visit)
    c.visited |= visit
    people = np.flatnonzero(visit[c.unit] & free(c))
    refuses = c.aside.random(len(people)) < p.oath_refuse
    sign(c, people[~refuses], day.t)
    c.s[people[refuses]] += p.susp_refuse
    c.r[people] = c.r[people] + (1 - c.r[people]) * p.oath_fear
