"""Cases worked by hand from the contract: steps 7, 8, 12 and 13."""

import numpy as np
import pytest

from .cases import city_and_day, empty_tally
from .city import BROKER, DETAINED, EXILED, FAMILY, FREE, HELD, NEVER, RESIDENT
from .living import drift
from .news import broken_promises_heard, heard_close, name, tell
from .policing import following, noticing


def test_officers_follow_the_most_suspected_and_lower_ids_first():
    c, day, rng = city_and_day()
    c.s[:] = 0.5  # not above the threshold
    people = np.flatnonzero(c.ward == 0)[:6]
    c.s[people] = (0.6, 0.9, 0.7, 0.7, 0.7, 0.95)
    c.status[people[5]] = DETAINED
    following(c, day, rng, empty_tally())
    assert list(np.flatnonzero(c.followed)) == [people[1], people[2], people[3]]


def test_in_a_drive_reputation_counts_until_one_hands_in():
    c, day, rng = city_and_day(t=5, hand_in_drive=[{"from": 4, "to": 9}], parameters={"extort": 1})
    c.s[:], c.s0[:], c.role[:] = 0.1, 0, RESIDENT
    people = np.flatnonzero(c.ward == 0)[:4]
    c.s0[people], c.handed_in_on[people] = (0.3, 0.2, 0.4, 0.4), (NEVER, NEVER, 4, 3)
    c.S[:] = -7500
    tally = empty_tally()
    following(c, day, rng, tally)  # 0.1 + 1.5 x 0.3 = 0.55, 0.4, 0.1 (ticked off), 0.7
    assert list(np.flatnonzero(c.followed)) == [people[0], people[3]]
    payers = set(c.hh[people[[0, 3]]])
    assert tally["extorted"] == pytest.approx(sum(-7500 - c.S[h] for h in payers))
    assert c.S.min() == -8000  # on credit, and no further
    day.drive = None
    following(c, day, rng, tally)
    assert not c.followed.any()


def test_nobody_is_noticed_by_the_own_household_or_somebody_not_free():
    certain = {"notice": 1, "rep0": 50, "search": 1, "find": 1, "detect": 0, "false_report": 0}
    c, day, rng = city_and_day(parameters=certain)
    drift(c, day)
    c.callers = c.first
    c.phone[c.first] = True
    c.status[:] = EXILED
    tally = empty_tally()
    noticing(c, day, rng, tally)
    assert tally["noticed"] == tally["reports"] == 0 and not c.caught.any()
    c.status[:] = FREE
    noticing(c, day, rng, tally)
    assert tally["noticed"] == tally["reports"] == c.caught.sum()
    assert 0.9 * len(c.callers) < tally["noticed"] < len(c.callers)


def test_who_was_named_yesterday_and_is_free_is_questioned_and_perhaps_searched():
    nothing = {"notice": 0, "detect": 0, "false_report": 0, "search": 1, "find": 1}
    c, day, rng = city_and_day(parameters=nothing)
    c.callers, c.w = np.zeros(0, int), np.zeros(c.adults)
    c.phone[:3], c.s[:3], c.named[:3], c.status[2] = (True, False, True), 0, True, HELD
    tally = empty_tally()
    noticing(c, day, rng, tally)
    assert tally["questioned"] == 2 and tally["questioned_without_phone"] == 1
    assert list(c.s[:3]) == [0.5, 0.5, 0] and list(np.flatnonzero(c.caught)) == [0]
    noticing(c, day, rng, tally)
    assert tally["questioned"] == 0  # the naming of who was held has lapsed


def test_an_arrest_is_heard_in_the_unit_by_ties_and_by_families():
    c, _, _ = city_and_day(parameters={"broker": 0.02, "kin_abroad": 0.2})
    broker = np.flatnonzero(c.role == BROKER)[0]
    c.ties[broker] = [1, 1, 2, 3, 4, broker]
    family = np.flatnonzero(c.kin)[0]
    c.known[:] = -1
    c.known[family] = broker
    y = heard_close(c, np.array([broker]))
    expected = (c.unit == c.unit[broker]).astype(int)
    expected[1] += 2  # once for each naming
    expected[2:5] += 1
    expected[broker] += 1
    expected[c.first[family]] += 1  # once, though both are the same
    assert np.array_equal(y, expected)


def test_a_broken_promise_is_heard_of_in_the_ward_by_ties_and_a_little_in_the_city():
    c, day, _ = city_and_day(parameters={"residents": 60000, "units_per_ward": 10})
    far = np.flatnonzero(c.ward == 1)[0]
    c.ties[0] = far
    c.broken_grade = {0: 0.5, 1: 0.25}
    z = broken_promises_heard(c, day.p)
    assert z[0] == pytest.approx(0.75) and z[far] == pytest.approx(0.5 + 0.25 * 0.03)
    other = np.setdiff1d(np.flatnonzero(c.ward == 2), c.ties[1])[0]
    assert z[other] == pytest.approx(0.75 * 0.03)


def test_an_arrest_gives_clients_and_brokers_away():
    c, day, rng = city_and_day(parameters={"broker": 0.02, "kin_abroad": 0.2, "names": 1})
    one, two = np.flatnonzero(c.role == BROKER)[:2]
    families = np.flatnonzero(c.kin & (c.role_h == FAMILY))[:3]
    c.known[:] = -1
    c.known[families] = [[one, one], [one, two], [two, two]]
    c.arrested = np.zeros(c.adults, bool)
    c.arrested[one] = True
    name(c, day.p, np.array([one]), rng)
    assert set(np.flatnonzero(c.named)) == set(c.first[families[:2]])
    c.named[:] = False
    c.arrested[c.first[families[1]]] = True
    name(c, day.p, np.flatnonzero(c.arrested), rng)
    assert set(np.flatnonzero(c.named)) == {c.first[families[0]], two}


def test_what_is_near_a_calling_source_is_told_and_the_rest_by_hearsay():
    c, day, rng = city_and_day(parameters={"residents": 60000, "units_per_ward": 10})
    day.p.heard_city = 0
    c.source[:] = c.calling[:] = False
    source = np.flatnonzero(c.ward == 3)[0]
    c.ties[:] = 0
    c.arrested, c.exiled_cases, c.handed_in = np.zeros(c.adults, bool), [source + 1], np.array([5])
    c.arrested[[source, source + 1, 7]] = True
    c.ties[5] = source
    tally = empty_tally()
    tell(c, day, tally)
    assert tally["told_arrests"] == tally["told_exiles"] == tally["told_hand_ins"] == 0
    c.source[source] = c.calling[source] = True
    tell(c, day, tally)
    assert (tally["told_arrests"], tally["told_exiles"], tally["told_hand_ins"]) == (2, 1, 1)
    day.p.heard_city = 1
    tell(c, day, tally)
    assert tally["told_arrests"] == 5 and tally["sources_calling"] == 1
