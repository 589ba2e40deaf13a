"""Cases worked by hand from the contract."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from .calendar import Calendar
from .city import BROKER, DETAINED, EXILED, FAMILY, FREE, RESIDENT, SMUGGLER, build
from .drives import choose, hand_in, values
from .living import broker_fee, drift, need
from .names import OBSERVABLES, PRODUCT_NAME, SYMBOL
from .parameters import STARTING_VALUES, base_values, chosen_rules, locate, namespace
from .policing import bribe_asked, following, heard_close, noticing, punishment


def city_and_day(seed=1, t=0, parameters=None, **events):
    spec = {"residents": 6000, "days": 200, "parameters": parameters or {}, **events}
    calendar, rng = Calendar(spec), np.random.default_rng(seed)
    return build(namespace(calendar.base), rng), calendar.today(t), rng


def empty_tally():
    return {name: 0 for name in OBSERVABLES}


def test_every_symbol_has_one_product_name_and_a_starting_value():
    assert set(PRODUCT_NAME) == set(STARTING_VALUES)
    assert len(SYMBOL) == len(PRODUCT_NAME)
    for name in set(SYMBOL) & set(PRODUCT_NAME):
        assert SYMBOL[name] == name, f"{name} would mean two things"


def test_overrides_are_read_by_symbol_and_by_product_name():
    given = {"phone_share.family": 0.5, "sentence_calm.exiled": 0.2, "settle_base": 3, "raid": 0.1}
    found = base_values({"residents": 1000, "parameters": given})
    assert found["hold"][1] == 0.5 and found["hold"][2] == 0.9
    assert found["sentence_calm"][3] == 0.2 and found["bribe0"] == 3 and found["raid"] == 0.1
    assert STARTING_VALUES["hold"][1] == 0.25
    with pytest.raises(KeyError):
        locate("phone_share.nobody")
    with pytest.raises(KeyError):
        locate("no_such_parameter")
    with pytest.raises(ValueError):
        chosen_rules({"rules": {"trust": "sometimes"}})


def test_threat_and_pressure_follow_the_calendar():
    calendar = Calendar({
        "residents": 1000, "days": 400,
        "hand_in_drive": [{"from": 10, "to": 20}], "oath_drive": [{"from": 150, "to": 160}],
        "sweep": [{"from": 115, "to": 116}], "peak": [{"from": 12, "to": 13, "pressure": 0.25}],
        "schedule": [{"parameter": "threat_oath", "from": 155, "to": 155, "value": 1.4}],
    })  # fmt: skip
    theta = {t: calendar.today(t).theta for t in range(-60, 400)}
    assert theta[-60] == theta[9] == 1
    assert theta[10] == theta[20] == 1.6
    assert theta[21] == theta[110] == 1.1 and theta[111] == 1
    assert theta[115] == theta[116] == 1.6 and theta[117] == 1
    assert theta[150] == theta[250] == 1.2 and theta[251] == 1 and theta[155] == 1.4
    pi = {t: calendar.today(t).pi for t in (9, 10, 12, 13, 15, 20, 21)}
    assert pi == {9: 0, 10: 0, 12: 0.25, 13: 0.3, 15: 0.5, 20: 1, 21: 0}
    assert [calendar.today(t).harsh for t in (20, 21, 399)] == [False, True, True]
    assert calendar.today(15).deadline == 20 and calendar.today(21).deadline is None


def test_calendar_refuses_overlapping_drives_and_scheduled_building():
    with pytest.raises(ValueError):
        Calendar({"days": 9, "oath_drive": [{"from": 1, "to": 5}, {"from": 5, "to": 6}]})
    with pytest.raises(ValueError):
        Calendar({"days": 9, "schedule": [{"parameter": "ties", "from": 1, "to": 2, "value": 3}]})


def test_the_city_has_the_shares_and_sizes_of_the_contract():
    p = namespace(base_values({"residents": 390000}))
    c = build(p, np.random.default_rng(5))
    assert c.households == 100000
    assert c.adults / c.households == pytest.approx(2.9, rel=0.01)
    assert c.size.sum() / c.households == pytest.approx(3.9, rel=0.01)
    shares = np.bincount(c.role_h, minlength=4) / c.households
    assert shares[BROKER] == pytest.approx(0.003, rel=0.2)
    assert shares[SMUGGLER] == pytest.approx(0.015, rel=0.1)
    assert shares[FAMILY] == pytest.approx(0.045 * (1 - 0.018), rel=0.05)
    households = np.bincount(c.unit_h)
    assert households[:-1].min() == 20 and households.max() == 40
    assert np.all(np.bincount(c.ward_u)[:-1] == 60)
    near = c.ward[c.ties] == c.ward[:, None]
    assert near.mean() == pytest.approx(0.8 + 0.2 / c.wards, abs=0.01)
    assert np.all(c.role[c.known[c.kin]] == BROKER) and np.all(c.known[~c.kin] == -1)
    assert not np.any(c.old & ~c.phone)
    assert c.phone[c.role == FAMILY].mean() == pytest.approx(0.25, abs=0.03)


def test_drift_by_hand():
    c, day, _ = city_and_day(t=5, meeting=[5])
    c.r[0], c.s[0], c.s0[0], c.D[:2], c.S[0], c.S0[0] = 0.1, 1.0, 0.2, 3.0, 0.0, 900.0
    c.followed[0], c.oath_day[0] = True, -25.0
    c.status[:3], c.free_on[:3] = DETAINED, (5, 6, 4)
    drift(c, day, chosen_rules({}))
    assert c.r[0] == pytest.approx(1 - (1 - 0.002 - 0.098 * 0.5 ** (1 / 40)) * 0.999)
    assert c.s[0] == pytest.approx(0.2 + 0.8 * 0.5 ** (1 / 60))
    assert c.D[0] == 4 and c.D[1] == pytest.approx(3 * 0.5 ** (1 / 14))
    assert c.S[0] == pytest.approx(10)
    assert c.w[0] == pytest.approx(0.5) and c.w[1] == 0
    assert list(c.status[:3]) == [FREE, DETAINED, FREE]
    drift(c, day, chosen_rules({"rules": {"oath": "none"}}))
    assert c.w[0] == 0


def test_need_and_fee_by_hand():
    c, day, _ = city_and_day(parameters={"broker": 0.05})
    c.n[0], c.S[0], c.n[1], c.S[1] = 0.9, -50, 0.3, 3000
    assert need(c, day.p)[:2] == pytest.approx([1, 0.5 * math.exp(-1)])
    c.calling[c.brokers] = False
    assert broker_fee(c, day.p)[0] == pytest.approx(0.6)  # 0.22 + 0.3 + 0.3, at the ceiling
    c.calling[c.brokers] = True
    c.r[:] = 0.01
    assert broker_fee(c, day.p)[0] == pytest.approx(0.22 + 0.15)


def test_values_of_handing_in_by_hand():
    c, day, _ = city_and_day(t=5, hand_in_drive=[{"from": 0, "to": 10, "forgiveness": "promised"}])
    i = np.array([0])
    c.a[0], c.s[0], c.D[0], c.r[0], c.b[0] = 1, 0.5, 20, 0.001, 0.5
    c.followed[0], c.old[0] = True, False
    c.B, c.U, c.X = (np.full(c.adults, x) for x in (1.0, -0.3, 240.0))
    keep, decoy, real, q = (float(x[0]) for x in values(c, day, i))
    A = 1.6 * (0.5 * 1.0 - 0.5 * 0.5)
    chance = (0.05 + 0.5 * (1 - math.exp(-1))) * (1 - 0.5 * 0.5)
    assert real == pytest.approx(A) and q == pytest.approx(chance)
    assert keep == pytest.approx(0.6 * 0.7 - 0.04 * 20)
    assert decoy == pytest.approx(0.76 + 0.6 * 0.7 + A - 0.1 - chance * 240 / 120)
    c.followed[0], c.old[0] = False, True
    keep, decoy, real, q = (float(x[0]) for x in values(c, day, i))
    assert q == pytest.approx(0.05 * 0.75) and real == pytest.approx(A)
    assert keep == pytest.approx(0.6 * 0.7)
    assert decoy == pytest.approx(0.76 + 0.6 * 0.7 + A - 0.05 * 0.75 * 240 / 120)


def test_a_second_promise_to_be_broken_replaces_the_first():
    certain = {"offer": 1, "breach": 1, "breach_days": 0, "amnesty": 1000, "q0": 0, "q1": 0}
    c, day, rng = city_and_day(t=5, parameters=certain, hand_in_drive=[{"from": 0, "to": 10}])
    c.B, c.U, c.X = np.ones(c.adults), np.full(c.adults, -0.3), np.full(c.adults, 240.0)
    c.caught = np.zeros(c.adults, bool)
    c.followed[:] = True
    holders = np.flatnonzero(c.phone)
    c.breach_on[holders] = 90
    tally = empty_tally()
    hand_in(c, day, rng, tally)
    assert tally["considered"] == len(holders) > 0 and tally["decoys_refused"] == 0
    assert np.all(c.breach_on[holders] == 6) and not c.followed[holders].any()
    assert np.all(c.D[holders] == 0) and np.all(c.oath_day[holders] == 5)
    assert tally["real_professional"] + tally["real_family"] == (~c.phone[holders]).sum()


def test_choice_is_a_multinomial_logit():
    scaled = np.tile(np.array([[0.0], [1.0], [-1.0]]), (1, 200000))
    share = np.bincount(choose(scaled, np.random.default_rng(1)), minlength=3) / 200000
    weights = np.exp([0, 1, -1])
    assert share == pytest.approx(weights / weights.sum(), abs=0.005)


def test_officers_follow_the_most_suspected_and_lower_ids_first():
    c, day, rng = city_and_day()
    c.s[:] = 0.5  # not above the threshold
    people = np.flatnonzero(c.ward == 0)[:6]
    c.s[people] = (0.6, 0.9, 0.7, 0.7, 0.7, 0.95)
    c.status[people[5]] = DETAINED
    following(c, day, rng, empty_tally())
    assert list(np.flatnonzero(c.followed)) == [people[1], people[2], people[3]]


def test_nobody_is_noticed_by_the_own_household_or_somebody_not_free():
    certain = {"notice": 1, "rep0": 50, "search": 1, "find": 1, "detect": 0, "false_report": 0}
    c, day, rng = city_and_day(parameters=certain)
    drift(c, day, chosen_rules({}))
    c.callers = np.flatnonzero(c.phone)
    c.status[:] = EXILED
    tally = empty_tally()
    noticing(c, day, chosen_rules({}), rng, tally)
    assert tally["noticed"] == tally["reports"] == 0 and not c.caught.any()
    c.status[:] = FREE
    noticing(c, day, chosen_rules({}), rng, tally)
    assert tally["noticed"] == tally["reports"] == c.caught.sum()
    assert 0.8 * len(c.callers) < tally["noticed"] < len(c.callers)


def test_an_arrest_is_heard_in_the_unit_by_ties_and_by_families_once_each():
    c, _, _ = city_and_day(parameters={"broker": 0.02, "kin_abroad": 0.2})
    broker = c.brokers[0]
    c.ties[broker] = [1, 1, 2, 3, 4, 5]
    family = np.flatnonzero(c.kin)[0]
    c.known[:] = -1
    c.known[family] = broker
    y = heard_close(c, np.array([broker]))
    expected = (c.unit == c.unit[broker]).astype(int)
    expected[1:6] += 1
    expected[c.first[family]] += 1
    assert np.array_equal(y, expected)


def test_bribe_asked_by_hand_and_an_arrest_takes_the_phone():
    c, day, rng = city_and_day(t=10, parameters={"bribe0": -60},
                               hand_in_drive=[{"from": 0, "to": 10}])  # fmt: skip
    broker = c.brokers[0]
    assert bribe_asked(c, day, broker) == pytest.approx(15000 * 2 * 2.2 * 1.25)
    c.caught = np.zeros(c.adults, bool)
    c.caught[broker] = True
    tally = empty_tally()
    punishment(c, day, SimpleNamespace(enforcement="local"), rng, tally)
    assert tally["caught"] == tally["arrested"] == 1 and tally["bribed"] == 0
    assert not c.phone[broker] and not c.calling[broker] and c.role[broker] != RESIDENT
    punishment(c, day, SimpleNamespace(enforcement="local"), rng, tally)
    assert tally["caught"] == 1  # no phone left to be caught with


def test_a_promise_falling_due_is_an_arrest_unless_not_free():
    c, day, rng = city_and_day(t=3)
    c.caught = np.zeros(c.adults, bool)
    c.breach_on[:2] = 3
    c.status[1] = DETAINED
    tally = empty_tally()
    punishment(c, day, SimpleNamespace(enforcement="local"), rng, tally)
    assert tally["promises_broken"] == tally["arrested"] == 1 and tally["caught"] == 0
    assert c.broken[0] and not c.broken[1] and not np.any(c.breach_on == 3)
