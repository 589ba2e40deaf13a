"""A report is played again from what its page carries, made again and compared byte for byte."""

import json
import re

import pytest
from conftest import DIFFERENCE, FAILED
from report_page import DATA

KINDS = {
    "run": ["run", "--luck-only", "small.toml", "--replicates", "4"],
    "drawn": ["run", "small.toml", "--replicates", "4"],
    "compare": ["compare", "--luck-only", "hyesan-handin", "hyesan-reward", "--set", "residents=2000", "--replicates", "3"],
    "sweep": ["sweep", "small.toml", "--vary", "fee_base=20 %..40 %:3", "--replicates", "2"],
    "sensitivity": ["sensitivity", "small.toml", "--vary", "fee_base", "--vary", "penalty", "--samples", "2", "--replicates", "1"],
    "until": ["run", "--luck-only", "small.toml", "--until", "half-width=50%", "--max-replicates", "10"],
}


def change(path, alter):
    html = path.read_text()
    start, text, end = DATA.search(html).groups()
    data = json.loads(text)
    alter(data)
    written = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    path.write_text(html.replace(start + text + end, start + written + end))


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_made_again_is_equal_byte_for_byte(tumen, small, kind):
    tumen(*KINDS[kind], "--out", "a.sqlite")
    (tumen.folder / "a.sqlite").unlink()  # the page alone
    said = tumen("verify", "a.html").stdout
    assert "equal, byte for byte" in said and "Replayed" in said and "Not looked at" in said
    assert json.loads(tumen("verify", "a.html", "--json").stdout)["same_page"] is True


def forged(data):
    """As a forger would: sentences, bands and limits."""
    data["answer"] = [re.sub(r"\d[\d,.]*", lambda number: "9" + number.group(), text) for text in data["answer"]]
    for series in data["series"]:
        for name in ("q05", "q25", "q50", "q75", "q95"):
            series[name] = [value if value is None else value * 10 for value in series[name]]
    data["limits"] = ["Nothing may not be concluded."]


def halved(data):
    data["changed"][0]["median"] = (data["changed"][0]["median"] or 2) / 2 + 1


def of_fewer(data):
    data["provenance"]["replicate_hashes"].pop()


@pytest.mark.parametrize("alter, places", [(forged, ["answer[0]", "series[0].q", "limits"]), (halved, ["changed[0].median"]),
                                           (of_fewer, ["replicate_hashes"])])
def test_a_forged_report_is_refused_and_what_differs_is_listed(tumen, small, alter, places):
    tumen(*KINDS["compare"], "--out", "a.sqlite")
    change(tumen.folder / "a.html", alter)
    said = tumen("verify", "a.html", code=DIFFERENCE).stdout
    assert "does not say what the model gives" in said
    found = json.loads(tumen("verify", "a.html", "--json", code=DIFFERENCE).stdout)["differences"]
    assert any(place in difference for place in places for difference in found)
    assert any(places[0] in difference for difference in found)


def test_a_page_that_was_altered_around_its_data_is_not_equal(tumen, small):
    tumen(*KINDS["run"], "--out", "a.sqlite")
    path = tumen.folder / "a.html"
    path.write_text(path.read_text().replace("</body>", "<p>Verified.</p></body>"))
    ended = tumen("verify", "a.html", code=DIFFERENCE)
    assert "not equal, byte for byte" in ended.stdout and "it was altered" in ended.stderr


def test_a_report_of_another_model_is_not_blamed(tumen, small):
    tumen(*KINDS["run"], "--out", "a.sqlite")
    change(tumen.folder / "a.html", lambda data: data["provenance"].update(fingerprint="f" * 32))
    said = tumen("verify", "a.html", code=DIFFERENCE).stderr
    assert "of another model" in said and "f" * 32 in said and "way out" in said


def test_what_is_no_report_of_results_is_said(tumen, small):
    (tumen.folder / "x.html").write_text("<p>page</p>")
    assert "no report" in tumen("verify", "x.html", code=FAILED).stderr
    tumen("explore", small, "--out", "e.html")
    assert "no results" in tumen("verify", "e.html", code=FAILED).stderr
    assert "cannot be read" in tumen("verify", "none.html", code=FAILED).stderr
