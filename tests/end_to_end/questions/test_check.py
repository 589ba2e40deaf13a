"""Checks of patterns: what so few replicates cannot tell is said where a stranger would take it for a finding."""

import pytest

LITTLE = ("--set", "residents=1000")
TOO_FEW = "leave every share undecided: that it is mixed says nothing of the pattern."


@pytest.mark.parametrize(("replicates", "told"), [(3, True), (4, False)])
def test_a_check_says_when_its_replicates_are_too_few_for_any_share(tumen, replicates, told):
    """Wilson's interval of 3 of 3 begins at 44 %, of 4 of 4 at 51 %."""
    said = " ".join(tumen("check", "hyesan-calm", "--replicates", replicates, *LITTLE).stdout.split())
    assert (f"So few replicates ({replicates}) {TOO_FEW}" in said) == told


def test_a_check_under_rivals_says_it_too(tumen):
    said = " ".join(tumen("check", "hoeryong-oath", "--rivals", "--replicates", 2, *LITTLE).stdout.split())
    assert f"So few replicates (2) {TOO_FEW}" in said
