"""Steps 2 to 6: drift, value of contact, acquisition, remittances, calls."""

import numpy as np

from .city import BROKER, DETAINED, FREE, NO_OATH, SMUGGLER, free


def need(c, p):
    return np.minimum(1, c.n + p.shock) * np.exp(-np.maximum(c.S, 0) / p.savings_scale)


def drift(c, day, rules):
    """Step 2."""
    p = day.p
    c.status[(c.status == DETAINED) & (c.free_on <= day.t)] = FREE
    c.r = p.risk0 + (c.r - p.risk0) * 2 ** -(1 / p.risk_halflife)
    c.s = c.s0 + (c.s - c.s0) * 2 ** -(1 / p.susp_halflife)
    c.D = np.where(c.followed, c.D + 1, c.D * 2 ** -(1 / p.watched_halflife))
    c.S = c.S + (c.S0 - c.S) / p.savings_tau
    if day.meeting:
        c.r = 1 - (1 - c.r) * (1 - p.meeting)
    c.w = np.zeros(c.adults)
    signers = np.flatnonzero(c.oath_day > NO_OATH)
    if rules.oath != "none":
        c.w[signers] = 2 ** (-(day.t - c.oath_day[signers]) / p.oath_halflife)


def contact(c, day, rules, rng):
    """Step 3."""
    p = day.p
    oath_effect = 0 if rules.oath == "false_enforcement" else p.oath_effect
    c.N = need(c, p)
    c.X = p.penalty * day.theta * (1 + oath_effect * c.w)
    c.B = p.benefit[c.role] * (p.benefit_floor + p.benefit_need * c.N[c.hh])
    r_felt = np.where(c.followed, np.maximum(c.r, p.risk_followed), c.r)
    c.U = c.B - c.a * r_felt * c.X
    holders = np.flatnonzero(c.phone & free(c))
    reviewing = holders[rng.random(len(holders)) < p.review]
    c.calling[reviewing[c.U[reviewing] < -p.hysteresis]] = False
    c.calling[reviewing[c.U[reviewing] > p.hysteresis]] = True


def acquisition(c, day, rng, tally):
    """Step 4. People of one household buy in order of id, each from what is left."""
    p = day.p
    P = p.price * (1 + p.price_threat * (day.theta - 1) + p.price_supply * (1 - p.supply))
    tally["phone_price"] = P
    candidates = np.flatnonzero(free(c) & c.ever_held & ~c.phone & (c.U > p.hysteresis))
    willing = candidates[rng.random(len(candidates)) < p.buy * p.supply]
    for i in willing:
        if c.S[c.hh[i]] >= P:
            c.S[c.hh[i]] -= P
            c.phone[i] = c.calling[i] = True
            tally["phones_bought"] += 1


def broker_fee(c, p):
    calling = c.brokers[c.calling[c.brokers]]
    R = c.r[calling].mean() if len(calling) else p.risk_followed
    Q = len(calling) / len(c.brokers) if len(c.brokers) else 0
    fee = p.fee0 + p.fee_risk * R + p.fee_scarce * (1 - Q)
    return min(max(fee, 0), p.fee_max), calling


def remittances(c, day, rng, tally):
    """Step 5. Leaves in c.served the brokers who carried a transfer today."""
    p = day.p
    fee, calling = broker_fee(c, p)
    tally["fee"] = fee
    may_ask = np.flatnonzero(c.kin & ~c.exiled_h & (c.U[c.first] > -p.hysteresis))
    chance = p.request_year / 365 * (0.5 + c.N[may_ask]) * (1 - fee) / (1 - p.fee0)
    asking = may_ask[rng.random(len(may_ask)) < chance]
    c.served = []
    for h in asking:
        broker = find_broker(c, p, h, calling, rng)
        if broker is None:
            continue
        c.S[h] += p.amount * (1 - fee)
        c.S[c.hh[broker]] += p.amount * fee * p.broker_share
        c.served.append(broker)
    tally["transfers_asked"] += len(asking)
    tally["transfers_served"] += len(c.served)
    tally["transfers_unmet"] += len(asking) - len(c.served)
    tally["money_delivered"] += len(c.served) * p.amount * (1 - fee)


def find_broker(c, p, h, calling, rng):
    for broker in c.known[h]:
        if broker >= 0 and c.calling[broker]:
            return broker
    if len(calling) and rng.random() < p.broker_search:
        return rng.choice(calling)
    return None


def calls(c, day, rng, tally):
    """Step 6. Leaves today's callers in c.callers."""
    p = day.p
    makes_call = np.zeros(c.adults, bool)
    calling = np.flatnonzero(c.calling)
    makes_call[calling] = rng.random(len(calling)) < p.call[c.role[calling]]
    makes_call[c.served] = True
    c.callers = np.flatnonzero(makes_call)
    trading = c.callers[c.role[c.callers] == SMUGGLER]
    c.S[c.hh[trading]] += p.trade_income  # one smuggler a household at most
    tally["calls"] = len(c.callers)
    assert np.all(c.role[c.served] == BROKER)
