"""Cases worked by hand from the contract: names, calendar, building, steps 2 to 6."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from .calendar import Calendar
from .cases import city_and_day, empty_tally
from .city import BROKER, DETAINED, FAMILY, FREE, RESIDENT, SMUGGLER, build
from .living import broker_fee, calling_brokers, contact, drift, earn, need, send
from .names import PRODUCT_NAME, SYMBOL
from .parameters import STARTING_VALUES, base_values, chosen_rules, locate, namespace

SEVERITY = SimpleNamespace(deterrence="severity")


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
    assert theta[21] == theta[65] == 1.05 and theta[66] == 1
    assert theta[115] == theta[116] == 1.6 and theta[117] == 1
    assert theta[150] == theta[205] == 1.15 and theta[206] == 1 and theta[155] == 1.4
    pi = {t: calendar.today(t).pi for t in (9, 10, 12, 13, 15, 20, 21)}
    assert pi == {9: 0, 10: 0, 12: 0.25, 13: 0.3, 15: 0.5, 20: 1, 21: 0}
    assert [calendar.today(t).harsh for t in (20, 21, 399)] == [False, True, True]
    assert calendar.today(15).drive["to"] == 20 and calendar.today(21).drive is None


def test_of_threats_that_apply_the_largest_counts_and_a_drive_of_one_day_presses_nobody():
    calendar = Calendar({"residents": 1000, "days": 400, "hand_in_drive": [{"from": 10, "to": 10}],
                         "oath_drive": [{"from": 12, "to": 20}]})  # fmt: skip
    assert calendar.today(10).theta == 1.6 and calendar.today(10).pi == 0
    assert calendar.today(11).theta == 1.05
    assert calendar.today(12).theta == calendar.today(55).theta == 1.15


def test_rules_act_last_on_whatever_value_holds_that_day():
    schedule = [{"parameter": "rep_oath", "from": 3, "to": 4, "value": 2}]
    spec = {"residents": 1000, "days": 9, "oath_drive": [{"from": 1, "to": 2}], "schedule": schedule}
    none = Calendar(dict(spec, rules={"oath": "none"}))
    assert none.today(1).theta == 1 and none.today(3).p.rep_oath == none.today(3).p.meeting == 0
    false = Calendar(dict(spec, rules={"oath": "false_enforcement"}))
    assert false.today(3).p.rep_oath == 6 and false.today(5).p.rep_oath == 1.5
    assert false.today(3).p.oath_effect == 0 and false.today(1).theta == 1.15


def test_calendar_refuses_overlapping_drives_and_scheduled_building():
    with pytest.raises(ValueError):
        Calendar({"days": 9, "oath_drive": [{"from": 1, "to": 5}, {"from": 5, "to": 6}]})
    with pytest.raises(ValueError):
        Calendar({"days": 9, "schedule": [{"parameter": "ties", "from": 1, "to": 2, "value": 3}]})
    with pytest.raises(ValueError):
        Calendar({"days": 9, "meeting": [3, {"on": 3, "reach": 1}]})
    twice = [{"parameter": "shock", "from": 1, "to": 2, "value": 0.3},
             {"parameter": "need_shock", "from": 2, "to": 5, "value": 0.4}]  # fmt: skip
    with pytest.raises(ValueError):
        Calendar({"days": 9, "schedule": twice})


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
    assert np.array_equal(c.G, 10 * c.S0) and not np.any(c.source & ~c.phone)
    gap = c.first_day - c.transfer_on[c.kin]
    assert gap.min() >= 1 and gap.mean() == pytest.approx(860.5, rel=0.05)
    assert np.all(c.contact_on >= c.transfer_on) and c.contact_on.max() < c.first_day
    silent = ~c.phone[c.first]
    assert np.array_equal(c.contact_on[silent], c.transfer_on[silent])
    recent = c.first_day - c.contact_on[(c.role_h == BROKER) & c.kin]
    assert recent.mean() < 6


def test_drift_by_hand():
    c, day, rng = city_and_day(t=5, meeting=[{"on": 5, "reach": 1}])
    c.r[0], c.s[0], c.s0[0], c.D[:2], c.S[0], c.S0[0] = 0.1, 1.0, 0.2, 3.0, 0.0, 900.0
    c.role_h[0], c.ever_held[0] = RESIDENT, True
    c.followed[0], c.oath_day[0] = True, -25.0
    c.status[:3], c.free_on[:3] = DETAINED, (5, 6, 4)
    drift(c, day)
    assert c.r[0] == pytest.approx(1 - (1 - 0.002 - 0.098 * 0.5 ** (1 / 40)) * 0.999)
    assert c.s[0] == pytest.approx(0.2 + 0.8 * 0.5 ** (1 / 60))
    assert c.D[0] == 4 and c.D[1] == pytest.approx(3 * 0.5 ** (1 / 14))
    assert c.S[0] == pytest.approx(20)
    assert c.w[0] == pytest.approx(0.5) and c.w[1] == 0
    assert list(c.status[:3]) == [FREE, DETAINED, FREE]


def test_a_household_that_lives_from_the_trade_spends_what_it_has():
    c, day, rng = city_and_day()
    c.role_h[:3], c.ever_held[c.first[:3]] = SMUGGLER, (True, False, True)
    c.S[:3], c.S0[:3] = (900, 0, -450), 900
    drift(c, day)
    assert c.S[:3] == pytest.approx([900 * 44 / 45, 20, -450 * 44 / 45])


def test_a_meeting_is_of_some_units_and_reaches_all_who_belong_to_them():
    c, day, rng = city_and_day(t=5, meeting=[{"on": 5, "reach": 0.3}],
                               parameters={"risk_halflife": 1e9})  # fmt: skip
    c.status[:] = DETAINED
    drift(c, day)
    frightened = c.r > 0.0025
    assert np.allclose(c.r[frightened], 0.002 + 0.998 * 0.001)
    assert np.allclose(c.r[~frightened], 0.002)
    share = np.array([frightened[c.unit == u].mean() for u in range(c.units)])
    assert set(share) == {0, 1} and 0.1 < share.mean() < 0.5
    assert city_and_day(t=5, meeting=[5])[1].reach == pytest.approx(1 / 60)


def test_benefit_of_traders_moves_with_the_trade_and_certainty_leaves_threats_out():
    c, day, rng = city_and_day(parameters={"movement": 0.3})
    day.theta, c.w, c.n[:], c.S[:] = 1.6, np.full(c.adults, 0.5), 0.2, 0
    contact(c, day, SEVERITY, rng)
    i = np.flatnonzero(c.role == BROKER)[0]
    family = np.flatnonzero(c.role == FAMILY)[0]
    assert c.X[i] == pytest.approx(150 * 1.6 * 1.04)
    assert c.B[i] == pytest.approx(1.4 * (0.21 + 0.4))
    assert c.B[family] == pytest.approx(0.7 * (0.7 + 0.4))
    contact(c, day, SimpleNamespace(deterrence="certainty"), rng)
    assert c.X[i] == 150


def test_need_and_fee_by_hand():
    c, day, _ = city_and_day(parameters={"broker": 0.05})
    c.n[0], c.S[0], c.n[1], c.S[1] = 0.9, -50, 0.3, 3000
    assert need(c, day.p)[:2] == pytest.approx([1, 0.5 * math.exp(-1)])
    brokers = np.flatnonzero(c.role == BROKER)
    c.calling[brokers] = False
    assert broker_fee(c, day.p, calling_brokers(c)) == pytest.approx(0.6)  # the ceiling
    c.calling[brokers] = True
    c.r[:] = 0.01
    assert broker_fee(c, day.p, calling_brokers(c)) == pytest.approx(0.155 + 0.15)
    c.brokers_at_start = 4 * len(brokers) / 3
    assert broker_fee(c, day.p, calling_brokers(c)) == pytest.approx(0.155 + 0.15 + 0.15)


def test_what_was_not_sent_is_partly_made_up():
    c, day, _ = city_and_day(t=100)
    h, broker = np.flatnonzero(c.kin)[0], np.flatnonzero(c.role == BROKER)[0]
    c.served, c.transfer_on[h], c.S[h], c.S[c.hh[broker]] = [], -300, 0, 0
    tally = empty_tally()
    send(c, day, h, broker, 0.3, tally)
    M = 5500 * (0.15 + 0.85 * 400 * 0.65 / 365)
    assert tally["money_sent"] == pytest.approx(M) and c.S[h] == pytest.approx(0.7 * M)
    assert tally["money_delivered"] == pytest.approx(0.7 * M)
    assert c.S[c.hh[broker]] == pytest.approx(M * 0.3 * 0.35)
    assert c.transfer_on[h] == c.contact_on[h] == 100 and c.served == [broker]


def test_who_calls_at_the_ordinary_rate_keeps_the_ordinary_level():
    c, day, rng = city_and_day()
    i = np.flatnonzero((c.role == SMUGGLER) & c.ever_held)[0]
    h, tally = c.hh[i], empty_tally()
    c.S[h] = c.S0[h] = 3000
    earn(c, day.p, np.array([i]), tally)
    gained = c.S[h] - 3000
    assert gained == pytest.approx(3000 / (45 * 0.12)) == pytest.approx(tally["earned_traders"])
    drift(c, day)
    assert 0.12 * gained == pytest.approx(3000 / 45)
