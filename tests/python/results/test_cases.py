"""Cases of synthetic people: they agree with what the days count, and each is told in order."""

import pytest

import tumen

SET = {"detection": 0.05}


@pytest.fixture(scope="module")
def played(small):
    return tumen.run(small, replicates=2, seed=3, set=SET, progress=False, luck_only=True)


@pytest.fixture(scope="module")
def cases(played):
    return played.cases(2)


def test_they_have_the_columns_of_documentation(cases):
    assert list(cases.columns) == ["case", "date", "city", "ward", "stage", "outcome", "bribe"]
    assert len(cases) > 10 and set(cases["bribe"]) <= {"", "paid", "not paid"}
    assert (cases["ward"] >= 1).all() and set(cases["city"]) <= {"Hyesan", "Hoeryong"}


@pytest.mark.parametrize("stage, observable", [("custody", "arrested"), ("confrontation", "caught")])
def test_stages_are_as_many_as_the_days_count(cases, played, stage, observable):
    days = played.daily.query("replicate == 2")
    counted = cases[cases["stage"] == stage].groupby(["city", "date"]).size()
    labels = dict(zip(played.scenario.cities["name"], played.scenario.cities["label"]))
    for _, row in days[days[observable] > 0].iterrows():
        assert counted[labels[row["city"]], row["date"].date()] == row[observable]
    assert counted.sum() == days[observable].sum() > 0


def test_a_case_goes_forward_in_time_in_one_ward(cases):
    for _, case in cases.groupby("case"):
        assert case["date"].is_monotonic_increasing
        assert case["ward"].nunique() == 1 and case["city"].nunique() == 1
        stages = list(case["stage"])
        if {"sentence", "custody"} <= set(stages):
            assert stages.index("sentence") > stages.index("custody")


def test_who_pays_is_not_arrested_for_it(cases):
    confronted = cases[cases["stage"] == "confrontation"]
    assert set(zip(confronted["outcome"], confronted["bribe"])) <= {("pays", "paid"), ("arrested", "not paid")}
    assert not confronted.empty


def test_asking_changes_nothing_and_says_what_it_cannot_tell(played, cases):
    assert played.cases(2).equals(cases)
    with pytest.raises(tumen.ArgumentError, match="not among"):
        played.cases(3)
    with pytest.raises(tumen.ArgumentError, match="not among"):
        played.cases(1, scenario="none")


def test_of_drawn_values_it_is_said_how_to_ask(small):
    drawn = tumen.run(small, replicates=1, progress=False)
    with pytest.raises(tumen.ArgumentError, match="play with luck_only=True"):
        drawn.cases(1)
