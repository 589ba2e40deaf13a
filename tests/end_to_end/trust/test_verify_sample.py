"""Results that would take long to play again are verified by a sample, which says so first and ends with a code of its own."""

import json

import pytest
from conftest import DIFFERENCE, SAMPLE, USAGE
from digests import change, forge
from small_city import small_city

ALL = 80
CITY = small_city("town", residents=1000, days=10)


@pytest.fixture
def slow(tumen):
    """Results that say of themselves that each replicate took a minute; no digest covers a clock."""
    (tumen.folder / "town.toml").write_text(CITY)
    tumen("run", "town.toml", "--luck-only", "--replicates", ALL, "--out", "slow.sqlite")
    change(tumen.folder / "slow.sqlite", "UPDATE replicate SET seconds = 60")
    return tumen


def first_line(result):
    return result.stdout.splitlines()[0]


def test_a_sample_is_played_where_all_would_take_more_than_a_minute(slow):
    said = slow("verify", "slow.sqlite", code=SAMPLE)
    assert first_line(said).startswith("64 of 80 played again, the rest not looked at (--seed ")
    assert "Replayed: 64 of 64 replicates" in said.stdout
    assert "Not looked at: what 16 other replicates come to when they are played; " in said.stdout


def test_all_does_all_and_needs_no_words_about_it(slow):
    said = slow("verify", "slow.sqlite", "--all")
    assert first_line(said) == "Asked for 80, there 80, failed 0."
    assert "Replayed: 80 of 80 replicates" in said.stdout


def test_what_is_played_in_less_than_a_minute_is_played_whole(slow):
    change(slow.folder / "slow.sqlite", "UPDATE replicate SET seconds = 0.01")
    assert "Replayed: 80 of 80 replicates" in slow("verify", "slow.sqlite").stdout


def test_the_first_replicates_alone_are_a_part_and_not_all(slow):
    said = slow("verify", "slow.sqlite", "--replicates", 3, code=SAMPLE)
    assert first_line(said) == "3 of 80 played again, the rest not looked at (--all plays all)."
    slow("verify", "slow.sqlite", "--replicates", ALL)


def test_the_same_seed_looks_at_the_same_replicates_and_another_one_at_others(slow):
    forge(slow.folder / "slow.sqlite", "UPDATE headline SET value = value + 1 WHERE replicate % 2 = 0")

    def found(seed):
        told = json.loads(slow("verify", "slow.sqlite", "--seed", seed, "--json", code=DIFFERENCE).stdout)
        assert told["chosen"] == {"replicates": 64, "of": 80, "seed": seed}
        return [one["replicate"] for one in told["differences"]]

    assert found(5) == found(5) != found(6)
    assert 0 < len(found(5)) < 40 and all(replicate % 2 == 0 for replicate in found(5))


def test_a_sample_in_which_something_differs_ends_as_all_would(slow):
    forge(slow.folder / "slow.sqlite", "UPDATE headline SET value = value + 1")
    said = slow("verify", "slow.sqlite", code=DIFFERENCE)
    assert first_line(said).startswith("64 of 80 played again")
    assert "Replayed: 0 of 64" in said.stdout


@pytest.mark.parametrize("words", [["--all", "--replicates", 2], ["--all", "--seed", 2], ["--replicates", 2, "--seed", 2]])
def test_contradicting_wishes_are_refused(slow, words):
    assert "give one of them" in slow("verify", "slow.sqlite", *words, code=USAGE).stderr
