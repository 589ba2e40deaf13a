"""What the tests by hand start from."""

import numpy as np

from .calendar import Calendar
from .city import build
from .names import OBSERVABLES
from .parameters import namespace

COLUMN = {name: index for index, name in enumerate(OBSERVABLES)}
DRIVE = {"hand_in_drive": [{"from": 20, "to": 69, "forgiveness": "promised"}]}
HANDED_IN = ("decoys_professional", "decoys_family", "real_professional", "real_family")


def spec(days=100, residents=20000, parameters=None, **rest):
    """A small specification with a short warm-up."""
    values = {"warmup": 30, **(parameters or {})}
    return {"residents": residents, "days": days, "parameters": values, **rest}


def of(results, *names):
    return sum(results[..., COLUMN[name]] for name in names)


def city_and_day(seed=1, t=0, parameters=None, **events):
    spec = {"residents": 6000, "days": 200, "parameters": parameters or {}, **events}
    calendar, rng = Calendar(spec), np.random.default_rng(seed)
    return build(namespace(calendar.base), rng), calendar.today(t), rng


def empty_tally():
    return {name: 0 for name in OBSERVABLES}
