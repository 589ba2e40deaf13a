"""`tumen explore`: the page that plays the model, without results."""

from conftest import DONE, FAILED, INVALID, SMALL, USAGE
from report_page import data_of


def test_a_scenario_that_the_program_carries_is_named(tumen):
    said = tumen("explore", "hyesan-sweep", "--out", "e.html", code=DONE)
    assert said.stdout == "e.html\n"
    file = tumen.folder / "e.html"
    page, data = file.read_text(), data_of(file)
    assert data == {"format": 1, "explore": {"scenario": "hyesan-sweep", "toml": None}}
    assert 'id="model"' in page and "connect-src 'none'" in page
    assert len(page) < 2_000_000


def test_without_a_name_it_begins_with_the_main_scenario(tumen):
    tumen("explore")
    data = data_of(tumen.folder / "tumen-explorer.html")
    assert data["explore"]["scenario"] == "hyesan-handin"


def test_a_file_goes_in_whole(tumen):
    hostile = "<script>alert(1)</script>\u202e"
    (tumen.folder / "mine.toml").write_text(SMALL.replace("A small city", hostile))
    tumen("explore", "mine.toml", "--set", "fee_base=30 %", "--out", "e.html")
    file = tumen.folder / "e.html"
    page, data = file.read_text(), data_of(file)
    assert hostile in data["explore"]["toml"] and hostile not in page
    assert "fee_base = 0.3" in data["explore"]["toml"]


def test_the_page_draws_what_a_file_does_not_name(tumen, small):
    """Its text holds every number; without the names the page would hold all of them, and show luck alone."""
    tumen("explore", small, "--set", "promise_breach=30 %", "--set", "rules.trust=fixed", "--out", "e.html")
    assert data_of(tumen.folder / "e.html")["explore"]["named"] == ["promise_breach", "rules.trust"]
    tumen("explore", "hyesan-handin", "--set", "fee_base=30 %", "--out", "f.html")
    assert data_of(tumen.folder / "f.html")["explore"]["named"] == ["fee_base"]


def test_a_report_says_what_no_draw_replaced(tumen, small):
    """Of plays of luck alone nobody kept what was named: what is not where the evidence begins was."""
    for name, how in [("drawn", ["--replicates", "4"]), ("luck", ["--luck-only", "--replicates", "2"])]:
        tumen("run", small, "--set", "promise_breach=30 %", "--set", "rules.trust=fixed", *how, "--out", f"{name}.sqlite")
        data = data_of(tumen.folder / f"{name}.html")
        assert data["scenario"]["held"] == ["promise_breach", "rules.trust"], name
        assert not any("do not hold the doubt" in limit for limit in data["limits"]), "some do"


def test_what_a_page_cannot_play_is_refused(tumen):
    said = tumen("explore", "nation", code=USAGE)
    assert "too big for a page" in said.stderr
    tumen("explore", "nowhere", code=INVALID)
    assert tumen.files() == []


def test_a_page_that_is_there_stays(tumen):
    (tumen.folder / "tumen-explorer.html").write_text("mine")
    tumen("explore", code=FAILED)
    assert (tumen.folder / "tumen-explorer.html").read_text() == "mine"
    tumen("explore", "--force")
    assert (tumen.folder / "tumen-explorer.html").read_text() != "mine"
