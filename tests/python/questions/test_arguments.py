"""What arguments may be, and that frames and derived observables are the caller's own."""

import numpy
import pandas
import pytest

import tumen


@pytest.mark.parametrize("replicates", [numpy.int64(2), numpy.arange(1, 3), [numpy.int32(1), 2], range(1, 3)])
def test_whole_numbers_of_numpy_are_replicates(small, results, replicates):
    here = tumen.run(small, replicates=replicates, seed=numpy.int64(3), luck_only=True)
    assert here.hashes.tolist() == results.hashes.tolist()[:2]


@pytest.mark.parametrize("replicates", ["12", b"12", 2.0, [1.0, 2.0], ["1"], True, [], numpy.array([0.5])])
def test_what_is_no_number_of_replicates_is_refused(small, replicates):
    with pytest.raises(tumen.ArgumentError, match="replicates="):
        tumen.run(small, replicates=replicates, luck_only=True)


@pytest.mark.parametrize("values", [["fee_base=0.2"], "fee_base=0.2", 3])
def test_what_names_no_values_is_refused(values):
    with pytest.raises(tumen.ArgumentError, match="dict"):
        tumen.run("hyesan-handin", set=values, luck_only=True)


def test_what_is_no_schedule_and_frames_of_values_are_refused(small):
    with pytest.raises(tumen.ArgumentError, match="tumen.schedule"):
        tumen.scenario(small, schedules={1: 2})
    with pytest.raises(tumen.ArgumentError, match="which is no value"):
        tumen.scenario(small, set=pandas.DataFrame({"fee_base": [0.2, 0.3]}))
    assert tumen.scenario(small, set=pandas.DataFrame()).hash == tumen.scenario(small).hash


def test_a_scenario_is_not_made_by_its_class():
    with pytest.raises(tumen.ArgumentError, match=r"tumen\.scenario\("):
        tumen.Scenario("hyesan-handin")


def test_deriving_again_replaces(small):
    results = tumen.run(small, replicates=1, luck_only=True)
    results.derive("twice", lambda days: days["calls"] * 2).derive("more", lambda days: days["twice"] + 1)
    results.derive("twice", lambda days: days["calls"] * 3)
    daily = results.daily
    assert (daily["twice"] == daily["calls"] * 3).all() and (daily["more"] == daily["twice"] + 1).all()
    assert list(daily.columns[-2:]) == ["twice", "more"]
    with pytest.raises(tumen.ArgumentError):
        results.derive("twice", lambda days: ["a"] * len(days))
    assert results.daily["twice"].equals(daily["twice"])


def test_each_frame_is_its_own(small):
    results = tumen.run(small, replicates=1, luck_only=True)
    spoilt = results.daily
    spoilt["calls"] = 0
    spoilt["more"] = 1
    del spoilt["fee"]
    assert results.daily["calls"].sum() == results.total["calls"].sum() > 0
    assert "more" not in results.daily and "fee" in results.daily


def test_without_a_word_values_are_drawn(small):
    usual = tumen._tumen.usual_values()
    drawn = tumen.run(small, replicates=3)
    assert usual in ("belief", "prior") and drawn.hashes.equals(tumen.run(small, replicates=3, values=usual).hashes)
    assert not drawn.hashes.equals(tumen.run(small, replicates=3, luck_only=True).hashes)


@pytest.mark.skipif(tumen._tumen.usual_values() != "belief", reason="renewal of the belief is due")
def test_a_voice_can_be_left_out_of_what_is_believed(small):
    everybody = tumen.run(small, replicates=3)
    without = tumen.run(small, replicates=3, without_voice="daily-nk")
    assert not without.hashes.equals(everybody.hashes)
    assert without.hashes.equals(tumen.run(small, replicates=3, without_voice="daily-nk").hashes)
    assert not without.hashes.equals(tumen.run(small, replicates=3, without_voice="nkdb").hashes)


@pytest.mark.parametrize("contradiction", [dict(luck_only=True, values="prior"), dict(luck_only=True, posterior="c.sqlite"),
                                           dict(values="prior", posterior="c.sqlite"), dict(values="none"),
                                           dict(rules="some"), dict(values="prior", without_voice="daily-nk"),
                                           dict(luck_only=True, without_voice="daily-nk"), dict(without_voice="nobody")])
def test_what_contradicts_itself_about_draws_is_refused_with_a_way_out(small, contradiction):
    with pytest.raises(tumen.ArgumentError, match="way out"):
        tumen.run(small, replicates=1, **contradiction)


def test_one_schedule_that_stands_for_a_list_is_refused(small):
    winter = tumen.schedule("fee_base", lambda date: None)
    for play in (tumen.run, tumen.scenario, tumen.sweep, tumen.conclusions):
        with pytest.raises(tumen.ArgumentError, match=r"schedules=\[...\]"):
            play(small, schedules=winter)


def test_dates_of_numpy_and_answers_are_values_where_they_can_be(small):
    until = {day: tumen.scenario("hyesan-handin", set={"hand_in_drive.to": day}).hash
             for day in ("2020-11-30", numpy.datetime64("2020-11-30"), numpy.datetime64("2020-11-30", "ns"))}
    assert len(set(until.values())) == 1
    with pytest.raises(tumen.ArgumentError, match="which is no value"):
        tumen.scenario(small, set={"fee_base": True})
    never = {"happened.drive-2023": False}
    assert tumen.scenario("border-history", set=never).hash == \
        tumen.scenario("border-history", set={"happened.drive-2023": "no"}).hash


@pytest.mark.parametrize(("low", "high"), [(1, 0), ("20 %", 0.4), (float("nan"), 1)])
def test_what_is_no_band_is_refused(results, low, high):
    with pytest.raises(tumen.ArgumentError, match="no band"):
        results.judge("mean(fee, during)", low=low, high=high)


def test_a_statistic_that_cannot_be_read_is_told_with_its_place(results):
    with pytest.raises(tumen.ArgumentError, match=r"'mean\(fee\)': expected ',', at 9"):
        results.measure("mean(fee)")
    with pytest.raises(tumen.ArgumentError, match="is no statistic"):
        results.measure(3)


def test_a_report_is_written_to_a_path_alone(results):
    with pytest.raises(TypeError):
        results.report(1)
