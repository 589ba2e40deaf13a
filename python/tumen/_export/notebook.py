"""Played as a notebook shows them."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

    from .._played import Played


def number(value: float) -> str:
    return f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.0f}"


def table(summary: pandas.DataFrame) -> str:
    head = "<tr><th></th><th>unit</th><th>mean</th><th>median</th><th>90 % of replicates</th></tr>"
    body = "".join(
        f"<tr><th style='text-align:left'>{html.escape(row['label'])}</th><td>{html.escape(row['unit'])}</td>"
        f"<td>{number(row['mean'])}</td><td>{number(row['median'])}</td>"
        f"<td>{number(row['q05'])} to {number(row['q95'])}</td></tr>" for _, row in summary.iterrows())
    return f"<table>{head}{body}</table>"


def results(one: Played) -> str:
    """Title, the three sentences, the headlines, and where it comes from."""
    parts = [f"<p><b>{html.escape(one.scenario.title or one.scenario.name)}</b></p>"]
    parts += [f"<p>{html.escape(sentence)}</p>" for sentence in one.answer]
    for name in one.scenarios:
        summary = one.summary
        if len(summary) == 0:
            continue
        if len(one.scenarios) > 1:
            parts.append(f"<p>{html.escape(name)}</p>")
            summary = summary.loc[[name]].droplevel(0) if name in summary.index.get_level_values(0) else summary.iloc[:0]
        parts.append(table(summary))
    made = one.provenance[0]
    parts.append(f"<p><small>{html.escape(made['command'])}; Tumen {html.escape(made['version'])}, "
                 f"commit {html.escape(made['commit'] or 'unknown')}; all people are synthetic</small></p>")
    return "".join(parts)
