"""Daily parameters as functions of the date become part of the scenario."""

import datetime

import pytest

import tumen


def test_days_of_equal_value_become_one_entry(small):
    schedule = tumen.schedule("fee_base", lambda date: "30 %" if date < datetime.date(2020, 9, 20) else 0.4)
    scenario = tumen.scenario(small, schedules=[schedule])
    assert scenario.toml.count("[[schedule]]") == 2
    assert 'parameter = "fee_base"\nfrom = 2020-09-01\nto = 2020-09-19\nvalue = 0.3\n' in scenario.toml
    assert "from = 2020-09-20\nto = 2020-10-30\nvalue = 0.4\n" in scenario.toml


def test_it_is_the_same_as_a_schedule_in_a_file(small, program, tmp_path):
    text = open(small).read() + """
[[schedule]]
parameter = "fee_base"
from = 2020-09-20
to = 2020-09-30
value = "40 %"
"""
    (tmp_path / "file.toml").write_text(text)
    schedule = tumen.schedule("fee_base", lambda date: 0.4 if 20 <= date.day and date.month == 9 else None)
    here = tumen.run(small, replicates=3, schedules=[schedule], out=tmp_path / "a.sqlite", luck_only=True)
    there = tumen.run(tmp_path / "file.toml", replicates=3, luck_only=True)
    assert here.scenario.hash == there.scenario.hash and here.hashes.equals(there.hashes)
    assert "3 of 3" in program("verify", "a.sqlite").stdout
    assert here.verify()["equal"] == 3
    assert "tumen.schedule('fee_base'" in here.provenance[0]["command"]
    assert "40 %" in here.scenario.explain().loc["fee_base", "schedules"]


def test_the_function_is_called_once_a_day_and_before_playing(small):
    asked = []
    tumen.run(small, replicates=3, schedules=[tumen.schedule("news_fear", lambda date: asked.append(date))], luck_only=True)
    assert asked == [datetime.date(2020, 9, 1) + datetime.timedelta(day) for day in range(60)]


def test_schedules_of_the_same_parameter_are_replaced_and_others_kept(small):
    first = tumen.scenario(small, schedules=[tumen.schedule("fee_base", lambda date: 0.3),
                                             tumen.schedule("detection", lambda date: 0.01)])
    second = tumen.scenario(first, schedules=[tumen.schedule("fee_base", lambda date: 0.4)])
    assert second.toml.count("[[schedule]]") == 2 and "value = 0.4" in second.toml and "value = 0.3" not in second.toml


@pytest.mark.parametrize("parameter, value, error, text", [
    ("fee_bse", 0.3, tumen.ArgumentError, "no parameter"), ("fee_base", "3 days", tumen.ArgumentError, "error: "),
    ("fee_base", float("nan"), tumen.ArgumentError, "2020-09-01"), ("fee_base", True, tumen.ArgumentError, "True"),
    ("fee_base", [1], tumen.ArgumentError, "2020-09-01"), ("fee_base", 3.0, tumen.ScenarioError, "schedule of fee_base"),
    ("residents", 10.0, tumen.ScenarioError, "residents")])
def test_what_no_file_may_say_is_refused(small, parameter, value, error, text):
    with pytest.raises(error, match=text):
        tumen.scenario(small, schedules=[tumen.schedule(parameter, lambda date: value)])


def test_what_changes_too_often_is_refused():
    long = tumen.scenario_from_toml('extends = "hyesan-handin"\ndays = 1500\n', name="long")
    with pytest.raises(tumen.ScenarioError, match="1,?000"):
        tumen.scenario(long, schedules=[tumen.schedule("fee_base", lambda date: 0.2 + date.toordinal() % 97 / 1000)])


def test_values_beyond_the_evidence_are_listed_where_they_are_asked_for(small):
    most = float(tumen.parameters.loc["fee_base", "high"])
    wide = [tumen.schedule("fee_base", lambda date: most + 0.01)]
    with pytest.raises(tumen.ScenarioError, match="evidence"):
        tumen.scenario(small, schedules=wide)
    assert tumen.scenario(small, schedules=wide, beyond_evidence=True).beyond_evidence


def test_a_scenario_can_be_saved_and_played_by_the_command_line(small, program, tmp_path):
    scenario = tumen.scenario(small, schedules=[tumen.schedule("fee_base", lambda date: 0.3)])
    scenario.save(tmp_path / "saved.toml")
    assert tumen.scenario(tmp_path / "saved.toml").hash == scenario.hash
    program("scenario", "check", "saved.toml")
    with pytest.raises(FileExistsError):
        scenario.save(tmp_path / "saved.toml")
