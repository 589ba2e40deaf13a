"""Sweeps, sensitivity and calibration: the same points, seeds and bits as the command line."""

import json
from datetime import date, timedelta

import pytest

import tumen


def test_a_sweep_is_the_command_lines(program, small, tmp_path):
    said = json.loads(program("sweep", small, "--vary", "fee_base=0.2..0.4:3", "--replicates", 3, "--seed", 5, "--json",
                              "--out", "there.sqlite").stdout)
    here = tumen.sweep(small, {"fee_base": (0.2, 0.4, 3)}, replicates=3, seed=5, out=tmp_path / "here.sqlite")
    assert here.points["fee_base"].tolist() == [one["values"]["fee_base"] for one in said["points"]]
    mine = here.estimates.set_index(["point", "headline"])["mean"]
    for one in said["points"]:
        for headline in one["headlines"]:
            assert mine[one["point"], headline["id"]] == headline["mean"]
    assert here.answer == said["answer"]
    assert "9 of 9" in program("verify", "here.sqlite", "there.sqlite").stdout
    in_memory = tumen.sweep(small, ["fee_base=0.2..0.4:3"], replicates=3, seed=5)
    assert in_memory.estimates.equals(here.estimates) and in_memory.hashes.equals(here.hashes)
    opened = tumen.open_results(tmp_path / "there.sqlite")
    assert isinstance(opened, tumen.Sweep) and opened.estimates.equals(here.estimates)
    assert len(here.plot().lines) > 0
    with pytest.raises(tumen.ResultsError, match="days"):
        in_memory.daily


def test_lists_rules_and_dates_are_the_command_lines(program, small, tmp_path):
    words = ["--vary", "fee_base=20 %,0.3", "--vary", "rules.trust=fixed,updated", "--vary",
             "hand_in_drive.to=2020-10-15..2020-10-25:10 days"]
    program("sweep", small, *words, "--replicates", 2, "--out", "there.sqlite")
    here = tumen.sweep(small, {"fee_base": ["20 %", 0.3], "rules.trust": ["fixed", "updated"],
                               "hand_in_drive.to": (date(2020, 10, 15), date(2020, 10, 25), timedelta(days=10))},
                       replicates=2, out=tmp_path / "here.sqlite")
    assert "16 of 16" in program("verify", "here.sqlite", "there.sqlite").stdout
    assert here.points["rules.trust"].tolist() == 2 * ["fixed", "fixed", "updated", "updated"]
    assert here.points["hand_in_drive.to"].tolist() == 4 * [date(2020, 10, 15), date(2020, 10, 25)]
    assert set(here.estimates["hand_in_drive.to"]) == {date(2020, 10, 15), date(2020, 10, 25)}
    opened = tumen.open_results(tmp_path / "there.sqlite")
    assert opened.points.equals(here.points) and opened.estimates.equals(here.estimates)
    assert tumen.sweep(small, {"rules.oath": None}, replicates=1).points["rules.oath"].tolist() == [
        "salience", "none", "false_enforcement"]
    for over in ("rules.trust", "hand_in_drive.to"):
        assert here.plot(over=over).get_xlabel() == over
    assert here.to_salib()[1].shape == (8, 3)
    again = tumen.sweep(small, {"hand_in_drive.to": [date(2020, 10, 15), "2020-10-25"]}, replicates=1)
    assert len(again.points) == 2


@pytest.mark.parametrize("arguments", [
    {"vary": {"rules.trust": ["fixed"]}}, {"vary": {"rules.trust": []}}, {"vary": ["rules.trust"], "design": "sobol"},
    {"vary": ["rules.trust"], "set": {"rules.trust": "fixed"}}, {"vary": {"hand_in_drive.to": None}},
    {"vary": []}, {"vary": ["fee_bse"]}, {"vary": {"fee_base": (0.0001, 0.9)}}, {"vary": {"fee_base": 3}},
    {"vary": ["fee_base", "fee_base"]}, {"vary": ["fee_base"], "design": "cube"},
    {"vary": ["fee_base"], "set": {"fee_base": 0.3}}, {"vary": ["fee_base"], "headline": "no_such"}])
def test_what_is_no_sweep_is_refused(small, arguments):
    with pytest.raises(tumen.ArgumentError, match="error: "):
        tumen.sweep(small, replicates=1, **arguments)


def test_a_statistic_of_days_that_are_not_kept_is_refused(small):
    swept = tumen.sweep(small, {"fee_base": [0.2, 0.3]}, replicates=1)
    for ask in (swept.measure, lambda text: swept.judge(text, low=1)):
        with pytest.raises(tumen.ResultsError, match="are not kept"):
            ask("sum(arrested, during)")


@pytest.mark.parametrize("call, said", [
    (lambda small: tumen.sweep(small), r"vary=\["),
    (lambda small: tumen.sweep(small, []), r"vary=\["),
    (lambda small: tumen.sensitivity(small, vary=[]), "leave vary= out"),
    (lambda small: tumen.sensitivity(small, method="sobl"), "method='sobl'")])
def test_arguments_that_are_amiss_are_told_in_words_of_python(small, call, said):
    with pytest.raises(tumen.ArgumentError, match=said) as refused:
        call(small)
    assert "--" not in str(refused.value)


@pytest.mark.parametrize("method, samples", [("morris", 4), ("sobol", 4)])
def test_sensitivity_is_the_command_lines(program, small, tmp_path, method, samples):
    names = ["fee_base", "detection", "call_rate.family"]
    vary = [word for name in names for word in ("--vary", name)]
    program("sensitivity", small, "--method", method, *vary, "--samples", samples, "--replicates", 2, "--out",
            "there.sqlite")
    here = tumen.sensitivity(small, method=method, vary=names, samples=samples, replicates=2)
    there = tumen.open_results(tmp_path / "there.sqlite")
    assert isinstance(there, tumen.Sensitivity)
    assert there.hashes.equals(here.hashes) and there.factors.equals(here.factors)
    assert set(names) <= set(here.factors.index.get_level_values("parameter"))
    assert here.answer and len(here.plot().get_yticklabels()) == 3
    with pytest.raises(tumen.ArgumentError, match="no headline is called 'nope'"):
        here.plot("nope")


def test_the_least_known_parameters_are_varied_where_so_many_are_asked_for(small):
    here = tumen.sensitivity(small, widest=2, samples=2, replicates=1)
    assert len(here.points.columns) == 2
    name = here.points.columns[0]
    with pytest.raises(tumen.ArgumentError, match=f"{name} is both set and varied"):
        tumen.sensitivity(small, widest=2, samples=2, replicates=1, set={name: here.points[name].iloc[0]})


def test_what_moves_the_headlines_is_varied_where_nothing_is_named(program, small, tmp_path):
    program("sensitivity", small, "--samples", 2, "--replicates", 1, "--out", "there.sqlite")
    here = tumen.sensitivity(small, samples=2, replicates=1)
    there = tumen.open_results(tmp_path / "there.sqlite")
    assert list(here.points.columns) == list(there.points.columns) and here.hashes.equals(there.hashes)
    assert any(one.startswith("Parameters were chosen by") for one in here.answer)


def test_a_calibration_has_a_posterior_and_can_go_on(program, tmp_path):
    asked = dict(patterns=["K13"], vary=["fee_base", "detection"], set={"residents": 20000}, particles=10, generations=2,
                 predictive=5, replicates=1, seed=2)
    here = tumen.calibrate("hyesan-handin", **asked)
    assert here.posterior["weight"].sum() == pytest.approx(1)
    assert list(here.parameters.index) == ["fee_base", "detection"]
    assert here.fit.loc["K13", "role"] == "fitted" and "held-out" in set(here.fit["role"])
    assert len(here.hashes) >= 64 and len(here.daily) > 0 and here.answer
    path = tmp_path / "there.sqlite"
    again = tumen.calibrate("hyesan-handin", threads=1, out=path, **asked)
    assert again.posterior.equals(here.posterior) and again.hashes.equals(here.hashes)
    assert tumen.calibrate("hyesan-handin", out=path, **asked).posterior.equals(here.posterior)
    assert isinstance(tumen.open_results(path), tumen.Calibration)


def test_a_calibration_of_a_scenario_of_ones_own_is_the_command_lines(program, tmp_path):
    (tmp_path / "own.toml").write_text('name = "own"\nextends = "hyesan-calm"\ntitle = "Own"\nquestion = "Which fee?"\n')
    program("calibrate", "own.toml", "--patterns", "K1", "--vary", "fee_base", "--set", "residents=4000", "--particles", 10,
            "--generations", 1, "--predictive", 2, "--replicates", 1, "--seed", 3, "--out", "there.sqlite")
    asked = dict(patterns=["K1"], vary=["fee_base"], set={"residents": 4000}, particles=10, generations=1, predictive=2,
                 replicates=1, seed=3)
    here = tumen.calibrate(tmp_path / "own.toml", **asked)
    there = tumen.open_results(tmp_path / "there.sqlite")
    assert here.posterior.equals(there.posterior) and here.hashes.equals(there.hashes) and here.fit.equals(there.fit)
    # It is the same experiment to the last word, so that either can go on with the other's file.
    again = tumen.calibrate(tmp_path / "own.toml", out=tmp_path / "there.sqlite", **asked)
    assert again.posterior.equals(here.posterior)
    one = tumen.scenario(tmp_path / "own.toml", set=asked.pop("set"))
    assert tumen.calibrate(one, **asked).posterior.equals(here.posterior)


def test_parameters_drawn_from_a_posterior_are_the_command_lines(program, small, tmp_path):
    asked = dict(patterns=["K1"], vary=["fee_base"], set={"residents": 4000}, generations=1, predictive=2, replicates=1)
    few = tumen.calibrate("hyesan-calm", particles=99, **asked)
    with pytest.raises(tumen.ResultsError, match="This is no posterior"):
        tumen.run(small, replicates=1, posterior=few)
    found = tumen.calibrate("hyesan-calm", particles=100, out=tmp_path / "c.sqlite", **asked)
    program("run", small, "--from", "c.sqlite", "--replicates", 3, "--out", "there.sqlite")
    in_memory = tumen.run(small, replicates=3, posterior=found)
    there = tumen.open_results(tmp_path / "there.sqlite")
    assert in_memory.hashes.equals(there.hashes)
    assert not in_memory.hashes.equals(tumen.run(small, replicates=3, luck_only=True).hashes)
    # The same experiment: what the program played is kept and the rest is played.
    more = tumen.run(small, replicates=4, posterior=tmp_path / "c.sqlite", out=tmp_path / "there.sqlite")
    assert len(more.hashes) == 2 * 4  # each beside its yardstick
    assert more.hashes["small"].tolist()[:3] == there.hashes["small"].tolist()
    with pytest.raises(tumen.ArgumentError, match="both set and drawn"):
        tumen.run(small, replicates=1, posterior=found, set={"fee_base": 0.3})
    with pytest.raises(tumen.ResultsError, match="no calibration"):
        tumen.run(small, replicates=1, posterior=in_memory)


def test_a_prior_has_no_levels():
    with pytest.raises(tumen.ArgumentError, match="levels belong to a grid"):
        tumen.calibrate("hyesan-calm", patterns=["K1"], vary={"fee_base": (0.1, 0.4, 3)})


def test_a_prior_beyond_the_evidence_is_asked_for():
    asked = dict(patterns=["K1"], vary={"fee_base": (0.1, 0.9)}, set={"residents": 4000}, particles=10, generations=1,
                 predictive=2, replicates=1)
    with pytest.raises(tumen.ArgumentError, match="beyond"):
        tumen.calibrate("hyesan-calm", **asked)
    assert tumen.calibrate("hyesan-calm", beyond_evidence=True, **asked).parameters.loc["fee_base", "prior_high"] == 0.9


@pytest.mark.parametrize("scenario, patterns", [("border", None), ("hyesan-handin", ["nothing"]),
                                                ("hyesan-handin", ["N1"])])  # counted elsewhere
def test_what_is_no_calibration_is_refused(scenario, patterns):
    with pytest.raises(tumen.ArgumentError, match="error: "):
        tumen.calibrate(scenario, patterns=patterns)
