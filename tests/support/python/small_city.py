"""Scenarios that are small enough to play in a moment."""


def small_city(name, title="A small city", residents=20000, days=60):
    """One city without a campaign."""
    return f"""\
name = "{name}"
title = "{title}"
question = "Does it run?"
start = 2020-09-01
days = {days}

[[city]]
name = "hyesan"
label = "Hyesan"
residents = {residents}
"""


HAND_IN_DRIVE = """
[[hand_in_drive]]
from = 2020-09-10
to = 2020-10-15
forgiveness = "promised"
"""
