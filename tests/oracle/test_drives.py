"""Cases worked by hand from the contract: step 9, the hand-in drive."""

import math

import numpy as np
import pytest

from .cases import city_and_day, empty_tally
from .drives import choose, hand_in, values


def test_values_of_handing_in_by_hand():
    c, day, _ = city_and_day(t=5, hand_in_drive=[{"from": 0, "to": 10, "forgiveness": "promised"}])
    i = np.array([0])
    c.a[0], c.s[0], c.D[0], c.r[0], c.b[0] = 1, 0.5, 20, 0.001, 0.5
    c.S[0], c.G[0] = -3000, 25000
    c.followed[0] = True
    c.B, c.U, c.X = (np.full(c.adults, x) for x in (1.0, -0.3, 240.0))
    keep, decoy, real, q = (float(x[0]) for x in values(c, day, i))
    A = 1.6 * (0.5 * 1.0 - 0.5 * 0.5) + 0.1 * 20 * 0.5
    chance = (0.01 + 0.1 * (1 - math.exp(-1))) * (1 - 0.5 * 0.5)
    T = 120 * 0.05 * 1000 * 1.5 / (8000 - 3000 + 25000)
    assert real == pytest.approx(A + 0.5 * T) and q == pytest.approx(chance)
    assert keep == pytest.approx(0.6 * 0.7)
    assert decoy == pytest.approx(0.76 + 0.6 * 0.7 + A - chance * 240 / 120)
    c.followed[0] = False
    keep, decoy, real, q = (float(x[0]) for x in values(c, day, i))
    A = 1.6 * (0.5 * 1.0 - 0.5 * 0.5)
    assert q == pytest.approx(0.01 * 0.75) and real == pytest.approx(A)
    assert decoy == pytest.approx(0.76 + 0.6 * 0.7 + A - 0.01 * 0.75 * 240 / 120)
    day.promised = False
    assert float(values(c, day, i)[2][0]) == pytest.approx(-0.5 * 1.6)


def drive_day(parameters, t=5):
    """A day in a drive on which everybody who holds a phone is followed."""
    c, day, rng = city_and_day(t=t, parameters=parameters, hand_in_drive=[{"from": 0, "to": 10}])
    c.B, c.U, c.X = np.ones(c.adults), np.full(c.adults, -0.3), np.full(c.adults, 240.0)
    c.caught, c.P = np.zeros(c.adults, bool), 1500.0
    c.followed[:] = True
    return c, day, rng, np.flatnonzero(c.phone)


def test_without_a_dead_phone_the_choice_is_between_keeping_and_the_real_one():
    c, day, rng, holders = drive_day({"offer": 1, "dead_find": [0, 0, 0, 0], "amnesty": 1000})
    c.old[:] = False
    tally = empty_tally()
    hand_in(c, day, rng, tally)
    assert tally["decoys_professional"] == tally["decoys_family"] == tally["decoys_refused"] == 0
    assert tally["real_professional"] + tally["real_family"] == len(holders)


def test_a_dead_phone_found_is_paid_for_and_used_up_or_kept_when_refused():
    chance = {"offer": 1, "dead_find": [1, 1, 1, 1], "amnesty": 1000, "q1": 0, "patience": 500}
    for q0 in (0, 1):
        c, day, rng, holders = drive_day(dict(chance, q0=q0, tolerance=0, horizon=1e9))
        c.old[:], c.S[:] = False, 1000
        c.B[:] = 2  # the phone is worth keeping
        tally = empty_tally()
        hand_in(c, day, rng, tally)
        assert tally["dead_phones_bought"] == len(holders) and not c.calling[~c.phone].any()
        assert c.S.sum() == pytest.approx(1000 * c.households - len(holders) * 300)
        accepted = tally["decoys_professional"] + tally["decoys_family"]
        assert accepted == (0 if q0 else len(holders))
        assert tally["decoys_refused"] == (len(holders) if q0 else 0)
        assert np.all(c.old[holders] == bool(q0)) and np.all(c.phone[holders])
    c, day, rng, holders = drive_day(dict(chance, q0=0))
    c.old[:], c.S[:] = False, 299
    tally = empty_tally()
    hand_in(c, day, rng, tally)
    assert tally["dead_phones_bought"] == 0


def test_an_officer_asks_the_same_person_ever_more_rarely():
    never = {"offer": 1, "amnesty": 0, "confess": 1000, "fatigue": 0, "salience": 0}
    c, day, rng, holders = drive_day(never)
    tally = empty_tally()
    hand_in(c, day, rng, tally)
    assert tally["considered"] == len(holders) and np.all(c.o[holders] == 1)
    hand_in(c, day, rng, tally)
    assert 0.3 < tally["considered"] / len(holders) < 0.7


def test_who_has_handed_in_is_asked_by_officers_only():
    often = {"offer": 0, "salience": 1, "salience_tau": 1e9}
    c, day, rng, holders = drive_day(often)
    c.handed_in_on[holders] = np.where(np.arange(len(holders)) % 2, 0, -1)
    tally = empty_tally()
    hand_in(c, day, rng, tally)
    assert tally["considered"] == (c.handed_in_on[holders] != 0).sum() > 0


def test_a_second_promise_to_be_broken_replaces_the_first():
    c, day, rng, holders = drive_day({"offer": 1, "breach": 1, "breach_days": 0, "amnesty": 1000,
                                      "q0": 0, "q1": 0})  # fmt: skip
    c.breach_on[holders] = 90
    tally = empty_tally()
    hand_in(c, day, rng, tally)
    assert tally["considered"] == len(holders) > 0 and tally["decoys_refused"] == 0
    assert np.all(c.breach_on[holders] == 6) and not c.followed[holders].any()
    assert np.all(c.D[holders] == 0) and np.all(c.oath_day[holders] == 5)
    assert np.all(c.handed_in_on[holders] == 5) and np.array_equal(c.handed_in, holders)
    assert tally["real_professional"] + tally["real_family"] == (~c.phone[holders]).sum()


def test_choice_is_a_multinomial_logit():
    scaled = np.tile(np.array([[0.0], [1.0], [-1.0]]), (1, 200000))
    share = np.bincount(choose(scaled, np.random.default_rng(1)), minlength=3) / 200000
    weights = np.exp([0, 1, -1])
    assert share == pytest.approx(weights / weights.sum(), abs=0.005)
