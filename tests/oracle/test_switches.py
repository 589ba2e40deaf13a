"""Checks that hold in any correct implementation: what a value or a rule switches off."""

import numpy as np
import pytest

from .cases import COLUMN, DRIVE, HANDED_IN, city_and_day, of, spec
from .city import BROKER
from .drives import values
from .names import OBSERVABLES
from .play import play, play_replicate

MANY = {"smuggler": 0.1, "broker": 0.03, "kin_abroad": 0.2}
HUNTED = {**MANY, "detect": 0.03, "raid": 0.6, "hold_days": 3, "salience": 0.1, "names": 0.8}


def same_but_for(one, other, *names):
    others = [COLUMN[name] for name in OBSERVABLES if name not in names]
    return np.array_equal(one[:, others], other[:, others], equal_nan=True)


def test_sources_change_nothing_but_what_is_told():
    told = ("told_arrests", "told_exiles", "told_hand_ins")
    rows = {s: play_replicate(spec(parameters={**HUNTED, "source": s}, **DRIVE), 1, 0)
            for s in (0, 0.01, 0.5)}  # fmt: skip
    assert of(rows[0], *told, "sources_calling").sum() == 0
    assert of(rows[0.5], *told).sum() > of(rows[0.01], *told).sum() > 0
    assert same_but_for(rows[0], rows[0.01], *told, "sources_calling")
    assert same_but_for(rows[0], rows[0.5], *told, "sources_calling")


def test_without_names_nobody_is_questioned_and_with_names_some_are():
    assert of(play_replicate(spec(parameters={**HUNTED, "names": 0}), 1, 0), "questioned").sum() == 0
    assert of(play_replicate(spec(parameters=HUNTED), 1, 0), "questioned").sum() > 0


def test_without_making_up_each_transfer_is_the_same():
    rows = play_replicate(spec(parameters={**MANY, "makeup": 0}), 1, 0)
    assert of(rows, "transfers_served").sum() > 0
    assert of(rows, "money_sent") == pytest.approx(5500 * of(rows, "transfers_served"))


def test_without_goods_nobody_sells_and_with_some_who_are_ransomed_do():
    without = play_replicate(spec(parameters={**HUNTED, "goods": 0}), 1, 0)
    assert of(without, "households_sold").sum() == 0
    assert of(play_replicate(spec(parameters=HUNTED), 1, 0), "households_sold").sum() > 0


def test_no_ward_follows_more_than_its_officers_can():
    most = [0, 0]

    def watch(city, day, tally):
        number = np.bincount(city.ward[city.followed], minlength=city.wards).max()
        assert number <= (6 if day.central else 3)
        most[day.central] = max(most[day.central], number)

    sweep = {"sweep": [{"from": 40, "to": 60}]}
    play_replicate(spec(parameters={**HUNTED, "central_caseload": 3}, **DRIVE, **sweep), 1, 0, watch)
    assert most == [3, 6]


def test_the_need_of_silent_traders_rises_by_a_fifth_within_ninety_days():
    silent = {"warmup": 0, "benefit": [0, 0.7, 0, 0], "hysteresis": 0}
    need = of(play(spec(100, 60000, silent), 2, 1), "need_traders").mean(axis=0)
    assert need[90] - need[0] > 0.2


@pytest.mark.parametrize("name, low, high", [("extort", 0, 0.2), ("extort_amount", 1000, 5000)])
def test_paying_makes_brokers_give_up_working_phones(name, low, high):
    many = {**MANY, "broker": 0.1, "officers_per_ward": 40, "offer": 0.3}
    real = [of(play(spec(70, 12000, {**many, name: value}, **DRIVE), 6, 1), "broker_real").sum()
            for value in (low, high)]  # fmt: skip
    assert real[0] < real[1]


def test_without_movement_nothing_is_delivered_and_no_trader_earns():
    rows = play_replicate(spec(parameters={**MANY, "movement": 0}), 1, 0)
    assert of(rows, "transfers_served", "money_delivered", "earned_traders").sum() == 0
    assert np.all(of(rows, "transfers_asked") == of(rows, "transfers_unmet"))
    assert of(rows, "transfers_asked").sum() > 0
    ordinary = [{"parameter": "movement", "from": 0, "to": 99, "value": 1}]
    rows = play_replicate(spec(parameters=MANY), 1, 0)
    assert same_but_for(rows, play_replicate(spec(parameters=MANY, schedule=ordinary), 1, 0))


@pytest.mark.parametrize("enter", [0, 0.05])
def test_brokers_are_replaced_only_by_smugglers_who_enter(enter):
    numbers, joined = [], []

    def watch(city, day, tally):
        numbers.append(int((city.role == BROKER).sum()))
        joined.append(tally["became_brokers"])

    play_replicate(spec(parameters={**HUNTED, "enter": enter}), 1, 0, watch)
    assert np.array_equal(np.diff(numbers), joined[1:])
    assert (sum(joined) > 0) == (enter > 0)


def test_an_oath_without_effect_is_a_calm_in_which_people_sign():
    rule, events = {"oath": "none"}, {"oath_drive": [{"from": 20, "to": 49}],
                                      "meeting": [{"on": 24, "reach": 1}]}  # fmt: skip
    calm = play_replicate(spec(parameters=HUNTED, rules=rule), 1, 0)
    oath = play_replicate(spec(parameters=HUNTED, rules=rule, **events), 1, 0)
    assert same_but_for(calm, oath, "signed", "signers_calling")
    assert of(oath, "signed")[-1] > 10000 > of(calm, "signed")[-1]
    effect = play_replicate(spec(parameters=HUNTED, **events), 1, 0)
    assert not same_but_for(calm, effect, "signed", "signers_calling", "threat", "phone_price")


def test_fixed_trust_never_moves_and_updated_trust_falls_with_broken_promises():
    broken = {**MANY, "breach": 0.6, "breach_days": 5, "salience": 0.1, "hold_days": 3}
    fixed, moved = (of(play_replicate(spec(parameters=broken, rules={"trust": rule}, **DRIVE), 1, 0),
                       "belief") for rule in ("fixed", "updated"))  # fmt: skip
    assert np.ptp(fixed) == 0 and moved[-1] < moved[0] == fixed[0]
    assert np.all(np.diff(moved) <= 1e-12)


def test_a_meeting_that_reaches_nobody_is_none():
    nobody = play_replicate(spec(parameters=MANY, meeting=[{"on": 20, "reach": 0}]), 1, 0)
    assert same_but_for(nobody, play_replicate(spec(parameters=MANY), 1, 0))
    everybody = play_replicate(spec(parameters=MANY, meeting=[{"on": 20, "reach": 1}]), 1, 0)
    assert not same_but_for(nobody, everybody)


def test_without_dead_phones_to_find_or_keep_there_are_no_decoys():
    none = {**MANY, "salience": 0.1, "dead_find": [0, 0, 0, 0], "old": [0, 0, 0, 0]}
    rows = play_replicate(spec(parameters=none, **DRIVE), 1, 0)
    decoys = ("decoys_professional", "decoys_family", "decoys_refused", "dead_phones_bought")
    assert of(rows, *decoys).sum() == 0 < of(rows, *HANDED_IN).sum()


@pytest.mark.parametrize("forgiveness", ["promised", "none"])
def test_following_changes_the_choice_through_fear_watched_days_and_refusal_alone(forgiveness):
    drive = [{"from": 0, "to": 10, "forgiveness": forgiveness}]
    off = {"fatigue": 0, "extort": 0, "q1": 0} if forgiveness == "promised" else {"q1": 0}
    c, day, _ = city_and_day(t=5, parameters=off, hand_in_drive=drive)
    c.B, c.U, c.X = np.ones(c.adults), np.full(c.adults, 0.3), np.full(c.adults, 240.0)
    c.D[:] = 30
    people = np.arange(c.adults)
    alone = values(c, day, people)
    c.followed[:] = True
    watched = values(c, day, people)
    assert all(np.array_equal(one, other) for one, other in zip(alone, watched))
