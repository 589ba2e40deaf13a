"""Step 12, news and names; and what of a day the outside is told (step 13)."""

import numpy as np

from .city import BROKER


def news(c, day, rules, rng):
    """Step 12."""
    p = day.p
    arrested = np.flatnonzero(c.arrested)
    if len(arrested):
        y = heard_in_city(c, arrested) if rules.learning == "city" else heard_close(c, arrested)
        c.r = c.r + (1 - c.r) * (1 - (1 - p.news) ** y)
        name(c, p, arrested, rng)
    if rules.trust == "updated" and c.broken_grade:
        c.b = c.b * (1 - p.belief_news) ** broken_promises_heard(c, p)


def heard_in_city(c, arrested):
    return len(arrested) / c.adults * 1000


def heard_close(c, arrested):
    y = np.bincount(c.unit[arrested], minlength=c.units)[c.unit]
    for i in arrested:
        np.add.at(y, c.ties[i], 1)
        y[c.first[clients(c, i)]] += 1
    return y


def clients(c, broker):
    """Households with kin abroad that know the broker, each once."""
    return np.flatnonzero(np.any(c.known == broker, axis=1))


def broken_promises_heard(c, p):
    z = np.zeros(c.adults)
    for i, grade in c.broken_grade.items():
        near = c.ward == c.ward[i]
        near[c.ties[i]] = True
        z += grade * np.where(near, 1, p.heard_city)
    return z


def name(c, p, arrested, rng):
    """Who is named today is questioned tomorrow."""
    may = np.zeros(c.adults)
    for i in arrested:
        if c.role[i] == BROKER:
            may[c.first[clients(c, i)]] += 1
        if c.kin[c.hh[i]]:
            brokers = np.unique(c.known[c.hh[i]])
            may[brokers[brokers >= 0]] += 1
    people = np.flatnonzero((may > 0) & ~c.arrested)
    chance = 1 - (1 - p.names) ** may[people]
    c.named[people[rng.random(len(people)) < chance]] = True


def tell(c, day, tally):
    """What the sources tell of the arrests, exiles and hand-ins of today."""
    calling = c.source & c.calling
    tally["sources_calling"] = m = int(calling.sum())
    in_ward = np.bincount(c.ward[calling], minlength=c.wards) > 0
    far = 1 - (1 - day.p.heard_city) ** m
    events = {"told_arrests": np.flatnonzero(c.arrested), "told_exiles": c.exiled_cases,
              "told_hand_ins": c.handed_in}  # fmt: skip
    for name_of_column, people in events.items():
        for i in people:
            near = in_ward[c.ward[i]] or calling[c.ties[i]].any()
            tally[name_of_column] += int(near or c.aside.random() < far)
