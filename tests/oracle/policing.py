"""Steps 7, 8, 11 and 12: being noticed, following, caught, news."""

import numpy as np

from .city import BROKER, DETAINED, EXILED, FREE, IMPRISONED, NEVER, free, lose_phone, sign
from .names import SENTENCES


def logistic(x):
    return 1 / (1 + np.exp(-x))


def noticing(c, day, rules, rng, tally):
    """Step 7. Leaves in c.caught who was caught."""
    p = day.p
    c.caught = np.zeros(c.adults, bool)
    reported = true_reports(c, day, rules, rng, tally)
    reported = np.concatenate((reported, false_reports(c, day, rng, tally)))
    np.add.at(c.s, reported, p.susp_report)
    found = (rng.random(len(reported)) < p.search) & (rng.random(len(reported)) < p.find)
    found &= c.phone[reported]
    c.caught[reported[found]] = True

    reach = min(1, p.detect * (p.central_detect if day.central else 1))
    detected = c.callers[rng.random(len(c.callers)) < reach]
    tally["detected"] = len(detected)
    c.s[detected] += p.susp_detect
    c.caught[detected[rng.random(len(detected)) < p.raid]] = True

    watched = c.callers[c.followed[c.callers]]  # still yesterday's following
    c.caught[watched[rng.random(len(watched)) < p.catch_followed]] = True


def true_reports(c, day, rules, rng, tally):
    p = day.p
    callers = c.callers
    k = c.unit_size[c.unit[callers]] - c.adults_of[c.hh[callers]]
    seen = callers[rng.random(len(callers)) < 1 - (1 - p.notice) ** k]
    unit = c.unit[seen]
    witness = c.unit_start[unit] + (rng.random(len(seen)) * c.unit_size[unit]).astype(int)
    valid = (c.hh[witness] != c.hh[seen]) & (c.status[witness] == FREE)
    seen, witness = seen[valid], witness[valid]
    rep_oath = p.rep_oath * (3 if rules.oath == "false_enforcement" else 1)
    chance = logistic(
        p.rep0
        + p.rep_loyal * c.l[witness]
        + p.rep_threat * (day.theta - 1)
        + rep_oath * c.w[witness]
        + p.rep_reward * p.reward
        + p.rep_fear * np.log(c.r[witness] / p.risk0)
        - p.rep_cohesion * c.cohesion[c.unit[witness]]
        - p.rep_own * c.phone[witness]
    )
    reported = seen[rng.random(len(seen)) < chance]
    tally["noticed"] = len(seen)
    tally["reports"] = len(reported)
    return reported


def false_reports(c, day, rng, tally):
    number = rng.poisson(day.p.false_report * c.ward_size * day.theta)
    ward = np.repeat(np.arange(c.wards), number)
    target = c.ward_start[ward] + (rng.random(len(ward)) * c.ward_size[ward]).astype(int)
    target = target[c.status[target] == FREE]
    tally["false_reports"] = len(target)
    return target


def following(c, day, rng, tally):
    """Step 8."""
    p = day.p
    capacity = int(np.floor(p.officers_per_ward * p.caseload))
    if day.central:
        capacity += int(np.floor(p.central_caseload))
    threshold = p.follow_min if day.deadline is None else p.follow_min_drive
    suspects = np.flatnonzero(free(c) & (c.s > threshold))
    ordered = suspects[np.lexsort((suspects, -c.s[suspects], c.ward[suspects]))]
    ward = c.ward[ordered]
    rank = np.arange(len(ordered)) - np.searchsorted(ward, ward)
    c.followed = np.zeros(c.adults, bool)
    c.followed[ordered[rank < capacity]] = True

    followed = np.flatnonzero(c.followed)
    for i in followed[rng.random(len(followed)) < p.extort]:
        paid = min(max(c.S[c.hh[i]], 0), p.extort_amount * (1 + day.pi))
        c.S[c.hh[i]] -= paid
        tally["extorted"] += paid


def punishment(c, day, rules, rng, tally):
    """Step 11. The caught in order of id, then the promises that fall due."""
    c.arrested = np.zeros(c.adults, bool)
    c.broken = np.zeros(c.adults, bool)
    for i in np.flatnonzero(c.caught):
        if c.status[i] != FREE or not c.phone[i]:
            continue
        tally["caught"] += 1
        if rng.random() < settle_chance(c, day, rules, i, rng):
            settle(c, day, i, rng, tally)
        else:
            arrest(c, day, i, rng, tally)
    due = np.flatnonzero(c.breach_on == day.t)
    for i in due:
        if c.status[i] == FREE and not c.arrested[i]:
            c.broken[i] = True
            tally["promises_broken"] += 1
            arrest(c, day, i, rng, tally)
    c.breach_on[due] = NEVER


def bribe_asked(c, day, i):
    p = day.p
    return (p.bribe_base * p.bribe_role[c.role[i]] * (1 + p.bribe_threat * (day.theta - 1))
            * (1 + p.bribe_pressure_amount * day.pi))  # fmt: skip


def purse(c, day, i):
    return max(1, c.S[c.hh[i]] + day.p.borrow)


def settle_chance(c, day, rules, i, rng):
    p = day.p
    bribe0 = p.bribe0 - (2 if rules.enforcement == "counts" and day.pi > 0 else 0)
    by_central = day.central and rng.random() < p.central_share
    return logistic(bribe0 + p.bribe_afford * np.log(purse(c, day, i) / bribe_asked(c, day, i))
                    - p.bribe_pressure * day.pi - p.bribe_central * by_central)  # fmt: skip


def settle(c, day, i, rng, tally):
    paid = min(bribe_asked(c, day, i), purse(c, day, i))
    c.S[c.hh[i]] -= paid
    c.s[i] /= 2
    if rng.random() >= day.p.bribe_keeps:
        lose_phone(c, i)
    tally["bribed"] += 1
    tally["bribes_paid"] += paid


def arrest(c, day, i, rng, tally):
    p = day.p
    c.arrested[i] = True
    tally["arrested"] += 1
    lose_phone(c, i)
    weights = p.sentence_harsh if day.harsh else p.sentence_calm
    if c.role[i] == BROKER:
        weights = weights * p.sentence_broker
    sentence = SENTENCES[rng.choice(4, p=weights / weights.sum())]
    if sentence == "warned":
        sign(c, i, day.t)
        tally["warned"] += 1
    elif sentence == "detained":
        c.status[i] = DETAINED
        c.free_on[i] = day.t + 1 + rng.poisson(p.detention_days)
        tally["detained"] += 1
    elif sentence == "imprisoned":
        c.status[i] = IMPRISONED
        tally["imprisoned"] += 1
    else:
        exile(c, c.hh[i], tally)


def exile(c, h, tally):
    members = slice(c.first[h], c.first[h] + c.adults_of[h])
    c.status[members] = EXILED
    lose_phone(c, members)
    c.exiled_h[h] = True
    tally["exiled_households"] += 1
    tally["exiled_people"] += int(c.size[h])


def news(c, day, rules):
    """Step 12."""
    p = day.p
    arrested = np.flatnonzero(c.arrested)
    if len(arrested):
        y = heard_in_city(c, arrested) if rules.learning == "city" else heard_close(c, arrested)
        c.r = 1 - (1 - c.r) * (1 - p.news) ** y
    if rules.trust == "updated" and c.broken.any():
        z = np.bincount(c.ward[c.broken], minlength=c.wards)[c.ward]
        c.b = c.b * (1 - p.belief_news) ** z


def heard_in_city(c, arrested):
    return len(arrested) / c.adults * 1000


def heard_close(c, arrested):
    y = np.bincount(c.unit[arrested], minlength=c.units)[c.unit]
    for i in arrested:
        y[np.unique(c.ties[i])] += 1
        if c.role[i] == BROKER:
            y[c.first[np.any(c.known == i, axis=1)]] += 1
    return y
