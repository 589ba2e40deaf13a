"""Step 11: cases, the caught on the spot, and broken promises."""

import numpy as np

from .city import BROKER, DETAINED, EXILED, FREE, HELD, IMPRISONED, NEVER, lose_phone, sign
from .names import SENTENCES
from .policing import logistic


def punishment(c, day, rules, rng, tally):
    """Leaves in c.arrested, c.exiled_cases and c.broken_grade what the news of today is."""
    c.arrested = np.zeros(c.adults, bool)
    c.exiled_cases = []  # persons whose sentence exiled a household today
    c.broken_grade = {}  # person -> grade of a broken promise decided today
    for i in np.flatnonzero((c.status == HELD) & (c.decided_on == day.t)):
        if c.status[i] == HELD:  # not exiled with the household by an earlier case of today
            decide(c, day, rules, i, rng, tally)
    for i in np.flatnonzero(c.caught):
        if c.status[i] == FREE and c.phone[i]:
            on_the_spot(c, day, rules, i, rng, tally)
    due = np.flatnonzero(c.breach_on == day.t)
    for i in due:
        if c.status[i] == FREE:
            tally["promises_broken"] += 1
            arrest(c, day, i, rng, tally)
            c.about_promise[i] = True
    c.breach_on[due] = NEVER


def tariff(day, role):
    """m, what is asked today."""
    p = day.p
    return (p.bribe_base * p.bribe_role[role] * (1 + p.bribe_threat * (day.theta - 1))
            * (1 + p.bribe_pressure_amount * day.pi))  # fmt: skip


def let_go_chance(day, rules, purse, price, by_central=False):
    p = day.p
    bribe0 = p.bribe0 - (p.bribe_counts if rules.enforcement == "counts" and day.pi > 0 else 0)
    return logistic(bribe0 + p.bribe_afford * np.log(purse / price) - p.bribe_pressure * day.pi
                    - p.bribe_central * by_central)  # fmt: skip


def decide(c, day, rules, i, rng, tally):
    """Ransom or sentence of somebody who is held until today."""
    p, h = day.p, c.hh[i]
    purse = max(1, c.S[h] + p.borrow + c.G[h])
    ransom = p.bureau * tariff(day, c.role[i])
    tally["cases_decided"] += 1
    if rng.random() < let_go_chance(day, rules, purse, ransom):
        pay_ransom(c, day, i, min(ransom, purse), tally)
        sentence = "warned"
    else:
        sentence = draw_sentence(day, c.role[i], rng)
    carry_out(c, day, i, sentence, rng, tally)
    if c.about_promise[i]:
        c.broken_grade[i] = p.breach_grade[SENTENCES.index(sentence)]


def pay_ransom(c, day, i, ransom, tally):
    h = c.hh[i]
    from_savings = min(ransom, max(c.S[h] + day.p.borrow, 0))
    from_goods = min(ransom - from_savings, c.G[h])
    if from_goods > 0 and from_goods >= c.G[h] / 2:
        tally["households_sold"] += 1
    c.S[h] -= from_savings
    c.G[h] -= from_goods
    c.s[i] *= 1 - day.p.bribe_relief
    tally["ransomed"] += 1
    tally["ransom_paid"] += ransom
    tally["days_held"] += day.t - int(c.arrested_on[i])


def draw_sentence(day, role, rng):
    weights = day.p.sentence_harsh if day.harsh else day.p.sentence_calm
    if role == BROKER:
        weights = weights * day.p.sentence_broker
    return SENTENCES[rng.choice(4, p=weights / weights.sum())]


def carry_out(c, day, i, sentence, rng, tally):
    if sentence == "warned":
        sign(c, i, day.t)
        c.status[i], c.free_on[i] = DETAINED, day.t + 1  # free again in step 2 of tomorrow
        tally["warned"] += 1
    elif sentence == "detained":
        c.status[i] = DETAINED
        c.free_on[i] = day.t + 1 + rng.poisson(day.p.detention_days)
        tally["detained"] += 1
    elif sentence == "imprisoned":
        c.status[i] = IMPRISONED
        tally["imprisoned"] += 1
    else:
        c.exiled_cases.append(i)
        exile(c, i, tally)


def exile(c, i, tally):
    h = c.hh[i]
    members = slice(c.first[h], c.first[h] + c.adults_of[h])
    tally["cases_lapsed"] += int((c.status[members] == HELD).sum()) - 1  # less the own one
    c.status[members] = EXILED
    c.followed[members] = False
    lose_phone(c, members)
    c.exiled_h[h] = True
    tally["exiled_households"] += 1
    tally["exiled_people"] += int(c.size[h])


def on_the_spot(c, day, rules, i, rng, tally):
    p, h = day.p, c.hh[i]
    tally["caught"] += 1
    m, purse = tariff(day, c.role[i]), max(1, c.S[h])
    by_central = day.central and rng.random() < p.central_share
    if rng.random() >= let_go_chance(day, rules, purse, m, by_central):
        arrest(c, day, i, rng, tally)
        return
    paid = min(m, purse)
    c.S[h] = max(c.S[h] - paid, min(c.S[h], -p.borrow))
    c.s[i] *= 1 - p.bribe_relief
    if rng.random() >= p.bribe_keeps:
        lose_phone(c, i)
    tally["bribed"] += 1
    tally["bribes_paid"] += paid


def arrest(c, day, i, rng, tally):
    c.arrested[i] = True
    c.status[i] = HELD
    c.arrested_on[i] = day.t
    c.decided_on[i] = day.t + 1 + rng.poisson(day.p.hold_days)
    c.about_promise[i] = False
    c.followed[i] = False
    lose_phone(c, i)
    tally["arrested"] += 1
    tally["arrested_brokers"] += int(c.role[i] == BROKER)
