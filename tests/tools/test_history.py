"""tools/check_history guards the table of the calendar: one thing removed turns it red."""

import importlib.machinery
import importlib.util
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
loader = importlib.machinery.SourceFileLoader("check_history", str(ROOT / "tools/check_history"))
tool = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_history", loader))
loader.exec_module(tool)

PAGE = (ROOT / tool.PAGE).read_text()
SCENARIO = (ROOT / tool.SCENARIO).read_text()


def check(page=PAGE, scenario=SCENARIO):
    return tool.check(page, tomllib.loads(scenario))


def test_the_table_and_the_scenario_agree():
    assert check() == []


@pytest.mark.parametrize("entry", ["C10", "C13", "S54", "S67"])
def test_an_entry_that_is_left_out_is_named(entry):
    lines = [line for line in PAGE.splitlines() if not line.startswith(f"| {entry} |")]
    assert any(entry in problem for problem in check("\n".join(lines)))


def test_an_event_that_is_taken_out_of_the_scenario_is_named():
    assert any("C20" in problem for problem in check(scenario=SCENARIO.replace('"C20"', '"C10"')))


def test_an_event_without_source_is_named():
    assert any("no source" in problem
               for problem in check(scenario=SCENARIO.replace('source = ["dnk-handin-2020"]\n', "")))


def test_a_reason_beside_an_event_is_named():
    page = PAGE.replace("forgiveness promised | a hand-in drive", "forgiveness promised | none: forgotten")
    assert any("C10" in problem for problem in check(page))


def test_a_label_that_the_table_lacks_is_named():
    assert any("X99" in problem for problem in check(scenario=SCENARIO.replace('"C20"', '"C20, X99"')))


def test_an_event_that_may_not_have_happened_is_said_to_be_so():
    page = PAGE.replace("which happened with 50 %", "which happened")
    assert {problem for problem in check(page)} >= {f"{tool.PAGE}: C23 does not say that it happened with 50 %"}
    assert any("S64" in problem for problem in check(scenario=SCENARIO.replace('happened = "75 %"', 'happened = "70 %"')))
