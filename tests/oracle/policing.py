"""Steps 7 and 8: being noticed, named and questioned; following."""

import numpy as np

from .city import FREE, free


def logistic(x):
    return 1 / (1 + np.exp(-x))


def noticing(c, day, rng, tally):
    """Step 7. Leaves in c.caught who was caught."""
    p = day.p
    c.caught = np.zeros(c.adults, bool)
    reported = true_reports(c, day, rng, tally)
    reported = np.concatenate((reported, false_reports(c, day, rng, tally)))
    np.add.at(c.s, reported, p.susp_report)
    search(c, p, reported, rng)
    question(c, p, rng, tally)

    reach = min(1, p.detect * (p.central_detect if day.central else 1))
    detected = c.callers[rng.random(len(c.callers)) < reach]
    tally["detected"] = len(detected)
    c.s[detected] += p.susp_detect
    c.caught[detected[rng.random(len(detected)) < p.raid]] = True

    watched = c.callers[c.followed[c.callers]]  # still yesterday's following
    c.caught[watched[rng.random(len(watched)) < p.catch_followed]] = True


def true_reports(c, day, rng, tally):
    p = day.p
    callers = c.callers
    k = c.unit_size[c.unit[callers]] - c.adults_of[c.hh[callers]]
    seen = callers[rng.random(len(callers)) < 1 - (1 - p.notice) ** k]
    unit = c.unit[seen]
    witness = c.unit_start[unit] + (rng.random(len(seen)) * c.unit_size[unit]).astype(int)
    valid = (c.hh[witness] != c.hh[seen]) & (c.status[witness] == FREE)
    seen, witness = seen[valid], witness[valid]
    chance = logistic(
        p.rep0
        + p.rep_loyal * c.l[witness]
        + p.rep_threat * (day.theta - 1)
        + p.rep_oath * c.w[witness]
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


def question(c, p, rng, tally):
    """Who was named yesterday and is free today."""
    questioned = np.flatnonzero(c.named & free(c))
    c.named[:] = False
    c.s[questioned] += p.susp_detect
    tally["questioned"] = len(questioned)
    tally["questioned_without_phone"] = int((~c.phone[questioned]).sum())
    search(c, p, questioned, rng)


def search(c, p, people, rng):
    found = (rng.random(len(people)) < p.search) & (rng.random(len(people)) < p.find)
    c.caught[people[found & c.phone[people]]] = True


def scores(c, day):
    """Suspicion, and in a drive the reputation of who has not handed in since its first day."""
    if day.drive is None:
        return c.s
    return c.s + day.p.press * c.s0 * (c.handed_in_on < day.drive["from"])


def following(c, day, rng, tally):
    """Step 8."""
    p = day.p
    capacity = int(np.floor(p.officers_per_ward * p.caseload))
    if day.central:
        capacity += int(np.floor(p.central_caseload))
    score = scores(c, day)
    suspects = np.flatnonzero(free(c) & (score > p.follow_min))
    ordered = suspects[np.lexsort((suspects, -score[suspects], c.ward[suspects]))]
    ward = c.ward[ordered]
    rank = np.arange(len(ordered)) - np.searchsorted(ward, ward)
    c.followed = np.zeros(c.adults, bool)
    c.followed[ordered[rank < capacity]] = True

    followed = np.flatnonzero(c.followed)
    for i in followed[rng.random(len(followed)) < p.extort]:
        paid = min(max(c.S[c.hh[i]] + p.borrow, 0), p.extort_amount * (1 + day.pi))
        c.S[c.hh[i]] -= paid
        tally["extorted"] += paid
