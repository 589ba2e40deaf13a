"""A picture beside each pattern of the reference: the statistic of its test on each replicate, and the mean."""

import math
import os
import re

WIDE, HIGH, EDGE = 460, 54, 14


def played():
    """Id -> (values of replicates, row of the judgement) of what `tumen check all` plays."""
    import tumen
    from tumen import _tumen
    results = tumen.check("all", replicates=int(os.environ.get("TUMEN_REPLICATES", "64")), progress=False)
    [(_, points)] = _tumen.check_settings(results._engine)
    tests = tumen.patterns
    for name, row in results.patterns.loc["default"].iterrows():
        test = tests.loc[name]
        if test["scenario"] not in points:
            continue
        against = points.get(test["against"]) if test["against"] else None
        values = [one for one in _tumen.measure(results._engine, test["statistic"], points[test["scenario"]], against).values()
                  if math.isfinite(one)]
        # (A test in several settings, or with more statistics, is not one row of values.)
        if values and math.isclose(sum(values) / len(values), row["mean"], rel_tol=1e-9, abs_tol=1e-12):
            yield name, values, row


def picture(values, row):
    low, high = min(values), max(values)
    spread = high - low or abs(high) or 1

    def place(value):
        return EDGE + (value - low) / spread * (WIDE - 2 * EDGE)
    dots = "".join(f'<circle cx="{place(one):.1f}" cy="{12 + 5 * (number % 4)}" r="3"/>' for number, one in enumerate(values))
    words = (f'<text x="{EDGE}" y="{HIGH - 6}">{low:.4g}</text><text x="{WIDE - EDGE}" y="{HIGH - 6}" '
             f'text-anchor="end">{high:.4g}</text>') if high > low else f'<text x="{EDGE}" y="{HIGH - 6}">{low:.4g}</text>'
    told = f"{row['verdict']}: {row['showing']} of {row['replicates']} replicates show it"
    return (f'```{{raw}} html\n<figure class="pattern"><svg class="pattern" viewBox="0 0 {WIDE} {HIGH}" role="img" '
            f'aria-label="{told}; from {low:.4g} to {high:.4g}, mean {row["mean"]:.4g}">{dots}'
            f'<line x1="{place(row["mean"]):.1f}" x2="{place(row["mean"]):.1f}" y1="4" y2="34"/>{words}</svg>'
            f"<figcaption>{told}. A dot is the test's statistic on a replicate, the line their mean "
            f"({row['mean']:.4g}).</figcaption></figure>\n```")


def beside(text, pictures=None):
    """The page of patterns, with the picture of each under its facts."""
    drawn = {name: picture(values, row) for name, values, row in (played() if pictures is None else pictures)}
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return "".join(part.rstrip() + "\n\n" + drawn[name] + "\n\n" if (name := part.partition("\n")[0].removeprefix("## ")) in drawn
                   else part for part in parts)
