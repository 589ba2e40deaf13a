"""Cases worked by hand from the contract: step 11."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from .cases import city_and_day, empty_tally
from .city import BROKER, DETAINED, EXILED, FAMILY, FREE, HELD, RESIDENT
from .living import drift
from .punishment import let_go_chance, pay_ransom, punishment, tariff

LOCAL = SimpleNamespace(enforcement="local")


def test_the_bribe_asked_and_the_chance_to_settle_by_hand():
    c, day, rng = city_and_day(t=10, hand_in_drive=[{"from": 0, "to": 10}])
    assert tariff(day, BROKER) == pytest.approx(5000 * 2 * 2.2 * 1.25)
    assert tariff(day, FAMILY) == pytest.approx(5000 * 2.2 * 1.25)
    chance = 1 / (1 + math.exp(-(0.7 + math.log(0.5) - 0.5)))
    assert let_go_chance(day, LOCAL, 500, 1000) == pytest.approx(chance)
    counts = SimpleNamespace(enforcement="counts")
    chance = 1 / (1 + math.exp(-(0.7 - 2 + math.log(0.5) - 0.5 - 2)))
    assert let_go_chance(day, counts, 500, 1000, by_central=True) == pytest.approx(chance)
    day.pi = 0
    assert let_go_chance(day, counts, 500, 1000) == pytest.approx(1 / (1 + math.exp(-0.7) * 2))


def caught_day(parameters, caught=(), t=10):
    c, day, rng = city_and_day(t=t, parameters=parameters)
    c.caught = np.zeros(c.adults, bool)
    c.caught[list(caught)] = True
    c.phone[list(caught)] = True
    return c, day, rng, empty_tally()


def test_on_the_spot_the_cash_at_hand_counts_and_a_debt_does_not_grow_past_its_limit():
    c, day, rng, tally = caught_day({"bribe0": 60, "bribe_keeps": 1}, caught=[0])
    c.S[0], c.s[0], c.followed[0], c.calling[0] = 700, 1, True, True
    punishment(c, day, LOCAL, rng, tally)
    assert tally["bribes_paid"] == 700 and c.S[0] == 0 and c.s[0] == 0.5
    assert c.phone[0] and c.calling[0] and c.followed[0] and tally["bribed"] == 1
    c.S[0] = -8000
    punishment(c, day, LOCAL, rng, tally)
    assert c.S[0] == -8000 and tally["bribes_paid"] == 701


def test_an_arrest_takes_the_phone_and_holds_until_the_case_is_decided():
    c, day, rng, tally = caught_day({"bribe0": -60, "hold_days": 0}, caught=[3])
    c.followed[3], c.old[3] = True, True
    punishment(c, day, LOCAL, rng, tally)
    assert tally["caught"] == tally["arrested"] == 1
    assert tally["bribed"] == tally["cases_decided"] == 0
    assert c.status[3] == HELD and c.decided_on[3] == 11 and not c.followed[3]
    assert not c.phone[3] and not c.calling[3] and c.old[3]
    day.t, tally = 11, empty_tally()
    punishment(c, day, LOCAL, rng, tally)
    assert tally["cases_decided"] == 1 and tally["caught"] == tally["ransomed"] == 0
    sentences = ("warned", "detained", "imprisoned", "exiled_households")
    assert sum(tally[name] for name in sentences) == 1


def test_a_ransom_takes_savings_then_debt_then_goods_and_frees_tomorrow():
    c, day, rng, tally = caught_day({"bribe0": 60})
    c.status[0], c.decided_on[0], c.arrested_on[0], c.s[0] = HELD, 10, 4, 1
    c.S[0], c.G[0], c.role[0] = 1000, 20000, RESIDENT
    punishment(c, day, LOCAL, rng, tally)  # 25,000 asked
    assert tally["ransom_paid"] == 25000 and c.S[0] == -8000 and c.G[0] == 4000
    assert tally["households_sold"] == tally["ransomed"] == tally["warned"] == 1
    assert tally["days_held"] == 6 and c.s[0] == 0.5 and c.oath_day[0] == 10
    assert c.status[0] == DETAINED and tally["detained"] == 0
    day.t = 11
    drift(c, day)
    assert c.status[0] == FREE
    tally = empty_tally()
    c.S[0], c.G[0] = -9000, 100
    pay_ransom(c, day, 0, 1, tally)
    assert (c.S[0], c.G[0], tally["households_sold"]) == (-9000, 99, 0)
    c.G[0] = 0
    pay_ransom(c, day, 0, 1, tally)
    assert c.G[0] == 0 and tally["ransom_paid"] == 2  # a purse of 1 by its floor alone


def test_an_exile_takes_the_household_and_its_other_cases_lapse():
    c, day, rng, tally = caught_day({"bribe0": -60, "sentence_calm": [0, 0, 0, 1]})
    h = np.flatnonzero(c.adults_of >= 3)[0]
    a, b, third = c.first[h] + np.arange(3)
    c.status[[a, b]], c.decided_on[[a, b]] = HELD, 10
    c.caught[third] = c.phone[third] = True
    c.about_promise[a] = True
    punishment(c, day, LOCAL, rng, tally)
    assert tally["cases_decided"] == tally["cases_lapsed"] == tally["exiled_households"] == 1
    assert tally["caught"] == 0 and tally["exiled_people"] == c.size[h]
    assert np.all(c.status[[a, b, third]] == EXILED) and not c.phone[third]
    assert c.exiled_cases == [a] and c.broken_grade == {a: 1}


def test_a_promise_falling_due_is_an_arrest_unless_not_free():
    c, day, rng, tally = caught_day({"hold_days": 0, "bribe0": 60}, t=3)
    c.breach_on[:2] = 3
    c.status[1] = DETAINED
    punishment(c, day, LOCAL, rng, tally)
    assert tally["promises_broken"] == tally["arrested"] == 1 and tally["caught"] == 0
    assert c.about_promise[0] and c.status[1] == DETAINED and not np.any(c.breach_on == 3)
    assert c.broken_grade == {}  # heard of when the case is decided
    day.t = 4
    punishment(c, day, LOCAL, rng, tally)
    assert c.broken_grade == {0: 0.25} and tally["ransomed"] == 1
