"""Targets of a history of our own, as evidence/targets.toml has them."""


def target(year, value, source, more=""):
    return f"""
[[target]]
id = "fee-{year}"
series = "fee"
date = {year}-12-31
from = {year}-01-01
to = {year}-12-20
value = {value}
error = 0.1
grade = "B"
source = ["{source}"]
{more}"""
