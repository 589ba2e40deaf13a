"""Results as a workbook for people who work with spreadsheets."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .._cases import cases
from .._errors import ArgumentError, ResultsError
from .._played import made_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    import pandas

    from .._played import Played
    from .._types import FilePath

MOST_ROWS = 1_048_576 - 3  # of a sheet, less the lines above a table
BEWARE = "Synthetic: all people and events in this workbook are made by a model. It says nothing about any real person."

CASES = "Synthetic cases: what happened to those who were caught. None is that of a real person, or may stand beside one."


def plain(value: Any) -> Any:
    """What a cell can hold: a number, a date, a text, or nothing."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if hasattr(value, "item"):
        return plain(value.item())
    return value


class Sheet:
    """A table under a line that says what it is; texts are never formulas."""

    def __init__(self, book: Any, name: str, title: str, formats: dict[str, Any]) -> None:
        self.sheet = book.add_worksheet(name)
        self.formats = formats
        self.sheet.write_string(0, 0, BEWARE, formats["beware"])
        self.sheet.write_string(1, 0, title, formats["bold"])

    def table(self, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        for column, name in enumerate(names):
            self.sheet.write_string(2, column, name, self.formats["head"])
        self.sheet.freeze_panes(3, 0)
        self.sheet.set_column(0, len(names), 14)
        for place, row in enumerate(rows, start=3):
            for column, value in enumerate(row):
                self.cell(place, column, plain(value))

    def cell(self, row: int, column: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            self.sheet.write_boolean(row, column, value)
        elif isinstance(value, (int, float)):
            self.sheet.write_number(row, column, value)
        elif hasattr(value, "year"):
            self.sheet.write_datetime(row, column, value, self.formats["date"])
        else:
            self.sheet.write_string(row, column, str(value))


def flat(frame: pandas.DataFrame) -> tuple[list[str], Iterable[Sequence[Any]]]:
    """Names and rows of a frame, its index first."""
    frame = frame.reset_index()
    return list(frame.columns), frame.itertuples(index=False, name=None)


def cover(sheet: Sheet, results: Played) -> None:
    facts: list[tuple[str, Any]] = [(key.replace("_", " "), str(value)) for key, value in made_by(results).items()]
    facts += [("question", results.scenario.question), ("replicates", len(results.hashes))]
    facts += [("answer", sentence) for sentence in results.answer]
    facts += [("please read", "docs/model-card.md, before a number is quoted")]
    sheet.table(["", ""], facts)
    sheet.sheet.set_column(1, 1, 110)


def units(results: Played) -> list[tuple[Any, ...]]:
    from .. import _tables
    observables = _tables.observables()
    rows: list[tuple[Any, ...]] = []
    rows += [("Days", name, row["unit"], row["explanation"]) for name, row in observables.iterrows()]
    rows += [("Days", one.name, one.unit, "derived by whoever made this workbook") for one in results._derived]
    labels = {row["label"]: row["unit"] for _, row in results.summary.iterrows()}
    rows += [("Headlines", label, unit, "one value a replicate") for label, unit in labels.items()]
    return rows


def write_cases(book: Any, formats: dict[str, Any], results: Played) -> None:
    """The cases of the first replicate, unless nobody can play it again here."""
    done = results.hashes.index
    if len(done) == 0:
        return
    replicate = int(done[0][-1] if done.nlevels > 1 else done[0])
    try:
        found = cases(results, replicate, None)
    except (ArgumentError, ResultsError):
        return
    Sheet(book, "Cases", f"{CASES} Replicate {replicate}.", formats).table(*flat(found.set_index("case")))


def write_workbook(results: Played, path: FilePath) -> None:
    import xlsxwriter
    days = results.daily
    if len(days) > MOST_ROWS:
        raise ResultsError(f"error: {len(days):,} days do not fit a sheet of {MOST_ROWS:,} rows\n"
                           "  way out: play fewer replicates, or write a Parquet file: to_parquet(path)")
    with open(path, "xb") as file:
        book = xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
        formats = {"beware": book.add_format({"bold": True, "font_color": "#9c0006"}),
                   "bold": book.add_format({"bold": True}), "head": book.add_format({"bold": True, "bottom": 1}),
                   "date": book.add_format({"num_format": "yyyy-mm-dd"})}
        cover(Sheet(book, "Cover", results.scenario.title or results.scenario.name, formats), results)
        Sheet(book, "Units", "What each column is", formats).table(["sheet", "column", "unit", "what it is"],
                                                                  units(results))
        Sheet(book, "Summary", "Each headline over replicates", formats).table(*flat(results.summary))
        Sheet(book, "Headlines", "Each headline of each replicate", formats).table(*flat(results.headlines))
        Sheet(book, "Parameters", "Every number that was played, and where it comes from",
              formats).table(*flat(results.scenario.explain()))
        write_cases(book, formats, results)
        Sheet(book, "Days", "One row a replicate, city and date", formats).table(list(days.columns),
                                                                                days.itertuples(index=False, name=None))
        book.close()
