"""The draws of a belief weighed again without a voice, beside a belief made without it from nothing: two estimates of one
thing, each with its Monte Carlo error. In a small city, from TUMEN_CANDIDATES draws of the prior (the nightly stage says how
many), and by the second reading of the reports: by the first too few draws of such a city fit. And, in cities of their size,
the belief that ships weighed again by the second reading, beside one made by it, from the plays of a whole making
(TUMEN_WHOLE_PLAYS, which the nightly stage `belief` leaves behind)."""

import json
import math
import os
import shutil
import subprocess

import pytest
from conftest import DONE, SMALL, Tumen

CANDIDATES = int(os.environ.get("TUMEN_CANDIDATES", "0"))
MAKING = ("belief", "make", "--residents", 3000, "--candidates", CANDIDATES, "--prior-sample", 40, "--start-plays", 20,
          "--draws", 1024, "--go-on", 0.8, "--second-reading")
WAYS = [(), *(("--without-voice", voice) for voice in ("daily-nk", "rfa", "nkdb", "nk-times"))]

WHOLE_PLAYS = os.environ.get("TUMEN_WHOLE_PLAYS", "")
in_a_small_city = pytest.mark.skipif(CANDIDATES == 0, reason="a making takes a minute: `tools/nightly readings` plays it")


@pytest.fixture(scope="module")
def makings(tmp_path_factory):
    """What was made in each way, from one file of plays: a way plays what the others have not."""
    tumen = Tumen(tmp_path_factory.mktemp("readings"))
    for place, way in enumerate(WAYS):
        words = tumen.command(*MAKING, *way, "--plays", "all.plays", "--out", f"{place}.toml")
        made = subprocess.run(words, cwd=tumen.folder, capture_output=True, text=True, timeout=1800)
        assert made.returncode == DONE, made.stderr
    return tumen


def shown(tumen, *words):
    return json.loads(tumen("belief", "show", *words, "--json").stdout)


def scores_off(one, other):
    """Of each rule's choice and each value's mean, how many errors two beliefs lie apart, were they independent; they share
    most of their plays, so that it is rather less."""
    off = {}
    for a, b in zip(one["rules"], other["rules"]):
        assert (a["rule"], a["choice"]) == (b["rule"], b["choice"])
        off[f"{a['rule']}={a['choice']}"] = (a["belief"] - b["belief"]) / math.hypot(a["error"], b["error"])
    values = {value["name"]: value for value in other["values"]}
    error = math.hypot(1 / math.sqrt(one["effective"]), 1 / math.sqrt(other["effective"]))
    for value in one["values"]:
        off[value["name"]] = (value["shift"] - values[value["name"]]["shift"]) / error
    return off


def way_name(way):
    return " ".join(way) or "as it is"


def compared(way, again, anew):
    """The mean square of their differences, in errors, and the largest."""
    off = scores_off(again, anew)
    assert len(off) > 150
    far = [name for name, one in off.items() if abs(one) > 2]
    mean_square = sum(one * one for one in off.values()) / len(off)
    print(f"\n{way}: weighed again worth {again['effective']:.0f} (shape {again['pareto']:.2f}), made anew "
          f"{anew['effective']:.0f} ({anew['pareto']:.2f}); root mean square of {len(off)} differences {mean_square ** 0.5:.2f} "
          f"errors, {len(far)} beyond 2, largest {max(map(abs, off.values())):.1f}")
    return mean_square, max(map(abs, off.values()))


@in_a_small_city
@pytest.mark.parametrize("place", range(1, len(WAYS)), ids=lambda place: way_name(WAYS[place]))
def test_weighed_again_says_what_a_belief_made_anew_says(makings, place):
    again = shown(makings, "0.toml", *WAYS[place])
    anew = shown(makings, f"{place}.toml")
    assert anew["holds"], anew["why_not"]
    assert (again["without"], again["reading"]) == (anew["without"], anew["reading"]) == (WAYS[place][1], "second")
    mean_square, largest = compared(way_name(WAYS[place]), again, anew)
    assert mean_square < 0.1 and largest < 1


@pytest.mark.skipif(not WHOLE_PLAYS, reason="a whole making takes minutes: `tools/nightly belief` plays it")
def test_the_belief_that_ships_weighed_again_by_the_second_reading_says_what_one_made_by_it_says(tumen):
    shutil.copy(WHOLE_PLAYS, tumen.folder / "whole.plays")
    words = tumen.command("belief", "make", "--second-reading", "--plays", "whole.plays", "--out", "second.toml")
    made = subprocess.run(words, cwd=tumen.folder, capture_output=True, text=True, timeout=7200)
    assert made.returncode == DONE, made.stderr
    again, anew = shown(tumen, "--second-reading"), shown(tumen, "second.toml")
    assert anew["holds"] and anew["reading"] == again["reading"] == "second"
    mean_square, largest = compared("by the second reading", again, anew)
    # Two estimates of which one rests on few heavy draws: measured 1.07 and 3.3.
    assert mean_square < 2 and largest < 4.5


@in_a_small_city
def test_a_belief_without_a_voice_is_drawn_from_and_says_what_it_is_without(makings):
    (makings.folder / "small.toml").write_text(SMALL)
    run = json.loads(makings("run", "small.toml", "--values", "2.toml", "--replicates", 8, "--out", "run.sqlite",
                             "--json").stdout)
    assert any("without the reports of rfa" in told for told in run["plays"]["told"])
