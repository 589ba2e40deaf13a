"""Every range, share and bound that is printed, worked out again from the results file by a script of its own
(tests/support/python/recompute.py): runs, comparisons, what was heard, what would narrow it, statements. Errors that are told by
resampling are left out: a script that draws otherwise finds others."""

import json
import math
import re
import tomllib

import pytest
from conftest import ROOT, SMALL
from recompute import Results, clusters, explained, quantile, scores, shares, spread, student, weighted_range, wilson

PLAYS = 96
NEAR = dict(rel=1e-9, abs=1e-9)
SMALL_TOO = {"handed_in", "dead_phones", "stopped_by_campaign", "phones_gone_by_campaign", "quiet_after_by_campaign"}


def same(told, own):
    for name, one in own.items():
        if one is None or (isinstance(one, float) and math.isinf(one)):
            assert told[name] is None, name
        else:
            assert told[name] == pytest.approx(one, **NEAR), name


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    from conftest import Tumen
    tumen = Tumen(tmp_path_factory.mktemp("recomputed"))
    (tumen.folder / "small.toml").write_text(SMALL)
    (tumen.folder / "other.toml").write_text('extends = "small"\ntitle = "Other"\nquestion = "?"\n'
                                             '[parameters]\npromise_breach = 0.1\ndetection = 0.02\n')
    return tumen


def test_every_row_of_a_run(folder):
    told = json.loads(folder("run", "small.toml", "--replicates", PLAYS, "--out", "run.sqlite", "--json").stdout)["plays"]
    results = Results(folder.folder / "run.sqlite")
    draws, rules = results.draws(), results.rules()
    rows = {row["id"]: row for row in told["rows"]}
    assert SMALL_TOO | {"official_per_changed"} <= set(rows) and len(set(draws.values())) == 72
    for name in [*SMALL_TOO, "official_per_changed"]:
        values = results.number(name)
        assert set(values) == set(range(1, PLAYS + 1))
        same(rows[name], spread(values, draws, 1 if name in SMALL_TOO else 0))
        for part, share in shares(values, draws, rules).items():
            assert rows[name]["shares"][part]["share"] == pytest.approx(share, rel=1e-6, abs=1e-9), (name, part)
    gap = results.number("official_per_changed")
    ends = [quantile([one for one in gap.values() if not math.isnan(one)], p) for p in (0.05, 0.95)]
    low, high = (f"{one:,.0f}" for one in ends)
    assert f"officers counted {low} " in told["sentence"]
    assert ("or more phones" if math.isinf(ends[1]) else f" to {high} phones") in told["sentence"]
    more = sum(one > 100 for one in gap.values())
    assert f"In {more} of {PLAYS} plays there are more phones than people" in told["split"]


def test_every_row_of_a_comparison(folder):
    told = json.loads(folder("compare", "small.toml", "other.toml", "--replicates", PLAYS, "--out", "compare.sqlite",
                             "--json").stdout)["others"][0]
    results = Results(folder.folder / "compare.sqlite")
    draws = results.draws()
    rows = {row["id"]: row for row in told["differences"]}
    for name in SMALL_TOO:
        base, other = results.number(name, 0), results.number(name, 1)
        # What is left of a difference where both cancel out is rounding.
        gaps = {one: other[one] - base[one] for one in base}
        own = spread({one: 0 if abs(gap) < 1e-12 else gap for one, gap in gaps.items()}, draws, 1)
        same(rows[name], own)
        assert rows[name]["base"] == pytest.approx(quantile(base.values(), 0.5), **NEAR)
        assert rows[name]["other"] == pytest.approx(quantile(other.values(), 0.5), **NEAR)
        for side, count in (("higher", own["above"]), ("lower", own["below"])):
            if f"{side} in " in rows[name]["told"]:
                assert f"{side} in {count} of {PLAYS} plays" in rows[name]["told"]


def second_weights():
    """By candidate, what a draw of it counts by the second reading: n patterns of a voice as n to the second power stated,
    where they counted as n to the first."""
    belief, likelihood, patterns = (tomllib.loads((ROOT / f"evidence/{name}.toml").read_text())
                                    for name in ("belief", "likelihood", "patterns"))
    fitted = [one for one in patterns["pattern"] if one["role"] == "calibrate" and one.get("test", {}).keys() & {"sign", "band"}]
    voices = [voice.strip() for one in fitted for voice in one["independence"].split(",")]
    power = likelihood["second"]["voice_power"] - likelihood["reading"]["voice_power"]
    times = [voices.count(name) ** power for name in belief["voices"]["names"]]
    lines = [[float(word) for word in line.split()] for line in belief["voices"]["lines"].splitlines() if line]
    gains = {int(line[0]): sum((n - 1) * log for n, log in zip(times, line[2:])) for line in lines}
    most = max(gains.values())
    drawn = [int(word.split(".")[0]) for word in belief["draws"]["lines"].split()]
    return drawn, {candidate: math.exp(gain - most) for candidate, gain in gains.items()}


def second(values):
    """What a row says by the second reading of the reports, from its values by replicate."""
    drawn, weights = second_weights()
    # Every fourth replicate is the twin of the one before it.
    family = {one: drawn[one - one // 4 - 1] for one in values}
    told = [one for one in values if not math.isnan(values[one])]
    whole = sum(weights[family[one]] for one in told)
    together = {}
    for one in told:
        together[family[one]] = together.get(family[one], 0) + weights[family[one]] / whole
    return {"plays": len(told), "effective": 1 / sum(weight ** 2 for weight in together.values()),
            **weighted_range([values[one] for one in told], [weights[family[one]] for one in told]),
            "above": sum(weights[family[one]] for one in told if values[one] > 0) / whole,
            "below": sum(weights[family[one]] for one in told if values[one] < 0) / whole}


def holds(folder):
    return json.loads(folder("belief", "show", "--json").stdout)["holds"]


def test_every_row_by_the_second_reading_of_the_reports(folder):
    plays = 240
    told = json.loads(folder("run", "small.toml", "--replicates", plays, "--out", "second.sqlite", "--json").stdout)["plays"]
    if not holds(folder):
        pytest.skip("no belief holds: renewal is due")
    results = Results(folder.folder / "second.sqlite")
    rows = {row["id"]: row for row in told["rows"]}
    for name in [*SMALL_TOO, "official_per_changed"]:
        own = second(results.number(name))
        assert rows[name]["second"]["told"] and own["effective"] >= 64
        same(rows[name]["second"], own)
    gap = second(results.number("official_per_changed"))
    assert f"these {gap['plays']} plays are worth {gap['effective']:.0f} of equal weight in it" in told["second"]
    low = re.search(r"however many it made: ([\d.,]+) ", told["second"])[1]
    assert float(low.replace(",", "")) == pytest.approx(gap["low"], rel=0.02)
    said = " ".join(folder("run", "small.toml", "--replicates", plays, "--out", "second.sqlite", "--resume").stdout.split())
    assert told["sentence"] in said and told["second"] in said


def test_too_few_plays_by_the_second_reading_are_said_to_be(folder):
    told = json.loads(folder("compare", "small.toml", "other.toml", "--replicates", PLAYS, "--out", "few.sqlite",
                             "--json").stdout)["others"][0]
    if not holds(folder):
        pytest.skip("no belief holds: renewal is due")
    results = Results(folder.folder / "few.sqlite")
    for row in told["differences"]:
        if row["id"] in SMALL_TOO:
            base, other = results.number(row["id"], 0), results.number(row["id"], 1)
            own = second({one: other[one] - base[one] for one in base})
            assert not row["second"]["told"] and own["effective"] < 64 and row["second"]["low"] is None
            assert row["second"]["effective"] == pytest.approx(own["effective"], **NEAR)
    assert f"these {PLAYS} plays are too few to tell" in told["second"]


def test_means_and_their_intervals_with_luck_alone(folder):
    told = json.loads(folder("compare", "--luck-only", "small.toml", "other.toml", "--replicates", 24, "--out", "luck.sqlite",
                             "--json").stdout)["others"][0]["differences"]
    results = Results(folder.folder / "luck.sqlite")
    looked = 0
    for name in ("handed_in", "dead_phones"):
        [row] = [one for one in told if one["id"] == name]
        base, other = results.number(name, 0), results.number(name, 1)
        gaps = [other[one] - base[one] for one in base]
        mean = sum(gaps) / len(gaps)
        assert row["difference"] == pytest.approx(mean, **NEAR)
        assert (row["above"], row["below"]) == (sum(one > 0 for one in gaps), sum(one < 0 for one in gaps))
        if row["interval"] != "t":
            continue
        deviation = math.sqrt(sum((one - mean) ** 2 for one in gaps) / (len(gaps) - 1))
        reach = student(0.975, len(gaps) - 1) * deviation / math.sqrt(len(gaps))
        assert [row["low"], row["high"]] == pytest.approx([mean - reach, mean + reach], rel=1e-6)
        looked += 1
    assert looked > 0
    run = json.loads(folder("run", "--luck-only", "small.toml", "--replicates", 24, "--out", "alone.sqlite", "--json").stdout)
    [row] = [one for one in run["headlines"] if one["id"] == "handed_in"]
    values = list(Results(folder.folder / "alone.sqlite").number("handed_in").values())
    assert [row["q05"], row["median"], row["q95"]] == pytest.approx([quantile(values, p) for p in (0.05, 0.5, 0.95)])


def test_all_that_is_told_given_something(folder):
    folder("run", "small.toml", "--replicates", PLAYS, "--out", "given.sqlite")
    results = Results(folder.folder / "given.sqlite")
    heard = results.sums("arrested", 0)
    ordered = sorted(heard.values())
    low, high = ordered[PLAYS // 2], ordered[-4]
    told = json.loads(folder("given", "small.toml", "--heard", f"sum(arrested, during) is {low} to {high}", "--replicates",
                             PLAYS, "--json").stdout)
    spreads = {one: (heard[one] - (low + high) / 2) / ((high - low) / 2 / 1.6448536269514722) for one in sorted(heard)}
    weights = [math.exp(-off * off / 2) if abs(off) < 6 else 0 for off in spreads.values()]
    assert told["effective"] == pytest.approx(sum(weights) ** 2 / sum(one * one for one in weights), rel=1e-9)
    rows = {row["id"]: row for row in told["headlines"]}
    for name in SMALL_TOO - {"quiet_after_by_campaign"}:
        values = [results.number(name)[one] for one in spreads]
        same(rows[name]["before"], weighted_range(values, [1] * PLAYS))
        same(rows[name]["given"], weighted_range(values, weights))
    for row in told["rules"]:
        chosen = [results.rules()[one][row["rule"]] == row["choice"] for one in spreads]
        after = sum(weight for weight, is_so in zip(weights, chosen) if is_so) / sum(weights)
        assert row["given"] == pytest.approx(after, rel=1e-9)
        assert row["error"] == pytest.approx(math.sqrt(after * (1 - after) / told["effective"]), rel=1e-9)


def test_what_it_would_be_worth_to_know(folder):
    told = json.loads(folder("value-of-information", "small.toml", "--headline", "handed_in", "--replicates", PLAYS, "--json").stdout)
    folder("run", "small.toml", "--replicates", PLAYS, "--out", "worth.sqlite", "--force")
    results = Results(folder.folder / "worth.sqlite")
    draws = results.draws()
    number = results.number("handed_in")
    for part, share in shares(number, draws, results.rules()).items():
        assert told["shares"][part]["share"] == pytest.approx(share, rel=1e-6, abs=1e-9)
    first = sorted(set(draws.values()))
    values = [one for one in told["told"] if one["kind"] == "value"]
    # Draws in which some question has no answer are left out of all; else each share is a regression on all of them.
    if told["draws"] == len(first):
        for one in values:
            drawn = results.value(one["id"])
            assert one["share"] == pytest.approx(explained([number[at] for at in first], [drawn[at] for at in first]), abs=1e-6)
    for one in told["told"]:
        assert one["share"] > told["floor"] and one["low"] <= one["high"]


def test_every_share_and_bound_of_the_statements(folder):
    words = ["statements", "hoeryong-oath", "--replicates", 24, "--set", "residents=1000", "--plays", "s.plays", "--json"]
    told = json.loads(folder(*words).stdout)
    lines = [line.split() for line in (folder.folder / "s.plays").read_text().splitlines()[1:]]
    played = {int(number): [None if one == "none" else float(one) for one in values] for number, *values in lines}
    belief = tomllib.loads((ROOT / "evidence/belief.toml").read_text())
    families = [int(one.split(".")[0]) for one in belief["draws"]["lines"].split()][:24]
    over_belief = told[0]["over"] == "belief"
    behind = 24 if over_belief else 0  # draws of the prior stand behind those of the belief
    sizes = [families.count(one) for one in set(families)]
    for row, one in enumerate(told):
        prior = [played[behind + number][row] for number in range(1, 25)]
        share = sum(value is not None and value > 0 for value in prior) / 24
        assert one["prior"]["share"] == pytest.approx(share) and one["prior"]["effective"] == pytest.approx(24)
        assert [one["prior"]["low"], one["prior"]["high"]] == pytest.approx(list(wilson(share, 24)), abs=1e-9)
        if not over_belief:
            continue
        believed = [played[number][row] for number in range(1, 25)]
        share = sum(value is not None and value > 0 for value in believed) / 24
        effective = 24 ** 2 / sum(size * size for size in sizes)
        probability = one["probability"]
        assert probability["share"] == pytest.approx(share) and probability["effective"] == pytest.approx(effective)
        assert [probability["low"], probability["high"]] == pytest.approx(list(wilson(share, effective)), abs=1e-9)
        names = belief["voices"]["names"]
        weighed = {int(words[0]): [float(word) for word in words[2:]]
                   for words in (line.split() for line in belief["voices"]["lines"].splitlines() if line)}
        for without in one["without_voices"]:
            place = names.index(without["voice"])
            weights = [math.exp(-weighed[family][place]) for family in families]
            left = sum(weight for weight, value in zip(weights, believed) if value is not None and value > 0) / sum(weights)
            assert without["share"] == pytest.approx(left, abs=1e-6)


def test_the_script_itself():
    """On numbers that can be worked out by hand."""
    assert quantile([1, 2, 3, 4], 0.5) == 2.5 and quantile([1, math.inf], 0.9) == math.inf
    assert clusters({1: 5, 2: 6, 3: math.nan, 4: 8}, {1: 1, 2: 1, 3: 3, 4: 4}) == [[5, 6], [8]]
    assert student(0.975, 10) == pytest.approx(2.228139, abs=1e-5)
    assert wilson(0, 10)[0] == 0 and wilson(0.5, 100) == pytest.approx((0.4188, 0.5812), abs=1e-3)
    x = [one / 7 for one in range(100)]
    assert explained(x, x) == pytest.approx(1) and abs(sum(scores(x))) < 1e-9
    assert weighted_range([1, 2, 3], [1, 8, 1]) == {"low": 1, "middle": 2, "high": 3}
