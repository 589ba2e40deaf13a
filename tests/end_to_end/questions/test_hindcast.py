"""Forecasts from what was known on a date, and their scores: `tumen hindcast`."""

import json
import re

import pytest
from conftest import DONE, ROOT, USAGE, Tumen
from target_text import target

HISTORY = (ROOT / "tests/support/hindcast/history.toml").read_text()
READING = (ROOT / "tests/support/hindcast/reading.toml").read_text()

EARLIER = target(2019, 0.30, "nkdb-2019") + target(2020, 0.35, "nkdb-2020")
LATER = target(2021, 0.456789, "nkdb-2021")


def hindcast(folder, *more, history=HISTORY, targets=READING + EARLIER + LATER, code=DONE):
    (folder / "history.toml").write_text(history)
    (folder / "targets.toml").write_text(targets)
    return Tumen(folder)("hindcast", "history.toml", "--targets", "targets.toml", "--cutoff", "2020-12-31",
                         "--replicates", "4", "--size", "1", *more, code=code)


def hashes(folder, *more, **changes):
    return [one["hash"] for one in json.loads(hindcast(folder, "--json", *more, **changes).stdout)]


def test_later_events_and_reports_cannot_reach_a_forecast(tmp_path):
    before = hashes(tmp_path)
    assert len(set(before)) == 2  # with what was seen beforehand, and without
    other_later = READING + EARLIER + target(2021, 0.01, "nkdb-2021", 'note = "changed"\n')
    assert hashes(tmp_path, targets=other_later) == before
    assert hashes(tmp_path, history=HISTORY.replace("2021-02-01", "2021-01-05")) == before
    assert hashes(tmp_path, history=HISTORY.replace("[[sweep]]\nfrom = 2021-02-01\nto = 2021-03-01\n", "")) == before
    # What was known by then does reach it.
    assert hashes(tmp_path, targets=READING + EARLIER.replace("0.35", "0.25") + LATER) != before
    assert hashes(tmp_path, history=HISTORY.replace("2019-07-01", "2019-09-01")) != before


def test_the_forecast_is_in_a_file_with_its_hash_and_the_scores_do_not_change_it(tmp_path):
    made = hindcast(tmp_path, "--score", "--json")
    text = (tmp_path / "history.forecast.toml").read_text()
    hindcast(tmp_path)
    assert (tmp_path / "history.forecast.toml").read_text() == text
    for one in json.loads(made.stdout):
        assert f'hash = "{one["hash"]}"' in text
        assert one["not_yet_known"] == ["sweep"]
        (scored,) = one["scores"]["targets"]
        assert scored["observed"] == 0.456789
        assert {"all", "nkdb"} == {summary["voice"] for summary in one["scores"]["summaries"]}
        for rival in ("against_prior", "against_persistence", "against_trend"):
            assert one["scores"]["summaries"][0][rival]["targets"] == 1
    assert "0.4567" not in text


def test_what_was_played_is_not_played_again_and_a_cut_off_line_is(tmp_path):
    said = hindcast(tmp_path, "--score").stdout
    plays = tmp_path / "history.forecast.plays"
    lines = plays.read_text().splitlines()
    assert len(lines) == 1 + 2 * 4
    assert hindcast(tmp_path, "--score").stdout == said
    assert plays.read_text().splitlines() == lines
    plays.write_text("\n".join(lines)[:-20])
    assert hindcast(tmp_path, "--score", "--threads", "2").stdout == said
    assert set(lines) <= set(plays.read_text().splitlines())


def test_several_cutoffs_are_forecast_in_one_command(tmp_path):
    made = json.loads(hindcast(tmp_path, "--cutoff", "2019", "--hindsight", "seen", "--json").stdout)
    assert [one["cutoff"] for one in made] == ["2019-12-31", "2020-12-31"]
    assert [len(one["forecasts"]) for one in made] == [2, 1]
    # One earlier report has no trend.
    assert made[0]["forecasts"][0]["trend"] is None


def test_few_effective_draws_are_said_with_what_helps(tmp_path):
    said = hindcast(tmp_path, "--score").stdout
    assert "Too few" in said
    assert "--replicates" in said
    assert "below 0 worse" in said


def test_the_page_shows_what_was_told_only_where_forecasts_are_scored(tmp_path):
    hindcast(tmp_path)
    page = tmp_path / "history.forecast.html"
    blind = page.read_text()
    assert "45.7 %" not in blind
    assert "<script" not in blind
    assert not re.search(r"https?:", blind)
    made = json.loads(hindcast(tmp_path, "--score", "--json", "--report", "other.html").stdout)
    assert page.read_text() == blind
    scored = (tmp_path / "other.html").read_text()
    assert scored.count("45.7 %") == 2
    for one in made:
        assert one["hash"] in scored
        assert one["hash"] in blind
        skill = one["scores"]["summaries"][0]["against_persistence"]["skill"]
        assert f"{skill:.2f}" in scored


@pytest.mark.parametrize("targets, place, problem", [
    (READING + EARLIER.replace("date = 2020-12-31\n", "") + LATER, "targets.toml:28:", "has no date"),
    (READING + EARLIER + target(2021, 0.4, "nkdb-2021", 'cities = ["musan"]\n'), "targets.toml:", "no city of"),
    (READING + EARLIER + target(2021, 0.4, "nobody"), "targets.toml:", "there is no source nobody"),
])
def test_targets_that_cannot_be_are_refused_at_their_place(tmp_path, targets, place, problem):
    said = hindcast(tmp_path, targets=targets, code=USAGE).stderr
    assert place in said
    assert problem in said
    assert re.search(r"targets\.toml:\d+:\d+: error", said)


@pytest.mark.parametrize("words", [("--cutoff", "soon"), ("--cutoff", "2031-01-01"), ("--hindsight", "all"),
                                   ("--size", "2")])
def test_what_cannot_be_asked_is_refused(tmp_path, words):
    assert words[1] in hindcast(tmp_path, *words, code=USAGE).stderr


def test_the_page_and_the_terminal_are_told_in_korean_with_the_same_numbers(tmp_path):
    hindcast(tmp_path, "--score")
    page = tmp_path / "history.forecast.html"
    english = page.read_text()
    said = hindcast(tmp_path, "--score", "--lang", "ko").stdout
    korean = page.read_text()
    assert '<html lang="en">' in english and '<html lang="ko">' in korean

    def words(html):
        body = html[html.index("<main>"):]
        texts = re.sub(r"<code>.*?</code>", "", body)
        attributes = re.findall(r'aria-label="([^"]*)"', body)
        return " ".join([*re.findall(r">([^<]+)<", texts), *attributes])

    # What stays: the scenario's own title and series, ids, names of values and labels of events.
    for own in ("Three years of a small city", "Fee that was charged"):
        korean = korean.replace(own, "")
    left = re.sub(r"<details>.*?</details>", "", korean, flags=re.DOTALL)
    assert not re.search(r"\b(the|of|reports?|draws?|forecasts?|told|skill|known|what|worse|prior|voice)\b", words(left), re.IGNORECASE)
    assert re.search("[\uac00-\ud7a3]", said) and "Too few" not in said and "reports weigh" not in said
    numbers = re.compile(r"<td>(-?[\d.]+)</td>")
    assert numbers.findall(page.read_text()) == numbers.findall(english)
