"""Questions that grow: what is added to stored results, and that they then hold what they would if it had all been asked
for at once."""

import pytest
from conftest import FAILED, SMALL
from stored_rows import grown, rows_of

LITTLE = SMALL.replace("residents = 20000", "residents = 3000").replace("days = 60", "days = 40")


@pytest.fixture
def little(tumen):
    (tumen.folder / "little.toml").write_text(LITTLE.replace('"small"', '"little"'))
    return "little.toml"


@pytest.mark.parametrize("method, first, more", [("morris", 2, 5), ("sobol", 4, 8)])
def test_samples_are_added_to_a_sensitivity_analysis(tumen, little, method, first, more):
    words = ["sensitivity", little, "--method", method, "--vary", "fee_base", "--vary", "detection", "--replicates", 2]
    width = {"morris": 3, "sobol": 4}[method]
    said = grown(tumen, [*words, "--samples", first], [*words, "--samples", more])
    assert f"{2 * width * first} were there" in said


def test_points_of_sobols_sequence_and_levels_of_a_grid_are_added_to_a_sweep(tumen, little):
    words = ["sweep", little, "--vary", "fee_base", "--vary", "detection", "--design", "sobol", "--replicates", 2]
    assert "8 were there" in grown(tumen, [*words, "--points", 4], [*words, "--points", 7])


def test_levels_and_a_wider_range_are_added_to_a_grid_between_those_that_are_there(tumen, little):
    words = ["sweep", little, "--replicates", 2, "--vary"]
    said = grown(tumen, [*words, "fee_base=0.2..0.4:3", "--vary", "detection:2"],
                 [*words, "fee_base=0.2..0.4:5", "--vary", "detection:3"])
    assert "12 were there" in said
    for name in ("grown", "once"):
        (tumen.folder / f"{name}.sqlite").unlink()
        (tumen.folder / f"{name}.html").unlink()
    grown(tumen, [*words, "fee_base=0.3..0.4:2"], [*words, "fee_base=0.2..0.5:4", "--beyond-evidence"])


def test_a_table_of_points_may_grow_in_any_order(tumen, little):
    (tumen.folder / "few.csv").write_text("fee_base,detection\n0.2,0.01\n0.3,0.02\n")
    (tumen.folder / "more.csv").write_text("fee_base,detection\n0.3,0.02\n0.25,0.05\n0.2,0.01\n")
    words = ["sweep", little, "--replicates", 1, "--points"]
    grown(tumen, [*words, "few.csv"], [*words, "more.csv"])


@pytest.mark.parametrize("draws", [["--luck-only"], []])
def test_scenarios_are_added_to_a_comparison_with_replicates_and_their_yardsticks(tumen, little, draws):
    other = LITTLE.replace('"small"', '"other"').replace("promised", "none")
    third = LITTLE.replace('"small"', '"third"').replace("2020-10-15", "2020-09-25")
    (tumen.folder / "other.toml").write_text(other)
    (tumen.folder / "third.toml").write_text(third)
    grown(tumen, ["compare", little, "other.toml", "--replicates", 2, *draws],
          ["compare", little, "third.toml", "other.toml", "--replicates", 3, *draws])


def test_headlines_are_measured_from_the_days_that_are_stored(tumen, little):
    words = ["run", little, "--luck-only", "--replicates", 3]
    grown(tumen, [*words, "--headline", "sum(calls, all)"],
          [*words, "--headline", "sum(calls, all)", "--headline", "max(calls, all)"])
    tumen(*words, "--out", "grown.sqlite", "--resume")  # what was asked for stays
    assert rows_of(tumen.folder / "grown.sqlite")["headline"] == rows_of(tumen.folder / "once.sqlite")["headline"]


def test_a_file_without_days_keeps_its_headlines_and_says_that_no_other_can_be_measured(tumen, little):
    words = ["sweep", little, "--vary", "fee_base=0.2..0.4:2", "--replicates"]
    tumen(*words, 1, "--headline", "sum(calls, all)", "--out", "s.sqlite")
    tumen(*words, 2, "--out", "s.sqlite", "--resume")
    assert tumen("verify", "s.sqlite").returncode == 0
    said = tumen(*words, 2, "--headline", "max(calls, all)", "--out", "s.sqlite", "--resume", code=FAILED).stderr
    assert "max_calls" in said and "--keep-days" in said


def test_another_headline_first_is_told_from_what_is_stored(tumen, little):
    words = ["sensitivity", little, "--vary", "fee_base", "--replicates", 2, "--samples"]
    grown(tumen, [*words, 2], [*words, 3, "--headline", "handed_in"])


@pytest.mark.parametrize("first, second, why", [
    (["--vary", "fee_base", "--vary", "detection", "--design", "lhs", "--points", 4],
     ["--vary", "fee_base", "--vary", "detection", "--design", "lhs", "--points", 8],
     "points of a Latin hypercube (4 there, 8 here), whose slices depend on their number"),
    (["--vary", "fee_base=0.2..0.4:3"], ["--vary", "fee_base=0.2..0.4:4"],
     "levels of fee_base (3 there, 4 here), while 5, 7 or 9 would hold those there"),
    (["--vary", "fee_base=0.2..0.4:3"], ["--vary", "fee_base=0.2..0.4:2"], "more can be added and none taken away"),
    (["--vary", "fee_base=0.2..0.4:3"], ["--vary", "fee_base=0.2..0.3:3"],
     "range of fee_base (0.2 to 0.4 there, 0.2 to 0.3 here)"),
    (["--vary", "fee_base=0.2..0.4:3"], ["--vary", "detection:3"], "what is varied (fee_base there, detection here)"),
])
def test_what_cannot_grow_says_why_and_stays(tumen, little, first, second, why):
    tumen("sweep", little, *first, "--replicates", 1, "--out", "s.sqlite")
    before = (tumen.folder / "s.sqlite").read_bytes()
    for more in (["--resume"], []):
        said = tumen("sweep", little, *second, "--replicates", 1, "--out", "s.sqlite", *more, code=FAILED).stderr
        assert why in " ".join(said.split())
    assert (tumen.folder / "s.sqlite").read_bytes() == before


def test_without_resume_it_says_how_much_is_missing(tumen, little):
    words = ["sweep", little, "--replicates", 2, "--out", "s.sqlite", "--vary"]
    tumen(*words, "fee_base=0.2..0.4:3")
    said = tumen(*words, "fee_base=0.2..0.4:5", code=FAILED).stderr
    assert "lacks 4 of the replicates" in said and "--resume" in said
