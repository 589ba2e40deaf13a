"""Plays that each have their own values, rules and luck: what is drawn, what is held, and what is printed of it, worked
out a second time from the results file."""

import json
import math
import sqlite3

import pytest

from conftest import FAILED, SAMPLE, USAGE

PRIOR = ("--values", "prior")


def summary(tumen, *words):
    return json.loads(tumen(*words, "--json").stdout)


def row(answer, name):
    return next(one for one in answer["plays"]["rows"] if one["id"] == name)


def quantile(values, part):
    values = sorted(values)
    place = part * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] if values[below] == values[above] else \
        values[below] + (place - below) * (values[above] - values[below])


def daily(file, point, column, days):
    """By replicate: the column on the days, all cities together."""
    rows = file.execute(f"SELECT replicate, day, sum({column}) FROM daily WHERE point = ? GROUP BY replicate, day", [point])
    found = {}
    for replicate, day, value in rows:
        if day in days:
            found.setdefault(replicate, []).append(value)
    return found


def draws_in(path):
    with sqlite3.connect(path) as file:
        return file.execute("SELECT replicate, name, value FROM replicate_value ORDER BY 1, 2").fetchall()


@pytest.fixture
def played(tumen, small):
    answer = summary(tumen, "run", small, *PRIOR, "--replicates", "24", "--out", "a.sqlite")
    return answer, tumen.folder / "a.sqlite"


def test_what_is_printed_is_what_a_second_program_reads_from_the_file(played):
    answer, path = played
    with sqlite3.connect(path) as file:
        (yardstick,) = file.execute("SELECT yardstick FROM point WHERE point = 0").fetchone()
        assert yardstick == 1
        # The drive is from day 9 to day 44; its last seven days are 38 to 44.
        calling = "calling_residents + calling_families + calling_smugglers + calling_brokers"
        week = range(38, 45)
        here, there = (daily(file, point, calling, week) for point in (0, yardstick))
        stopped = {one: sum(there[one]) / 7 - sum(here[one]) / 7 for one in here}
        counted = daily(file, 0, "real_professional + real_family + decoys_professional + decoys_family", range(9, 45))
        handed_in = {one: sum(values) for one, values in counted.items()}
    changed = row(answer, "stopped_by_campaign")
    assert changed["plays"] == 24 and changed["draws"] == 18
    for key, part in (("low", .05), ("middle", .5), ("high", .95)):
        assert changed[key] == pytest.approx(quantile(stopped.values(), part))
        assert row(answer, "handed_in")[key] == pytest.approx(quantile(handed_in.values(), part))
    fewest = 5 * 20000 / 100000  # five people of 100,000
    ratios = [math.inf if stopped[one] < fewest else 100 * handed_in[one] / stopped[one]
              for one in stopped if stopped[one] >= fewest or handed_in[one] > 0]
    gap = row(answer, "official_per_changed")
    assert gap["plays"] == len(ratios)
    low = quantile(ratios, .05)
    assert gap["low"] == (pytest.approx(low) if math.isfinite(low) else None)


def test_every_replicate_has_its_own_draw_and_every_fourth_a_twin(played):
    _, path = played
    with sqlite3.connect(path) as file:
        draws = {}
        for replicate, name, value in file.execute("SELECT replicate, name, value FROM replicate_value"):
            draws.setdefault(replicate, {})[name] = value
        rules = {}
        for replicate, name, choice in file.execute("SELECT replicate, name, choice FROM replicate_rule"):
            rules.setdefault(replicate, {})[name] = choice
    assert sorted(draws) == sorted(rules) == list(range(1, 25))
    for twin in range(4, 25, 4):
        assert draws[twin] == draws[twin - 1] and rules[twin] == rules[twin - 1]
    assert len({tuple(sorted(one.items())) for one in draws.values()}) == 18
    assert len({tuple(sorted(one.items())) for one in rules.values()}) > 8


def test_a_value_or_rule_that_is_named_is_held_and_listed(tumen, small):
    answer = summary(tumen, "run", small, *PRIOR, "--replicates", "8", "--set", "promise_breach=30 %",
                     "--set", "rules.oath=none", "--out", "a.sqlite")
    assert answer["plays"]["held"] == ["promise_breach", "rules.oath"]
    text = tumen("run", small, *PRIOR, "--replicates", "8", "--set", "promise_breach=30 %",
                 "--set", "rules.oath=none", "--out", "a.sqlite").stdout
    assert "Held" in text and "promise_breach, rules.oath" in text
    # Held at another value, nothing else moves: equal draws, other results.
    summary(tumen, "run", small, *PRIOR, "--replicates", "8", "--out", "b.sqlite")
    with sqlite3.connect(tumen.folder / "a.sqlite") as one, sqlite3.connect(tumen.folder / "b.sqlite") as other:
        drawn = "SELECT replicate, name, value FROM replicate_value ORDER BY replicate, position"
        assert one.execute(drawn).fetchall() == other.execute(drawn).fetchall()
        hashes = "SELECT state_hash FROM replicate WHERE point = 0 ORDER BY replicate"
        assert one.execute(hashes).fetchall() != other.execute(hashes).fetchall()


def test_the_range_does_not_shrink_with_more_plays_and_luck_is_a_part_of_it(tumen, small):
    few = summary(tumen, "run", small, *PRIOR, "--replicates", "24", "--out", "few.sqlite")
    many = summary(tumen, "run", small, *PRIOR, "--replicates", "96", "--out", "many.sqlite")
    narrow, wide = (row(one, "handed_in") for one in (few, many))
    width = [one["high"] - one["low"] for one in (narrow, wide)]
    assert width[1] > .6 * width[0]  # an interval of a mean would have halved
    assert wide["error"] < narrow["error"]
    assert wide["low"] <= wide["luck_low"] <= wide["middle"] <= wide["luck_high"] <= wide["high"]


def test_both_sides_of_a_comparison_and_any_number_of_threads_have_the_same_draws(tumen, small):
    (tumen.folder / "other.toml").write_text('extends = "small"\ntitle = "Other"\nquestion = "?"\n'
                                             '[parameters]\npromise_breach = 0\n')
    words = ["compare", small, "other.toml", *PRIOR, "--replicates", "8"]
    one = summary(tumen, *words, "--threads", "1", "--out", "one.sqlite")
    two = summary(tumen, *words, "--threads", "2", "--wards-a-task", "1", "--out", "two.sqlite")
    assert one["others"] == two["others"]
    rows = {}
    for name in ("one", "two"):
        with sqlite3.connect(tumen.folder / f"{name}.sqlite") as file:
            rows[name] = file.execute("SELECT point, replicate, state_hash FROM replicate ORDER BY 1, 2").fetchall()
            points = file.execute("SELECT point, name, yardstick FROM point ORDER BY point").fetchall()
            held = file.execute("SELECT point, name FROM point_held ORDER BY 1, 2").fetchall()
    assert rows["one"] == rows["two"]
    # What the other one names it holds, and so does its yardstick.
    assert points == [(0, "small", 2), (1, "other", 3), (2, "small without its campaign", None),
                      (3, "other without its campaign", None)]
    assert held == [(1, "promise_breach"), (3, "promise_breach")]
    told = {difference["id"]: difference for difference in one["others"][0]["differences"]}
    assert told["calling_eve"]["told"] == "the same in all 8 plays"  # nothing differs before the campaign
    text = tumen("compare", small, "other.toml", *PRIOR, "--replicates", "8", "--out", "one.sqlite").stdout
    assert "certainly" not in text and "all 8 plays" in text


def test_what_no_play_has_is_bounded_and_no_difference_of_nothing(tumen, small):
    """Nobody abroad is told of anything where there is no source: that is a bound, never 0 +- 0."""
    words = ["--set", "source_share=0", "--beyond-evidence", "--headline", "sum(told_arrests, all)"]
    (tumen.folder / "other.toml").write_text('extends = "small"\ntitle = "Other"\nquestion = "?"\n'
                                             '[parameters]\npromise_breach = 0\n')
    answer = summary(tumen, "compare", small, "other.toml", *words, "--replicates", "8", "--out", "a.sqlite")
    told = {one["id"]: one["told"] for one in answer["others"][0]["differences"]}
    own = next(text for id, text in told.items() if "told_arrests" in id)
    bound = math.floor(1 / (1 - 0.05 ** (1 / 6)))  # exact, of 6 draws: every fourth play is a twin
    assert own == f"none seen in all 8 plays; at most 1 play in {bound} has any (95 %)"
    assert f"at most 1 play in {bound} has any" in " ".join(tumen("run", small, *words, "--replicates", "8", "--out",
                                                                 "b.sqlite").stdout.split())


def test_verify_and_replay_play_a_replicate_by_its_draw(tumen, played):
    _, path = played
    assert "differ" not in tumen("verify", path, "--replicates", "3", code=SAMPLE).stdout
    assert "bit by bit" in tumen("replay", path, "7").stdout
    assert "bit by bit" in tumen("replay", path, "7", "--point", "1").stdout


def test_resuming_and_merging_give_what_one_run_gives(tumen, small):
    whole = summary(tumen, "run", small, *PRIOR, "--replicates", "8", "--out", "whole.sqlite")
    for part in ("1..4", "5..8"):
        tumen("run", small, *PRIOR, "--replicates", part, "--out", f"{part[0]}.sqlite")
    tumen("merge", "1.sqlite", "5.sqlite", "--out", "merged.sqlite")
    merged = summary(tumen, "run", small, *PRIOR, "--replicates", "8", "--out", "merged.sqlite")
    assert merged["plays"]["rows"] == whole["plays"]["rows"]
    tumen("run", small, *PRIOR, "--replicates", "4", "--out", "more.sqlite")
    more = summary(tumen, "run", small, *PRIOR, "--replicates", "8", "--out", "more.sqlite", "--resume")
    assert more["plays"]["rows"] == whole["plays"]["rows"]


def test_luck_alone_is_played_as_ever(tumen, small):
    plain = summary(tumen, "run", small, "--luck-only", "--replicates", "4", "--out", "a.sqlite")
    assert "plays" not in plain
    with sqlite3.connect(tumen.folder / "a.sqlite") as file:
        assert file.execute("SELECT count(*) FROM replicate_value").fetchone() == (0,)
        assert file.execute("SELECT count(*) FROM point").fetchone() == (1,)


def test_a_calm_scenario_has_no_yardstick_and_tells_levels(tumen):
    text = tumen("run", "hyesan-calm", *PRIOR, "--replicates", "3", "--set", "residents=20000", "--out", "a.sqlite").stdout
    assert "without a campaign" in text and "officers counted" not in text
    with sqlite3.connect(tumen.folder / "a.sqlite") as file:
        assert file.execute("SELECT count(*) FROM point").fetchone() == (1,)


@pytest.mark.parametrize("words, said", [
    (["--luck-only", "--values", "prior"], "leave out one of them"),
    (["--luck-only", "--from", "c.sqlite"], "leave out one of them"),
    (["--luck-only", "--rules", "all"], "leave out one of them"),
    (["--from", "c.sqlite", "--values", "prior"], "give one of them"),
    (["--values", "prior", "--rules", "some"], "expected default or all"),
    (["--values", "prior", "--without-voice", "daily-nk"], "leave out --without-voice"),
    (["--luck-only", "--without-voice", "daily-nk"], "leave out one of them"),
    (["--without-voice", "nobody"], "its voices: daily-nk"),
])
def test_what_contradicts_itself_is_refused_with_the_way_out(tumen, small, words, said):
    assert said in tumen("run", small, *words, code=USAGE).stderr


def test_a_newsroom_can_be_left_out_of_what_is_believed(tumen, small):
    """The draws that were played are weighed anew: other draws, which the answer and a resumed run name."""
    told = tumen("run", small, "--replicates", "4", "--without-voice", "daily-nk", "--out", "a.sqlite").stdout
    assert "without the reports of daily-nk" in " ".join(told.split())
    everybody = tumen("run", small, "--replicates", "4", "--out", "b.sqlite").stdout
    assert "without the reports" not in " ".join(everybody.split())
    assert draws_in(tumen.folder / "a.sqlite") != draws_in(tumen.folder / "b.sqlite")
    tumen("run", small, "--replicates", "6", "--resume", "--out", "a.sqlite", code=FAILED)
    tumen("run", small, "--replicates", "6", "--resume", "--without-voice", "daily-nk", "--out", "a.sqlite")


def test_the_report_tells_the_range_and_what_it_is_made_of(tumen, played):
    _, path = played
    page = (tumen.folder / "a.html").read_text()
    assert "own draw of" in page and "prior only" in page


def hashes(path):
    with sqlite3.connect(path) as file:
        return file.execute("SELECT point, replicate, state_hash FROM replicate ORDER BY point, replicate").fetchall()


def test_without_a_word_values_and_rules_are_drawn_and_what_from_is_said(tumen, small):
    holds = json.loads(tumen("belief", "show", "--json").stdout)["holds"]
    said = tumen("run", small, "--replicates", "6", "--out", "a.sqlite").stdout
    assert ("from the belief" if holds else "prior only") in " ".join(said.split())
    tumen("run", small, "--replicates", "6", "--values", "belief" if holds else "prior", "--out", "b.sqlite")
    tumen("run", small, "--replicates", "6", "--luck-only", "--out", "c.sqlite")
    drawn = hashes(tumen.folder / "a.sqlite")
    assert drawn == hashes(tumen.folder / "b.sqlite") and len(drawn) == 12
    assert not {one[2] for one in drawn} & {one[2] for one in hashes(tumen.folder / "c.sqlite")}


def test_a_range_over_what_is_not_known_does_not_shrink_with_the_number_of_plays(tumen, small):
    def width(plays, *words):
        answer = summary(tumen, "run", small, "--replicates", str(plays), *words, "--out", f"{plays}.sqlite")
        one = row(answer, "handed_in")
        return math.log(one["high"] / one["low"])
    few, many = width(32), width(256)
    # The error of a width is 0.9 / root of the distinct draws: 0.19 and 0.07; three of it both ways.
    assert 0.5 < many / few < 2
    # One of a mean would be less than half of the other.


def test_how_many_plays_are_usual_is_what_a_range_needs(tumen, small):
    usual = json.loads(tumen("run", small, "--dry-run", "--json").stdout)
    alone = json.loads(tumen("run", small, "--luck-only", "--dry-run", "--json").stdout)
    assert usual["replicates"] == 600 and alone["replicates"] == 64  # the yardstick is played beside each
