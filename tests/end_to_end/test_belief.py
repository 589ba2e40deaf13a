"""What is believed once the patterns were looked at: `tumen belief`, `tumen statements`, and severity."""

import json

from conftest import DIFFERENCE, FAILED, USAGE

SMALL = ("--candidates", "6", "--prior-sample", "2", "--residents", "1000", "--draws", "64",
         "--start-plays", "2")


def make(tumen, folder, *more, code=FAILED):
    return tumen("belief", "make", *SMALL, "--plays", str(folder / "b.plays"), "--out", str(folder / "b.toml"),
                 *more, code=code)


def test_the_belief_that_ships_plays_as_when_it_was_made_or_says_that_renewal_is_due(tumen):
    said = tumen("belief", "check").stderr
    assert "as when it was made" in said or "Renewal" in said


def test_a_handful_of_draws_is_refused_as_a_posterior_with_a_way_out(tumen, tmp_path):
    refused = make(tumen, tmp_path)
    assert "no posterior" in refused.stderr
    assert "--candidates" in refused.stderr
    assert not (tmp_path / "b.toml").exists()
    # Diagnostics come before any number is kept.
    assert "worth" in refused.stderr


def test_what_was_played_is_not_played_again_and_gives_the_same_for_any_threads(tumen, tmp_path):
    first = make(tumen, tmp_path, "--threads", "1")
    plays = (tmp_path / "b.plays").read_text()
    again = make(tumen, tmp_path, "--threads", "2")
    assert (tmp_path / "b.plays").read_text() == plays
    assert again.stdout == first.stdout
    # A line that was cut off is played again, to the same values.
    (tmp_path / "b.plays").write_text(plays[:-200])
    cut = make(tumen, tmp_path, "--threads", "2")
    assert cut.stdout == first.stdout
    assert set((tmp_path / "b.plays").read_text().splitlines()) >= set(plays.splitlines())


def test_plays_of_another_size_are_refused(tumen, tmp_path):
    make(tumen, tmp_path)
    refused = make(tumen, tmp_path, "--seed", "2")
    assert "another model, prior, seed or size" in refused.stderr


def test_the_belief_says_whether_it_holds(tumen):
    shown = json.loads(tumen("belief", "show", "--json").stdout)
    assert shown["holds"] == (shown["why_not"] == "")
    if shown["draws"]:
        assert shown["draws"] >= 2048
        assert shown["effective"] >= 100
        for one in shown["rules"]:
            assert 0 < one["belief"] < 1 and one["error"] > 0


def test_statements_are_judged_over_draws_with_their_error_and_under_every_rival(tumen):
    words = ("statements", "hoeryong-oath", "--replicates", "6", "--set", "residents=1000", "--json")
    judged = {one["id"]: one for one in json.loads(tumen(*words).stdout)}
    assert len(judged) >= 8
    for one in judged.values():
        assert one["verdict"] in ("stands", "falls", "cannot be told", "built in")
        assert one["prior"]["draws"] == 6
        assert one["start"]["draws"] == 6
        assert {rule["rule"] for rule in one["rules"]} == {"learning", "oath", "enforcement", "trust", "deterrence"}
        assert one["patterns"] and one["voices"]
        # Six draws are too few for anything to stand.
        assert one["verdict"] not in ("stands", "falls")


def test_statements_are_the_same_for_any_threads(tumen):
    words = ("statements", "hoeryong-oath", "--replicates", "3", "--set", "residents=1000", "--json")
    assert tumen(*words, "--threads", "1").stdout == tumen(*words, "--threads", "2").stdout


def test_a_scenario_without_statements_is_refused(tumen):
    assert "did you mean" in tumen("statements", "hyesan-handinn", code=USAGE).stderr
