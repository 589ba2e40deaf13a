"""One day, the thirteen steps in order. Step 1 (calendar) has already made `day`."""

import numpy as np

from .city import BROKER, DETAINED, EXILED, FAMILY, FREE, IMPRISONED, NO_OATH, RESIDENT, SMUGGLER
from .drives import hand_in, oath
from .living import acquisition, calls, contact, drift, need, remittances
from .names import COUNTS, OBSERVABLES
from .policing import following, news, noticing, punishment


def play_day(c, day, rules, rng):
    """Plays one day on the city and returns the observables of the day by name."""
    tally = {name: 0 if name in COUNTS else 0.0 for name in OBSERVABLES}
    drift(c, day, rules)
    contact(c, day, rules, rng)
    acquisition(c, day, rng, tally)
    remittances(c, day, rng, tally)
    calls(c, day, rng, tally)
    noticing(c, day, rules, rng, tally)
    following(c, day, rng, tally)
    hand_in(c, day, rng, tally)
    oath(c, day, rng)
    punishment(c, day, rules, rng, tally)
    news(c, day, rules)
    observe(c, day, tally)
    return tally


def observe(c, day, tally):
    """Step 13: the stocks at the end of the day; the flows are in the tally already."""
    calling = np.bincount(c.role[c.calling], minlength=4)
    signed = c.oath_day > NO_OATH
    status = np.bincount(c.status, minlength=4)
    N = need(c, day.p)
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
        need_kin=mean(N[c.kin]),
        need_traders=mean(N[c.role_h >= SMUGGLER]),
        risk_roles=mean(c.r[c.role != RESIDENT]),
        threat=day.theta,
        pressure=day.pi,
    )


def mean(values):
    return float(values.mean()) if len(values) else 0.0
