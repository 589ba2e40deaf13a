"""The checks that hold in any correct implementation, on small cities."""

import numpy as np
import pytest

from .city import DETAINED, EXILED, FREE, IMPRISONED, RESIDENT
from .names import OBSERVABLES
from .play import play, play_replicate

COLUMN = {name: index for index, name in enumerate(OBSERVABLES)}
DRIVE = {"hand_in_drive": [{"from": 20, "to": 69, "forgiveness": "promised"}]}
HANDED_IN = ("decoys_professional", "decoys_family", "real_professional", "real_family")
CALLING = ("calling_residents", "calling_families", "calling_smugglers", "calling_brokers")


def spec(days=100, residents=20000, parameters=None, **rest):
    return {"residents": residents, "days": days, "parameters": parameters or {}, **rest}


def of(results, *names):
    return sum(results[..., COLUMN[name]] for name in names)


def test_without_benefit_nobody_calls_within_weeks():
    quiet = spec(60, parameters={"benefit": [0, 0, 0, 0], "hysteresis": 0, "warmup": 0})
    calling = of(play_replicate(quiet, 1, 0), *CALLING)
    assert calling[0] > 0
    assert np.all(calling[50:] == 0)


def test_without_penalty_nobody_goes_quiet():
    rows = play_replicate(spec(parameters={"penalty": 0}, **DRIVE), 1, 0)
    assert np.array_equal(of(rows, *CALLING), of(rows, "phones_held"))
    assert of(rows, "phones_held").min() > 0


def test_without_kin_abroad_no_requests():
    rows = play_replicate(spec(parameters={"kin_abroad": 0}, **DRIVE), 1, 0)
    assert of(rows, "transfers_asked").sum() == 0
    assert of(rows, "calling_brokers").sum() > 0


def test_without_requests_no_transfers():
    rows = play_replicate(spec(parameters={"request_year": 0}), 1, 0)
    assert of(rows, "transfers_served", "transfers_unmet", "money_delivered").sum() == 0


def test_without_drives_no_hand_ins_and_oaths_only_from_warnings():
    warned, signed = [0], []

    def watch(city, day, tally):
        warned[0] += tally["warned"]
        signed.append((tally["signed"], warned[0]))

    rows = play_replicate(spec(200, parameters={"detect": 0.05, "raid": 1}), 1, 0, watch)
    assert of(rows, *HANDED_IN, "considered", "decoys_refused").sum() == 0
    assert signed[-1][0] > 0
    assert all(people <= warnings for people, warnings in signed)


def test_without_forgiveness_fewer_real_hand_ins():
    often = {"salience": 0.1, "smuggler": 0.1, "broker": 0.02, "kin_abroad": 0.2}
    bare = {"hand_in_drive": [{"from": 20, "to": 69, "forgiveness": "none"}]}
    real = ("real_professional", "real_family")
    with_it = of(play(spec(70, parameters=often, **DRIVE), 2, 1), *real)
    without = of(play(spec(70, parameters=often, **bare), 2, 1), *real)
    assert without.sum() < with_it.sum()


def test_twice_the_residents_twice_every_count():
    names = ("phones_held", "calls", "noticed", "signed", "calling_families", "free_adults")
    drive = {"oath_drive": [{"from": 10, "to": 30}]}
    small = play(spec(40, 20000, **drive), 6, 1)
    large = play(spec(40, 40000, **drive), 6, 2)
    for name in names:
        one, two = of(small, name).mean(axis=1), of(large, name).mean(axis=1)
        error = np.sqrt(4 * one.var(ddof=1) / len(one) + two.var(ddof=1) / len(two))
        assert abs(two.mean() - 2 * one.mean()) < 5 * error + 0.01 * two.mean(), name
    assert of(large, "fee").mean() == pytest.approx(of(small, "fee").mean(), rel=0.1)


def test_without_officers_detectors_reports_and_searches_nobody_is_caught():
    nobody = {"officers_per_ward": 0, "detect": 0, "notice": 0, "false_report": 0, "search": 0}
    rows = play_replicate(spec(parameters=nobody), 1, 0)
    assert of(rows, "caught", "arrested", "followed", "noticed", "detected").sum() == 0
    assert of(rows, "calls").sum() > 0


def test_two_years_without_a_campaign_show_no_trend_but_a_slow_loss():
    rows = play_replicate(spec(730, 60000), 1, 0)
    first, second = rows[:365], rows[365:]
    tolerance = {"need_kin": 0.05, "fee": 0.08, "followed": 0.25, "phones_held": 0.08}
    for name, share in tolerance.items():
        assert of(second, name).mean() == pytest.approx(of(first, name).mean(), rel=share), name
    lost = of(rows, "phones_held")[0] - of(rows, "phones_held")[-1]
    taken = of(rows, "caught").sum() + 3 * of(rows, "exiled_households").sum()
    assert -of(rows, "phones_bought").sum() <= lost <= taken


@pytest.mark.parametrize("seed", [1, 2])
def test_states_stay_consistent_every_day(seed):
    harsh = {"detect": 0.05, "raid": 1, "hold.resident": 0.05, "salience": 0.1, "breach": 0.5,
             "breach_days": 3, "detention_days": 4, "false_report": 1e-3, "buy": 0.3,
             "benefit.resident": 0.6}  # fmt: skip
    seen = {"detained": 0, "released": 0}
    before = {}

    def watch(city, day, tally):
        status = [int((city.status == s).sum()) for s in (FREE, DETAINED, IMPRISONED, EXILED)]
        names = ("free_adults", "in_detention", "in_prison", "in_exile")
        assert [tally[name] for name in names] == status and sum(status) == city.adults
        assert tally["phones_held"] <= city.adults
        assert not np.any(city.phone & (city.status != FREE))
        assert not np.any(city.calling & ~city.phone)
        assert np.all((city.r >= 0) & (city.r <= 1)) and np.all(city.s >= 0)
        assert np.all((city.b >= 0) & (city.b <= 1)) and np.all(city.D >= 0)
        assert tally["bribed"] + tally["arrested"] - tally["promises_broken"] == tally["caught"]
        assert tally["transfers_served"] + tally["transfers_unmet"] == tally["transfers_asked"]
        sentences = ("warned", "detained", "imprisoned", "exiled_households")
        assert sum(tally[name] for name in sentences) == tally["arrested"]
        handed_in = sum(tally[name] for name in HANDED_IN)
        assert handed_in + tally["decoys_refused"] <= tally["considered"]
        assert np.all(city.role[np.setdiff1d(np.arange(city.adults), city.first)] == RESIDENT)
        if before:
            released = before["held"] & (city.status == FREE)
            assert np.all(city.free_on[released] == day.t)
            seen["released"] += int(released.sum())
        before["held"] = city.status == DETAINED
        seen["detained"] += tally["detained"]

    play_replicate(spec(120, parameters=harsh, **DRIVE), seed, 0, watch)
    assert seen["released"] > 0 and seen["detained"] >= seen["released"]


def test_same_seed_same_rows_and_warmup_is_not_reported():
    rows = play_replicate(spec(30), 3, 0)
    assert rows.shape == (30, len(OBSERVABLES))
    assert np.array_equal(rows, play_replicate(spec(30), 3, 0))
    assert not np.array_equal(rows, play_replicate(spec(30), 3, 1))
    days = []
    play_replicate(spec(5), 3, 0, lambda city, day, tally: days.append(day.t))
    assert days == list(range(-60, 5))
