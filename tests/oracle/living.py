"""Steps 2 to 6: drift, value of contact, acquisition, remittances, calls."""

import numpy as np

from .city import BROKER, DETAINED, FREE, NO_OATH, RESIDENT, SMUGGLER, free


def need(c, p):
    return np.minimum(1, c.n + p.shock) * np.exp(-np.maximum(c.S, 0) / p.savings_scale)


def traders(c, people):
    return c.role[people] >= SMUGGLER


def lives_from_trade(c):
    """Households whose first adult is a trader who has ever held a phone."""
    return (c.role_h >= SMUGGLER) & c.ever_held[c.first]


def drift(c, day):
    """Step 2. Following is still yesterday's."""
    p = day.p
    c.status[(c.status == DETAINED) & (c.free_on <= day.t)] = FREE
    c.r = p.risk0 + (c.r - p.risk0) * 2 ** -(1 / p.risk_halflife)
    c.s = c.s0 + (c.s - c.s0) * 2 ** -(1 / p.susp_halflife)
    c.D = np.where(c.followed, c.D + 1, c.D * 2 ** -(1 / p.watched_halflife))
    Y = np.where(lives_from_trade(c), 0, c.S0)
    c.S = c.S + (Y - c.S) / p.savings_tau
    if day.reach > 0:
        meets = c.aside.random(c.units) < day.reach
        c.r = c.r + (1 - c.r) * p.meeting * meets[c.unit]
    c.w = np.zeros(c.adults)
    signers = np.flatnonzero(c.oath_day > NO_OATH)
    c.w[signers] = 2 ** (-(day.t - c.oath_day[signers]) / p.oath_halflife)


def contact(c, day, rules, rng):
    """Step 3."""
    p = day.p
    c.N = need(c, p)
    c.X = p.penalty * day.theta * (1 + p.oath_effect * c.w)
    if rules.deterrence == "certainty":
        c.X = np.full(c.adults, float(p.penalty))
    v = np.where(c.role >= SMUGGLER, p.movement, 1)
    c.B = p.benefit[c.role] * (p.benefit_floor * v + p.benefit_need * c.N[c.hh])
    r_felt = np.where(c.followed, np.maximum(c.r, p.risk_followed), c.r)
    c.U = c.B - c.a * r_felt * c.X
    holders = np.flatnonzero(c.phone & free(c))
    reviewing = holders[rng.random(len(holders)) < p.review]
    c.calling[reviewing[c.U[reviewing] < -p.hysteresis]] = False
    c.calling[reviewing[c.U[reviewing] > p.hysteresis]] = True


def acquisition(c, day, rng, tally):
    """Step 4. People of one household buy in order of id, each from what is left."""
    p = day.p
    c.P = p.price * (1 + p.price_threat * (day.theta - 1) + p.price_supply * (1 - p.supply))
    tally["phone_price"] = c.P
    may = free(c) & (c.role != RESIDENT) & c.ever_held & ~c.phone & (c.U > p.hysteresis)
    candidates = np.flatnonzero(may)
    for i in candidates[rng.random(len(candidates)) < p.buy * p.supply]:
        credit = p.borrow if traders(c, i) else 0
        if c.S[c.hh[i]] + credit >= c.P:
            c.S[c.hh[i]] -= c.P
            c.phone[i] = c.calling[i] = True
            tally["phones_bought"] += 1


def calling_brokers(c):
    return np.flatnonzero(c.calling & (c.role == BROKER))


def present_brokers(c, calling):
    """Q: calling brokers over brokers at the start, at most 1."""
    return min(1, len(calling) / c.brokers_at_start) if c.brokers_at_start else 0


def broker_fee(c, p, calling):
    R = c.r[calling].mean() if len(calling) else p.risk_followed
    fee = p.fee0 + p.fee_risk * R + p.fee_scarce * (1 - present_brokers(c, calling))
    return min(max(fee, 0), p.fee_max)


def remittances(c, day, rng, tally):
    """Step 5. Leaves in c.served the brokers who carried a transfer today."""
    p = day.p
    calling = calling_brokers(c)
    tally["fee"] = fee = broker_fee(c, p, calling)
    N = need(c, p)
    may_ask = np.flatnonzero(c.kin & ~c.exiled_h & (c.U[c.first] > -p.hysteresis))
    chance = (p.request_year / 365 * (p.request_unneeded + N[may_ask])
              * (1 - fee) / (1 - p.fee0))  # fmt: skip
    asking = may_ask[rng.random(len(may_ask)) < chance]
    c.served = []
    for h in asking:
        if rng.random() < 1 - p.movement:
            continue
        broker = find_broker(c, p, h, calling, rng)
        if broker is not None:
            send(c, day, h, broker, fee, tally)
    tally["transfers_asked"] += len(asking)
    tally["transfers_served"] += len(c.served)
    tally["transfers_unmet"] += len(asking) - len(c.served)
    become_brokers(c, p, present_brokers(c, calling), rng, tally)


def find_broker(c, p, h, calling, rng):
    for broker in c.known[h]:
        if broker >= 0 and c.calling[broker]:
            return broker
    if len(calling) and rng.random() < p.broker_search:
        c.known[h, 1] = rng.choice(calling)
        return c.known[h, 1]
    return None


def send(c, day, h, broker, fee, tally):
    p = day.p
    gap = day.t - c.transfer_on[h]
    M = p.amount * (1 - p.makeup + p.makeup * gap * p.request_year / 365)
    c.S[h] += M * (1 - fee)
    c.S[c.hh[broker]] += M * fee * p.broker_share
    c.transfer_on[h] = c.contact_on[h] = day.t
    c.served.append(broker)
    tally["money_sent"] += M
    tally["money_delivered"] += M * (1 - fee)


def become_brokers(c, p, Q, rng, tally):
    smugglers = np.flatnonzero(c.calling & (c.role == SMUGGLER))
    joining = smugglers[rng.random(len(smugglers)) < p.enter * (1 - Q)]
    c.role[joining] = BROKER
    c.role_h[c.hh[joining]] = BROKER
    tally["became_brokers"] = len(joining)


def calls(c, day, rng, tally):
    """Step 6. Leaves today's callers in c.callers."""
    p = day.p
    makes_call = np.zeros(c.adults, bool)
    calling = np.flatnonzero(c.calling)
    makes_call[calling] = rng.random(len(calling)) < p.call[c.role[calling]]
    makes_call[c.served] = True
    c.callers = np.flatnonzero(makes_call)
    assert np.all(c.role[c.served] == BROKER)
    earn(c, p, c.callers[traders(c, c.callers)], tally)
    c.contact_on[c.hh[c.callers]] = day.t
    tally["calls"] = len(c.callers)


def earn(c, p, callers, tally):
    """One trader a household at most, so that no household is paid twice here."""
    rate = p.call[c.role[callers]]
    callers, rate = callers[rate > 0], rate[rate > 0]
    pay = p.movement * c.S0[c.hh[callers]] / (p.savings_tau * rate)
    c.S[c.hh[callers]] += pay
    tally["earned_traders"] += float(pay.sum())
