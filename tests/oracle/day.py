"""One day, the thirteen steps in order. Step 1 (calendar) has already made `day`."""

import math

import numpy as np

from .city import (BROKER, DETAINED, EXILED, FAMILY, FREE, HELD, IMPRISONED, NO_OATH, RESIDENT,
                   SMUGGLER)  # fmt: skip
from .drives import hand_in, oath
from .living import acquisition, calls, contact, drift, need, remittances
from .names import COUNTS, OBSERVABLES
from .news import news, tell
from .policing import following, noticing
from .punishment import punishment, tariff


def play_day(c, day, rules, rng):
    """Plays one day on the city and returns the observables of the day by name."""
    tally = {name: 0 if name in COUNTS else 0.0 for name in OBSERVABLES}
    drift(c, day)
    contact(c, day, rules, rng)
    acquisition(c, day, rng, tally)
    remittances(c, day, rng, tally)
    calls(c, day, rng, tally)
    noticing(c, day, rng, tally)
    following(c, day, rng, tally)
    hand_in(c, day, rng, tally)
    oath(c, day)
    punishment(c, day, rules, rng, tally)
    news(c, day, rules, rng)
    tell(c, day, tally)
    observe(c, day, tally)
    return tally


def observe(c, day, tally):
    """Step 13: the stocks at the end of the day; the flows are in the tally already."""
    calling = np.bincount(c.role[c.calling], minlength=4)
    signed = c.oath_day > NO_OATH
    status = np.bincount(c.status, minlength=5)
    N = need(c, day.p)
    here = ~c.exiled_h
    since = day.t - c.contact_on[c.kin]
    with_role = c.role != RESIDENT
    tally.update(
        phones_held=int(c.phone.sum()),
        calling_residents=int(calling[RESIDENT]),
        calling_families=int(calling[FAMILY]),
        calling_smugglers=int(calling[SMUGGLER]),
        calling_brokers=int(calling[BROKER]),
        followed=int(c.followed.sum()),
        signed=int(signed.sum()),
        signers_calling=int((signed & c.calling).sum()),
        free_adults=int(status[FREE]),
        in_detention=int(status[DETAINED]),
        in_prison=int(status[IMPRISONED]),
        in_exile=int(status[EXILED]),
        in_custody=int(status[HELD]),
        kin_households=int(c.kin.sum()),
        reached_30=int((since < 30).sum()),
        reached_365=int((since < 365).sum()),
        silent_90=int((since >= 90).sum()),
        need_kin=mean(N[c.kin & here]),
        need_traders=mean(N[(c.role_h >= SMUGGLER) & here]),
        risk_roles=mean(c.r[with_role]),
        belief=mean(c.b[with_role]),
        bribe_asked=tariff(day, FAMILY),
        threat=day.theta,
        pressure=day.pi,
    )


def mean(values):
    """The mean over nobody is missing."""
    return float(values.mean()) if len(values) else math.nan
