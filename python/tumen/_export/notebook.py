"""Played as a notebook shows them, and as a console prints them."""

from __future__ import annotations

import html
import itertools
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas

    from .._played import Played


def number(value: float) -> str:
    return f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.0f}"


MOST_TABLES = 4
COLUMNS = ("", "unit", "mean", "median", "90 % of replicates")


def rows(summary: pandas.DataFrame) -> list[tuple[str, ...]]:
    """What stands in `COLUMNS` of each headline."""
    return [(row["label"], row["unit"], number(row["mean"]), number(row["median"]),
             f"{number(row['q05'])} to {number(row['q95'])}") for _, row in summary.iterrows()]


def by_scenario(one: Played) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """The headlines of each of the first scenarios that has any."""
    summary = one.summary
    for name in itertools.islice(one.scenarios, MOST_TABLES if len(summary) else 0):
        if len(one.scenarios) == 1:
            yield name, rows(summary)
        elif name in summary.index.get_level_values(0):
            yield name, rows(summary.loc[[name]].droplevel(0))


def left_out(one: Played) -> str:
    more = len(one.scenarios) - MOST_TABLES
    return f"{more:,} more of {len(one.scenarios):,}: all are in .summary" if more > 0 else ""


def title_of(one: Played) -> str:
    return str(one.scenario.title or one.scenario.name)


def origin(one: Played) -> str:
    made = one.provenance[0]
    return f"{made['command']}; Tumen {made['version']}, commit {made['commit'] or 'unknown'}; all people are synthetic"


def results(one: Played) -> str:
    """Title, the answer, the headlines, and where it comes from."""
    parts = [f"<p><b>{html.escape(title_of(one))}</b></p>"]
    parts += [f"<p>{html.escape(sentence)}</p>" for sentence in one.answer]
    for name, lines in by_scenario(one):
        if len(one.scenarios) > 1:
            parts.append(f"<p>{html.escape(name)}</p>")
        cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in line[1:]) for line in lines)
        body = "".join(f"<tr><th style='text-align:left'>{html.escape(line[0])}</th>{rest}</tr>"
                       for line, rest in zip(lines, cells, strict=True))
        parts.append(f"<table><tr>{''.join(f'<th>{column}</th>' for column in COLUMNS)}</tr>{body}</table>")
    parts.append(f"<p>{left_out(one)}</p>")
    parts.append(f"<p><small>{html.escape(origin(one))}</small></p>")
    return "".join(parts)


def printed(one: Played) -> str:
    """The same for a console: no line of the answer longer than 100 characters, numbers below each other."""
    parts = [title_of(one), "\n".join(textwrap.fill(sentence, 100) for sentence in one.answer)]
    for name, lines in by_scenario(one):
        table = [COLUMNS, *lines]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        shown = [f"{line[0]:{widths[0]}}  {line[1]:{widths[1]}}  " +
                 "  ".join(f"{cell:>{width}}" for cell, width in zip(line[2:], widths[2:], strict=True)) for line in table]
        parts.append("\n".join([*([name] if len(one.scenarios) > 1 else []), *shown]))
    parts.append(left_out(one))
    parts.append(textwrap.fill(origin(one), 100))
    return "\n\n".join(part for part in parts if part)
