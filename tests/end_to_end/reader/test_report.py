"""The report: one file that holds its data, whatever the scenario calls itself."""

import json

import pytest
from conftest import FAILED, SMALL
from report_page import data_of
from small_city import small_city

HOSTILE = "</script><script>alert(1)</script><!-- & \u2028 \u202e"


@pytest.fixture
def report(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "8")
    page = tumen.folder / "results/small-1.html"
    return page.read_text(), data_of(page)


def test_the_data_is_whole(report):
    page, data = report
    assert "__TUMEN_REPORT_DATA__" not in page
    assert data["replicates"] == 8 and data["format"] == 1
    assert len(data["answer"]) == 3
    assert [event["kind"] for event in data["events"]] == ["hand_in_drive"]
    assert (data["events"][0]["from"], data["events"][0]["to"]) == ("2020-09-10", "2020-10-15")
    assert [one["id"] for one in data["official"]] == ["handed_in"]
    assert data["changed"] and data["limits"] and data["model_card"] and data["cite"]
    assert len(data["provenance"]["replicate_hashes"]) == 8


def test_every_curve_of_every_figure_has_its_bands(report):
    data = report[1]
    known = {one["id"] for one in data["observables"]}
    wanted = {curve for figure in data["figures"] for curve in figure["observables"]}
    assert wanted == known == {one["observable"] for one in data["series"]}
    for one in data["series"]:
        for day in zip(*(one[band] for band in ("q05", "q25", "q50", "q75", "q95"))):
            assert day == (None,) * 5 or list(day) == sorted(day)
        assert len(one["q50"]) == 60


def test_no_day_of_a_single_replicate_is_in_it(report):
    assert set(report[1]["series"][0]) == {"city", "observable", "q05", "q25", "q50", "q75", "q95"}


def test_several_cities_are_shown_alone_and_together(tumen):
    second = '\n[[city]]\nname = "musan"\nresidents = 10000\n'
    (tumen.folder / "two.toml").write_text(SMALL.replace('"small"', '"two"') + second)
    tumen("run", "--luck-only", "two.toml", "--replicates", "2")
    data = data_of(tumen.folder / "results/two-1.html")
    of = {(one["city"], one["observable"]) for one in data["series"]}
    assert {("hyesan", "calling"), ("musan", "calling"), ("all", "calling"), ("musan", "fee")} <= of
    assert ("all", "fee") not in of
    assert [city["name"] for city in data["cities"]] == ["hyesan", "musan"]


def test_a_hostile_title_cannot_leave_its_place(tumen):
    text = SMALL.replace("A small city", HOSTILE)
    (tumen.folder / "small.toml").write_text(text)
    tumen("run", "--luck-only", "small.toml", "--replicates", "1")
    page = (tumen.folder / "results/small-1.html").read_text()
    data = data_of(tumen.folder / "results/small-1.html")
    assert data["scenario"]["title"] == HOSTILE
    assert "alert(1)</script>" not in page and "\u2028" not in page.split('id="report-data">')[1].split("</script>")[0]


def test_report_makes_the_same_page_again_and_replaces_none(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "2")
    page = (tumen.folder / "results/small-1.html").read_text()
    assert "exists" in tumen("report", "results/small-1.sqlite", code=FAILED).stderr
    tumen("report", "results/small-1.sqlite", "--out", "again.html")
    assert (tumen.folder / "again.html").read_text() == page
    data = json.loads(tumen("report", "results/small-1.sqlite", "--json").stdout)
    assert data["scenario"]["name"] == "small"


def test_a_city_without_a_campaign_is_told_by_levels(tumen, small):
    (tumen.folder / small).write_text(small_city("small"))
    tumen("run", "--luck-only", small, "--replicates", "2")
    data = data_of(tumen.folder / "results/small-1.html")
    assert data["official"] == [] and data["ratio"] is None and data["events"] == []
    assert data["other"]
