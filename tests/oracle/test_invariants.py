"""The checks that hold in any correct implementation, on small cities."""

import numpy as np
import pytest

from .cases import DRIVE, HANDED_IN, of, spec
from .city import DETAINED, EXILED, FREE, HELD, IMPRISONED, RESIDENT
from .names import OBSERVABLES
from .play import play, play_replicate

CALLING = ("calling_residents", "calling_families", "calling_smugglers", "calling_brokers")
MANY = {"smuggler": 0.1, "broker": 0.03, "kin_abroad": 0.2}


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
    assert of(rows, "transfers_served", "transfers_unmet", "money_sent").sum() == 0


def test_without_drives_no_hand_ins_and_oaths_only_from_warnings():
    warned, signed = [0], []

    def watch(city, day, tally):
        warned[0] += tally["warned"]
        signed.append((tally["signed"], warned[0]))

    caught = {"detect": 0.05, "raid": 1, "hold_days": 3}
    rows = play_replicate(spec(200, parameters=caught), 1, 0, watch)
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


def test_without_officers_detectors_reports_and_searches_nobody_is_caught_held_or_questioned():
    nobody = {"officers_per_ward": 0, "detect": 0, "notice": 0, "false_report": 0, "search": 0,
              "breach": 0, "q0": 0, "q1": 0, "salience": 0.1}  # fmt: skip
    rows = play_replicate(spec(parameters=nobody, **DRIVE), 1, 0)
    caught = ("caught", "arrested", "followed", "noticed", "detected", "in_custody", "questioned")
    assert of(rows, *caught).sum() == 0
    assert of(rows, "calls").sum() > 0 and of(rows, *HANDED_IN).sum() > 0


def test_three_years_without_a_campaign_show_no_trend_but_a_slow_loss():
    rows = play_replicate(spec(1095, 30000, {"warmup": 365}), 1, 0)
    first, last = rows[:365], rows[-365:]
    tolerance = {"need_kin": 0.03, "need_traders": 0.1, "followed": 0.2, "reached_365": 0.1,
                 "fee": 0.3, "calling_families": 0.2, "phones_held": 0.1}  # fmt: skip
    for name, share in tolerance.items():
        assert of(last, name).mean() == pytest.approx(of(first, name).mean(), rel=share), name
    lost = of(rows, "phones_held")[0] - of(rows, "phones_held")[-1]
    taken = of(rows, "caught").sum() + 3 * of(rows, "exiled_households").sum()
    assert -of(rows, "phones_bought").sum() <= lost <= taken


@pytest.mark.parametrize("seed", [1, 2])
def test_states_stay_consistent_every_day(seed):
    harsh = {"detect": 0.05, "raid": 1, "hold.resident": 0.3, "salience": 0.1, "breach": 0.5,
             "breach_days": 3, "detention_days": 4, "false_report": 1e-3, "buy": 0.3,
             "benefit.resident": 0.6, "hold_days": 12, "search": 0.8, "find": 0.8, "goods": 1,
             "names": 0.8, "source": 0.02, "kin_abroad": 0.2, "broker": 0.01,
             "sentence_calm": [0.2, 0.4, 0.1, 0.3]}  # fmt: skip
    seen = dict.fromkeys(("detained", "released", "decided", "arrested", "lapsed"), 0)
    seen |= dict.fromkeys(AT_MOST, 0)
    before = {}

    def watch(city, day, tally):
        states = (FREE, DETAINED, IMPRISONED, EXILED, HELD)
        status = [int((city.status == s).sum()) for s in states]
        names = ("free_adults", "in_detention", "in_prison", "in_exile", "in_custody")
        assert [tally[name] for name in names] == status and sum(status) == city.adults
        assert tally["phones_held"] <= city.adults
        assert not np.any(city.phone & (city.status != FREE))
        assert not np.any(city.calling & ~city.phone)
        assert np.all((city.r >= 0) & (city.r <= 1)) and np.all(city.s >= 0)
        assert np.all((city.b >= 0) & (city.b <= 1)) and np.all(city.D >= 0)
        assert tally["bribed"] + tally["arrested"] - tally["promises_broken"] == tally["caught"]
        assert tally["transfers_served"] + tally["transfers_unmet"] == tally["transfers_asked"]
        sentences = ("warned", "detained", "imprisoned", "exiled_households")
        assert sum(tally[name] for name in sentences) == tally["cases_decided"]
        for what, event in (("decided", "cases_decided"), ("lapsed", "cases_lapsed"),
                            ("arrested", "arrested")):  # fmt: skip
            seen[what] += tally[event]
        assert seen["arrested"] == seen["decided"] + seen["lapsed"] + tally["in_custody"]
        for part, wholes in AT_MOST.items():
            assert tally[part] <= sum(tally[whole] for whole in wholes), part
            seen[part] += tally[part]
        handed_in = sum(tally[name] for name in HANDED_IN)
        assert handed_in + tally["decoys_refused"] <= tally["considered"]
        assert np.all(city.role[np.setdiff1d(np.arange(city.adults), city.first)] == RESIDENT)
        if before:
            released = before["held"] & (city.status == FREE)
            assert np.all(city.free_on[released] == day.t)
            assert not np.any(city.status[before["decided today"]] == HELD)
            seen["released"] += int(released.sum())
        before["held"] = city.status == DETAINED
        before["decided today"] = (city.status == HELD) & (city.decided_on == day.t + 1)
        seen["detained"] += tally["detained"]

    play_replicate(spec(120, parameters=harsh, **DRIVE), seed, 0, watch)
    assert all(seen.values()), seen


AT_MOST = {
    "ransomed": ("warned",), "households_sold": ("ransomed",), "arrested_brokers": ("arrested",),
    "questioned_without_phone": ("questioned",), "told_arrests": ("arrested",),
    "told_exiles": ("exiled_households",), "told_hand_ins": HANDED_IN,
}  # fmt: skip


def test_same_seed_same_rows_and_warmup_is_not_reported():
    rows = play_replicate(spec(30), 3, 0)
    assert rows.shape == (30, len(OBSERVABLES))
    assert np.array_equal(rows, play_replicate(spec(30), 3, 0))
    assert not np.array_equal(rows, play_replicate(spec(30), 3, 1))
    days = []
    play_replicate(spec(5), 3, 0, lambda city, day, tally: days.append(day.t))
    assert days == list(range(-30, 5))
