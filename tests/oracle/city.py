"""Building a city: plain arrays, numbered in order of ward, unit, household and person."""

import numpy as np

RESIDENT, FAMILY, SMUGGLER, BROKER = range(4)
FREE, DETAINED, IMPRISONED, EXILED, HELD = range(5)
NEVER = np.iinfo(np.int64).min
NO_OATH = -np.inf


class City:
    """State of one city. Arrays indexed by person, by household, by unit or by ward."""


def build(p, rng):
    c = City()
    c.first_day = -int(p.warmup)
    c.aside = np.random.default_rng(rng.integers(2**63))  # luck that must not shift any other
    build_households(c, p, rng)
    build_units_and_wards(c, p, rng)
    build_people(c, p, rng)
    build_ties(c, p, rng)
    build_known_brokers(c, rng)
    build_last_contacts(c, p, rng)
    return c


def build_households(c, p, rng):
    H = c.households = int(np.floor(p.residents / p.mean_household + 0.5))
    c.adults_of = 1 + rng.binomial(5, (p.mean_adults - 1) / 5, H)
    c.size = c.adults_of + rng.poisson(p.mean_household - p.mean_adults, H)
    c.kin = rng.random(H) < p.kin_abroad
    draw = rng.random(H)
    c.role_h = np.where(c.kin, FAMILY, RESIDENT)
    c.role_h[draw < p.broker + p.smuggler] = SMUGGLER
    c.role_h[draw < p.broker] = BROKER
    c.n = rng.beta(p.need_alpha, p.need_beta, H)
    c.S0 = p.savings_median * np.exp(rng.normal(0, p.savings_sd, H)) * p.savings_role[c.role_h]
    c.S = c.S0.copy()
    c.G = p.goods * c.S0
    c.exiled_h = np.zeros(H, bool)


def build_units_and_wards(c, p, rng):
    sizes, filled = [], 0
    while filled < c.households:
        size = int(rng.integers(p.unit_min, p.unit_max + 1))
        sizes.append(min(size, c.households - filled))
        filled += size
    c.units = len(sizes)
    c.unit_h = np.repeat(np.arange(c.units), sizes)
    c.ward_u = np.arange(c.units) // int(p.units_per_ward)
    c.wards = int(c.ward_u[-1]) + 1
    c.cohesion = rng.normal(0, 1, c.units)
    c.visited = np.zeros(c.units, bool)


def build_people(c, p, rng):
    A = c.adults = int(c.adults_of.sum())
    c.hh = np.repeat(np.arange(c.households), c.adults_of)
    c.unit = c.unit_h[c.hh]
    c.ward = c.ward_u[c.unit]
    c.first = np.concatenate(([0], np.cumsum(c.adults_of)[:-1]))  # first adult of each household
    c.unit_start, c.unit_size = spans(c.unit, c.units)
    c.ward_start, c.ward_size = spans(c.ward, c.wards)
    c.role = np.full(A, RESIDENT)
    c.role[c.first] = c.role_h
    c.phone = rng.random(A) < p.hold[c.role]
    c.old = c.phone & (rng.random(A) < p.old[c.role])
    c.calling = c.phone.copy()
    c.ever_held = c.phone.copy()
    c.a = np.exp(rng.normal(0, p.aversion_sd, A))
    c.l = rng.normal(0, 1, A)
    c.r = np.full(A, float(p.risk0))
    c.s0 = rng.uniform(0, 1, A) * 2 * p.susp_prior[c.role]
    c.s = c.s0.copy()
    c.b = rng.beta(p.belief_alpha, p.belief_beta, A)
    c.oath_day = np.full(A, NO_OATH)
    c.D = np.zeros(A)
    c.followed = np.zeros(A, bool)
    c.status = np.full(A, FREE)
    c.free_on = np.full(A, NEVER)
    c.breach_on = np.full(A, NEVER)
    c.arrested_on = np.full(A, NEVER)
    c.decided_on = np.full(A, NEVER)
    c.about_promise = np.zeros(A, bool)  # the case of who is held
    c.handed_in_on = np.full(A, NEVER)
    c.o = np.zeros(A)  # offers refused
    c.named = np.zeros(A, bool)  # to be questioned tomorrow
    c.source = c.phone & (rng.random(A) < p.source)
    c.brokers_at_start = int((c.role == BROKER).sum())


def build_ties(c, p, rng):
    shape = (c.adults, int(p.ties))
    near = rng.random(shape) < p.tie_same_ward
    within = (rng.random(shape) * c.ward_size[c.ward][:, None]).astype(int)
    anywhere = rng.integers(0, c.adults, shape)
    c.ties = np.where(near, c.ward_start[c.ward][:, None] + within, anywhere)


def build_known_brokers(c, rng):
    """Two brokers (people) for each household with kin abroad; -1 elsewhere, or without any."""
    c.known = np.full((c.households, 2), -1)
    brokers = np.flatnonzero(c.role == BROKER)
    if len(brokers):
        c.known[c.kin] = rng.choice(brokers, (int(c.kin.sum()), 2))


def build_last_contacts(c, p, rng):
    """Days before the first day played; only those of households with kin abroad are used."""
    c.transfer_on = c.first_day - 1 - np.floor(rng.exponential(p.gap0, c.households)).astype(int)
    c.contact_on = c.transfer_on.copy()
    rate = p.call[c.role_h]
    may = c.phone[c.first] & (rate > 0)
    days = 1 + np.floor(rng.exponential(1 / np.where(may, rate, 1))).astype(int)
    c.contact_on[may] = np.maximum(c.contact_on, c.first_day - days)[may]


def spans(group, count):
    """First index and length of each group in a sorted array of group numbers."""
    start = np.searchsorted(group, np.arange(count))
    return start, np.append(start[1:], len(group)) - start


def free(c):
    return c.status == FREE


def lose_phone(c, people):
    c.phone[people] = False
    c.calling[people] = False


def sign(c, people, t):
    c.oath_day[people] = t
