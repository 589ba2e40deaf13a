"""The workbook, read back by another library."""

import datetime

import openpyxl
import pytest

import tumen


@pytest.fixture(scope="module")
def book(small, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    results = tumen.run(small, replicates=2, seed=3, luck_only=True).derive("twice", lambda days: days["calls"] * 2, unit="calls")
    results.to_excel(path)
    with pytest.raises(FileExistsError):
        results.to_excel(path)
    return openpyxl.load_workbook(path), results


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def test_it_has_a_cover_units_and_a_sheet_a_table(book):
    assert book[0].sheetnames == ["Cover", "Units", "Summary", "Headlines", "Parameters", "Cases", "Days"]


def test_every_sheet_says_that_it_is_synthetic(book):
    for sheet in book[0]:
        assert sheet["A1"].value.startswith("Synthetic:")


def test_days_are_those_of_the_results_with_real_dates(book):
    [head, *found] = rows(book[0]["Days"])
    daily = book[1].daily
    assert head == list(daily.columns) and len(found) == len(daily)
    assert found[0][head.index("date")] == datetime.datetime(2020, 9, 1)
    for name in ("calls", "fee", "twice"):
        assert [row[head.index(name)] for row in found] == pytest.approx(daily[name].tolist(), nan_ok=True)


def test_every_column_of_the_days_has_its_unit(book):
    [_, *found] = rows(book[0]["Units"])
    units = {row[1]: row[2] for row in found if row[0] == "Days"}
    assert units == {**tumen.observables["unit"].to_dict(), "twice": "calls"}


def test_the_cover_says_what_was_played_and_what_came_of_it(book):
    text = "\n".join(str(row[1]) for row in rows(book[0]["Cover"]))
    assert "Does it run?" in text and book[1].answer[0] in text and "tumen.run(" in text


def test_headlines_and_parameters_are_those_of_the_results(book):
    [head, *found] = rows(book[0]["Headlines"])
    assert [row[head.index("handed_in")] for row in found] == book[1].headlines["handed_in"].tolist()
    assert len(rows(book[0]["Parameters"])) == len(book[1].scenario.explain()) + 1


def test_a_text_is_never_a_formula(tmp_path, small):
    text = open(small).read().replace("Two small cities", "=1+1")
    tumen.run(tumen.scenario_from_toml(text), replicates=1, luck_only=True).to_excel(tmp_path / "b.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["Cover"]
    assert sheet["A2"].data_type == "s" and sheet["A2"].value == "=1+1"
